/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-plan.h"

#include "gf-join-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_LIKENESS 0.92

G_DEFINE_ENUM_TYPE (GfRowKind, gf_row_kind,
                    G_DEFINE_ENUM_VALUE (GF_ROWS_COMPANIES, "companies"),
                    G_DEFINE_ENUM_VALUE (GF_ROWS_DEALS, "deals"),
                    G_DEFINE_ENUM_VALUE (GF_ROWS_TICKETS, "tickets"),
                    G_DEFINE_ENUM_VALUE (GF_ROWS_PAYMENTS, "payments"),
                    G_DEFINE_ENUM_VALUE (GF_ROWS_ORDERS, "orders"),
                    G_DEFINE_ENUM_VALUE (GF_ROWS_ANSWERS, "answers"),
                    G_DEFINE_ENUM_VALUE (GF_ROWS_OTHER, "other"))

G_DEFINE_ENUM_TYPE (GfJoinRule, gf_join_rule,
                    G_DEFINE_ENUM_VALUE (GF_JOIN_TAKE, "take"),
                    G_DEFINE_ENUM_VALUE (GF_JOIN_LAST, "last"),
                    G_DEFINE_ENUM_VALUE (GF_JOIN_SUM, "sum"),
                    G_DEFINE_ENUM_VALUE (GF_JOIN_MEAN, "mean"),
                    G_DEFINE_ENUM_VALUE (GF_JOIN_LEAST, "least"),
                    G_DEFINE_ENUM_VALUE (GF_JOIN_MOST, "most"),
                    G_DEFINE_ENUM_VALUE (GF_JOIN_COUNT_YES, "count-yes"),
                    G_DEFINE_ENUM_VALUE (GF_JOIN_SET, "set"))

G_DEFINE_BOXED_TYPE (GfJoinPlan, gf_join_plan, gf_join_plan_copy, gf_join_plan_free)

/**
 * gf_row_kind_get_nick:
 * @kind: what a row is
 *
 * Returns: the word that files and the command line use for it
 */
