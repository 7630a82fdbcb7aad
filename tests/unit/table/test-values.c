/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"
#include "gf-infer.h"
#include "gf-table-error.h"

#include <math.h>
#include <string.h>

/* How the cells of a column are read: one test for each rule. Every file is a column "C", named
   otherwise where the name matters, beside one that is unlike it. */

static GfImport *
import_with (const GfImportOptions *options,
             const char            *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GfImport *import = gf_import_read_bytes (bytes, options, NULL, &error);

  g_assert_no_error (error);

  return import;
}

/* A tab-separated file of a column and a running number. */
static GfImport *
import_column (const char         *name,
               const char * const *cells)
{
  g_autoptr (GString) text = g_string_new (name);

  g_string_append (text, "\tKey\n");
  for (guint i = 0; cells[i] != NULL; i++)
    g_string_append_printf (text, "%s\tk%u\n", cells[i], i);

  return import_with (NULL, text->str);
}

#define IMPORT(name, ...) import_column (name, (const char *[]) { __VA_ARGS__, NULL })

static GfColumn *
first_column (const GfImport *import)
{
  return gf_table_get_column (gf_import_get_table (import), 0);
}

static const GfProblem *
find_problem (const GfImport *import,
              GfProblemKind   kind)
{
  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    if (gf_import_get_problem (import, i)->kind == kind)
      return gf_import_get_problem (import, i);

  return NULL;
}

static void
assert_type (const GfImport *import,
             GfColumnType    type)
{
  g_assert_cmpstr (gf_column_type_get_nick (gf_column_get_column_type (first_column (import))), ==,
                   gf_column_type_get_nick (type));
}

static void
assert_numbers (const GfImport *import,
                const double   *values,
                gsize           n_values)
{
  GfColumn *column = first_column (import);

  g_assert_cmpuint (gf_column_get_n_rows (column), ==, n_values);
  for (gsize i = 0; i < n_values; i++)
    if (isnan (values[i]))
      g_assert_true (gf_column_is_missing (column, i));
    else
      g_assert_cmpfloat_with_epsilon (gf_column_get_number (column, i), values[i], 1e-9);
}

#define ASSERT_NUMBERS(import, ...) \
  assert_numbers (import, (const double[]) { __VA_ARGS__ }, \
                  G_N_ELEMENTS (((const double[]) { __VA_ARGS__ })))

static double
day (int year,
     int month,
     int of_month)
{
  return gf_days_from_parts (year, month, of_month);
}

static void
assert_levels (const GfImport     *import,
               const char * const *levels,
               gsize               n_levels)
{
  GfColumn *column = first_column (import);

  g_assert_cmpuint (gf_column_get_n_levels (column), ==, n_levels);
  for (guint i = 0; i < n_levels; i++)
    g_assert_cmpstr (gf_column_get_level (column, i), ==, levels[i]);
}

#define ASSERT_LEVELS(import, ...) \
  assert_levels (import, (const char *[]) { __VA_ARGS__ }, \
                 G_N_ELEMENTS (((const char *[]) { __VA_ARGS__ })))

static void
test_grouping_and_marks (void)
{
  g_autoptr (GfImport) us = IMPORT ("C", "1,234.56", "12.5", "7", "1,234,567");
  g_autoptr (GfImport) german = IMPORT ("C", "1.234,56", "12,5", "7", "1.234.567");
  g_autoptr (GfImport) french = IMPORT ("C", "1 234,56", "1\302\240234,5", "1\342\200\257234",
                                        "1\342\200\211234");
  g_autoptr (GfImport) swiss = IMPORT ("C", "1'234.56", "1\342\200\231234.5", "7", "1'234'567");
  g_autoptr (GfImport) indian = IMPORT ("C", "1,23,456", "12,34,567.5", "7", "1,00,00,000");

  assert_type (us, GF_COLUMN_NUMBER);
  ASSERT_NUMBERS (us, 1234.56, 12.5, 7, 1234567);
  g_assert_cmpint (gf_import_get_options (us)->decimal, ==, '.');
  ASSERT_NUMBERS (german, 1234.56, 12.5, 7, 1234567);
  g_assert_cmpint (gf_import_get_options (german)->decimal, ==, ',');
  ASSERT_NUMBERS (french, 1234.56, 1234.5, 1234, 1234);
  ASSERT_NUMBERS (swiss, 1234.56, 1234.5, 7, 1234567);
  ASSERT_NUMBERS (indian, 123456, 1234567.5, 7, 10000000);
  g_assert_cmpuint (gf_import_get_n_problems (us) + gf_import_get_n_problems (german) +
                    gf_import_get_n_problems (french) + gf_import_get_n_problems (swiss) +
                    gf_import_get_n_problems (indian), ==, 0);
}

/* The mark is one for the column: cells with the other are told, each with its row. */
static void
test_mixed_marks_are_told (void)
{
  g_autoptr (GfImport) mixed = IMPORT ("C", "1.234,56", "12,5", "3,25", "1,234.56", "4.5");
  const GfProblem *problem = find_problem (mixed, GF_PROBLEM_NOT_A_NUMBER);

  assert_type (mixed, GF_COLUMN_NUMBER);
  ASSERT_NUMBERS (mixed, 1234.56, 12.5, 3.25, NAN, NAN);
  g_assert_nonnull (problem);
  g_assert_cmpuint (problem->row, ==, 4);
  g_assert_cmpstr (problem->text, ==, "1,234.56");
  g_assert_nonnull (strstr (problem->message, "decimal comma"));
  g_assert_cmpuint (gf_import_get_n_problems (mixed), ==, 2);
  g_assert_cmpstr (gf_column_get_text (first_column (mixed), 3), ==, "1,234.56");
}

