/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-plan.h"

#include "gf-join-words.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many keys of the second file are looked for among the customers before columns are paired. */
#define SAMPLE 2000
/* A column that need not tell customers apart has to do so nearly always. */
#define NEARLY_DISTINCT 0.75

static char *
fold_column (const GfTable *table,
             guint          column)
{
  return gf_header_split (gf_column_get_name (gf_table_get_column (table, column)));
}

/* Up to SAMPLE different keys of a column, spread over all of its texts. */
static GHashTable *
sample_keys (GfColumn  *column,
             GfKeyKind  kind)
{
  GfCells *cells = gf_column_get_cells (column);
  gsize n_texts = gf_cells_get_n_texts (cells);
  gsize step = MAX (n_texts / SAMPLE, 1);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < n_texts; i += step)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);
      char *key = gf_key_fold (kind, text, length);

      if (key != NULL)
        g_hash_table_add (keys, key);
    }

  return keys;
}

/* The share of the sampled keys that customers have. */
static double
share_found (GfColumn  *main,
             GfColumn  *other,
             GfKeyKind  kind)
{
  g_autoptr (GHashTable) keys = sample_keys (other, kind);
  guint n_keys = g_hash_table_size (keys);
  GfCells *cells = gf_column_get_cells (main);
  gsize n_texts = gf_cells_get_n_texts (cells);

  for (gsize i = 0; i < n_texts && g_hash_table_size (keys) > 0; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);
      g_autofree char *key = gf_key_fold (kind, text, length);

      if (key != NULL)
        g_hash_table_remove (keys, key);
    }

  return n_keys > 0 ? 1 - (double) g_hash_table_size (keys) / n_keys : 0;
}

/* The share of the filled cells of a column that no other cell repeats. */
static double
share_distinct (GfColumn  *column,
                GfKeyKind  kind)
{
  GfCells *cells = gf_column_get_cells (column);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n_filled = 0;

  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);
      char *key = gf_key_fold (kind, text, length);

      if (key == NULL)
        continue;
      n_filled++;
      g_hash_table_add (keys, key);
    }

  return n_filled > 0 ? (double) g_hash_table_size (keys) / (double) n_filled : 0;
}

static gboolean
is_name_column (const GfTable *table,
                guint          column,
                const char    *folded,
                gboolean       own)
{
  GfColumnType type = gf_column_get_column_type (gf_table_get_column (table, column));

  if ((type != GF_COLUMN_TEXT && type != GF_COLUMN_CATEGORY) || gf_header_is_id (folded) ||
      gf_header_is_email (folded) || gf_header_is_domain (folded))
    return FALSE;
  if (own && gf_column_get_role (gf_table_get_column (table, column)) == GF_ROLE_NAME)
    return TRUE;

  static const char * const bare[] = {
    "customer", "account", "company", "organization", "organisation", "client", "associated company",
    "kunde", "firma", "entreprise", "empresa", "cliente", "deal organization", NULL,
  };

  return (gf_header_names_owner (folded) && g_str_has_suffix (folded, "name") &&
          strstr (folded, "first") == NULL && strstr (folded, "last") == NULL) ||
         g_strv_contains (bare, folded) || (own && g_str_equal (folded, "name"));
}

/* Whether the export it is from, or its name in any language, says that a column holds that key. */
static gboolean
is_said_to_hold (const GfExport *source,
                 const char     *name,
                 GfKeyKind       kind,
                 gboolean        own)
{
  static const char * const ids[] = { "company_id", NULL };
  static const char * const mails[] = { "email", NULL };
  static const char * const sites[] = { "website", "domain", NULL };
  static const char * const companies[] = { "company", NULL };
  static const char * const own_names[] = { "name", NULL };

  switch (kind)
    {
    case GF_KEY_ID:
      return gf_join_key_is (source, name, ids);
    case GF_KEY_ADDRESS:
      return gf_join_key_is (source, name, mails);
    case GF_KEY_DOMAIN:
      return gf_join_key_is (source, name, sites);
    case GF_KEY_EMAIL:
      return gf_join_key_is (source, name, mails) || gf_join_key_is (source, name, sites);
    case GF_KEY_NAME:
    default:
      return gf_join_key_is (source, name, companies) ||
             (own && gf_join_key_is (source, name, own_names));
    }
}