const char *
gf_row_kind_get_nick (GfRowKind kind)
{
  static const char * const nicks[] = {
    "companies", "deals", "tickets", "payments", "orders", "answers", "other",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

/**
 * gf_join_rule_get_nick:
 * @rule: a rule
 *
 * Returns: the word that files and the command line use for it
 */
const char *
gf_join_rule_get_nick (GfJoinRule rule)
{
  static const char * const nicks[] = {
    "take", "last", "sum", "mean", "least", "most", "count-yes", "set",
  };

  g_return_val_if_fail ((guint) rule < G_N_ELEMENTS (nicks), NULL);

  return nicks[rule];
}

static void
column_clear (GfJoinColumn *column)
{
  g_free (column->name);
}

/**
 * gf_join_plan_new:
 * @kind: what a row of the second file is
 * @title: what its rows are called in the names of columns
 *
 * Returns: (transfer full): a plan without keys and columns, which counts unless rows are companies
 */
GfJoinPlan *
gf_join_plan_new (GfRowKind   kind,
                  const char *title)
{
  GfJoinPlan *self = g_new0 (GfJoinPlan, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->keys = g_array_new (FALSE, TRUE, sizeof (GfJoinKey));
  self->columns = g_array_new (FALSE, TRUE, sizeof (GfJoinColumn));
  g_array_set_clear_func (self->columns, (GDestroyNotify) column_clear);
  self->count = kind != GF_ROWS_COMPANIES;
  self->when = self->status = self->currency = -1;
  self->likeness = DEFAULT_LIKENESS;

  return self;
}

/**
 * gf_join_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): an independent copy
 */
GfJoinPlan *
gf_join_plan_copy (const GfJoinPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfJoinPlan *copy = gf_join_plan_new (self->kind, self->title);

  copy->apart = self->apart;
  copy->count = self->count;
  copy->when = self->when;
  copy->status = self->status;
  copy->currency = self->currency;
  copy->likeness = self->likeness;
  if (self->keys->len > 0)
    g_array_append_vals (copy->keys, self->keys->data, self->keys->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const GfJoinColumn *column = &g_array_index (self->columns, GfJoinColumn, i);

      gf_join_plan_add_column (copy, column->other, column->rule, column->name);
    }

  return copy;
}

/**
 * gf_join_plan_free:
 * @self: (nullable) (transfer full): a plan
 *
 * Frees the plan.
 */
void
gf_join_plan_free (GfJoinPlan *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_array_unref (self->keys);
  g_array_unref (self->columns);
  g_free (self);
}

/**
 * gf_join_plan_add_key:
 * @self: a plan
 * @kind: how the cells are compared
 * @main: a column of the customers
 * @other: a column of the second file
 *
 * Adds a key that is believed after those that the plan has.
 */
void
gf_join_plan_add_key (GfJoinPlan *self,
                      GfKeyKind   kind,
                      guint       main,
                      guint       other)
{
  g_return_if_fail (self != NULL);

  GfJoinKey key = { kind, main, other };

  g_array_append_val (self->keys, key);
}

/**
 * gf_join_plan_add_column:
 * @self: a plan
 * @other: a column of the second file
 * @rule: what several cells of one customer become
 * @name: what the new column is called
 *
 * Adds a column that is to be made. One column of the file may give several.
 */
void
gf_join_plan_add_column (GfJoinPlan *self,
                         guint       other,
                         GfJoinRule  rule,
                         const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  GfJoinColumn column = { other, rule, g_strdup (name) };

  g_array_append_val (self->columns, column);
}

static const struct
{
  GfRowKind kind;
  const char *words[12];
} signs[] = {
  { GF_ROWS_TICKETS, { "ticket", "tickets", "support", "requester", "subject", "priority", "cases",
                       "first reply", "resolution time", "conversation", "escalation" } },
  { GF_ROWS_DEALS, { "deal", "deals", "opportunity", "opportunities", "stage", "stagename", "pipeline",
                     "probability", "dealname", "opportunity name", "sales pipeline" } },
  { GF_ROWS_PAYMENTS, { "payment", "payments", "charge", "charges", "invoice", "invoices",
                        "amount refunded", "fee", "converted amount", "transactions" } },
  { GF_ROWS_ORDERS, { "order", "orders", "ship", "shipped", "order date", "quantity", "freight",
                      "purchase", "purchases" } },
  { GF_ROWS_ANSWERS, { "response", "responses", "survey", "nps", "csat", "recorded date", "response id",
                       "feedback", "answers", "score" } },
};

/* How many of the words stand in the name of the file, counted twice, and in those of columns. */
static guint
count_signs (const GfTable      *other,
             const char         *folded_file,
             const char * const *words)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word[] = { words[i], NULL };

      n += 3 * gf_header_says (folded_file, word);
      for (guint j = 0; j < gf_table_get_n_columns (other); j++)
        {
          g_autofree char *folded = gf_header_split (gf_column_get_name (gf_table_get_column (other, j)));

          if (gf_header_says (folded, word))
            {
              n++;
              break;
            }
        }
    }

  return n;
}

static GfRowKind
kind_of_export (const GfExport *source)
{
  switch (gf_export_get_row (source))
    {
    case GF_EXPORT_ROW_COMPANY:
      return GF_ROWS_COMPANIES;
    case GF_EXPORT_ROW_DEAL:
      return GF_ROWS_DEALS;
    case GF_EXPORT_ROW_PAYMENT:
      return GF_ROWS_PAYMENTS;
    case GF_EXPORT_ROW_TICKET:
      return GF_ROWS_TICKETS;
    case GF_EXPORT_ROW_RESPONSE:
      return GF_ROWS_ANSWERS;
    case GF_EXPORT_ROW_PERSON:
    case GF_EXPORT_ROW_SUBSCRIPTION:
    case GF_EXPORT_ROW_UNKNOWN:
    default:
      return GF_ROWS_OTHER;
    }
}

/**
 * gf_join_guess_rows:
 * @other: a file
 * @file_name: (nullable): its name
 *
 * Says what a row of a file is: by the export that its columns are, else guessed by the words in its
 * name and in those of its columns.
 *
 * Returns: the kind; %GF_ROWS_COMPANIES when a column names customers and nothing speaks for another
 *   kind, %GF_ROWS_OTHER when nothing does
 */
GfRowKind
gf_join_guess_rows (const GfTable *other,
                    const char    *file_name)
{
  g_return_val_if_fail (other != NULL, GF_ROWS_OTHER);

  g_autofree char *folded = gf_header_split (file_name != NULL ? file_name : "");
  const GfExport *source = gf_join_find_export (other);
  GfRowKind kind = source != NULL ? kind_of_export (source) : GF_ROWS_OTHER;
  guint best = 1;

  if (kind != GF_ROWS_OTHER)
    return kind;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      guint n = count_signs (other, folded, signs[i].words);

      if (n > best)
        {
          best = n;
          kind = signs[i].kind;
        }
    }
  if (kind == GF_ROWS_OTHER && gf_table_find_role (other, GF_ROLE_NAME) >= 0)
    kind = GF_ROWS_COMPANIES;

  return kind;
}

static char *
title_of (GfRowKind   kind,
          const char *file_name)
{
  switch (kind)
    {
    case GF_ROWS_DEALS:
      return g_strdup (_("Deals"));
    case GF_ROWS_TICKETS:
      return g_strdup (_("Tickets"));
    case GF_ROWS_PAYMENTS:
      return g_strdup (_("Payments"));
    case GF_ROWS_ORDERS:
      return g_strdup (_("Orders"));
    case GF_ROWS_ANSWERS:
      return g_strdup (_("Answers"));
    case GF_ROWS_COMPANIES:
    case GF_ROWS_OTHER:
    default:
      break;
    }

  g_autofree char *base = file_name != NULL ? g_path_get_basename (file_name) : NULL;
  if (base == NULL || *base == '\0')
    return g_strdup (_("Rows"));
  base[strcspn (base, ".")] = '\0';

  return g_utf8_make_valid (base, -1);
}