static void
test_undecidable_mark (void)
{
  g_autoptr (GfImport) open = IMPORT ("C", "1,234", "2,345", "3,456");
  g_autoptr (GfImport) by_file =
    import_with (NULL, "A\tB\n1,234\t0,5\n2,345\t1,25\n3,456\t7,5\n");
  g_autoptr (GfImport) beside_small = IMPORT ("C", "1,234", "567", "2,345");
  g_autoptr (GfImportOptions) options = gf_import_options_new ();

  ASSERT_NUMBERS (open, 1234, 2345, 3456);
  g_assert_nonnull (find_problem (open, GF_PROBLEM_DECIMAL_MARK));
  g_assert_null (find_problem (by_file, GF_PROBLEM_DECIMAL_MARK));
  ASSERT_NUMBERS (by_file, 1.234, 2.345, 3.456);
  g_assert_null (find_problem (beside_small, GF_PROBLEM_DECIMAL_MARK));
  ASSERT_NUMBERS (beside_small, 1234, 567, 2345);

  options->decimal = ',';
  g_autoptr (GfImport) chosen = import_with (options, "C\tKey\n1,234\ta\n2,345\tb\n");
  g_assert_null (find_problem (chosen, GF_PROBLEM_DECIMAL_MARK));
  ASSERT_NUMBERS (chosen, 1.234, 2.345);
}

static void
test_currencies (void)
{
  static const struct { const char *cells[3]; const char *code; double value; } cases[] = {
    { { "$1,200.50", "$7", "US$ 3" }, "USD", 1200.5 },
    { { "€ 1200.50", "7 €", "3 EUR" }, "EUR", 1200.5 },
    { { "£1200.50", "£7", "GBP 3" }, "GBP", 1200.5 },
    { { "¥1200", "¥7", "3 JPY" }, "JPY", 1200 },
    { { "₹1,23,456", "₹7", "Rs. 3" }, "INR", 123456 },
    { { "1 200,50 kr", "7 kr", "3,5 kr" }, "SEK", 1200.5 },
    { { "R$ 1.200,50", "R$ 7", "R$3,5" }, "BRL", 1200.5 },
    { { "CHF 1'200.50", "7.5 CHF", "CHF 3" }, "CHF", 1200.5 },
    { { "USD 12", "12.5 USD", "usd 3" }, "USD", 12 },
    { { "12 zł", "7,5 zł", "3 zł" }, "PLN", 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GfImport) import = IMPORT ("C", cases[i].cells[0], cases[i].cells[1],
                                            cases[i].cells[2]);

      assert_type (import, GF_COLUMN_MONEY);
      g_assert_cmpstr (gf_column_get_currency (first_column (import)), ==, cases[i].code);
      g_assert_cmpfloat (gf_column_get_number (first_column (import), 0), ==, cases[i].value);
      g_assert_cmpuint (gf_import_get_n_problems (import), ==, 0);
    }
}

static void
test_several_currencies (void)
{
  g_autoptr (GfImport) mixed = IMPORT ("Deal value", "€100", "$200", "€300");
  const GfProblem *problem = find_problem (mixed, GF_PROBLEM_CURRENCIES);

  assert_type (mixed, GF_COLUMN_MONEY);
  ASSERT_NUMBERS (mixed, 100, 200, 300);
  g_assert_null (gf_column_get_currency (first_column (mixed)));
  g_assert_nonnull (problem);
  g_assert_nonnull (strstr (problem->message, "EUR, USD"));

  /* A column beside the amounts says what they are in. */
  g_autoptr (GfImport) one = import_with (NULL, "Revenue,Currency\n5,EUR\n6,EUR\n7,\n");
  g_autoptr (GfImport) two = import_with (NULL, "Revenue,Currency\n5,EUR\n6,USD\n7,EUR\n");
  g_assert_cmpstr (gf_column_get_currency (first_column (one)), ==, "EUR");
  g_assert_null (find_problem (one, GF_PROBLEM_CURRENCIES));
  g_assert_null (gf_column_get_currency (first_column (two)));
  g_assert_nonnull (find_problem (two, GF_PROBLEM_CURRENCIES));
}

static void
test_rare_currency_in_a_long_column (void)
{
  g_autoptr (GString) text = g_string_new ("Revenue,Key\n");

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s%u.%02u,k%u\n", i == 12345 ? "£" : "€", i + 1, i % 100, i);

  g_autoptr (GfImport) import = import_with (NULL, text->str);
  g_assert_nonnull (find_problem (import, GF_PROBLEM_CURRENCIES));
  g_assert_null (gf_column_get_currency (first_column (import)));
}

static void
test_signs_and_magnitudes (void)
{
  g_autoptr (GfImport) import = IMPORT ("C", "(123)", "5-", "\342\210\2225", "-5", "45k", "1.2M",
                                        "3bn", "-", "$(7)", "(€1,000.50)", "2 Mio. €", "5\342\210\222");
  g_autoptr (GfImport) shares = IMPORT ("Discount", "12%", "12.5 %", "-3%", "", "0%");

  ASSERT_NUMBERS (import, -123, -5, -5, -5, 45000, 1.2e6, 3e9, NAN, -7, -1000.5, 2e6, -5);
  g_assert_cmpuint (gf_column_count_unreadable (first_column (import)), ==, 0);
  assert_type (shares, GF_COLUMN_NUMBER);
  ASSERT_NUMBERS (shares, 0.12, 0.125, -0.03, NAN, 0);
  g_assert_true (gf_column_get_spec (first_column (shares))->percent);
  g_assert_false (gf_column_get_spec (first_column (import))->percent);
}

