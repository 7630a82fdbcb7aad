/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column.h"

#include "gf-parallel.h"
#include "gf-table-error.h"

#include <math.h>

static void
test_category (void)
{
  const char *cells[] = { "Retail", " Retail ", "", "Law", "n/a", NULL, "Retail" };
  g_autoptr (GfColumn) column = gf_column_new_categories ("Industry", cells, 7);
  guint32 code;

  g_assert_cmpuint (gf_column_get_n_levels (column), ==, 2);
  g_assert_cmpstr (gf_column_get_level (column, 0), ==, "Retail");
  g_assert_cmpstr (gf_column_get_level (column, 1), ==, "Law");
  g_assert_null (gf_column_get_level (column, GF_CODE_MISSING));
  g_assert_cmpuint (gf_column_get_code (column, 1), ==, 0);
  g_assert_cmpuint (gf_column_get_code (column, 2), ==, GF_CODE_MISSING);
  g_assert_true (gf_column_is_missing (column, 4));
  g_assert_true (gf_column_is_missing (column, 5));
  g_assert_cmpuint (gf_column_count_filled (column), ==, 4);
  g_assert_cmpstr (gf_column_get_text (column, 1), ==, " Retail ");
  g_assert_cmpstr (gf_column_get_text (column, 4), ==, "n/a");
  g_assert_true (gf_column_find_level (column, "Law", &code));
  g_assert_cmpuint (code, ==, 1);
  g_assert_false (gf_column_find_level (column, "Mining", &code));
  g_assert_null (gf_column_get_numbers (column));

  guint32 codes[7];
  gf_column_copy_codes (column, codes);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpuint (codes[i], ==, gf_column_get_code (column, i));
}

static void
test_na_is_namibia (void)
{
  const char *countries[] = { "DE", "NA", "FR", "GB", "" };
  const char *sizes[] = { "small", "NA", "large", "small", "" };
  g_autoptr (GfColumn) country = gf_column_new_categories ("Code", countries, 5);
  g_autoptr (GfColumn) size = gf_column_new_categories ("Size", sizes, 5);

  g_assert_cmpuint (gf_column_count_filled (country), ==, 4);
  g_assert_cmpuint (gf_column_count_filled (size), ==, 3);
}

