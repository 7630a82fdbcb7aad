/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-shown-columns.h"

/* So many columns are shown until the user has chosen, and so many of them say what customers are worth. */
#define N_SHOWN 8
#define N_VALUES 3

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

/* Whether the user has not hidden it: what is left out must have been chosen. */
static gboolean
is_kept (GfCustomers *self,
         GfTable     *table,
         guint        column)
{
  const char *name = gf_column_get_name (gf_table_get_column (table, column));

  return !g_strv_contains (gf_customers_get_hidden_columns (self), name) &&
         (g_strv_contains (gf_customers_get_column_order (self), name) || get_place (table, column) < 3);
}

/* Adds to @picked those of @order with a role, until it has @most. */
static void
pick (GfTable      *table,
      GArray       *order,
      GfColumnRole  role,
      guint         most,
      GHashTable   *picked)
{
  for (guint i = 0; i < order->len && g_hash_table_size (picked) < most; i++)
    {
      guint column = g_array_index (order, guint, i);

      if (gf_column_get_role (gf_table_get_column (table, column)) == role)
        g_hash_table_add (picked, GUINT_TO_POINTER (column));
    }
}

/* The columns that are shown while the user has not chosen. */
static GHashTable *
pick_columns (GfTable *table,
              GArray  *order)
{
  GHashTable *picked = g_hash_table_new (NULL, NULL);

  pick (table, order, GF_ROLE_NAME, N_SHOWN, picked);
  if (gf_table_find_role (table, GF_ROLE_NAME) < 0)
    pick (table, order, GF_ROLE_IDENTIFIER, N_SHOWN, picked);
  pick (table, order, GF_ROLE_VALUE, MIN (g_hash_table_size (picked) + N_VALUES, N_SHOWN), picked);
  pick (table, order, GF_ROLE_ATTRIBUTE, N_SHOWN, picked);
  pick (table, order, GF_ROLE_VALUE, N_SHOWN, picked);
  pick (table, order, GF_ROLE_DATE, N_SHOWN, picked);
  pick (table, order, GF_ROLE_CHURN, N_SHOWN, picked);
  pick (table, order, GF_ROLE_IDENTIFIER, N_SHOWN, picked);

  return picked;
}

/**
 * gf_customers_dup_shown:
 * @self: the customers
 * @table: their table
 *
 * The columns that are shown: all but the hidden ones once the user has chosen, before that the eight that say
 * most: the name, what customers are worth, and what they are.
 *
 * Returns: (transfer full) (element-type guint): the columns of @table that are shown, in order
 */
GArray *
gf_customers_dup_shown (GfCustomers *self,
                        GfTable     *table)
{
  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  g_autoptr (GArray) order = gf_customers_dup_column_order (self, table);
  gboolean chosen = gf_customers_get_column_order (self)[0] != NULL;
  g_autoptr (GHashTable) picked = chosen ? NULL : pick_columns (table, order);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < order->len; i++)
    {
      guint column = g_array_index (order, guint, i);

      if (is_kept (self, table, column) &&
          (chosen || g_hash_table_contains (picked, GUINT_TO_POINTER (column))))
        g_array_append_val (shown, column);
    }

  return shown;
}

/**
 * gf_customers_dup_exported:
 * @self: the customers
 * @table: their table
 *
 * Returns: (transfer full) (element-type guint): the columns of @table that the user has not hidden, also those
 *   that wait to be shown, in order
 */
GArray *
gf_customers_dup_exported (GfCustomers *self,
                           GfTable     *table)
{
  g_return_val_if_fail (self != NULL && table != NULL, NULL);

  g_autoptr (GArray) order = gf_customers_dup_column_order (self, table);
  GArray *exported = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < order->len; i++)
    if (is_kept (self, table, g_array_index (order, guint, i)))
      g_array_append_val (exported, g_array_index (order, guint, i));

  return exported;
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
