/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-table.h"

#include "gf-table-error.h"

static const char * const names[] = { "Acme", "", "Bolt, \"the\" best", " x\n y\r\nz " };
static const char * const ids[] = { "7", "8", "9", "" };
static const char * const money[] = { "€1,200.50", "12o", "", "3" };

static GfTable *
sample (void)
{
  GfColumnSpec specs[] = {
    { (char *) "Company", GF_COLUMN_TEXT, GF_ROLE_NAME, NULL, 0, 0, 0 },
    { (char *) "ID", GF_COLUMN_TEXT, GF_ROLE_IDENTIFIER, NULL, 0, 0, 0 },
    { (char *) "MRR", GF_COLUMN_MONEY, GF_ROLE_VALUE, (char *) "EUR", 0, '.', 0 },
  };
  const char * const *cells[] = { names, ids, money };
  GfColumn *columns[3];

  for (guint i = 0; i < 3; i++)
    columns[i] = gf_column_new_from_cells (&specs[i], cells[i], 4);
  GfTable *table = gf_table_new (columns, 3);
  for (guint i = 0; i < 3; i++)
    gf_column_unref (columns[i]);

  return table;
}

static void
assert_same (const GfTable *a,
             const GfTable *b)
{
  g_assert_cmpuint (gf_table_get_n_rows (a), ==, gf_table_get_n_rows (b));
  g_assert_cmpuint (gf_table_get_n_columns (a), ==, gf_table_get_n_columns (b));
  for (guint i = 0; i < gf_table_get_n_columns (a); i++)
    {
      GfColumn *x = gf_table_get_column (a, i), *y = gf_table_get_column (b, i);

      g_assert_cmpint (gf_column_get_column_type (x), ==, gf_column_get_column_type (y));
      g_assert_cmpuint (gf_column_count_filled (x), ==, gf_column_count_filled (y));
      for (gsize row = 0; row < gf_table_get_n_rows (a); row++)
        g_assert_cmpstr (gf_column_get_text (x, row), ==, gf_column_get_text (y, row));
    }
}

static GfTable *
through_lines (const GfTable *table)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree GfColumnSpec *specs = g_new0 (GfColumnSpec, gf_table_get_n_columns (table));
  g_autoptr (GError) error = NULL;

  for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
    g_ptr_array_add (lines, gf_table_dup_line (table, row));
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    specs[i] = *gf_column_get_spec (gf_table_get_column (table, i));

  GfTable *again = gf_table_new_from_lines (specs, gf_table_get_n_columns (table),
                                            (const char **) lines->pdata, lines->len, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = gf_table_dup_line (again, i);
      g_assert_cmpstr (line, ==, lines->pdata[i]);
    }

  return again;
}

static void
test_reading (void)
{
  g_autoptr (GfTable) table = sample ();
  g_autofree char *first = gf_table_dup_row_name (table, 0);
  g_autofree char *second = gf_table_dup_row_name (table, 1);

  g_assert_cmpuint (gf_table_get_n_rows (table), ==, 4);
  g_assert_cmpint (gf_table_index_of (table, "MRR"), ==, 2);
  g_assert_cmpint (gf_table_index_of (table, "mrr"), ==, -1);
  g_assert_null (gf_table_find_column (table, NULL));
  g_assert_cmpstr (first, ==, "Acme");
  g_assert_cmpstr (second, ==, "8");

  g_autoptr (GfTable) unnamed = gf_table_set_role (table, 0, GF_ROLE_IGNORE);
  g_autofree char *last = gf_table_dup_row_name (unnamed, 3);
  g_assert_cmpstr (last, ==, "Customer 4");
}

static void
test_changes (void)
{
  g_autoptr (GfTable) table = sample ();
  g_autoptr (GfTable) changed = gf_table_set_cell (table, 1, 2, "120", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gf_table_get_column (table, 0) == gf_table_get_column (changed, 0));
  g_assert_true (gf_column_is_missing (gf_table_get_column (table, 2), 1));
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (changed, 2), 1), ==, 120);

  const char *cells[] = { "New", NULL, "5" };
  g_autoptr (GfTable) longer = gf_table_append_row (table, cells, NULL);
  g_assert_cmpuint (gf_table_get_n_rows (longer), ==, 5);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (longer, 0), 4), ==, "New");
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (longer, 2), 4), ==, 5);

  g_autoptr (GfTable) shorter = gf_table_remove_row (longer, 0);
  g_assert_cmpuint (gf_table_get_n_rows (shorter), ==, 4);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (shorter, 0), 1), ==, names[2]);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (shorter, 0), 3), ==, "New");

  g_autoptr (GfTable) back = gf_table_remove_row (longer, 4);
  assert_same (table, back);

  g_assert_null (gf_table_set_type (table, 0, GF_COLUMN_NUMBER, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE);
}