static void
test_set (void)
{
  const char *cells[] = { "a;b", "b; c ;b", "", ";", "c" };
  g_autoptr (GfColumn) column = gf_column_new_typed ("Tags", GF_COLUMN_SET, cells, 5);
  guint n;
  const guint32 *set;

  g_assert_cmpuint (gf_column_get_n_levels (column), ==, 3);
  set = gf_column_get_set (column, 1, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (set[0], ==, 1);
  g_assert_cmpuint (set[1], ==, 2);
  gf_column_get_set (column, 3, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (gf_column_is_missing (column, 2));
  g_assert_cmpuint (gf_column_count_filled (column), ==, 3);
  g_assert_cmpuint (gf_column_get_code (column, 0), ==, GF_CODE_MISSING);
}

static void
test_numbers (void)
{
  const char *cells[] = { "1.234,50", "12o", "", "7", "-3" };
  GfColumnSpec spec = { (char *) "MRR", GF_COLUMN_MONEY, GF_ROLE_VALUE, (char *) "EUR", 0, ',', 0 };
  g_autoptr (GfColumn) column = gf_column_new_from_cells (&spec, cells, 5);
  g_autoptr (GString) text = g_string_new ("> ");

  g_assert_cmpfloat (gf_column_get_number (column, 0), ==, 1234.5);
  g_assert_true (isnan (gf_column_get_number (column, 1)));
  g_assert_true (gf_column_is_unreadable (column, 1));
  g_assert_false (gf_column_is_unreadable (column, 2));
  g_assert_true (gf_column_is_missing (column, 2));
  g_assert_cmpuint (gf_column_count_unreadable (column), ==, 1);
  g_assert_cmpuint (gf_column_count_filled (column), ==, 3);
  g_assert_cmpfloat (gf_column_get_numbers (column)[4], ==, -3);
  g_assert_cmpstr (gf_column_get_currency (column), ==, "EUR");
  gf_column_append_text (column, 1, text);
  g_assert_cmpstr (text->str, ==, "> 12o");

  double values[] = { 0.1, NAN, 1e20, -5, 1.0 / 3 };
  g_autoptr (GfColumn) made = gf_column_new_numbers ("x", values, 5);
  for (guint i = 0; i < 5; i++)
    if (i != 1)
      g_assert_cmpfloat (gf_column_get_number (made, i), ==, values[i]);
  g_assert_true (gf_column_is_missing (made, 1));
}

typedef struct
{
  GfColumn *column;
  const double *numbers[8];
} Asked;

static void
ask_cb (guint    index,
        gpointer data)
{
  Asked *asked = data;

  asked->numbers[index] = gf_column_get_numbers (asked->column);
}

/* All numbers of a column are laid out when they are first asked for: the same for all who ask. */
static void
test_numbers_at_once (void)
{
  const char *few[] = { "1,500", "", "20", "n/a", "-3", "20" };
  g_autofree const char **cells = g_new (const char *, 20000);

  for (guint i = 0; i < 20000; i++)
    cells[i] = few[i % G_N_ELEMENTS (few)];

  g_autoptr (GfColumn) column = gf_column_new_typed ("Seats", GF_COLUMN_NUMBER, cells, 20000);
  Asked asked = { .column = column };

  g_assert_true (gf_column_has_numbers (column));
  g_assert_cmpuint (gf_column_count_filled (column), ==, 20000 / 6 * 4 + 2 - 1);
  g_assert_cmpuint (gf_column_count_unreadable (column), ==, 0);
  g_assert_cmpfloat (gf_column_get_number (column, 6000), ==, 1500);
  g_assert_true (gf_column_is_missing (column, 6001));
  gf_parallel_for (G_N_ELEMENTS (asked.numbers), 4, ask_cb, &asked);
  for (guint i = 0; i < G_N_ELEMENTS (asked.numbers); i++)
    g_assert_true (asked.numbers[i] == asked.numbers[0]);
  for (gsize row = 0; row < 20000; row++)
    {
      double number = gf_column_get_number (column, row);

      g_assert_true (isnan (number) ? isnan (asked.numbers[0][row]) : number == asked.numbers[0][row]);
    }

  g_autoptr (GfColumn) renamed = gf_column_with_role (column, GF_ROLE_ATTRIBUTE);
  g_assert_true (gf_column_get_numbers (renamed) == asked.numbers[0]);
}

static void
test_dates_and_flags (void)
{
  const char *dates[] = { "1970-01-02", "2000-03-01T10:00:00Z", "soon", "" };
  const char *flags[] = { "yes", "No", "", "maybe" };
  g_autoptr (GfColumn) date = gf_column_new_typed ("Since", GF_COLUMN_DATE, dates, 4);
  g_autoptr (GfColumn) flag = gf_column_new_typed ("Active", GF_COLUMN_FLAG, flags, 4);

  g_assert_cmpfloat (gf_column_get_number (date, 0), ==, 1);
  g_assert_cmpfloat (gf_column_get_number (date, 1), ==, 11017);
  g_assert_cmpuint (gf_column_count_unreadable (date), ==, 1);
  g_assert_cmpint (gf_column_get_role (date), ==, GF_ROLE_DATE);

  g_assert_cmpfloat (gf_column_get_number (flag, 0), ==, 1);
  g_assert_cmpuint (gf_column_get_code (flag, 1), ==, 0);
  g_assert_cmpuint (gf_column_get_code (flag, 3), ==, GF_CODE_MISSING);
  g_assert_cmpuint (gf_column_get_n_levels (flag), ==, 2);
  g_assert_cmpstr (gf_column_get_level (flag, 1), ==, "yes");
  g_assert_cmpstr (gf_column_get_level (flag, 0), ==, "No");
}

static void
test_changes_share_or_fail (void)
{
  const char *cells[] = { "10", "20", "x" };
  g_autoptr (GfColumn) text = gf_column_new_typed ("N", GF_COLUMN_TEXT, cells, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfColumn) number = gf_column_with_type (text, GF_COLUMN_NUMBER, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gf_column_count_filled (number), ==, 2);
  g_assert_null (gf_column_with_type (text, GF_COLUMN_DATE, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE);

  g_autoptr (GfColumn) role = gf_column_with_role (number, GF_ROLE_IGNORE);
  g_assert_true (gf_column_get_numbers (role) == gf_column_get_numbers (number));
  g_assert_cmpint (gf_column_get_role (role), ==, GF_ROLE_IGNORE);

  g_autoptr (GfColumn) mended = gf_column_with_cell (number, 2, "30", NULL);
  g_assert_cmpfloat (gf_column_get_number (mended, 2), ==, 30);
  g_assert_true (gf_column_is_missing (number, 2));

  /* The last row of a level gone, the level is gone. */
  const char *levels[] = { "a", "b" };
  g_autoptr (GfColumn) category = gf_column_new_categories ("L", levels, 2);
  g_autoptr (GfColumn) changed = gf_column_with_cell (category, 0, "b", NULL);
  g_assert_cmpuint (gf_column_get_n_levels (changed), ==, 1);
  g_assert_cmpstr (gf_column_get_level (changed, 0), ==, "b");
}

static void
test_mostly_distinct (void)
{
  gsize n = 20000;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (cells, g_strdup_printf ("Company %zu", i));

  g_autoptr (GfColumn) text = gf_column_new_typed ("Name", GF_COLUMN_TEXT,
                                                   (const char **) cells->pdata, n);
  g_assert_null (gf_cells_get_codes (gf_column_get_cells (text)));
  for (gsize i = 0; i < n; i++)
    g_assert_cmpstr (gf_column_get_text (text, i), ==, cells->pdata[i]);

  g_autoptr (GfColumn) changed = gf_column_with_cell (text, 9000, "A much longer name than before", NULL);
  g_assert_cmpstr (gf_column_get_text (changed, 8999), ==, "Company 8999");
  g_assert_cmpstr (gf_column_get_text (changed, 9000), ==, "A much longer name than before");
  g_assert_cmpstr (gf_column_get_text (changed, 9001), ==, "Company 9001");
  g_assert_cmpstr (gf_column_get_text (changed, n - 1), ==, "Company 19999");

  g_autoptr (GfColumn) category = gf_column_with_type (text, GF_COLUMN_CATEGORY, NULL);
  g_assert_cmpuint (gf_column_get_n_levels (category), ==, n);
  g_assert_cmpstr (gf_column_get_level (category, 12345), ==, "Company 12345");
}

static void
test_empty (void)
{
  for (GfColumnType type = GF_COLUMN_CATEGORY; type <= GF_COLUMN_TEXT; type++)
    {
      g_autoptr (GfColumn) column = gf_column_new_typed ("Nothing", type, NULL, 0);

      g_assert_cmpuint (gf_column_get_n_rows (column), ==, 0);
      g_assert_cmpuint (gf_column_count_filled (column), ==, 0);
      g_assert_nonnull (gf_column_type_get_nick (type));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/column/category", test_category);
  g_test_add_func ("/table/column/na-is-namibia", test_na_is_namibia);
  g_test_add_func ("/table/column/set", test_set);
  g_test_add_func ("/table/column/numbers", test_numbers);
  g_test_add_func ("/table/column/numbers-at-once", test_numbers_at_once);
  g_test_add_func ("/table/column/dates-and-flags", test_dates_and_flags);
  g_test_add_func ("/table/column/changes-share-or-fail", test_changes_share_or_fail);
  g_test_add_func ("/table/column/mostly-distinct", test_mostly_distinct);
  g_test_add_func ("/table/column/empty", test_empty);

  return g_test_run ();
}
