/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-summary.h"
#include "gf-date.h"

#include <math.h>

static GfColumnSummary *
summarise (GfColumnType        type,
           const char * const *cells,
           gsize               n)
{
  g_autoptr (GfColumn) column = gf_column_new_typed ("Column", type, cells, n);

  return gf_column_summary_of (column);
}

static GfColumnSummary *
summarise_numbers (const double *values,
                   gsize         n)
{
  g_autoptr (GfColumn) column = gf_column_new_numbers ("Column", values, n);

  return gf_column_summary_of (column);
}

/* Every value is in the bar that holds it, and in no other. */
static void
assert_bars (const GfColumnSummary *summary,
             const double          *values,
             gsize                  n)
{
  gsize sum = 0;

  for (guint bar = 0; bar < summary->n_bars; bar++)
    {
      gsize count = 0;
      gboolean last = bar + 1 == summary->n_bars;

      g_assert_cmpfloat (summary->edges[bar], <, summary->edges[bar + 1]);
      for (gsize i = 0; i < n; i++)
        count += values[i] >= summary->edges[bar] &&
                 (last ? values[i] <= summary->edges[bar + 1] : values[i] < summary->edges[bar + 1]);
      g_assert_cmpuint (summary->bars[bar], ==, count);
      sum += count;
    }
  g_assert_cmpuint (sum, ==, n);
}

static void
test_levels_are_ordered_by_count (void)
{
  const char *cells[] = { "Law", "Media", "Media", "", "Data", "Data", "n/a" };
  g_autoptr (GfColumnSummary) summary = summarise (GF_COLUMN_CATEGORY, cells, 7);

  g_assert_cmpuint (summary->n_rows, ==, 7);
  g_assert_cmpuint (summary->n_filled, ==, 5);
  g_assert_cmpuint (summary->n_levels, ==, 3);
  /* Law 0, Media 1, Data 2; equal counts by code. */
  g_assert_cmpuint (summary->levels[0], ==, 1);
  g_assert_cmpuint (summary->levels[1], ==, 2);
  g_assert_cmpuint (summary->levels[2], ==, 0);
  g_assert_cmpuint (summary->counts[1], ==, 2);
  g_assert_cmpuint (summary->n_bars, ==, 0);
}

static void
test_sets_and_flags_count (void)
{
  const char *sets[] = { "Chat;Mail", "Mail", "" };
  const char *flags[] = { "yes", "no", "no" };
  g_autoptr (GfColumnSummary) set = summarise (GF_COLUMN_SET, sets, 3);
  g_autoptr (GfColumnSummary) flag = summarise (GF_COLUMN_FLAG, flags, 3);

  g_assert_cmpuint (set->counts[set->levels[0]], ==, 2);
  g_assert_cmpuint (set->counts[set->levels[1]], ==, 1);
  g_assert_cmpuint (flag->counts[0], ==, 2);
  g_assert_cmpuint (flag->counts[1], ==, 1);
}

static void
test_quartiles (void)
{
  /* By quantile (c (1, 2, 4, 8, 16, 32), type = 7) of R: 1, 2.5, 6, 14, 32. */
  const double values[] = { 32, 4, 2, 16, 1, 8 };
  const double expected[] = { 1, 2.5, 6, 14, 32 };
  g_autoptr (GfColumnSummary) summary = summarise_numbers (values, 6);

  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (summary->five[i], expected[i], 1e-12);
}

static void
test_edges_are_figures_people_use (void)
{
  const double small[] = { 3, 17, 44, 58, 60 };
  const double wide[] = { 7, 50, 249, 250, 9000, 10000 };
  const double negative[] = { -20, -3.5, 0, 11 };
  g_autoptr (GfColumnSummary) even = summarise_numbers (small, 5);
  g_autoptr (GfColumnSummary) powers = summarise_numbers (wide, 6);
  g_autoptr (GfColumnSummary) below = summarise_numbers (negative, 4);

  assert_bars (even, small, 5);
  g_assert_cmpfloat (even->edges[0], ==, 0);
  g_assert_cmpfloat (even->edges[1], ==, 5);
  assert_bars (powers, wide, 6);
  g_assert_cmpfloat (powers->edges[0], ==, 5);
  g_assert_cmpfloat (powers->edges[1], ==, 10);
  g_assert_cmpfloat (powers->edges[3], ==, 50);
  assert_bars (below, negative, 4);
}