static void
test_codes_are_no_numbers (void)
{
  g_autoptr (GfImport) zip = IMPORT ("Zip", "02139", "90210", "10115", "02139");
  g_autoptr (GfImport) digits = IMPORT ("Postal code", "10115", "90210", "10115", "20095");
  g_autoptr (GfImport) phone = IMPORT ("Contact", "+318855443322", "+552244331122", "+12233445567");
  g_autoptr (GfImport) marked = IMPORT ("Plant", "'0123", "'0456", "'0123", "'0123");
  g_autoptr (GfImport) number = IMPORT ("Account No", "1001", "1002", "1001", "1001");
  g_autoptr (GfImport) card = IMPORT ("C", "4111111111111111", "4222222222222222",
                                      "4333333333333333");

  g_assert_null (gf_column_get_numbers (first_column (zip)));
  g_assert_null (gf_column_get_numbers (first_column (digits)));
  g_assert_null (gf_column_get_numbers (first_column (phone)));
  g_assert_null (gf_column_get_numbers (first_column (number)));
  g_assert_null (gf_column_get_numbers (first_column (card)));
  assert_type (marked, GF_COLUMN_CATEGORY);
  ASSERT_LEVELS (marked, "0123", "0456");
  g_assert_cmpstr (gf_column_get_text (first_column (marked), 0), ==, "'0123");

  /* The name does not make a quantity a code. */
  g_autoptr (GfImport) seats = IMPORT ("No of seats", "10", "250", "31", "7");
  assert_type (seats, GF_COLUMN_NUMBER);
}

static void
test_date_forms (void)
{
  static const struct { const char *cells[3]; double first; } cases[] = {
    { { "2026-03-05", "2026-03-25 10:15", "2026-03-05T10:15:00.123Z" }, 20517 },
    { { "2026-03-05T10:15:00+02:00", "2026-03-25T00:00:00Z", "2026-04-05" }, 20517 },
    { { "3/5/2026, 3:16 PM", "3/25/2026", "4/5/2026 10:00 AM" }, 20517 },
    { { "5.3.2026", "25.3.2026", "05.04.2026 10:15" }, 20517 },
    { { "05/03/2026", "25/03/2026", "05/04/2026" }, 20517 },
    { { "05-Mar-2026", "25-Mar-2026", "05-Apr-26" }, 20517 },
    { { "March 5, 2026", "Mar 25, 2026", "Apr 5, 2026" }, 20517 },
    { { "5. März 2026", "25. Dezember 2026", "5. Mai 2026" }, 20517 },
    { { "5 mars 2026", "25 déc. 2026", "5 août 2026" }, 20517 },
    { { "5 de marzo de 2026", "25 de enero de 2026", "5 ago 2026" }, 20517 },
    { { "5 marzo 2026", "25 gennaio 2026", "5 luglio 2026" }, 20517 },
    { { "5 maart 2026", "25 mei 2026", "5 okt 2026" }, 20517 },
    { { "2026年3月5日", "2026年12月25日", "2026年4月5日" }, 20517 },
    { { "20260305", "20260325", "20260405" }, 20517 },
    { { "March 2026", "Nov 2025", "Mai 2025" }, 20513 },
    { { "3/5/26", "3/25/26", "12/31/69" }, 20517 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GfImport) import = IMPORT ("Date", cases[i].cells[0], cases[i].cells[1],
                                            cases[i].cells[2]);

      assert_type (import, GF_COLUMN_DATE);
      g_assert_cmpfloat (gf_column_get_number (first_column (import), 0), ==, cases[i].first);
      g_assert_cmpuint (gf_column_count_filled (first_column (import)), ==, 3);
      g_assert_null (find_problem (import, GF_PROBLEM_DATE_ORDER));
    }
}

/* Two digits are 1970 to 2069. */
static void
test_two_digit_years (void)
{
  g_autoptr (GfImport) import = IMPORT ("Since", "31.12.69", "1.1.70", "31.12.99", "1.1.00");

  ASSERT_NUMBERS (import, day (2069, 12, 31), 0, day (1999, 12, 31), day (2000, 1, 1));
}

static void
test_epochs (void)
{
  g_autoptr (GfImport) seconds = IMPORT ("created_at", "1700000000", "1600000000", "");
  g_autoptr (GfImport) milliseconds = IMPORT ("C", "1700000000000", "1600000000000", "");
  g_autoptr (GfImport) phones = IMPORT ("Contact", "1700000000", "1600000000", "");
  g_autoptr (GfImport) orders = IMPORT ("Order ID", "1700000000000", "1600000000000", "");
  g_autoptr (GString) text = g_string_new ("Key\tChurned at\n");

  ASSERT_NUMBERS (seconds, day (2023, 11, 14), day (2020, 9, 13), NAN);
  assert_type (seconds, GF_COLUMN_DATE);
  ASSERT_NUMBERS (milliseconds, day (2023, 11, 14), day (2020, 9, 13), NAN);
  assert_type (milliseconds, GF_COLUMN_DATE);
  g_assert_cmpint (gf_column_get_column_type (first_column (phones)), !=, GF_COLUMN_DATE);
  g_assert_cmpint (gf_column_get_column_type (first_column (orders)), !=, GF_COLUMN_DATE);

  /* What an export's profile knows to be a date needs no word in its name. */
  g_autoptr (GfImport) known = import_with (
    NULL, "Email,First Seen,Last seen,Last heard from,Web sessions\n"
          "a@b.example,1700000000,1600000000,1600000000,4\n"
          "b@b.example,1600000000,1600000000,1700000000,9\n");
  GfColumn *seen = gf_table_get_column (gf_import_get_table (known), 1);
  g_assert_cmpint (gf_column_get_column_type (seen), ==, GF_COLUMN_DATE);
  g_assert_cmpfloat (gf_column_get_number (seen, 0), ==, day (2023, 11, 14));

  /* Hardly a cell is filled, and the first far down. */
  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "k%u\t%s\n", i, i % 10000 == 9999 ? "1700000000" : "");
  g_autoptr (GfImport) sparse = import_with (NULL, text->str);
  GfColumn *churned = gf_table_get_column (gf_import_get_table (sparse), 1);
  g_assert_cmpint (gf_column_get_column_type (churned), ==, GF_COLUMN_DATE);
  g_assert_cmpuint (gf_column_count_filled (churned), ==, 3);
  g_assert_cmpfloat (gf_column_get_number (churned, 9999), ==, day (2023, 11, 14));
}

