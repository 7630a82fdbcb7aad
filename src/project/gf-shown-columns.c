/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-shown-columns.h"

static int
get_place (GfTable *table,
           guint    column)
{
  switch (gf_column_get_role (gf_table_get_column (table, column)))
    {
    case GF_ROLE_NAME:
      return 0;
    case GF_ROLE_IDENTIFIER:
      return gf_table_find_role (table, GF_ROLE_NAME) >= 0 ? 2 : 0;
    case GF_ROLE_IGNORE:
      return 3;
    case GF_ROLE_ATTRIBUTE:
    case GF_ROLE_VALUE:
    case GF_ROLE_DATE:
    case GF_ROLE_CHURN:
    default:
      return 1;
    }
}

static gboolean
array_has (GArray *columns,
           guint   column)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, guint, i) == column)
      return TRUE;

  return FALSE;
}

/**
 * gf_customers_dup_column_order:
 * @self: the customers
 * @table: their table
 *
 * Returns: (transfer full) (element-type guint): all columns of @table, in the order they are shown in
 */
GArray *
gf_customers_dup_column_order (GfCustomers *self,
                               GfTable     *table)
{
  const char * const *order;
  GArray *columns;

  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  order = gf_customers_get_column_order (self);
  columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; order[i] != NULL; i++)
    {
      int found = gf_table_index_of (table, order[i]);
      guint column = (guint) found;

      if (found >= 0 && !array_has (columns, column))
        g_array_append_val (columns, column);
    }
  for (int place = 0; place <= 3; place++)
    for (guint column = 0; column < gf_table_get_n_columns (table); column++)
      if (get_place (table, column) == place && !array_has (columns, column))
        g_array_append_val (columns, column);

  return columns;
}

/**
 * gf_customers_is_shown:
 * @self: the customers
 * @table: their table
 * @column: a column of it
 *
 * Returns: whether the column is shown
 */
gboolean
gf_customers_is_shown (GfCustomers *self,
                       GfTable     *table,
                       guint        column)
{
  const char *name;

  g_return_val_if_fail (self != NULL && table != NULL, FALSE);

  name = gf_column_get_name (gf_table_get_column (table, column));
  if (g_strv_contains (gf_customers_get_hidden_columns (self), name))
    return FALSE;

  return g_strv_contains (gf_customers_get_column_order (self), name) || get_place (table, column) < 3;
}

/**
 * gf_customers_dup_shown:
 * @self: the customers
 * @table: their table
 *
 * Returns: (transfer full) (element-type guint): the columns of @table that are shown, in order
 */
GArray *
gf_customers_dup_shown (GfCustomers *self,
                        GfTable     *table)
{
  g_autoptr (GArray) order = gf_customers_dup_column_order (self, table);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < order->len; i++)
    if (gf_customers_is_shown (self, table, g_array_index (order, guint, i)))
      g_array_append_val (shown, g_array_index (order, guint, i));

  return shown;
}

/**
 * gf_customers_choose_columns:
 * @self: the customers
 * @table: their table
 * @order: (array length=n_columns): columns in the order they shall be shown in
 * @n_columns: how many
 * @hidden: (element-type guint guint): a set of those that shall not be shown
 *
 * Keeps the choice in the project.
 */
void
gf_customers_choose_columns (GfCustomers *self,
                             GfTable     *table,
                             const guint *order,
                             guint        n_columns,
                             GHashTable  *hidden)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  g_return_if_fail (self != NULL && table != NULL && order != NULL && hidden != NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (table, order[i]));

      g_ptr_array_add (names, (gpointer) name);
      if (g_hash_table_contains (hidden, GUINT_TO_POINTER (order[i])))
        g_ptr_array_add (gone, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (gone, NULL);
  gf_customers_set_column_order (self, (const char * const *) names->pdata);
  gf_customers_set_hidden_columns (self, (const char * const *) gone->pdata);
}
