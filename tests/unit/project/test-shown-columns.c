/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-shown-columns.h"

static GfTable *
sample (gboolean name)
{
  static const char * const names[] = { "Id", "Notes", "Name", "Industry", "Revenue" };
  static const GfColumnRole roles[] = { GF_ROLE_IDENTIFIER, GF_ROLE_IGNORE, GF_ROLE_NAME,
                                        GF_ROLE_ATTRIBUTE, GF_ROLE_VALUE };
  const char *cells[] = { "1" };
  GfColumn *columns[5];
  GfTable *table;

  for (guint i = 0; i < 5; i++)
    {
      GfColumnSpec spec = { (char *) names[i], GF_COLUMN_TEXT, roles[i], NULL, 0, 0, 0 };

      if (!name && i == 2)
        spec.role = GF_ROLE_ATTRIBUTE;
      columns[i] = gf_column_new_from_cells (&spec, cells, 1);
    }
  table = gf_table_new (columns, 5);
  for (guint i = 0; i < 5; i++)
    gf_column_unref (columns[i]);

  return table;
}

static void
assert_shown (GfCustomers *customers,
              GfTable     *table,
              const char  *expected)
{
  g_autoptr (GArray) shown = gf_customers_dup_shown (customers, table);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    g_string_append_printf (words, i > 0 ? " %u" : "%u", g_array_index (shown, guint, i));
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_the_name_is_first (void)
{
  g_autoptr (GfCustomers) customers = g_object_new (GF_TYPE_CUSTOMERS, NULL);
  g_autoptr (GfTable) table = sample (TRUE);
  g_autoptr (GfTable) nameless = sample (FALSE);

  assert_shown (customers, table, "2 3 4 0");
  assert_shown (customers, nameless, "0 2 3 4");
}

/* Of many columns eight are shown, in the order of the table: all that say what customers are worth would leave
 * no room for what they are. What is not shown is exported all the same, until it is hidden. */
static void
test_eight_of_many (void)
{
  g_autoptr (GfCustomers) customers = g_object_new (GF_TYPE_CUSTOMERS, NULL);
  g_autoptr (GHashTable) hidden = g_hash_table_new (NULL, NULL);
  const GfColumnRole roles[] = {
    GF_ROLE_IDENTIFIER, GF_ROLE_DATE, GF_ROLE_ATTRIBUTE, GF_ROLE_ATTRIBUTE, GF_ROLE_VALUE, GF_ROLE_VALUE,
    GF_ROLE_IGNORE, GF_ROLE_ATTRIBUTE, GF_ROLE_ATTRIBUTE, GF_ROLE_ATTRIBUTE, GF_ROLE_VALUE, GF_ROLE_VALUE,
    GF_ROLE_NAME,
  };
  const char *cells[] = { "1" };
  GfColumn *columns[G_N_ELEMENTS (roles)];
  g_autoptr (GfTable) table = NULL;
  g_autoptr (GArray) exported = NULL;
  g_autoptr (GArray) order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *name = g_strdup_printf ("Column %u", i);
      GfColumnSpec spec = { name, GF_COLUMN_TEXT, roles[i], NULL, 0, 0, 0 };

      columns[i] = gf_column_new_from_cells (&spec, cells, 1);
    }
  table = gf_table_new (columns, G_N_ELEMENTS (roles));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gf_column_unref (columns[i]);

  assert_shown (customers, table, "12 2 3 4 5 7 8 10");
  exported = gf_customers_dup_exported (customers, table);
  g_assert_cmpuint (exported->len, ==, G_N_ELEMENTS (roles) - 1);

  g_hash_table_add (hidden, GUINT_TO_POINTER (2));
  order = gf_customers_dup_column_order (customers, table);
  gf_customers_choose_columns (customers, table, (const guint *) (gpointer) order->data, order->len, hidden);
  assert_shown (customers, table, "12 1 3 4 5 7 8 9 10 11 0 6");
}

static void
test_a_choice_is_kept (void)
{
  g_autoptr (GfCustomers) customers = g_object_new (GF_TYPE_CUSTOMERS, NULL);
  g_autoptr (GfTable) table = sample (TRUE);
  g_autoptr (GHashTable) hidden = g_hash_table_new (NULL, NULL);
  const guint order[] = { 4, 1, 2, 3, 0 };

  g_hash_table_add (hidden, GUINT_TO_POINTER (3));
  g_hash_table_add (hidden, GUINT_TO_POINTER (0));
  gf_customers_choose_columns (customers, table, order, 5, hidden);
  /* What was left out is shown when it is chosen. */
  assert_shown (customers, table, "4 1 2");
}

static void
test_new_columns_are_shown_behind (void)
{
  g_autoptr (GfCustomers) customers = g_object_new (GF_TYPE_CUSTOMERS, NULL);
  g_autoptr (GfTable) table = sample (TRUE);
  const char *order[] = { "Revenue", "Gone", "Name", "Name", NULL };
  const char *hidden[] = { "Industry", NULL };

  gf_customers_set_column_order (customers, order);
  gf_customers_set_hidden_columns (customers, hidden);
  assert_shown (customers, table, "4 2 0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown-columns/name-is-first", test_the_name_is_first);
  g_test_add_func ("/shown-columns/eight-of-many", test_eight_of_many);
  g_test_add_func ("/shown-columns/choice-is-kept", test_a_choice_is_kept);
  g_test_add_func ("/shown-columns/new-columns-behind", test_new_columns_are_shown_behind);

  return g_test_run ();
}
