/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-table.h"

#include "gf-column-private.h"
#include "gf-number.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _GfTable
{
  gatomicrefcount ref_count;
  gsize n_rows;
  guint n_columns;
  GfColumn **columns;
  GHashTable *index;   /* name (of the column) -> first index + 1 */
};

G_DEFINE_BOXED_TYPE (GfTable, gf_table, gf_table_ref, gf_table_unref)

/**
 * gf_table_new:
 * @columns: (array length=n_columns): columns of one length; references are taken
 * @n_columns: how many
 *
 * Makes a table.
 *
 * Returns: (transfer full): the table
 */
GfTable *
gf_table_new (GfColumn * const *columns,
              guint             n_columns)
{
  g_return_val_if_fail (columns != NULL || n_columns == 0, NULL);
  for (guint i = 1; i < n_columns; i++)
    g_return_val_if_fail (gf_column_get_n_rows (columns[i]) == gf_column_get_n_rows (columns[0]),
                          NULL);

  GfTable *self = g_new0 (GfTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_columns = n_columns;
  self->n_rows = n_columns > 0 ? gf_column_get_n_rows (columns[0]) : 0;
  self->columns = g_new0 (GfColumn *, n_columns + 1);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_columns; i++)
    {
      gpointer name = (gpointer) gf_column_get_name (columns[i]);

      self->columns[i] = gf_column_ref (columns[i]);
      if (!g_hash_table_contains (self->index, name))
        g_hash_table_insert (self->index, name, GUINT_TO_POINTER (i + 1));
    }

  return self;
}

/**
 * gf_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
GfTable *
gf_table_ref (GfTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_table_unref:
 * @self: (transfer full): a table
 *
 * Frees the table with the last reference.
 */
void
gf_table_unref (GfTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->index);
  for (guint i = 0; i < self->n_columns; i++)
    gf_column_unref (self->columns[i]);
  g_free (self->columns);
  g_free (self);
}

/**
 * gf_table_get_n_rows:
 * @self: a table
 *
 * Returns: the number of customers
 */
gsize
gf_table_get_n_rows (const GfTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * gf_table_get_n_columns:
 * @self: a table
 *
 * Returns: the number of columns
 */
guint
gf_table_get_n_columns (const GfTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

/**
 * gf_table_get_column:
 * @self: a table
 * @index: from 0
 *
 * Returns: (transfer none): the column
 */
GfColumn *
gf_table_get_column (const GfTable *self,
                     guint          index)
{
  g_return_val_if_fail (self != NULL && index < self->n_columns, NULL);

  return self->columns[index];
}

/**
 * gf_table_index_of:
 * @self: a table
 * @name: (nullable): a column's name
 *
 * Returns: the index of the first column of that name, -1 if none; O(1)
 */
int
gf_table_index_of (const GfTable *self,
                   const char    *name)
{
  g_return_val_if_fail (self != NULL, -1);

  if (name == NULL)
    return -1;

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->index, name)) - 1;
}

/**
 * gf_table_find_column:
 * @self: a table
 * @name: (nullable): a column's name
 *
 * Returns: (transfer none) (nullable): the first column of that name
 */
GfColumn *
gf_table_find_column (const GfTable *self,
                      const char    *name)
{
  int index = gf_table_index_of (self, name);

  return index >= 0 ? self->columns[index] : NULL;
}

/**
 * gf_table_find_role:
 * @self: a table
 * @role: a role
 *
 * Returns: the index of the first column with that role, -1 if none
 */
int
gf_table_find_role (const GfTable *self,
                    GfColumnRole   role)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_columns; i++)
    if (gf_column_get_role (self->columns[i]) == role)
      return (int) i;

  return -1;
}

/**
 * gf_table_dup_row_name:
 * @self: a table
 * @row: a row
 *
 * Names a customer: the cell of the name column, else of the identifier, else "Customer 12".
 *
 * Returns: (transfer full): the name
 */
char *
gf_table_dup_row_name (const GfTable *self,
                       gsize          row)
{
  static const GfColumnRole roles[] = { GF_ROLE_NAME, GF_ROLE_IDENTIFIER };

  g_return_val_if_fail (self != NULL && row < self->n_rows, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      int index = gf_table_find_role (self, roles[i]);
      if (index < 0)
        continue;

      const char *text = gf_column_get_text (self->columns[index], row);
      gsize length = strlen (text);
      if (gf_text_is_missing (text, length, TRUE))
        continue;
      gf_text_trim (&text, &length);
      gf_text_strip_mark (&text, &length);
      return g_strndup (text, length);
    }

  /* Translators: a customer without a name, with its place in the list */
  return g_strdup_printf (_("Customer %zu"), row + 1);
}

/**
 * gf_table_replace_column:
 * @self: a table
 * @index: a column's index
 * @column: what takes its place, of the same length
 *
 * Returns: (transfer full): the table with that column; the others are shared
 */
GfTable *
gf_table_replace_column (const GfTable *self,
                         guint          index,
                         GfColumn      *column)
{
  g_return_val_if_fail (self != NULL && index < self->n_columns && column != NULL, NULL);
  g_return_val_if_fail (gf_column_get_n_rows (column) == self->n_rows, NULL);

  g_autofree GfColumn **columns = g_memdup2 (self->columns, self->n_columns * sizeof (GfColumn *));
  columns[index] = column;

  return gf_table_new (columns, self->n_columns);
}

/**
 * gf_table_set_role:
 * @self: a table
 * @index: a column's index
 * @role: its role
 *
 * Returns: (transfer full): the table with that role
 */