static void
test_spreadsheet_days (void)
{
  g_autoptr (GfImport) date = IMPORT ("Close Date", "45000", "45123.75", "43831");
  g_autoptr (GfImport) seats = IMPORT ("Seats", "45000", "45123", "43831");
  g_autoptr (GfImport) amount = IMPORT ("Amount on close date", "45000", "45123", "43831");

  assert_type (date, GF_COLUMN_DATE);
  ASSERT_NUMBERS (date, day (2023, 3, 15), day (2023, 7, 16), day (2020, 1, 1));
  assert_type (seats, GF_COLUMN_NUMBER);
  assert_type (amount, GF_COLUMN_MONEY);
}

static void
test_odd_dates_are_told (void)
{
  g_autoptr (GfImport) zero = IMPORT ("Closed", "2024-05-01", "1970-01-01", "2024-06-01");
  g_autoptr (GfImport) late = IMPORT ("Closed", "2024-05-01", "9999-12-31", "2024-06-01");
  g_autoptr (GfImport) fine = IMPORT ("Renewal", "2024-05-01", "2030-12-31", "2024-06-01");

  g_assert_cmpuint (find_problem (zero, GF_PROBLEM_ODD_DATE)->row, ==, 2);
  g_assert_cmpuint (find_problem (late, GF_PROBLEM_ODD_DATE)->row, ==, 2);
  g_assert_null (find_problem (fine, GF_PROBLEM_ODD_DATE));
  /* They are read all the same. */
  g_assert_cmpuint (gf_column_count_filled (first_column (zero)), ==, 3);
}

static void
test_order_of_day_and_month (void)
{
  g_autoptr (GfImport) days = IMPORT ("Since", "03/04/2026", "13/04/2026", "01/02/2026");
  g_autoptr (GfImport) months = IMPORT ("Since", "03/04/2026", "04/13/2026", "01/02/2026");
  g_autoptr (GfImport) mixed = IMPORT ("Since", "13/04/2026", "14/04/2026", "04/15/2026",
                                       "02/01/2026");
  g_autoptr (GfImport) by_file =
    import_with (NULL, "A,B\n03/04/2026,25/12/2025\n04/05/2026,01/02/2026\n");
  g_autoptr (GfImport) open = IMPORT ("Since", "03/04/2026", "04/05/2026");

  ASSERT_NUMBERS (days, day (2026, 4, 3), day (2026, 4, 13), day (2026, 2, 1));
  ASSERT_NUMBERS (months, day (2026, 3, 4), day (2026, 4, 13), day (2026, 1, 2));
  g_assert_cmpint (gf_import_get_options (months)->date_order, ==, GF_DATE_ORDER_MDY);

  /* The one that cannot be in that order is told and never turned round. */
  ASSERT_NUMBERS (mixed, day (2026, 4, 13), day (2026, 4, 14), NAN, day (2026, 1, 2));
  g_assert_cmpuint (find_problem (mixed, GF_PROBLEM_NOT_A_DATE)->row, ==, 3);
  g_assert_nonnull (strstr (find_problem (mixed, GF_PROBLEM_NOT_A_DATE)->message, "order"));

  ASSERT_NUMBERS (by_file, day (2026, 4, 3), day (2026, 5, 4));
  g_assert_null (find_problem (by_file, GF_PROBLEM_DATE_ORDER));

  g_assert_nonnull (find_problem (open, GF_PROBLEM_DATE_ORDER));
  g_assert_cmpint (gf_import_get_options (open)->date_order, ==, GF_DATE_ORDER_UNKNOWN);
}

/* The one cell that decides is not in the sample. */
static void
test_order_over_all_cells (void)
{
  g_autoptr (GString) text = g_string_new ("Since,Key\n");

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "%02u/%02u/%04u %02u:%02u,k%u\n", i == 17171 ? 25 : i % 12 + 1,
                            i / 12 % 12 + 1, 1900 + i / 144 % 150, i / 1440 % 24, i % 60, i);

  g_autoptr (GfImport) import = import_with (NULL, text->str);
  g_assert_null (find_problem (import, GF_PROBLEM_DATE_ORDER));
  g_assert_cmpint (gf_import_get_options (import)->date_order, ==, GF_DATE_ORDER_DMY);
}

static void
test_bands (void)
{
  g_autoptr (GfImport) import = IMPORT ("Employees", "1,000+", "11-50", "51–200", "<10", "51-200",
                                        "Unknown", "201 to 500", "", "501-999 employees");
  GfColumn *column = first_column (import);
  double low, high;
  guint32 code;

  assert_type (import, GF_COLUMN_CATEGORY);
  g_assert_true (gf_column_get_spec (column)->bands);
  ASSERT_LEVELS (import, "<10", "11-50", "51–200", "201 to 500", "501-999 employees", "1,000+",
                 "Unknown");
  g_assert_true (gf_column_get_band (column, 2, &low, &high));
  g_assert_cmpfloat (low, ==, 51);
  g_assert_cmpfloat (high, ==, 200);
  g_assert_true (gf_column_get_band (column, 0, &low, &high));
  g_assert_true (isinf (low) && low < 0);
  g_assert_true (gf_column_get_band (column, 5, &low, &high));
  g_assert_cmpfloat (low, ==, 1000);
  g_assert_true (isinf (high));
  g_assert_false (gf_column_get_band (column, 6, &low, &high));
  /* Two spellings of one interval are one level, found by either. */
  g_assert_cmpuint (gf_column_get_code (column, 2), ==, gf_column_get_code (column, 4));
  g_assert_true (gf_column_find_level (column, "51-200", &code));
  g_assert_cmpuint (code, ==, 2);
  g_assert_cmpstr (gf_column_get_text (column, 4), ==, "51-200");
  g_assert_true (gf_column_is_missing (column, 7));
  g_assert_cmpuint (gf_column_count_filled (column), ==, 8);

  /* What overlaps, and what only looks so, is no class. */
  g_autoptr (GfImport) numbers = IMPORT ("Contact", "555-1234", "212-9876", "301-4567", "400-8888");
  g_assert_false (gf_column_get_spec (first_column (numbers))->bands);
  g_autoptr (GfImport) counts = IMPORT ("Employees", "12", "250", "31", "7", "18");
  assert_type (counts, GF_COLUMN_NUMBER);
}

