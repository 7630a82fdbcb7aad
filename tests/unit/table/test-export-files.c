/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"

#include <string.h>

/* Small files as the programs export them, with their quirks, each beside what a user should not have
   to settle: FILE.csv and FILE.expect, "title", "rows", then "column, role, type". */

static char *
path_of (const char *name,
         const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_build_filename (g_getenv ("GF_TEST_DATA"), "exports", file, NULL);
}

static GfImport *
import_file (const char *name)
{
  g_autofree char *path = path_of (name, ".csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GfImport *import = gf_import_read (file, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static void
check_column (const char  *file,
              GfTable     *table,
              char       **expected)
{
  GfColumn *column = gf_table_find_column (table, expected[0]);

  if (column == NULL)
    g_error ("%s: no column “%s”", file, expected[0]);

  const char *role = gf_column_role_get_nick (gf_column_get_role (column));
  const char *type = gf_column_type_get_nick (gf_column_get_column_type (column));
  if (strcmp (role, expected[1]) != 0 || strcmp (type, expected[2]) != 0)
    {
      g_test_fail_printf ("%s: “%s” is %s, %s; it should be %s, %s", file, expected[0], role, type,
                          expected[1], expected[2]);
      g_test_message ("%s: “%s” is %s, %s; it should be %s, %s", file, expected[0], role, type,
                      expected[1], expected[2]);
    }
}

static void
test_file (gconstpointer data)
{
  const char *name = data;
  g_autoptr (GfImport) import = import_file (name);
  GfTable *table = gf_import_get_table (import);
  g_autofree char *path = path_of (name, ".expect");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", -1);

      if (strcmp (parts[0], "title") == 0)
        g_assert_cmpstr (gf_import_get_source (import), ==, parts[1]);
      else if (strcmp (parts[0], "rows") == 0)
        g_assert_cmpuint (gf_table_get_n_rows (table), ==, g_ascii_strtoull (parts[1], NULL, 10));
      else
        check_column (name, table, parts);
    }
  g_assert_cmpstr (gf_export_get_id (gf_import_get_export (import)), ==, name);
}

/* What a type alone does not show. */
static void
test_quirks (void)
{
  g_autoptr (GfImport) hubspot = import_file ("hubspot-companies");
  g_autoptr (GfImport) shopify = import_file ("shopify-customers");
  g_autoptr (GfImport) deals = import_file ("hubspot-deals");
  g_autoptr (GfImport) stripe = import_file ("stripe-subscriptions");
  g_autoptr (GfImport) payments = import_file ("stripe-payments");
  GfTable *companies = gf_import_get_table (hubspot);
  GfTable *customers = gf_import_get_table (shopify);

  g_assert_cmpfloat (gf_column_get_number (gf_table_find_column (companies, "Number of Employees"), 0), ==,
                     117);
  g_assert_cmpuint (gf_column_get_n_levels (gf_table_find_column (companies, "Web Technologies")), ==, 3);

  /* The mark that keeps spreadsheets from counting with it is not part of it. */
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (customers, "Customer ID"), 0), ==,
                   "6201546211");
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (customers, "Default Address Zip"), 1), ==,
                   "69001");
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (customers, "Phone"), 0), ==, "+49301234567");

  /* The currency beside the amounts is theirs when it is one; two are nobody's. */
  g_assert_cmpstr (gf_column_get_currency (gf_table_find_column (gf_import_get_table (deals), "Amount")), ==,
                   "EUR");
  g_assert_cmpstr (gf_column_get_currency (gf_table_find_column (gf_import_get_table (stripe), "Amount")), ==,
                   "EUR");
  g_assert_null (gf_column_get_currency (gf_table_find_column (gf_import_get_table (payments), "Amount")));
  g_assert_cmpstr (gf_column_get_currency (gf_table_find_column (gf_import_get_table (payments),
                                                                 "Converted Amount")), ==, "EUR");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (g_getenv ("GF_TEST_DATA"));
  folder = g_build_filename (g_getenv ("GF_TEST_DATA"), "exports", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".expect"))
      {
        char *name = g_strndup (file, strlen (file) - strlen (".expect"));
        g_autofree char *path = g_strconcat ("/table/export-files/", name, NULL);

        g_ptr_array_add (names, name);
        g_test_add_data_func (path, name, test_file);
      }
  g_assert_cmpuint (names->len, >=, 25);
  g_test_add_func ("/table/export-files/quirks", test_quirks);

  return g_test_run ();
}
