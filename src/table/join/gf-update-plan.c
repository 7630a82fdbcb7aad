/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-update-plan.h"

#include "gf-join-words.h"
#include "gf-similarity.h"

#include <string.h>

/* From how much likeness of names, or of what stands in them, columns are asked about. */
#define ALIKE_NAME 0.85
#define ALIKE_TEXTS 0.7
#define FEW_TEXTS 3

G_DEFINE_BOXED_TYPE (GfUpdatePlan, gf_update_plan, gf_update_plan_copy, gf_update_plan_free)

static GfUpdatePlan *
plan_new (void)
{
  GfUpdatePlan *self = g_new0 (GfUpdatePlan, 1);

  self->keys = g_array_new (FALSE, TRUE, sizeof (GfJoinKey));
  self->columns = g_array_new (FALSE, TRUE, sizeof (GfUpdateColumn));
  self->keep_gone = TRUE;
  self->keep_filled = TRUE;

  return self;
}

/**
 * gf_update_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): an independent copy
 */
GfUpdatePlan *
gf_update_plan_copy (const GfUpdatePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfUpdatePlan *copy = plan_new ();

  if (self->keys->len > 0)
    g_array_append_vals (copy->keys, self->keys->data, self->keys->len);
  if (self->columns->len > 0)
    g_array_append_vals (copy->columns, self->columns->data, self->columns->len);
  copy->keep_gone = self->keep_gone;
  copy->keep_filled = self->keep_filled;

  return copy;
}

/**
 * gf_update_plan_free:
 * @self: (nullable) (transfer full): a plan
 *
 * Frees the plan.
 */
void
gf_update_plan_free (GfUpdatePlan *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->keys);
  g_array_unref (self->columns);
  g_free (self);
}

static int
find_folded (const GfTable *table,
             const char    *name)
{
  g_autofree char *wanted = gf_header_split (name);

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      g_autofree char *folded = gf_header_split (gf_column_get_name (gf_table_get_column (table, i)));

      if (g_str_equal (folded, wanted))
        return (int) i;
    }

  return -1;
}

/* The column of the customers that a header belongs to: what was settled before comes first. */
static void
find_column (GfUpdateColumn     *column,
             const GfTable      *customers,
             const char         *name,
             const char * const *headers,
             const char * const *columns)
{
  for (guint i = 0; headers != NULL && headers[i] != NULL; i++)
    if (g_str_equal (headers[i], name))
      {
        column->main = gf_table_index_of (customers, columns[i]);
        column->fate = column->main >= 0 ? GF_UPDATE_COLUMN_SAME : GF_UPDATE_COLUMN_LEFT_OUT;
        return;
      }

  column->main = gf_table_index_of (customers, name);
  if (column->main < 0)
    column->main = find_folded (customers, name);
  column->fate = column->main >= 0 ? GF_UPDATE_COLUMN_SAME : GF_UPDATE_COLUMN_NEW;
}

/* The share of the texts of a column that stand in another one too; of few different texts 0, since
   yes and no stand everywhere. */
static double
share_of_texts (GfColumn *of,
                GfColumn *in)
{
  GfCells *cells = gf_column_get_cells (of);
  GfCells *others = gf_column_get_cells (in);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_texts = gf_cells_get_n_texts (cells);
  gsize step = MAX (n_texts / 1000, 1);
  gsize n = 0, n_found = 0;

  for (gsize i = 0; i < gf_cells_get_n_texts (others); i++)
    g_hash_table_add (known, (gpointer) gf_cells_get_text (others, i, NULL));
  for (gsize i = 0; i < n_texts; i += step)
    {
      const char *text = gf_cells_get_text (cells, i, NULL);

      if (*text == '\0')
        continue;
      n++;
      n_found += g_hash_table_contains (known, text);
    }

  return n > FEW_TEXTS ? (double) n_found / (double) n : 0;
}

static gboolean
is_used (const GfUpdatePlan *self,
         int                 main)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, GfUpdateColumn, i).main == main)
      return TRUE;

  return FALSE;
}

/* Whether a column came out of the file: only then it can have been renamed there. */
static gboolean
is_from_file (const char         *name,
              const char * const *columns)
{
  return columns == NULL || g_strv_contains (columns, name);
}

