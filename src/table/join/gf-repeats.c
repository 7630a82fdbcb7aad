/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-repeats.h"

#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gf_repeats_find_key:
 * @table: customers
 * @key: (out): the key that tells them apart best
 *
 * Finds the column whose key should stand once in a list of customers: an id, else an e-mail address, a
 * web site or a name.
 *
 * Returns: whether there is one
 */
gboolean
gf_repeats_find_key (const GfTable *table,
                     GfJoinKey     *key)
{
  g_return_val_if_fail (table != NULL && key != NULL, FALSE);

  g_autoptr (GfJoinPlan) plan = gf_join_plan_new (GF_ROWS_COMPANIES, "");

  gf_join_plan_find_keys (plan, table, table);
  for (guint i = 0; i < plan->keys->len; i++)
    {
      *key = g_array_index (plan->keys, GfJoinKey, i);
      if (key->main == key->other)
        return TRUE;
    }

  return FALSE;
}

/**
 * gf_repeats_find:
 * @table: customers
 * @key: a key; its column in @table is #GfJoinKey.other
 * @first_of: (out) (array) (transfer full) (optional): by row the first row with the same key
 *
 * Finds rows that repeat a customer. Two names that differ in their legal forms are two customers.
 *
 * Returns: how many rows repeat an earlier one
 */
gsize
gf_repeats_find (const GfTable    *table,
                 const GfJoinKey  *key,
                 gsize           **first_of)
{
  g_return_val_if_fail (table != NULL && key != NULL && key->other < gf_table_get_n_columns (table), 0);

  GfCells *cells = gf_column_get_cells (gf_table_get_column (table, key->other));
  gsize n_rows = gf_table_get_n_rows (table);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gsize *first = g_new (gsize, MAX (n_rows, 1));
  guint step = key->kind == GF_KEY_NAME ? GF_NAME_SPELLED : 0;
  gsize n = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);
      char *folded = gf_key_fold_step (key->kind, step, text, length);

      first[row] = row;
      if (folded == NULL)
        continue;

      gsize earlier = GPOINTER_TO_SIZE (g_hash_table_lookup (known, folded));
      if (earlier == 0)
        {
          g_hash_table_insert (known, folded, GSIZE_TO_POINTER (row + 1));
          continue;
        }
      first[row] = earlier - 1;
      n++;
      g_free (folded);
    }

  if (first_of != NULL)
    *first_of = g_steal_pointer (&first);

  return n;
}

/* By row: the row whose cell stands for the customer in a column. */
static void
find_filled (GfCells     *cells,
             const gsize *first_of,
             gsize       *filled)
{
  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, filled[first_of[row]], &length);

      if (gf_text_is_missing (text, length, TRUE))
        filled[first_of[row]] = row;
    }
}

/**
 * gf_repeats_merge:
 * @table: customers
 * @first_of: from gf_repeats_find()
 *
 * Merges rows that repeat a customer into the first: a cell is the first of them that is filled.
 *
 * Returns: (transfer full): each customer once, in the order of their first rows
 */
GfTable *
gf_repeats_merge (GfTable     *table,
                  const gsize *first_of)
{
  g_return_val_if_fail (table != NULL && first_of != NULL, NULL);

  gsize n_rows = gf_table_get_n_rows (table);
  g_autofree gsize *filled = g_new (gsize, MAX (n_rows, 1));
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      GfCells *cells = gf_column_get_cells (column);
      GfCellsBuilder *builder = gf_cells_builder_new ();

      for (gsize row = 0; row < n_rows; row++)
        filled[row] = row;
      find_filled (cells, first_of, filled);
      for (gsize row = 0; row < n_rows; row++)
        {
          gsize length;

          if (first_of[row] != row)
            continue;
          const char *text = gf_cells_get (cells, filled[row], &length);
          gf_cells_builder_add (builder, text, length);
        }

      g_autoptr (GfCells) merged = gf_cells_builder_finish (builder);
      g_ptr_array_add (columns, gf_column_new (gf_column_get_spec (column), merged));
    }

  return gf_table_new ((GfColumn **) columns->pdata, columns->len);
}

/**
 * gf_repeats_dup_sentence:
 * @table: customers, before they were merged
 * @key: what told who repeats
 * @n: how many rows repeat an earlier one
 *
 * Returns: (transfer full): what merging them did, for the report
 */
char *
gf_repeats_dup_sentence (const GfTable   *table,
                         const GfJoinKey *key,
                         gsize            n)
{
  g_return_val_if_fail (table != NULL && key != NULL, NULL);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$zu row that repeats a customer by “%2$s” is merged "
                                       "into the first; a cell is the first that is filled.",
                                       "%1$zu rows that repeat customers by “%2$s” are merged "
                                       "into the first; a cell is the first that is filled.", n),
                          n, gf_column_get_name (gf_table_get_column (table, key->other)));
}