static void
test_one_value_has_one_bar (void)
{
  const double values[] = { 12, 12, NAN };
  g_autoptr (GfColumnSummary) summary = summarise_numbers (values, 3);

  assert_bars (summary, values, 2);
  g_assert_cmpuint (summary->n_bars, ==, 1);
}

static void
test_dates_begin_with_months (void)
{
  const char *cells[] = { "2021-03-15", "2024-11-02", "2022-01-01", "" };
  g_autoptr (GfColumnSummary) summary = summarise (GF_COLUMN_DATE, cells, 4);
  g_autofree char *first = NULL;
  gsize sum = 0;

  g_assert_cmpuint (summary->n_bars, >, 3);
  for (guint bar = 0; bar <= summary->n_bars; bar++)
    {
      g_autofree char *edge = gf_days_to_iso ((gint32) summary->edges[bar]);

      g_assert_true (g_str_has_suffix (edge, "-01"));
    }
  for (guint bar = 0; bar < summary->n_bars; bar++)
    sum += summary->bars[bar];
  g_assert_cmpuint (sum, ==, 3);
  first = gf_days_to_iso ((gint32) summary->edges[0]);
  g_assert_cmpstr (first, ==, "2021-01-01");
}

static void
test_text_and_nothing_have_no_shape (void)
{
  const char *texts[] = { "a", "b" };
  const char *empty[] = { "", "" };
  g_autoptr (GfColumnSummary) text = summarise (GF_COLUMN_TEXT, texts, 2);
  g_autoptr (GfColumnSummary) number = summarise (GF_COLUMN_NUMBER, empty, 2);
  g_autoptr (GfColumnSummary) none = summarise (GF_COLUMN_DATE, empty, 0);

  g_assert_cmpuint (text->n_levels + text->n_bars, ==, 0);
  g_assert_cmpuint (number->n_bars, ==, 0);
  g_assert_true (isnan (number->five[2]));
  g_assert_cmpuint (none->n_bars, ==, 0);
}

static void
test_it_is_made_once (void)
{
  const char *cells[] = { "a", "b", "a" };
  g_autoptr (GfColumn) column = gf_column_new_categories ("L", cells, 3);
  g_autoptr (GfColumn) other = gf_column_with_role (column, GF_ROLE_IGNORE);
  g_autoptr (GfColumn) changed = gf_column_with_cell (column, 1, "a", NULL);
  g_autoptr (GfColumnSummary) first = gf_column_summary_of (column);
  g_autoptr (GfColumnSummary) again = gf_column_summary_of (other);
  g_autoptr (GfColumnSummary) fresh = gf_column_summary_of (changed);

  g_assert_true (first == again);
  g_assert_true (first != fresh);
  g_assert_cmpuint (fresh->counts[0], ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-summary/levels-by-count", test_levels_are_ordered_by_count);
  g_test_add_func ("/column-summary/sets-and-flags", test_sets_and_flags_count);
  g_test_add_func ("/column-summary/quartiles", test_quartiles);
  g_test_add_func ("/column-summary/figures-people-use", test_edges_are_figures_people_use);
  g_test_add_func ("/column-summary/one-value-one-bar", test_one_value_has_one_bar);
  g_test_add_func ("/column-summary/dates-begin-with-months", test_dates_begin_with_months);
  g_test_add_func ("/column-summary/text-has-no-shape", test_text_and_nothing_have_no_shape);
  g_test_add_func ("/column-summary/made-once", test_it_is_made_once);

  return g_test_run ();
}