static void
test_lines_are_exact (void)
{
  g_autoptr (GfTable) table = sample ();
  g_autoptr (GfTable) again = through_lines (table);
  g_autofree char *line = gf_table_dup_line (table, 2);

  assert_same (table, again);
  g_assert_cmpstr (line, ==, "\"Bolt, \"\"the\"\" best\",9,");

  const char *one[] = { "", "a", "\"", ",", "\n", "\r\n", "\"\"", " ", "ä", "a\"b" };
  g_autoptr (GfColumn) column = gf_column_new_categories ("One", one, G_N_ELEMENTS (one));
  g_autoptr (GfTable) narrow = gf_table_new (&column, 1);
  g_autoptr (GfTable) narrow_again = through_lines (narrow);
  assert_same (narrow, narrow_again);
}

static void
test_wrong_lines (void)
{
  GfColumnSpec specs[2] = { { .name = (char *) "a" }, { .name = (char *) "b" } };
  const char *wrong[] = { "1", "1,2,3", "\"1,2", "\"1\"x,2", "" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const char *lines[] = { "1,2", wrong[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (gf_table_new_from_lines (specs, 2, lines, 2, NULL, &error));
      g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_LINE);
      g_assert_true (g_str_has_prefix (error->message, "Customer 2: "));
    }

  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const char *line = "1,2";
  g_cancellable_cancel (cancellable);
  g_assert_null (gf_table_new_from_lines (specs, 2, &line, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_rows (void)
{
  GfColumnSpec specs[2] = { { .name = (char *) "a" }, { .name = (char *) "b" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) table = gf_table_new_from_lines (specs, 2, NULL, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gf_table_get_n_rows (table), ==, 0);
  g_assert_cmpuint (gf_table_get_n_columns (table), ==, 2);

  const char *cells[] = { "x", "y" };
  g_autoptr (GfTable) longer = gf_table_append_row (table, cells, NULL);
  g_assert_cmpuint (gf_table_get_n_rows (longer), ==, 1);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (longer, 1), 0), ==, "y");
}

static void
test_many_lines_are_quick (void)
{
  gsize n = 100000;
  GfColumnSpec specs[10] = { 0 };
  g_autofree char **lines = g_new0 (char *, n);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10; i++)
    {
      specs[i].name = (char *) "c";
      specs[i].type = i % 3 == 0 ? GF_COLUMN_NUMBER
                    : i % 3 == 1 ? GF_COLUMN_CATEGORY
                                 : GF_COLUMN_TEXT;
    }
  for (gsize i = 0; i < n; i++)
    lines[i] = g_strdup_printf ("%zu,Level %zu,Customer %zu,%zu.50,b,\"quoted, %zu\",7,c,d,%zu", i,
                                i % 17, i, i % 1000, i, i % 50);

  g_test_timer_start ();
  g_autoptr (GfTable) table = gf_table_new_from_lines (specs, 10, (const char **) lines, n, NULL,
                                                       &error);
  g_test_minimized_result (g_test_timer_elapsed (), "100 thousand lines");
  g_assert_no_error (error);
  g_assert_cmpuint (gf_table_get_n_rows (table), ==, n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *line = gf_table_dup_line (table, i);
      g_assert_cmpstr (line, ==, lines[i]);
      g_free (lines[i]);
    }
}

/* Who types € says what the amounts of the column are. */
static void
test_a_currency_is_learnt (void)
{
  const GfColumnSpec spec = { .name = (char *) "Revenue", .type = GF_COLUMN_MONEY };
  const char *cells[] = { "1200", "" };
  g_autoptr (GfColumn) column = gf_column_new_from_cells (&spec, cells, 2);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GfTable) plain = gf_table_set_cell (table, 1, 0, "900", NULL);
  g_autoptr (GfTable) euro = gf_table_set_cell (plain, 1, 0, "€ 900", NULL);
  g_autoptr (GfTable) dollar = gf_table_set_cell (euro, 0, 0, "$1,300", NULL);

  g_assert_null (gf_column_get_currency (gf_table_get_column (plain, 0)));
  g_assert_cmpstr (gf_column_get_currency (gf_table_get_column (euro, 0)), ==, "EUR");
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (euro, 0), 0), ==, 1200);
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (euro, 0), 1), ==, 900);
  g_assert_cmpstr (gf_column_get_currency (gf_table_get_column (dollar, 0)), ==, "EUR");
  g_assert_cmpuint (gf_column_count_foreign (gf_table_get_column (dollar, 0)), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/table/reading", test_reading);
  g_test_add_func ("/table/table/changes", test_changes);
  g_test_add_func ("/table/table/a-currency-is-learnt", test_a_currency_is_learnt);
  g_test_add_func ("/table/table/lines-are-exact", test_lines_are_exact);
  g_test_add_func ("/table/table/wrong-lines", test_wrong_lines);
  g_test_add_func ("/table/table/no-rows", test_no_rows);
  g_test_add_func ("/table/table/many-lines-are-quick", test_many_lines_are_quick);

  return g_test_run ();
}
