/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-overlaps.h"
#include "gf-suggest.h"

#include <math.h>

#define N 40

/* What a person begins a list with: the columns are there, the cells are empty. */
static void
an_empty_list_is_measured_by_its_roles (void)
{
  const GfColumnSpec specs[] = {
    { .name = (char *) "Name", .type = GF_COLUMN_TEXT, .role = GF_ROLE_NAME },
    { .name = (char *) "Employees", .type = GF_COLUMN_NUMBER, .role = GF_ROLE_ATTRIBUTE },
    { .name = (char *) "Yearly revenue", .type = GF_COLUMN_MONEY, .role = GF_ROLE_VALUE },
  };
  const char *blank[] = { "" };
  const char *named[] = { "Firm 1" };

  for (guint filled = 0; filled < 2; filled++)
    {
      g_autoptr (GfColumn) name = gf_column_new_from_cells (&specs[0], filled ? named : blank, 1);
      g_autoptr (GfColumn) size = gf_column_new_from_cells (&specs[1], blank, 1);
      g_autoptr (GfColumn) value = gf_column_new_from_cells (&specs[2], blank, 1);
      GfColumn *columns[] = { name, size, value };
      g_autoptr (GfTable) table = gf_table_new (columns, 3);
      g_autoptr (GArray) measures = gf_measures_suggest (table);

      /* An export whose values are empty does not say who is good. */
      g_assert_cmpuint (measures->len, ==, filled ? 0 : 1);
      if (measures->len == 1)
        {
          g_assert_cmpstr (g_array_index (measures, GfMeasure, 0).column, ==, "Yearly revenue");
          g_assert_cmpfloat (g_array_index (measures, GfMeasure, 0).weight, >, 0);
          g_assert_false (g_array_index (measures, GfMeasure, 0).lower_is_better);
        }
    }
}

/* Months and price are drawn apart from each other; the total is their product, off by up to 5 % as where prices
 * changed; the rating has nothing to do with any. */
static GfTable *
make_table (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double months[N];
  double price[N];
  double total[N];
  double yearly[N];
  double rating[N];

  for (guint i = 0; i < N; i++)
    {
      months[i] = g_rand_int_range (rand, 1, 73);
      price[i] = g_rand_double_range (rand, 18, 120);
      total[i] = months[i] * price[i] * g_rand_double_range (rand, 0.95, 1.05);
      yearly[i] = price[i] * 12 + (i % 2);
      rating[i] = g_rand_int_range (rand, 0, 11);
    }
  total[3] = NAN;
  total[4] = 0;

  g_autoptr (GfColumn) a = gf_column_new_numbers ("tenure", months, N);
  g_autoptr (GfColumn) b = gf_column_new_numbers ("MonthlyCharges", price, N);
  g_autoptr (GfColumn) c = gf_column_new_numbers ("TotalCharges", total, N);
  g_autoptr (GfColumn) d = gf_column_new_numbers ("Yearly", yearly, N);
  g_autoptr (GfColumn) e = gf_column_new_numbers ("Rating", rating, N);
  GfColumn *columns[] = { a, b, c, d, e };

  return gf_table_new (columns, 5);
}

static const GfOverlap *
find (GArray     *overlaps,
      const char *part)
{
  for (guint i = 0; i < overlaps->len; i++)
    if (g_str_equal (g_array_index (overlaps, GfOverlap, i).part, part))
      return &g_array_index (overlaps, GfOverlap, i);

  return NULL;
}

static void
factors_of_a_measure_count_twice (void)
{
  g_autoptr (GfTable) table = make_table ();
  const GfMeasure measures[] = { { "tenure", 20 }, { "MonthlyCharges", 20 }, { "TotalCharges", 30 }, { "Rating", 10 } };
  g_autoptr (GArray) overlaps = gf_overlaps_find (table, measures, 4);

  g_assert_cmpuint (overlaps->len, ==, 2);

  const GfOverlap *tenure = find (overlaps, "tenure");
  const GfOverlap *price = find (overlaps, "MonthlyCharges");
  g_assert_nonnull (tenure);
  g_assert_nonnull (price);
  g_assert_cmpstr (tenure->whole, ==, "TotalCharges");
  g_assert_cmpstr (tenure->times, ==, "MonthlyCharges");
  g_assert_cmpstr (price->times, ==, "tenure");

  g_autofree char *sentence = gf_overlap_dup_sentence (tenure);
  g_assert_cmpstr (sentence, ==,
                   "tenure is part of TotalCharges (times MonthlyCharges): it counts twice");
}