static void
test_damaged_bands (void)
{
  g_autoptr (GfImport) import = IMPORT ("Company size", "10-Jan", "Nov-50", "51-200", "Nov-50",
                                        "201-500", "11-50", "2026-01-10");
  GfColumn *column = first_column (import);
  const GfProblem *problem = find_problem (import, GF_PROBLEM_REPAIRED);

  assert_type (import, GF_COLUMN_CATEGORY);
  ASSERT_LEVELS (import, "1-10", "11-50", "51-200", "201-500");
  g_assert_cmpuint (gf_column_get_code (column, 1), ==, gf_column_get_code (column, 5));
  g_assert_cmpuint (gf_column_get_code (column, 0), ==, gf_column_get_code (column, 6));
  g_assert_cmpstr (gf_column_get_text (column, 1), ==, "Nov-50");
  g_assert_nonnull (problem);
  g_assert_cmpuint (problem->row, ==, 1);
  g_assert_cmpstr (problem->text, ==, "10-Jan");
  g_assert_cmpstr (problem->became, ==, "1-10");
  g_assert_cmpuint (gf_import_get_n_problems (import), ==, 3);

  g_autoptr (GfImport) all = IMPORT ("Employees", "10-Jan", "Nov-50", "10-Jan");
  ASSERT_LEVELS (all, "1-10", "11-50");

  /* Dates are dates. */
  g_autoptr (GfImport) dates = IMPORT ("Size checked on", "10-Jan-2026", "12-Nov-2025",
                                       "01-Oct-2025");
  assert_type (dates, GF_COLUMN_DATE);
  g_autoptr (GfImport) birthdays = IMPORT ("Birthday", "10-Jan", "Nov-50", "10-Jan");
  g_assert_false (gf_column_get_spec (first_column (birthdays))->repair);
  g_assert_null (find_problem (birthdays, GF_PROBLEM_REPAIRED));
}

static void
test_flags (void)
{
  static const char * const pairs[][2] = {
    { "yes", "no" }, { "Y", "N" }, { "true", "false" }, { "T", "F" }, { "1", "0" },
    { "on", "off" }, { "Ja", "Nein" }, { "oui", "non" }, { "Sí", "No" }, { "WAHR", "FALSCH" },
    { "VRAI", "FAUX" }, { "sim", "não" }, { "✓", "✗" }, { "tak", "nie" }, { "ja", "nej" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GfImport) import = IMPORT ("C", pairs[i][0], pairs[i][1], "", pairs[i][0]);

      if (gf_column_get_column_type (first_column (import)) != GF_COLUMN_FLAG)
        g_error ("“%s” and “%s” are no flag", pairs[i][0], pairs[i][1]);
      ASSERT_NUMBERS (import, 1, 0, NAN, 1);
    }
}

static void
test_ticks (void)
{
  g_autoptr (GfImport) ticks = IMPORT ("C", "x", "", "X", "x", "");
  g_autoptr (GfImport) words = IMPORT ("C", "x", "", "y", "z", "x");
  g_autoptr (GfImport) said = IMPORT ("C", "yes", "", "yes", "yes", "");
  guint32 code;

  assert_type (ticks, GF_COLUMN_FLAG);
  ASSERT_NUMBERS (ticks, 1, 0, 1, 1, 0);
  g_assert_cmpuint (gf_column_get_code (first_column (ticks), 1), ==, 0);
  g_assert_true (gf_column_find_level (first_column (ticks), "x", &code));
  g_assert_cmpuint (code, ==, 1);
  assert_type (words, GF_COLUMN_CATEGORY);
  /* Beside "yes" an empty cell is not a no. */
  ASSERT_NUMBERS (said, 1, NAN, 1, 1, NAN);
}

static void
test_lists (void)
{
  g_autoptr (GfImport) semicolons = IMPORT ("Tags", "a;b", "b; c", "a", "c;a");
  g_autoptr (GfImport) bars = IMPORT ("Tags", "a|b", "b | c", "a", "c|a");
  g_autoptr (GfImport) commas = IMPORT ("Tags", "a, b", "b,c", "a", "c,a");

  ASSERT_LEVELS (semicolons, "a", "b", "c");
  ASSERT_LEVELS (bars, "a", "b", "c");
  ASSERT_LEVELS (commas, "a", "b", "c");
  assert_type (commas, GF_COLUMN_SET);
}

