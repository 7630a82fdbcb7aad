/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-table-rows.h"

#include "gf-table-error.h"

static const guint all[] = { 0, 1, 2 };

static GfTable *
sample (void)
{
  const char *names[] = { "Talweg", "Halden, \"the\" best", "=1+1" };
  const char *industries[] = { "Software", "-", "@home" };
  const char *changes[] = { "-3.5", "12", "+soon" };
  GfColumn *columns[] = {
    gf_column_new_typed ("Name", GF_COLUMN_TEXT, names, 3),
    gf_column_new_categories ("Industry", industries, 3),
    gf_column_new_typed ("Change", GF_COLUMN_NUMBER, changes, 3),
  };
  GfTable *table = gf_table_new (columns, 3);

  for (guint i = 0; i < 3; i++)
    gf_column_unref (columns[i]);

  return table;
}

static void
assert_row (GfTable    *table,
            gsize       row,
            const char *expected)
{
  g_autofree char *line = gf_table_dup_line (table, row);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_rows_come_and_go (void)
{
  g_autoptr (GfTable) table = sample ();
  const char *more[] = { "Birken", "Software", "7", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GfBitset) gone = gf_bitset_new (5);
  g_autoptr (GfTable) longer = NULL, shorter = NULL;

  g_ptr_array_add (rows, more);
  g_ptr_array_add (rows, more);
  longer = gf_table_append_rows (table, rows);
  g_assert_cmpuint (gf_table_get_n_rows (longer), ==, 5);
  assert_row (longer, 0, "Talweg,Software,-3.5");
  assert_row (longer, 4, "Birken,Software,7");
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (longer, 2), 4), ==, 7);

  gf_bitset_set (gone, 0);
  gf_bitset_set (gone, 3);
  shorter = gf_table_remove_rows (longer, gone);
  g_assert_cmpuint (gf_table_get_n_rows (shorter), ==, 3);
  assert_row (shorter, 0, "\"Halden, \"\"the\"\" best\",-,12");
  assert_row (shorter, 2, "Birken,Software,7");
  /* A level that nobody has any more is gone. */
  g_assert_cmpuint (gf_column_get_n_levels (gf_table_get_column (shorter, 1)), ==, 2);
}