static void
find_renamed (GfUpdatePlan       *self,
              GfUpdateColumn     *column,
              const GfTable      *customers,
              const GfTable      *new_export,
              const char * const *columns)
{
  GfColumn *other = gf_table_get_column (new_export, column->other);
  g_autofree char *folded = gf_header_split (gf_column_get_name (other));
  int found = -1;

  for (guint i = 0; i < gf_table_get_n_columns (customers); i++)
    {
      GfColumn *main = gf_table_get_column (customers, i);

      if (is_used (self, (int) i) || !is_from_file (gf_column_get_name (main), columns))
        continue;

      g_autofree char *before = gf_header_split (gf_column_get_name (main));
      double name = gf_similarity_jaro_winkler (before, folded);
      double texts = share_of_texts (other, main);
      double likeness = MAX (name >= ALIKE_NAME ? name : 0, texts >= ALIKE_TEXTS ? texts : 0);

      if (likeness > column->likeness)
        {
          column->likeness = likeness;
          found = (int) i;
        }
    }
  if (found < 0)
    return;

  column->main = found;
  column->fate = GF_UPDATE_COLUMN_RENAMED;
}

/**
 * gf_update_plan_suggest:
 * @customers: the customers
 * @new_export: a new export of the same source
 * @headers: (nullable) (array zero-terminated=1): the columns of the export before
 * @columns: (nullable) (array zero-terminated=1): beside each of @headers the column of the customers
 *   that it became, "" for one that was left out; may be %NULL with @headers only
 *
 * Proposes which columns of the export bring which of the customers up to date, by what is remembered,
 * then by equal names. A column that the customers lack is asked about when its name or its texts are
 * much like those of a column that the export lacks (Jaro-Winkler at least 0.85; seven in ten texts),
 * else it is new and added. Which keys tell the customers apart is found as for joining.
 *
 * Returns: (transfer full): a plan that keeps customers who are gone and cells the export leaves empty
 */
GfUpdatePlan *
gf_update_plan_suggest (const GfTable       *customers,
                        const GfTable       *new_export,
                        const char * const  *headers,
                        const char * const  *columns)
{
  g_return_val_if_fail (customers != NULL && new_export != NULL, NULL);
  g_return_val_if_fail ((headers == NULL) == (columns == NULL), NULL);

  GfUpdatePlan *self = plan_new ();
  g_autoptr (GfJoinPlan) keys = gf_join_plan_new (GF_ROWS_COMPANIES, "");

  gf_join_plan_find_keys (keys, customers, new_export);
  if (keys->keys->len > 0)
    g_array_append_vals (self->keys, keys->keys->data, keys->keys->len);

  for (guint i = 0; i < gf_table_get_n_columns (new_export); i++)
    {
      GfUpdateColumn column = { .other = i, .main = -1, .yes = TRUE };

      find_column (&column, customers, gf_column_get_name (gf_table_get_column (new_export, i)), headers,
                   columns);
      if (column.main >= 0 && is_used (self, column.main))
        column = (GfUpdateColumn) { .other = i, .main = -1, .fate = GF_UPDATE_COLUMN_NEW, .yes = TRUE };
      g_array_append_val (self->columns, column);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      GfUpdateColumn *column = &g_array_index (self->columns, GfUpdateColumn, i);

      if (column->fate != GF_UPDATE_COLUMN_NEW)
        continue;
      find_renamed (self, column, customers, new_export, columns);
      /* Without an answer it is added and nothing is taken for it. */
      column->yes = column->fate == GF_UPDATE_COLUMN_NEW;
    }

  return self;
}

/**
 * gf_update_plan_get_main:
 * @self: a plan
 * @other: a column of the export
 *
 * Returns: the column of the customers that it brings up to date; -1 if none
 */
int
gf_update_plan_get_main (const GfUpdatePlan *self,
                         guint               other)
{
  g_return_val_if_fail (self != NULL && other < self->columns->len, -1);

  const GfUpdateColumn *column = &g_array_index (self->columns, GfUpdateColumn, other);

  if (column->fate == GF_UPDATE_COLUMN_SAME ||
      (column->fate == GF_UPDATE_COLUMN_RENAMED && column->answered && column->yes))
    return column->main;

  return -1;
}

/**
 * gf_update_plan_answer:
 * @self: a plan
 * @other: a column of the export that looks renamed, or is new
 * @yes: whether it is the column it looks like; of a new one, whether it is added
 *
 * Answers what the plan asks. A column that is not the one it looks like is added as a new one.
 */
void
gf_update_plan_answer (GfUpdatePlan *self,
                       guint         other,
                       gboolean      yes)
{
  g_return_if_fail (self != NULL && other < self->columns->len);

  GfUpdateColumn *column = &g_array_index (self->columns, GfUpdateColumn, other);

  column->answered = TRUE;
  column->yes = yes;
}