/* Whether a column of a file can hold that key. @own says that a row of the file is a customer. */
static gboolean
can_hold (const GfTable  *table,
          const GfExport *source,
          guint           column,
          GfKeyKind       kind,
          gboolean        own)
{
  const char *name = gf_column_get_name (gf_table_get_column (table, column));
  g_autofree char *folded = fold_column (table, column);
  GfColumnType type = gf_column_get_column_type (gf_table_get_column (table, column));

  if (gf_column_count_filled (gf_table_get_column (table, column)) == 0 ||
      type == GF_COLUMN_DATE || type == GF_COLUMN_FLAG)
    return FALSE;
  if (is_said_to_hold (source, name, kind, own))
    return TRUE;

  switch (kind)
    {
    case GF_KEY_ID:
      return gf_header_is_id (folded) && (own || !gf_header_is_own_id (folded));
    case GF_KEY_ADDRESS:
      return gf_header_is_email (folded);
    case GF_KEY_DOMAIN:
      return gf_header_is_domain (folded) && !gf_header_is_email (folded);
    case GF_KEY_EMAIL:
      return gf_header_is_email (folded) || gf_header_is_domain (folded);
    case GF_KEY_NAME:
    default:
      return is_name_column (table, column, folded, own);
    }
}

/* How much the names of two id columns speak for each other; 0 forbids. That both are called the same says
   little unless it is a customer's id. */
static double
judge_names (const char *main,
             const char *other)
{
  if (g_str_equal (main, other))
    return gf_header_is_own_id (main) || gf_header_names_owner (main) ? 2 : 1.2;
  if (gf_header_is_own_id (main) && gf_header_names_owner (other))
    return 1.5;
  if (gf_header_names_owner (main) && (gf_header_names_owner (other) || gf_header_is_own_id (other)))
    return 1;

  return 0;
}

/* How well a column of the customers tells them apart by a key: 0 if it may not, since it speaks of others
   whom many customers share. One that is called a customer's id may repeat: the list has them twice. */
static double
judge_main (const GfTable  *main,
            const GfExport *source,
            guint           column,
            GfKeyKind       kind)
{
  GfColumn *data = gf_table_get_column (main, column);
  g_autofree char *folded = fold_column (main, column);
  gboolean of_other = gf_header_is_of_other (folded) && gf_column_get_role (data) != GF_ROLE_NAME;
  double distinct;

  if (kind != GF_KEY_ID && !of_other)
    return 1;
  if (kind == GF_KEY_ID && of_other)
    return 0;

  distinct = share_distinct (data, kind);
  if (kind == GF_KEY_ID && (gf_header_is_own_id (folded) || gf_header_is_plain_id (folded) ||
                            is_said_to_hold (source, gf_column_get_name (data), kind, TRUE)))
    return distinct;

  return distinct >= NEARLY_DISTINCT ? distinct : 0;
}