/* The other factor need not be a measure. */
static void
a_factor_may_be_any_column (void)
{
  g_autoptr (GfTable) table = make_table ();
  const GfMeasure measures[] = { { "MonthlyCharges", 20 }, { "TotalCharges", 30 } };
  const GfMeasure weightless[] = { { "MonthlyCharges", 0 }, { "TotalCharges", 30 } };
  g_autoptr (GArray) overlaps = gf_overlaps_find (table, measures, 2);
  g_autoptr (GArray) none = gf_overlaps_find (table, weightless, 2);

  g_assert_cmpuint (overlaps->len, ==, 1);
  g_assert_cmpstr (g_array_index (overlaps, GfOverlap, 0).times, ==, "tenure");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
the_lighter_of_two_that_agree_counts_twice (void)
{
  g_autoptr (GfTable) table = make_table ();
  const GfMeasure measures[] = { { "Yearly", 30 }, { "MonthlyCharges", 20 }, { "Rating", 20 }, { "gone", 10 } };
  g_autoptr (GArray) overlaps = gf_overlaps_find (table, measures, 4);
  g_autoptr (GArray) none = gf_overlaps_find (table, NULL, 0);

  g_assert_cmpuint (overlaps->len, ==, 1);
  g_assert_cmpstr (g_array_index (overlaps, GfOverlap, 0).part, ==, "MonthlyCharges");
  g_assert_cmpstr (g_array_index (overlaps, GfOverlap, 0).whole, ==, "Yearly");
  g_assert_null (g_array_index (overlaps, GfOverlap, 0).times);

  g_autofree char *sentence = gf_overlap_dup_sentence (&g_array_index (overlaps, GfOverlap, 0));
  g_assert_cmpstr (sentence, ==, "MonthlyCharges goes with Yearly nearly everywhere: it counts twice");
  g_assert_cmpuint (none->len, ==, 0);
}

/* Customers who pay more have more tickets and fewer days overdue. */
static void
directions_tell_what_cancels (void)
{
  double value[N], tickets[N], overdue[N];

  for (guint i = 0; i < N; i++)
    {
      value[i] = 100 + i * 7 % N;
      tickets[i] = value[i] / 10 + (i % 2);
      overdue[i] = 1000 - value[i];
    }

  g_autoptr (GfColumn) a = gf_column_new_numbers ("Lifetime value", value, N);
  g_autoptr (GfColumn) b = gf_column_new_numbers ("Tickets", tickets, N);
  g_autoptr (GfColumn) c = gf_column_new_numbers ("Days overdue", overdue, N);
  GfColumn *columns[] = { a, b, c };
  g_autoptr (GfTable) table = gf_table_new (columns, 3);
  const GfMeasure against[] = { { "Lifetime value", 30, FALSE }, { "Tickets", 15, TRUE } };
  const GfMeasure alike[] = { { "Lifetime value", 30, FALSE }, { "Days overdue", 15, TRUE } };
  g_autoptr (GArray) cancelling = gf_overlaps_find (table, against, 2);
  g_autoptr (GArray) twice = gf_overlaps_find (table, alike, 2);

  g_assert_cmpuint (cancelling->len, ==, 1);
  g_assert_cmpuint (twice->len, ==, 1);

  g_autofree char *cancel = gf_overlap_dup_sentence (&g_array_index (cancelling, GfOverlap, 0));
  g_autofree char *count = gf_overlap_dup_sentence (&g_array_index (twice, GfOverlap, 0));
  g_assert_cmpstr (cancel, ==, "Tickets counts against Lifetime value, though they say the same: they cancel each other");
  g_assert_cmpstr (count, ==, "Days overdue goes with Lifetime value nearly everywhere: it counts twice");
}

/* The total is the months times the price: it stands for both, and they are not counted beside it. */
static void
a_total_stands_for_its_parts (void)
{
  static const char * const names[] = { "tenure", "MonthlyCharges", "TotalCharges", "Rating" };
  g_autoptr (GfTable) numbers = make_table ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GfColumn *column = gf_table_find_column (numbers, names[i]);
      const GfColumnSpec spec = { .name = (char *) names[i], .type = GF_COLUMN_NUMBER, .role = GF_ROLE_VALUE };
      const char *cells[N];

      for (guint row = 0; row < N; row++)
        cells[row] = gf_column_get_text (column, row);
      g_ptr_array_add (columns, gf_column_new_from_cells (&spec, cells, N));
    }

  g_autoptr (GfTable) table = gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
  g_autoptr (GArray) measures = gf_measures_suggest (table);

  g_assert_cmpuint (measures->len, ==, 2);
  g_assert_cmpstr (g_array_index (measures, GfMeasure, 0).column, ==, "TotalCharges");
  g_assert_cmpstr (g_array_index (measures, GfMeasure, 1).column, ==, "Rating");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/an-empty-list-is-measured-by-its-roles", an_empty_list_is_measured_by_its_roles);
  g_test_add_func ("/suggest/a-total-stands-for-its-parts", a_total_stands_for_its_parts);
  g_test_add_func ("/suggest/factors-of-a-measure-count-twice", factors_of_a_measure_count_twice);
  g_test_add_func ("/suggest/a-factor-may-be-any-column", a_factor_may_be_any_column);
  g_test_add_func ("/suggest/the-lighter-of-two-that-agree-counts-twice", the_lighter_of_two_that_agree_counts_twice);
  g_test_add_func ("/suggest/directions-tell-what-cancels", directions_tell_what_cancels);

  return g_test_run ();
}
