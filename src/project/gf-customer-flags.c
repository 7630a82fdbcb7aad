/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-flags.h"

#include "gf-project-report.h"
#include "gf-row-identity.h"

#include <string.h>

/* Of those who feel so; of all for %NULL. */
static GStrv
dup_identities (GfCustomers     *self,
                const GfFeeling *feeling)
{
  GListModel *flags = G_LIST_MODEL (gf_customers_get_flags (self));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (flags); i++)
    {
      g_autoptr (GfCustomerFlag) flag = g_list_model_get_item (flags, i);

      if (feeling == NULL || gf_customer_flag_get_feeling (flag) == *feeling)
        g_strv_builder_add (builder, gf_customer_flag_get_customer (flag));
    }

  return g_strv_builder_end (builder);
}

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
  g_auto (GStrv) identities = dup_identities (self, NULL);
  g_autoptr (GHashTable) rows = gf_table_find_identities (table, (const char * const *) identities);

  for (guint i = 0; i < g_list_model_get_n_items (flags); i++)
    {
      g_autoptr (GfCustomerFlag) flag = g_list_model_get_item (flags, i);
      gpointer of;

      if (g_hash_table_lookup_extended (rows, gf_customer_flag_get_customer (flag), NULL, &of) &&
          GPOINTER_TO_UINT (of) == row)
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
 * Sets what somebody says of a customer, as of today; who it is stays.
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
  if (*gf_customer_flag_get_date (flag) == '\0' || gf_customer_flag_get_feeling (flag) != feeling)
    {
      g_autofree char *today = gf_today ();

      gf_customer_flag_set_date (flag, today);
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
 * gf_customers_dup_flagged:
 * @self: the customers of a project
 * @feeling: how they do
 *
 * Returns: (transfer full): what those are known by of whom somebody says so, gf-row-identity.h
 */
GStrv
gf_customers_dup_flagged (GfCustomers *self,
                          GfFeeling    feeling)
{
  g_return_val_if_fail (GF_IS_CUSTOMERS (self), NULL);

  return dup_identities (self, &feeling);
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

  g_auto (GStrv) identities = gf_customers_dup_flagged (self, feeling);

  return gf_table_match_identities (table, (const char * const *) identities);
}

/* What a customer is known by before -> after, of those that are known by something else now. */
static GHashTable *
find_renamed (GfTable             *before,
              GfTable             *after,
              const guint32       *after_of,
              const char * const  *identities)
{
  g_autoptr (GHashTable) rows = gf_table_find_identities (before, identities);
  g_autoptr (GfBitset) now = gf_bitset_new (gf_table_get_n_rows (after));
  g_autoptr (GHashTable) of_row = g_hash_table_new (NULL, NULL);
  GHashTable *renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer known, row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (after_of[GPOINTER_TO_UINT (row)] != G_MAXUINT32)
      gf_bitset_set (now, after_of[GPOINTER_TO_UINT (row)]);

  g_auto (GStrv) fresh = gf_table_dup_row_identities (after, now);
  for (gsize at = 0, i = 0; gf_bitset_next (now, &at); at++)
    g_hash_table_insert (of_row, GUINT_TO_POINTER (at), fresh[i++]);

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &known, &row))
    {
      const char *identity = g_hash_table_lookup (of_row, GUINT_TO_POINTER (after_of[GPOINTER_TO_UINT (row)]));

      if (identity != NULL && !g_str_equal (identity, known))
        g_hash_table_insert (renamed, g_strdup (known), g_strdup (identity));
    }

  return renamed;
}

/**
 * gf_customers_follow_rows:
 * @self: the customers of a project
 * @before: their table as it was
 * @after: their table now
 * @after_of: (array): for each row before its row now, or %G_MAXUINT32 where it is gone
 *
 * What was said of a customer stays with them when what they are known by changes, be it because they are called
 * otherwise or because a namesake is.
 */
