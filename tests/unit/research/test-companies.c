/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-companies.h"

static GfTable *
new_table (void)
{
  static const char * const names[] = { "Talweg Software", "Fernglas Digital", "", "FERNWERK", "Nordfern" };
  GfColumn *column = gf_column_new_typed ("Name", GF_COLUMN_TEXT, names, G_N_ELEMENTS (names));
  g_autoptr (GfTable) plain = gf_table_new (&column, 1);

  gf_column_unref (column);

  return gf_table_set_role (plain, 0, GF_ROLE_NAME);
}

static void
test_name_is_found_however_typed (void)
{
  g_autoptr (GfTable) table = new_table ();

  g_assert_cmpint (gf_companies_find (table, " fernglas digital "), ==, 1);
  g_assert_cmpint (gf_companies_find (table, "Fernglas"), ==, -1);
  g_assert_cmpint (gf_companies_find (table, ""), ==, -1);
  g_assert_cmpint (gf_companies_find (NULL, "Fernglas"), ==, -1);
}

static void
test_suggestions_begin_with_the_text_first (void)
{
  g_autoptr (GfTable) table = new_table ();
  g_auto (GStrv) some = gf_companies_suggest (table, "fern", 3);
  g_auto (GStrv) few = gf_companies_suggest (table, "fern", 1);
  g_auto (GStrv) none = gf_companies_suggest (table, " ", 3);
  g_auto (GStrv) nowhere = gf_companies_suggest (NULL, "fern", 3);

  g_assert_cmpuint (g_strv_length (some), ==, 3);
  g_assert_cmpstr (some[0], ==, "Fernglas Digital");
  g_assert_cmpstr (some[1], ==, "FERNWERK");
  g_assert_cmpstr (some[2], ==, "Nordfern");
  g_assert_cmpuint (g_strv_length (few), ==, 1);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (nowhere), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/research/companies/name-is-found-however-typed", test_name_is_found_however_typed);
  g_test_add_func ("/research/companies/suggestions-begin-with-the-text-first",
                   test_suggestions_begin_with_the_text_first);

  return g_test_run ();
}