/* Lists that were quoted before the file was written. */
static void
test_lists_quoted_twice (void)
{
  g_autoptr (GfImport) wholes =
    import_with (NULL, "Tags,Key\n\"\"\"a,b\"\"\",1\n\"\"\"b,c\"\"\",2\n\"\"\"a\"\"\",3\n");
  g_autoptr (GfImport) members =
    import_with (NULL, "TAGS,Key\n\"\"\"VIP\"\",\"\"Smith, John\"\"\",1\n\"\"\"VIP\"\"\",2\n"
                       "\"\"\"Smith, John\"\"\",3\n");
  g_autoptr (GfImport) brackets =
    import_with (NULL, "Tags,Key\n\"[\"\"a\"\",\"\"b\"\"]\",1\n\"[\"\"b\"\",\"\"a\"\"]\",2\n[],3\n");

  assert_type (wholes, GF_COLUMN_SET);
  ASSERT_LEVELS (wholes, "a", "b", "c");
  assert_type (members, GF_COLUMN_SET);
  ASSERT_LEVELS (members, "VIP", "Smith, John");
  g_assert_cmpstr (gf_column_get_text (first_column (members), 1), ==, "\"VIP\"");
  assert_type (brackets, GF_COLUMN_SET);
  ASSERT_LEVELS (brackets, "a", "b");
}

static void
test_missing (void)
{
  static const char * const tokens[] = {
    "", "-", "--", "n/a", "N/A", "#N/A", "null", "NULL", "(blank)", "None", "nan", "?", ".",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autoptr (GfImport) import = IMPORT ("Seats", "12.5", tokens[i], "7", "31");

      ASSERT_NUMBERS (import, 12.5, NAN, 7, 31);
      g_assert_cmpuint (gf_column_count_unreadable (first_column (import)), ==, 0);
      g_assert_cmpuint (gf_import_get_n_problems (import), ==, 0);
    }

  g_autoptr (GfImport) import = IMPORT ("Plan", "Pro", "n/a", "Pro", "-", "Basic", "n/a", "None");
  g_auto (GStrv) found = gf_column_dup_missing (first_column (import));
  g_assert_cmpstrv (found, ((const char *[]) { "n/a", "-", NULL }));
  /* An answer among texts. */
  ASSERT_LEVELS (import, "Pro", "Basic", "None");
}

/* The apostrophe that keeps a spreadsheet from counting is none of a postcode; the text stays as read. */
static void
test_leading_mark (void)
{
  g_autoptr (GfImport) import = IMPORT ("Postcode", "'01067", "01067", "'01067", "'tis", "'quoted'");
  GfColumn *column = first_column (import);

  g_assert_cmpstr (gf_column_get_text (column, 0), ==, "'01067");
  g_assert_cmpuint (gf_column_get_n_levels (column), ==, 3);
  g_assert_cmpstr (gf_column_get_level (column, 0), ==, "01067");
  g_assert_cmpstr (gf_column_get_level (column, 1), ==, "'tis");
  g_assert_cmpstr (gf_column_get_level (column, 2), ==, "'quoted'");
}

static void
test_namibia (void)
{
  g_autoptr (GfImport) country = IMPORT ("Country", "Germany", "NA", "Namibia", "France");
  g_autoptr (GfImport) codes = IMPORT ("Where", "DE", "NA", "FR", "GB");
  g_autoptr (GfImport) regions = IMPORT ("Region", "EMEA", "NA", "APAC", "NA");
  g_autoptr (GfImport) plan = IMPORT ("Plan", "Basic", "NA", "Pro", "Basic");

  g_assert_cmpuint (gf_column_count_filled (first_column (country)), ==, 4);
  g_assert_cmpuint (gf_column_count_filled (first_column (codes)), ==, 4);
  g_assert_cmpuint (gf_column_count_filled (first_column (regions)), ==, 4);
  g_assert_cmpuint (gf_column_count_filled (first_column (plan)), ==, 3);
  g_assert_cmpstrv (gf_column_get_spec (first_column (country))->not_missing,
                    ((const char *[]) { "NA", NULL }));
}

/* What counts as missing can be chosen for each column. */
static void
test_missing_by_choice (void)
{
  g_autoptr (GfImport) import = IMPORT ("Country", "DE", "NA", "FR", "unknown", "-", "GB");
  g_autoptr (GfColumnSpec) spec = gf_column_spec_copy (gf_column_get_spec (first_column (import)));

  gf_column_spec_set_missing (spec, "NA", TRUE);
  gf_column_spec_set_missing (spec, "unknown", TRUE);
  gf_column_spec_set_missing (spec, "-", FALSE);
  g_autoptr (GfColumn) column = gf_column_with_spec (first_column (import), spec);

  g_assert_true (gf_column_is_missing (column, 3));
  g_assert_false (gf_column_is_missing (column, 4));
  g_assert_cmpstrv (gf_column_get_spec (column)->missing,
                    ((const char *[]) { "NA", "unknown", NULL }));
  g_assert_true (gf_column_spec_is_missing (spec, " unknown ", 9));
  g_assert_true (gf_column_spec_is_missing (spec, "", 0));

  gf_column_spec_set_missing (spec, "unknown", FALSE);
  gf_column_spec_set_missing (spec, "-", TRUE);
  gf_column_spec_set_missing (spec, "NA", FALSE);
  g_assert_null (spec->missing);
}

/* "NA" stays chosen as missing in a column where it would be a country. */
static void
test_na_by_choice (void)
{
  g_autoptr (GfImport) import = IMPORT ("Country", "DE", "NA", "FR", "GB");
  g_autoptr (GfColumnSpec) spec = gf_column_spec_copy (gf_column_get_spec (first_column (import)));

  gf_column_spec_set_missing (spec, "NA", TRUE);
  g_autoptr (GfColumn) column = gf_column_with_spec (first_column (import), spec);
  g_assert_true (gf_column_is_missing (column, 1));

  g_autoptr (GfColumn) again = gf_column_with_spec (column, gf_column_get_spec (column));
  g_assert_true (gf_column_is_missing (again, 1));
}