void
gf_customers_follow_rows (GfCustomers   *self,
                          GfTable       *before,
                          GfTable       *after,
                          const guint32 *after_of)
{
  g_return_if_fail (GF_IS_CUSTOMERS (self) && before != NULL && after != NULL && after_of != NULL);

  GListModel *flags = G_LIST_MODEL (gf_customers_get_flags (self));
  const char * const *picked = gf_customers_get_picked (self);
  g_autoptr (GHashTable) picks = find_renamed (before, after, after_of, picked);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; g_hash_table_size (picks) > 0 && picked[i] != NULL; i++)
    {
      const char *now = g_hash_table_lookup (picks, picked[i]);

      g_strv_builder_add (builder, now != NULL ? now : picked[i]);
    }
  if (g_hash_table_size (picks) > 0)
    {
      g_auto (GStrv) fresh = g_strv_builder_end (builder);

      gf_customers_set_picked (self, (const char * const *) fresh);
    }

  g_auto (GStrv) identities = dup_identities (self, NULL);
  g_autoptr (GHashTable) renamed = find_renamed (before, after, after_of, (const char * const *) identities);
  for (guint i = 0; g_hash_table_size (renamed) > 0 && i < g_list_model_get_n_items (flags); i++)
    {
      g_autoptr (GfCustomerFlag) flag = g_list_model_get_item (flags, i);
      const char *now = g_hash_table_lookup (renamed, gf_customer_flag_get_customer (flag));

      if (now != NULL)
        gf_customer_flag_set_customer (flag, now);
    }
}

/* Whether anything is said of customers, and whether of those who have no identifier. */
static void
look_at_marks (GfCustomers *self,
               gboolean    *any,
               gboolean    *nameless)
{
  const char * const *picked = gf_customers_get_picked (self);
  g_auto (GStrv) flagged = dup_identities (self, NULL);
  const char * const *lists[] = { picked, (const char * const *) flagged };

  *any = *nameless = FALSE;
  for (gsize k = 0; k < G_N_ELEMENTS (lists); k++)
    for (gsize i = 0; lists[k] != NULL && lists[k][i] != NULL; i++)
      {
        *any = TRUE;
        *nameless |= strchr (lists[k][i], GF_IDENTITY_MARK) != NULL;
      }
}

/* Tables share the columns that an edit leaves alone. */
static gboolean
tells_otherwise (GfTable *before,
                 GfTable *after,
                 gboolean nameless)
{
  for (guint i = 0; i < gf_table_get_n_columns (before); i++)
    {
      GfColumn *column = gf_table_get_column (before, i);
      GfColumnRole role = gf_column_get_role (column);

      if ((nameless ? role != GF_ROLE_IGNORE : role == GF_ROLE_IDENTIFIER || role == GF_ROLE_NAME) &&
          (i >= gf_table_get_n_columns (after) || gf_table_get_column (after, i) != column))
        return TRUE;
    }

  return FALSE;
}

/**
 * gf_customers_follow_edit:
 * @self: the customers of a project
 * @before: (nullable): their table as it was
 * @after: their table now
 *
 * The same as gf_customers_follow_rows() where cells or columns were changed, or customers added behind the others;
 * nothing when there are fewer.
 */
void
gf_customers_follow_edit (GfCustomers *self,
                          GfTable     *before,
                          GfTable     *after)
{
  g_return_if_fail (GF_IS_CUSTOMERS (self) && after != NULL);

  gsize n_rows = before != NULL ? gf_table_get_n_rows (before) : 0;

  gboolean any, nameless;

  look_at_marks (self, &any, &nameless);
  if (before == NULL || gf_table_get_n_rows (after) < n_rows || !any || !tells_otherwise (before, after, nameless))
    return;

  g_autofree guint32 *same = g_new (guint32, n_rows + 1);
  for (gsize row = 0; row < n_rows; row++)
    same[row] = (guint32) row;
  gf_customers_follow_rows (self, before, after, same);
}