/* The two columns that hold the most of the same keys. */
static gboolean
find_pair (const GfTable *main,
           const GfTable *other,
           GfKeyKind      kind,
           gboolean       own,
           GfJoinKey     *pair)
{
  const GfExport *main_source = gf_join_find_export (main);
  const GfExport *source = gf_join_find_export (other);
  double best = 0;

  for (guint i = 0; i < gf_table_get_n_columns (main); i++)
    {
      double apart = can_hold (main, main_source, i, kind, TRUE) ? judge_main (main, main_source, i, kind) : 0;

      for (guint j = 0; j < gf_table_get_n_columns (other) && apart > 0; j++)
        {
          g_autofree char *a = fold_column (main, i);
          g_autofree char *b = fold_column (other, j);

          if (!can_hold (other, source, j, kind, own) || (kind == GF_KEY_ID && gf_header_is_of_other (b)))
            continue;
          double names = kind == GF_KEY_ID ? judge_names (a, b) : g_str_equal (a, b) ? 1.1 : 1;
          /* Of two e-mail columns the address speaks first, of two web sites the domain. */
          if (kind == GF_KEY_EMAIL && !gf_header_is_email (a) && !gf_header_is_email (b))
            continue;
          double found = names > 0 ? share_found (gf_table_get_column (main, i),
                                                  gf_table_get_column (other, j), kind) : 0;
          /* Names that are only alike are asked about later. */
          double score = (found * names + (kind == GF_KEY_NAME ? 1e-6 * names : 0)) * apart;

          if (score > best)
            {
              best = score;
              *pair = (GfJoinKey) { kind, i, j };
            }
        }
    }

  return best > 0;
}

/**
 * gf_join_plan_find_keys:
 * @self: a plan
 * @main: the customers
 * @other: the second file
 *
 * Finds the columns by which rows of @other can be told to belong to customers, one pair for each
 * kind of key. Their names say what they may be, what they hold decides. A bare “id” is the row's own
 * and counts only when a row of @other is a customer too. O(rows) for each pair of columns looked at.
 * Without any key the plan has none and nothing can be joined.
 */
void
gf_join_plan_find_keys (GfJoinPlan    *self,
                        const GfTable *main,
                        const GfTable *other)
{
  gboolean own = self->kind == GF_ROWS_COMPANIES;

  g_return_if_fail (self != NULL && main != NULL && other != NULL);

  g_array_set_size (self->keys, 0);
  for (guint kind = 0; kind < GF_KEY_N_KINDS; kind++)
    {
      GfJoinKey pair;

      if (find_pair (main, other, (GfKeyKind) kind, own, &pair))
        g_array_append_val (self->keys, pair);
    }
}

/**
 * gf_join_plan_set_key:
 * @self: a plan
 * @main: the customers
 * @other: the second file
 * @column: the column of @other that says whose a row is
 * @error: return location
 *
 * Joins by one column that was chosen: the column of the customers that holds the most of its values,
 * compared as ids, addresses, domains or names, becomes the other side.
 *
 * Returns: %FALSE with %GF_TABLE_ERROR_KEY when there is no such column, or when it holds nothing that
 *   a customer has; the plan is then unchanged
 */
gboolean
gf_join_plan_set_key (GfJoinPlan    *self,
                      const GfTable *main,
                      const GfTable *other,
                      const char    *column,
                      GError       **error)
{
  g_return_val_if_fail (self != NULL && main != NULL && other != NULL && column != NULL, FALSE);

  int index = gf_table_index_of (other, column);
  double best = 0;
  GfJoinKey pair = { 0 };

  if (index < 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY,
                   _("There is no column “%s” in the file to join. Choose one that it has."), column);
      return FALSE;
    }

  for (guint kind = 0; kind < GF_KEY_N_KINDS; kind++)
    for (guint i = 0; i < gf_table_get_n_columns (main); i++)
      {
        g_autofree char *folded = fold_column (main, i);

        /* Names are compared as names, even if some are spelled alike to the letter. */
        if (kind != GF_KEY_NAME && is_name_column (main, i, folded, TRUE))
          continue;
        double found = share_found (gf_table_get_column (main, i),
                                    gf_table_get_column (other, (guint) index), (GfKeyKind) kind);

        /* What folds less is believed more. */
        if (found > best * 1.01)
          {
            best = found;
            pair = (GfJoinKey) { (GfKeyKind) kind, i, (guint) index };
          }
      }
  if (best <= 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY,
                   _("Nothing in the column “%s” stands in any column of the customers. Choose the "
                     "column that says which customer a row belongs to."),
                   column);
      return FALSE;
    }

  g_array_set_size (self->keys, 0);
  g_array_append_val (self->keys, pair);

  return TRUE;
}