static void
test_reasons (void)
{
  static const struct { const char *name; const char *cells[5]; const char *reason; } cases[] = {
    { "C", { "1.5", "2.5", "", "7" }, "Number: 3 of 4 cells are numbers with a decimal point" },
    { "C", { "1,5", "2,5", "", "7" }, "Number: 3 of 4 cells are numbers with a decimal comma" },
    { "C", { "1,200", "2", "3", "7" }, "Number: 4 of 4 cells are whole numbers" },
    { "C", { "1", "2", "3", "7" }, "Number: 4 of 4 cells are whole numbers" },
    { "C", { "10%", "20%" }, "Number: 2 of 2 cells are percentages" },
    { "C", { "€1.5", "€2" }, "Money: 2 of 2 cells are amounts in EUR with a decimal point" },
    { "C", { "25.3.2026", "1.2.2026" }, "Date: 2 of 2 cells are dates with the day first" },
    { "C", { "yes", "no", "" }, "Yes or no: 2 of 3 cells say one or the other" },
    { "C", { "x", "", "x" }, "Yes or no: cells are ticked or empty" },
    { "Size", { "1-10", "11-50", "11-50" }, "Category: 2 intervals in 3 cells, in their order" },
    { "C", { "a", "b", "a" }, "Category: 2 different texts in 3 cells" },
    { "Tags", { "a;b", "b;c", "a" }, "List: 3 different entries, separated by “;”" },
    { "C", { "", "", "" }, "Empty: no cell says anything" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GfImport) import = import_column (cases[i].name, cases[i].cells);
      g_autofree char *reason = gf_infer_dup_reason (first_column (import));

      g_assert_cmpstr (reason, ==, cases[i].reason);
    }
}

/* Another type for several columns keeps every text, and finds out how to read them. */
static void
test_retype (void)
{
  g_autoptr (GfImport) import = import_with (
    NULL, "A\tB\tC\n1.234,5\t7,5\tx\n2.345,25\t8,5\ty\n12,5\t9\tx\n");
  GfTable *table = gf_import_get_table (import);
  const guint both[] = { 0, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) texts = gf_table_set_types (table, both, 2, GF_COLUMN_TEXT, &error);
  g_assert_no_error (error);
  g_autoptr (GfTable) money = gf_table_set_types (texts, both, 2, GF_COLUMN_MONEY, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gf_column_get_column_type (gf_table_get_column (texts, 1)), ==, GF_COLUMN_TEXT);
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (money, 0), 0), ==, 1234.5);
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (money, 1), 1), ==, 8.5);
  for (gsize row = 0; row < 3; row++)
    {
      g_autofree char *before = gf_table_dup_line (table, row);
      g_autofree char *after = gf_table_dup_line (money, row);
      g_assert_cmpstr (before, ==, after);
    }

  /* All of them or none. */
  const guint with_text[] = { 0, 2 };
  g_autoptr (GfTable) none = gf_table_set_types (table, with_text, 2, GF_COLUMN_NUMBER, &error);
  g_assert_null (none);
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE);
  g_assert_nonnull (strstr (error->message, "“C”"));

  /* Seconds are found when somebody says that a number is a date. */
  g_autoptr (GfImport) numbers = IMPORT ("Seen", "1700000000", "1600000000");
  g_autoptr (GfTable) dates = gf_table_set_type (gf_import_get_table (numbers), 0, GF_COLUMN_DATE,
                                                 NULL);
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (dates, 0), 0), ==,
                     day (2023, 11, 14));
}

/* Words that begin like a month are none; names and their beginnings are, in any case. */
static void
test_months_are_whole_words (void)
{
  g_autoptr (GfImport) campaigns = IMPORT ("Campaign", "Marketing 2023", "Decor 2021", "Junior 2022", "Mayfair 2020");
  g_autoptr (GfImport) months = IMPORT ("When", "March 2023", "Sept 2021", "DEC 2022", "Mrz 2020", "août 2019");

  g_assert_cmpint (gf_column_get_column_type (first_column (campaigns)), !=, GF_COLUMN_DATE);
  assert_type (months, GF_COLUMN_DATE);
  g_assert_cmpuint (gf_import_get_n_problems (months), ==, 0);
}

/* Nothing is grouped behind a zero. */
static void
test_zero_is_not_grouped (void)
{
  g_autoptr (GfImport) rates = IMPORT ("Rate", "1.5", "2.25", "0,125", "3.75", "1.25", "2.5", "4.5", "6.5", "5.5", "0.5");

  assert_type (rates, GF_COLUMN_NUMBER);
  ASSERT_NUMBERS (rates, 1.5, 2.25, NAN, 3.75, 1.25, 2.5, 4.5, 6.5, 5.5, 0.5);
  g_assert_nonnull (find_problem (rates, GF_PROBLEM_NOT_A_NUMBER));
}

/* An M behind a blank is a million where the name or a sign speaks of money, else as well months. */
static void
test_lone_m (void)
{
  g_autoptr (GfImport) months = IMPORT ("Contract length", "12 M", "24 M", "36 M", "12 M");
  g_autoptr (GfImport) money = IMPORT ("Revenue", "12 M", "24 M", "36 M", "12 M");
  g_autoptr (GfImport) euros = IMPORT ("Size", "12 M €", "24 M €", "36 M €", "12 M €");
  g_autoptr (GfImport) joined = IMPORT ("Size", "12M", "2.5 M", "3M", "1.5M");

  g_assert_cmpint (gf_column_get_column_type (first_column (months)), !=, GF_COLUMN_NUMBER);
  assert_type (money, GF_COLUMN_MONEY);
  ASSERT_NUMBERS (money, 12e6, 24e6, 36e6, 12e6);
  ASSERT_NUMBERS (euros, 12e6, 24e6, 36e6, 12e6);
  ASSERT_NUMBERS (joined, 12e6, 2.5e6, 3e6, 1.5e6);
}