static void
test_cells_are_pasted_in_order (void)
{
  g_autoptr (GfTable) table = sample ();
  const guint shown[] = { 2, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) longer = gf_table_paste (table, shown, 2, "5\tBirken\r\n\r\n6\t\"two\nlines\"\r\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gf_table_get_n_rows (longer), ==, 5);
  assert_row (longer, 3, "Birken,,5");
  assert_row (longer, 4, "\"two\nlines\",,6");
}

static void
test_names_say_where_cells_go (void)
{
  g_autoptr (GfTable) table = sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) longer = gf_table_paste (table, all, 3, "industry;NAME\nLaw;Birken\nMedia;Åre\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gf_table_get_n_rows (longer), ==, 5);
  assert_row (longer, 3, "Birken,Law,");
  assert_row (longer, 4, "Åre,Media,");
}

/* One column copied from a spreadsheet has no tabs, and a comma in a name cuts nothing. */
static void
test_commas_in_names (void)
{
  g_autoptr (GfTable) table = sample ();
  const guint shown[] = { 0, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) one = gf_table_paste (table, all, 3, "Acme, Inc.\n", &error);
  g_assert_no_error (error);
  g_autoptr (GfTable) two = gf_table_paste (table, shown, 2, "Acme, Inc.\nBirken, Ltd.\n", &error);
  g_assert_no_error (error);
  g_autoptr (GfTable) csv = gf_table_paste (table, shown, 2, "\"Acme, Inc.\",Law\nBirken,Media\n",
                                            &error);
  g_assert_no_error (error);

  assert_row (one, 3, "\"Acme, Inc.\",,");
  assert_row (two, 4, "\"Birken, Ltd.\",,");
  assert_row (csv, 3, "\"Acme, Inc.\",Law,");
  assert_row (csv, 4, "Birken,Media,");
}

/* The name of a column is a cell of the export too. */
static void
test_names_are_guarded (void)
{
  const char *texts[] = { "a" };
  g_autoptr (GfColumn) column = gf_column_new_typed ("=HYPERLINK(\"x\")", GF_COLUMN_TEXT, texts, 1);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  const guint32 row = 0;
  gsize n_guarded;
  g_autoptr (GBytes) csv = gf_table_export (table, all, 1, &row, 1, ',', &n_guarded, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  g_assert_cmpstr (text, ==, "\"'=HYPERLINK(\"\"x\"\")\"\r\na\r\n");
  g_assert_cmpuint (n_guarded, ==, 1);
}

static void
test_nothing_pasted_is_dropped (void)
{
  g_autoptr (GfTable) table = sample ();
  g_autoptr (GError) error = NULL;

  /* A fourth cell that is empty is no cell; one that says something has no place. */
  g_autoptr (GfTable) longer = gf_table_paste (table, all, 3, "a\tb\t3\t\n", &error);
  g_assert_no_error (error);
  assert_row (longer, 3, "a,b,3");
  g_assert_null (gf_table_paste (table, all, 3, "a\tb\t3\nc\td\t4\tmore\n", &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE);
  g_assert_nonnull (strstr (error->message, "Row 2"));
  g_clear_error (&error);

  /* Of two cells for one column neither may hide the other. */
  g_assert_null (gf_table_paste (table, all, 3, "Name\tIndustry\tname\nBirken\tLaw\tBuche\n", &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE);
  g_assert_nonnull (strstr (error->message, "Row 2"));
  g_clear_error (&error);

  g_assert_null (gf_table_paste (table, all, 3, " \n\n", &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE);
}

static void
test_formulas_are_guarded (void)
{
  g_autoptr (GfTable) table = sample ();
  const guint32 rows[] = { 2, 0, 1 };
  gsize n_guarded;
  g_autoptr (GBytes) csv = gf_table_export (table, all, 3, rows, 3, ',', &n_guarded, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  /* A number may begin with its sign; a lone dash says nothing. */
  g_assert_cmpstr (text, ==,
                   "Name,Industry,Change\r\n"
                   "'=1+1,'@home,'+soon\r\n"
                   "Talweg,Software,-3.5\r\n"
                   "\"Halden, \"\"the\"\" best\",-,12\r\n");
  g_assert_cmpuint (n_guarded, ==, 3);
}

static void
test_an_export_can_be_stopped (void)
{
  g_autoptr (GfTable) table = sample ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const guint32 rows[] = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_null (gf_table_export (table, all, 3, rows, 1, ',', NULL, cancellable));
}

static void
test_copied_cells_can_be_pasted (void)
{
  g_autoptr (GfTable) table = sample ();
  const char *odd[] = { "tab\there", "line\nhere, \"so\"", "1", NULL };
  g_autoptr (GPtrArray) more = g_ptr_array_new ();
  g_autoptr (GfTable) longer = NULL, pasted = NULL;
  const guint32 rows[] = { 3, 1 };
  g_autoptr (GBytes) cells = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (more, odd);
  longer = gf_table_append_rows (table, more);
  cells = gf_table_export (longer, all, 3, rows, 2, '\t', NULL, NULL);
  text = g_strndup (g_bytes_get_data (cells, NULL), g_bytes_get_size (cells));
  pasted = gf_table_paste (table, all, 3, text, &error);
  g_assert_no_error (error);
  assert_row (pasted, 3, "tab\there,\"line\nhere, \"\"so\"\"\",1");
  g_assert_cmpuint (gf_table_get_n_rows (pasted), ==, 5);
}

/* Decimals that say nothing are not copied, but no thousand becomes a one. */
static void
test_whole_numbers_are_copied_without_decimals (void)
{
  const char *numbers[] = { "28.0", "-7.00", "2.50", "100" };
  const char *versions[] = { "1.0", "2.0", "3.0", "4.0" };
  GfColumn *columns[] = {
    gf_column_new_typed ("Employees", GF_COLUMN_NUMBER, numbers, 4),
    gf_column_new_typed ("Version", GF_COLUMN_TEXT, versions, 4),
  };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  const guint32 rows[] = { 0, 1, 2, 3 };
  g_autoptr (GBytes) cells = gf_table_export (table, all, 2, rows, 4, '\t', NULL, NULL);
  g_autoptr (GBytes) csv = gf_table_export (table, all, 1, rows, 1, ',', NULL, NULL);
  g_autofree char *copied = g_strndup (g_bytes_get_data (cells, NULL), g_bytes_get_size (cells));
  g_autofree char *exported = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));

  g_assert_cmpstr (copied, ==, "Employees\tVersion\r\n28\t1.0\r\n-7\t2.0\r\n2.50\t3.0\r\n100\t4.0\r\n");
  g_assert_cmpstr (exported, ==, "Employees\r\n28.0\r\n");
  for (guint i = 0; i < 2; i++)
    gf_column_unref (columns[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-rows/come-and-go", test_rows_come_and_go);
  g_test_add_func ("/table-rows/cells-are-pasted-in-order", test_cells_are_pasted_in_order);
  g_test_add_func ("/table-rows/names-say-where-cells-go", test_names_say_where_cells_go);
  g_test_add_func ("/table-rows/nothing-pasted-is-dropped", test_nothing_pasted_is_dropped);
  g_test_add_func ("/table-rows/commas-in-names", test_commas_in_names);
  g_test_add_func ("/table-rows/names-are-guarded", test_names_are_guarded);
  g_test_add_func ("/table-rows/formulas-are-guarded", test_formulas_are_guarded);
  g_test_add_func ("/table-rows/export-can-be-stopped", test_an_export_can_be_stopped);
  g_test_add_func ("/table-rows/copied-cells-can-be-pasted", test_copied_cells_can_be_pasted);
  g_test_add_func ("/table-rows/whole-numbers-are-copied", test_whole_numbers_are_copied_without_decimals);

  return g_test_run ();
}