/* Whether no customer has more than one row. */
static gboolean
is_one_each (const GfJoinPlan *self,
             const GfTable    *other)
{
  if (self->keys->len == 0)
    return FALSE;

  const GfJoinKey *key = &g_array_index (self->keys, GfJoinKey, 0);
  GfCells *cells = gf_column_get_cells (gf_table_get_column (other, key->other));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);
      char *folded = gf_key_fold (key->kind, text, length);

      if (folded != NULL && !g_hash_table_add (seen, folded))
        return FALSE;
    }

  return TRUE;
}

/**
 * gf_join_plan_keep_apart:
 * @self: a plan
 * @other: the second file
 * @file_name: (nullable): its name
 * @taken: (element-type utf8): names of columns that are there and come from elsewhere
 *
 * Calls the columns after the file when one of them would take the place of another column: deals of two
 * files are not the same deals.
 */
void
gf_join_plan_keep_apart (GfJoinPlan    *self,
                         const GfTable *other,
                         const char    *file_name,
                         GHashTable    *taken)
{
  g_return_if_fail (self != NULL && other != NULL && taken != NULL);

  g_autofree char *usual = g_strdup (self->title);
  g_autofree char *own = title_of (GF_ROWS_OTHER, file_name);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean clash = FALSE;
  GHashTableIter iter;
  gpointer name;

  gf_join_plan_add_names (self, names);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    clash |= g_hash_table_contains (taken, name);
  if (!clash)
    return;

  self->apart = TRUE;
  if (!g_str_equal (own, usual) && gf_join_plan_set_title (self, other, own, taken))
    return;
  for (guint i = 2; ; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", own, i);

      if (gf_join_plan_set_title (self, other, numbered, taken))
        return;
    }
}

static void
keep_apart_from (GfJoinPlan    *self,
                 const GfTable *main,
                 const GfTable *other,
                 const char    *file_name)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < gf_table_get_n_columns (main); i++)
    g_hash_table_add (taken, (gpointer) gf_column_get_name (gf_table_get_column (main, i)));
  gf_join_plan_keep_apart (self, other, file_name, taken);
}

/**
 * gf_join_plan_suggest:
 * @main: the customers
 * @other: the second file
 * @file_name: (nullable): its name
 *
 * Proposes how to join a file: what its rows are, which columns tell whose they are, and what several
 * rows of one customer become. A plan without keys says that nothing can be joined as the files are.
 * A file of unknown kind that has no more than one row for a customer is taken for customers. No column of
 * @main is replaced: see gf_join_plan_keep_apart().
 *
 * Returns: (transfer full): a plan
 */
GfJoinPlan *
gf_join_plan_suggest (const GfTable *main,
                      const GfTable *other,
                      const char    *file_name)
{
  g_return_val_if_fail (main != NULL && other != NULL, NULL);

  GfRowKind kind = gf_join_guess_rows (other, file_name);
  g_autofree char *title = title_of (kind, file_name);
  GfJoinPlan *self = gf_join_plan_new (kind, title);

  gf_join_plan_find_keys (self, main, other);
  if (kind == GF_ROWS_OTHER && self->keys->len == 0)
    {
      self->kind = GF_ROWS_COMPANIES;
      gf_join_plan_find_keys (self, main, other);
    }
  if (self->kind == GF_ROWS_OTHER && is_one_each (self, other))
    self->kind = GF_ROWS_COMPANIES;
  gf_join_plan_set_kind (self, main, other, self->kind);
  keep_apart_from (self, main, other, file_name);

  return self;
}

/**
 * gf_join_plan_suggest_as:
 * @main: the customers
 * @other: the second file
 * @file_name: (nullable): its name
 * @kind: what the user says that a row of it is
 *
 * As gf_join_plan_suggest(), of a file whose rows are known.
 *
 * Returns: (transfer full): a plan
 */
GfJoinPlan *
gf_join_plan_suggest_as (const GfTable *main,
                         const GfTable *other,
                         const char    *file_name,
                         GfRowKind      kind)
{
  g_return_val_if_fail (main != NULL && other != NULL, NULL);

  g_autofree char *title = title_of (kind, file_name);
  GfJoinPlan *self = gf_join_plan_new (kind, title);

  gf_join_plan_find_keys (self, main, other);
  gf_join_plan_set_kind (self, main, other, kind);
  keep_apart_from (self, main, other, file_name);

  return self;
}