static void
assert_currency (const char *name,
                 const char *code)
{
  g_autoptr (GfImport) import = IMPORT (name, "120", "240", "360");

  g_assert_cmpstr (gf_column_get_spec (first_column (import))->currency, ==, code);
}

/* Words of a column's name that are written like currencies. */
static void
test_currencies_in_names (void)
{
  assert_currency ("Area (Sq Ft)", NULL);
  assert_currency ("Height (Ft)", NULL);
  assert_currency ("ALL USERS", NULL);
  assert_currency ("TRY OUTS", NULL);
  assert_currency ("Omsättning kr", NULL);
  assert_currency ("Omsättning (kr)", "SEK");
  assert_currency ("Revenue (usd)", "USD");
  assert_currency ("amount_usd", "USD");
  assert_currency ("ARR [$]", "USD");
  assert_currency ("EUR Revenue", "EUR");
}

/* Codes of places, sexes and grades that are spelled like yes and no. */
static void
test_codes_are_no_flags (void)
{
  g_autoptr (GfImport) norway = IMPORT ("Country", "NO", "NO", "NO");
  g_autoptr (GfImport) slovenia = IMPORT ("Country", "NO", "SI", "NA");
  g_autoptr (GfImport) ontario = IMPORT ("Province", "ON", "ON", "ON");
  g_autoptr (GfImport) women = IMPORT ("Gender", "F", "F", "F");
  g_autoptr (GfImport) asked = IMPORT ("Is active", "T", "T", "T");
  g_autoptr (GfImport) answers = IMPORT ("Opted out", "No", "No", "No");
  g_autoptr (GfImport) letters = IMPORT ("Opted out", "N", "Y", "N");

  ASSERT_LEVELS (norway, "NO");
  ASSERT_LEVELS (slovenia, "NO", "SI", "NA");
  ASSERT_LEVELS (ontario, "ON");
  ASSERT_LEVELS (women, "F");
  assert_type (norway, GF_COLUMN_CATEGORY);
  assert_type (slovenia, GF_COLUMN_CATEGORY);
  assert_type (ontario, GF_COLUMN_CATEGORY);
  assert_type (women, GF_COLUMN_CATEGORY);
  assert_type (asked, GF_COLUMN_FLAG);
  assert_type (answers, GF_COLUMN_FLAG);
  assert_type (letters, GF_COLUMN_FLAG);
}

/* Among percentages a number without the sign is one too, and that is told. */
static void
test_percent_without_its_sign (void)
{
  g_autoptr (GfImport) mixed = IMPORT ("Margin", "1%", "12", "3 %", "4.5%");
  const GfProblem *problem = find_problem (mixed, GF_PROBLEM_NO_PERCENT_SIGN);

  ASSERT_NUMBERS (mixed, 0.01, 0.12, 0.03, 0.045);
  g_assert_nonnull (problem);
  g_assert_cmpuint (problem->row, ==, 2);
  g_assert_cmpstr (problem->text, ==, "12");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/values/grouping-and-marks", test_grouping_and_marks);
  g_test_add_func ("/table/values/mixed-marks-are-told", test_mixed_marks_are_told);
  g_test_add_func ("/table/values/undecidable-mark", test_undecidable_mark);
  g_test_add_func ("/table/values/currencies", test_currencies);
  g_test_add_func ("/table/values/several-currencies", test_several_currencies);
  g_test_add_func ("/table/values/rare-currency", test_rare_currency_in_a_long_column);
  g_test_add_func ("/table/values/signs-and-magnitudes", test_signs_and_magnitudes);
  g_test_add_func ("/table/values/codes-are-no-numbers", test_codes_are_no_numbers);
  g_test_add_func ("/table/values/date-forms", test_date_forms);
  g_test_add_func ("/table/values/two-digit-years", test_two_digit_years);
  g_test_add_func ("/table/values/epochs", test_epochs);
  g_test_add_func ("/table/values/spreadsheet-days", test_spreadsheet_days);
  g_test_add_func ("/table/values/odd-dates-are-told", test_odd_dates_are_told);
  g_test_add_func ("/table/values/order-of-day-and-month", test_order_of_day_and_month);
  g_test_add_func ("/table/values/order-over-all-cells", test_order_over_all_cells);
  g_test_add_func ("/table/values/bands", test_bands);
  g_test_add_func ("/table/values/damaged-bands", test_damaged_bands);
  g_test_add_func ("/table/values/flags", test_flags);
  g_test_add_func ("/table/values/ticks", test_ticks);
  g_test_add_func ("/table/values/lists", test_lists);
  g_test_add_func ("/table/values/lists-quoted-twice", test_lists_quoted_twice);
  g_test_add_func ("/table/values/missing", test_missing);
  g_test_add_func ("/table/values/months-are-whole-words", test_months_are_whole_words);
  g_test_add_func ("/table/values/zero-is-not-grouped", test_zero_is_not_grouped);
  g_test_add_func ("/table/values/lone-m", test_lone_m);
  g_test_add_func ("/table/values/currencies-in-names", test_currencies_in_names);
  g_test_add_func ("/table/values/codes-are-no-flags", test_codes_are_no_flags);
  g_test_add_func ("/table/values/percent-without-its-sign", test_percent_without_its_sign);
  g_test_add_func ("/table/values/namibia", test_namibia);
  g_test_add_func ("/table/values/leading-mark", test_leading_mark);
  g_test_add_func ("/table/values/missing-by-choice", test_missing_by_choice);
  g_test_add_func ("/table/values/na-by-choice", test_na_by_choice);
  g_test_add_func ("/table/values/reasons", test_reasons);
  g_test_add_func ("/table/values/retype", test_retype);

  return g_test_run ();
}
