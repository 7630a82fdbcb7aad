/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-table-change.h"

#include <string.h>

static gboolean
same_columns (const GfTable *a,
              const GfTable *b)
{
  if (a == NULL || b == NULL || gf_table_get_n_columns (a) != gf_table_get_n_columns (b))
    return FALSE;

  for (guint i = 0; i < gf_table_get_n_columns (a); i++)
    if (strcmp (gf_column_get_name (gf_table_get_column (a, i)),
                gf_column_get_name (gf_table_get_column (b, i))) != 0)
      return FALSE;

  return TRUE;
}

/* The column that tells customers apart best: their names. */
static guint
get_names (const GfTable *table)
{
  int role = gf_table_find_role (table, GF_ROLE_NAME);

  return role >= 0 ? (guint) role : 0;
}

static gboolean
is_same_cell (const GfTable *a,
              gsize          row,
              const GfTable *b,
              gsize          other,
              guint          column)
{
  gsize length, other_length;
  const char *text = gf_cells_get (gf_column_get_cells (gf_table_get_column (a, column)), row, &length);
  const char *other_text = gf_cells_get (gf_column_get_cells (gf_table_get_column (b, column)), other, &other_length);

  return length == other_length && memcmp (text, other_text, length) == 0;
}

/* The row of @before that @after lacks, when it lacks just one. Where names differ for the first time it is
 * gone, or one before it of the same name: only those are looked at in full. */
static gsize
find_gone (const GfTable *before,
           const GfTable *after,
           guint          names)
{
  gsize n = gf_table_get_n_rows (after);
  gsize row = 0;

  while (row < n && is_same_cell (before, row, after, row, names))
    row++;

  gsize differs = row;

  while (row > 0 && is_same_cell (before, row - 1, before, differs, names))
    row--;
  for (; row < differs; row++)
    for (guint i = 0; i < gf_table_get_n_columns (after); i++)
      if (!is_same_cell (before, row, after, row, i))
        return row;

  return differs;
}

/* Whether all who were there before, but the one that is @gone, stand in their order at the beginning of
 * @after; one of them may have got another name. */
static gboolean
has_same_customers (const GfTable *before,
                    const GfTable *after,
                    gsize          gone,
                    guint          names)
{
  gsize n_other = 0;

  if (gf_column_get_cells (gf_table_get_column (before, names)) ==
      gf_column_get_cells (gf_table_get_column (after, names)))
    return TRUE;

  for (gsize row = 0, place = 0; row < gf_table_get_n_rows (before); row++)
    {
      if (row == gone)
        continue;
      if (!is_same_cell (before, row, after, place++, names) && ++n_other > 1)
        return FALSE;
    }

  return TRUE;
}

/**
 * gf_table_compare:
 * @before: (nullable): a table
 * @after: (nullable): another one
 * @gone: (out): the row of @before that is gone, when it is one
 *
 * Returns: how @after came of @before
 */
GfTableChange
gf_table_compare (const GfTable *before,
                  const GfTable *after,
                  gsize         *gone)
{
  g_return_val_if_fail (gone != NULL, GF_TABLE_CHANGE_COLUMNS);

  *gone = G_MAXSIZE;
  if (!same_columns (before, after))
    return GF_TABLE_CHANGE_COLUMNS;

  gsize n_before = gf_table_get_n_rows (before);
  gsize n = gf_table_get_n_rows (after);

  if (gf_table_get_n_columns (after) == 0)
    return GF_TABLE_CHANGE_CELLS;
  if (n + 1 < n_before)
    return GF_TABLE_CHANGE_ROWS;

  guint names = get_names (before);

  if (n + 1 == n_before)
    *gone = find_gone (before, after, names);
  if (!has_same_customers (before, after, *gone, names))
    return GF_TABLE_CHANGE_ROWS;

  return n < n_before ? GF_TABLE_CHANGE_ONE_GONE : n > n_before ? GF_TABLE_CHANGE_MORE : GF_TABLE_CHANGE_CELLS;
}
