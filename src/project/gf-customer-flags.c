/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-flags.h"

#include "gf-row-identity.h"

/**
 * gf_customers_find_flag:
 * @self: the customers of a project
 * @table: their table
 * @row: a customer
 *
 * Returns: (transfer none) (nullable): what somebody says of the customer
 */
GfCustomerFlag *
gf_customers_find_flag (GfCustomers *self,
                        GfTable     *table,
                        gsize        row)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self) && table != NULL, NULL);

  GListModel *flags = G_LIST_MODEL (gf_customers_get_flags (self));
  g_autofree char *identity = gf_table_dup_row_identity (table, row);

  for (guint i = 0; i < g_list_model_get_n_items (flags); i++)
    {
      g_autoptr (GfCustomerFlag) flag = g_list_model_get_item (flags, i);

      if (g_str_equal (gf_customer_flag_get_customer (flag), identity))
        return flag;   /* the customers keep it */
    }

  return NULL;
}

static void
add_rule (GfCustomers *self)
{
  GListStore *marks = gf_customers_get_bad_marks (self);
  g_autoptr (GfBadMark) added = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (marks)); i++)
    {
      g_autoptr (GfBadMark) mark = g_list_model_get_item (G_LIST_MODEL (marks), i);

      if (gf_bad_mark_get_kind (mark) == GF_BAD_MARK_DRAINING)
        return;
    }

  added = gf_bad_mark_new ();
  gf_bad_mark_set_kind (added, GF_BAD_MARK_DRAINING);
  g_list_store_append (marks, added);
}

/**
 * gf_customers_flag:
 * @self: the customers of a project
 * @table: their table
 * @row: a customer
 * @feeling: how the customer does
 *
 * Sets what somebody says of a customer; who it is stays.
 *
 * Returns: (transfer none): the flag
 */
GfCustomerFlag *
gf_customers_flag (GfCustomers *self,
                   GfTable     *table,
                   gsize        row,
                   GfFeeling    feeling)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self) && table != NULL, NULL);

  GfCustomerFlag *flag = gf_customers_find_flag (self, table, row);

  if (flag == NULL)
    {
      g_autoptr (GfCustomerFlag) added = gf_customer_flag_new ();
      g_autofree char *identity = gf_table_dup_row_identity (table, row);

      gf_customer_flag_set_customer (added, identity);
      gf_customer_flag_set_feeling (added, feeling);
      g_list_store_append (gf_customers_get_flags (self), added);
      flag = added;   /* the customers keep it */
    }
  gf_customer_flag_set_feeling (flag, feeling);
  if (feeling == GF_FEELING_DRAINING)
    add_rule (self);

  return flag;
}

/**
 * gf_customers_unflag:
 * @self: the customers of a project
 * @table: their table
 * @row: a customer
 *
 * Takes back what somebody says of a customer.
 */
void
gf_customers_unflag (GfCustomers *self,
                     GfTable     *table,
                     gsize        row)
{
  g_return_if_fail (GF_IS_CUSTOMERS (self) && table != NULL);

  GfCustomerFlag *flag = gf_customers_find_flag (self, table, row);

  if (flag != NULL)
    gf_record_list_remove (gf_customers_get_flags (self), flag);
}

/**
 * gf_customers_match_flags:
 * @self: the customers of a project
 * @table: their table
 * @feeling: how they do
 *
 * Returns: (transfer full): the rows of those of whom somebody says so
 */
GfBitset *
gf_customers_match_flags (GfCustomers *self,
                          GfTable     *table,
                          GfFeeling    feeling)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self) && table != NULL, NULL);

  GListModel *flags = G_LIST_MODEL (gf_customers_get_flags (self));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (flags); i++)
    {
      g_autoptr (GfCustomerFlag) flag = g_list_model_get_item (flags, i);

      if (gf_customer_flag_get_feeling (flag) == feeling)
        g_strv_builder_add (builder, gf_customer_flag_get_customer (flag));
    }

  g_auto (GStrv) identities = g_strv_builder_end (builder);

  return gf_table_match_identities (table, (const char * const *) identities);
}