GfTable *
gf_table_set_role (const GfTable *self,
                   guint          index,
                   GfColumnRole   role)
{
  g_return_val_if_fail (self != NULL && index < self->n_columns, NULL);

  g_autoptr (GfColumn) column = gf_column_with_role (self->columns[index], role);

  return gf_table_replace_column (self, index, column);
}

/**
 * gf_table_set_type:
 * @self: a table
 * @index: a column's index
 * @type: its type
 * @error: where to put why not
 *
 * Reads a column as another type, see gf_column_with_type().
 *
 * Returns: (transfer full): the table, or %NULL when no cell is a value of that type
 */
GfTable *
gf_table_set_type (const GfTable *self,
                   guint          index,
                   GfColumnType   type,
                   GError       **error)
{
  g_return_val_if_fail (self != NULL && index < self->n_columns, NULL);

  g_autoptr (GfColumn) column = gf_column_with_type (self->columns[index], type, error);

  return column != NULL ? gf_table_replace_column (self, index, column) : NULL;
}

/**
 * gf_table_set_types:
 * @self: a table
 * @indices: (array length=n_indices): columns' indices
 * @n_indices: how many
 * @type: their type
 * @error: where to put why not, with the column's name
 *
 * Reads several columns as another type; all of them or none.
 *
 * Returns: (transfer full): the table, or %NULL when one column has no cell that is a value of that
 *   type
 */
GfTable *
gf_table_set_types (const GfTable *self,
                    const guint   *indices,
                    guint          n_indices,
                    GfColumnType   type,
                    GError       **error)
{
  g_return_val_if_fail (self != NULL && (indices != NULL || n_indices == 0), NULL);

  g_autofree GfColumn **columns = g_memdup2 (self->columns,
                                             MAX (self->n_columns, 1) * sizeof (GfColumn *));
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (guint i = 0; i < n_indices; i++)
    {
      g_return_val_if_fail (indices[i] < self->n_columns, NULL);

      GfColumn *column = gf_column_with_type (self->columns[indices[i]], type, error);
      if (column == NULL)
        return NULL;
      g_ptr_array_add (changed, column);
      columns[indices[i]] = column;
    }

  return gf_table_new (columns, self->n_columns);
}

/* A column of money that names no currency takes that of the first amount that does. Returns the column, which
 * may be another one. */
static GfColumn *
learn_currency (GfColumn   *column,
                const char *text)
{
  char code[GF_CURRENCY_SIZE];

  if (gf_column_get_column_type (column) != GF_COLUMN_MONEY || gf_column_get_currency (column) != NULL || text == NULL)
    return column;

  GfNumber number;
  if (!gf_number_parse (text, strlen (text), gf_column_get_spec (column)->decimal, &number) ||
      *number.currency == '\0')
    return column;
  memcpy (code, number.currency, sizeof code);

  g_autoptr (GfColumn) before = column;
  g_autoptr (GfColumnSpec) spec = gf_column_spec_copy (gf_column_get_spec (before));
  g_set_str (&spec->currency, code);

  return gf_column_with_spec (before, spec);
}

/**
 * gf_table_set_cell:
 * @self: a table
 * @row: a row
 * @column: a column's index
 * @text: (nullable): what the cell shall say
 * @error: where to put that there is no room for it
 *
 * Sets a cell. A column of money without a currency gets the one that @text names.
 *
 * Returns: (transfer full): the table with that cell, or %NULL
 */
GfTable *
gf_table_set_cell (const GfTable *self,
                   gsize          row,
                   guint          column,
                   const char    *text,
                   GError       **error)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows && column < self->n_columns, NULL);

  g_autoptr (GfColumn) changed = gf_column_with_cell (self->columns[column], row, text, error);
  if (changed == NULL)
    return NULL;
  changed = learn_currency (changed, text);

  return gf_table_replace_column (self, column, changed);
}

/* A table of the same columns over other texts; takes the array and its references. */
static GfTable *
rebuild (const GfTable *self,
         GfCells      **cells)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_ptr_array_add (columns, gf_column_new (gf_column_get_spec (self->columns[i]), cells[i]));
      gf_cells_unref (cells[i]);
    }
  g_free (cells);

  return gf_table_new ((GfColumn **) columns->pdata, columns->len);
}

/**
 * gf_table_append_row:
 * @self: a table
 * @cells: (nullable) (array): a text for each column, %NULL for empty; %NULL altogether for an
 *   empty row
 * @error: where to put that there is no room for one of them
 *
 * Returns: (transfer full): the table with one more customer at the end, or %NULL
 */
GfTable *
gf_table_append_row (const GfTable      *self,
                     const char * const *cells,
                     GError            **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfCells **longer = g_new0 (GfCells *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      longer[i] = gf_cells_append (gf_column_get_cells (self->columns[i]),
                                   cells != NULL ? cells[i] : NULL);
      if (longer[i] != NULL)
        continue;
      _gf_column_refuse_more (self->columns[i], error);
      for (guint k = 0; k < i; k++)
        gf_cells_unref (longer[k]);
      g_free (longer);
      return NULL;
    }

  return rebuild (self, longer);
}

/**
 * gf_table_remove_row:
 * @self: a table
 * @row: a row
 *
 * Returns: (transfer full): the table without that customer
 */
GfTable *
gf_table_remove_row (const GfTable *self,
                     gsize          row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, NULL);

  GfCells **shorter = g_new0 (GfCells *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    shorter[i] = gf_cells_remove (gf_column_get_cells (self->columns[i]), row);

  return rebuild (self, shorter);
}
