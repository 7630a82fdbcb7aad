/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bad-fits.h"
#include "gf-ranking.h"
#include "gf-suggest.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static GfTable *
small_table (void)
{
  const double value[] = { 100, 400, 300, NAN, 200 };
  const double months[] = { 50, 10, NAN, NAN, 30 };
  const double support[] = { 1, 9, 5, NAN, 3 };
  const char *left[] = { "", "2024-03-01", "", "", "2023-01-01" };
  g_autoptr (GfColumn) a = gf_column_new_numbers ("Lifetime value", value, 5);
  g_autoptr (GfColumn) b = gf_column_new_numbers ("Months kept", months, 5);
  g_autoptr (GfColumn) c = gf_column_new_numbers ("Support hours", support, 5);
  g_autoptr (GfColumn) d = gf_column_new_typed ("Left on", GF_COLUMN_DATE, left, 5);
  GfColumn *columns[] = { a, b, c, d };

  return gf_table_new (columns, 4);
}

/* By hand: ranks of value .125 .875 .625 - .375; of months 5/6 1/6 - - 1/2. */
static void
score_is_the_weighted_mean_of_ranks (void)
{
  g_autoptr (GfTable) table = small_table ();
  const GfMeasure measures[] = { { "Lifetime value", 3, FALSE }, { "Months kept", 1, FALSE } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GfRanking) ranking = gf_ranking_new (table, measures, 2, 0.1, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (gf_ranking_get_score (ranking, 0), (0.375 + 5.0 / 6) / 4, 1e-12);
  g_assert_cmpfloat_with_epsilon (gf_ranking_get_score (ranking, 1), (2.625 + 1.0 / 6) / 4, 1e-12);
  /* months are missing: weighted without them */
  g_assert_cmpfloat_with_epsilon (gf_ranking_get_score (ranking, 2), 0.625, 1e-12);
  g_assert_true (isnan (gf_ranking_get_score (ranking, 3)));
  g_assert_cmpuint (gf_ranking_get_n_scored (ranking), ==, 4);
  g_assert_cmpuint (gf_ranking_get_row (ranking, 0), ==, 1);
  g_assert_cmpuint (gf_ranking_get_row (ranking, 4), ==, 3);
  g_assert_cmpuint (gf_ranking_get_place (ranking, 1), ==, 0);
  g_assert_cmpuint (gf_ranking_get_n_filled (ranking, 1), ==, 3);
}

static void
lower_may_be_better (void)
{
  g_autoptr (GfTable) table = small_table ();
  const GfMeasure measures[] = { { "Support hours", 1, TRUE } };
  g_autoptr (GfRanking) ranking = gf_ranking_new (table, measures, 1, 0.1, NULL);

  g_assert_cmpuint (gf_ranking_get_row (ranking, 0), ==, 0);
  g_assert_cmpuint (gf_ranking_get_row (ranking, 3), ==, 1);
}

static void
assert_n_best (gsize    n_rows,
               double   share,
               gsize    n_best,
               gboolean raised)
{
  g_autofree double *values = g_new (double, n_rows);

  for (gsize row = 0; row < n_rows; row++)
    values[row] = (double) (row * 7919 % 10007);

  g_autoptr (GfColumn) column = gf_column_new_numbers ("Value", values, n_rows);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  const GfMeasure measures[] = { { "Value", 1, FALSE } };
  g_autoptr (GfRanking) ranking = gf_ranking_new (table, measures, 1, share, NULL);
  g_autofree char *sentence = gf_ranking_dup_share_sentence (ranking, table);

  g_assert_cmpuint (gf_ranking_get_n_best (ranking), ==, n_best);
  g_assert_cmpuint (gf_bitset_count (gf_ranking_get_best (ranking)), ==, n_best);
  g_assert_cmpint (gf_ranking_is_raised (ranking), ==, raised);
  g_assert_cmpint (strstr (sentence, "too few") != NULL, ==, raised);
}

static void
share_is_raised_in_short_lists (void)
{
  assert_n_best (148, 0.1, 15, FALSE);
  assert_n_best (40, 0.1, 8, TRUE);
  assert_n_best (80, 0.1, 8, FALSE);
  assert_n_best (7043, 0.2, 1409, FALSE);
  assert_n_best (12, 0.1, 6, TRUE);
  assert_n_best (1, 0.1, 0, FALSE);
  /* out of bounds is brought back */
  assert_n_best (1000, 0.5, 500, FALSE);
  assert_n_best (1000, 0.9, 500, FALSE);
  assert_n_best (1000, 0.01, 50, FALSE);
}

/* Of equal scores the heavier measure decides, then the order of the file; a measure without a weight, never. */
static void
ties_fall_the_same_way_every_time (void)
{
  const double value[] = { 4, 3, 3, 2, 1 }, more[] = { 1, 1, 2, 1, 1 };
  g_autoptr (GfColumn) a = gf_column_new_numbers ("A", value, 5);
  g_autoptr (GfColumn) b = gf_column_new_numbers ("B", more, 5);
  GfColumn *columns[] = { a, b };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  const GfBestRule first = { .kind = GF_BEST_BY_COUNT, .count = 1 };

  for (guint weight = 0; weight < 2; weight++)
    {
      const GfMeasure measures[] = { { "A", 1000, FALSE }, { "B", weight, FALSE } };
      g_autoptr (GfRanking) ranking = gf_ranking_new_by_rule (table, measures, 2, &first, NULL, NULL);
      const gsize expected[] = { 0, weight > 0 ? 2 : 1, weight > 0 ? 1 : 2, 3, 4 };

      for (gsize place = 0; place < 5; place++)
        g_assert_cmpuint (gf_ranking_get_row (ranking, place), ==, expected[place]);
    }
}

/* Two of one score, one of whom has more of what nobody gave a weight: neither is best without the other. */
static void
a_weight_of_nothing_chooses_nobody (void)
{
  const double value[] = { 9, 9, 9, 3, 2, 1, 0, 0 }, idle[] = { 1, 2, 3, 9, 9, 9, 9, 9 };
  g_autoptr (GfColumn) a = gf_column_new_numbers ("A", value, 8);
  g_autoptr (GfColumn) b = gf_column_new_numbers ("B", idle, 8);
  GfColumn *columns[] = { a, b };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  const GfBestRule two = { .kind = GF_BEST_BY_COUNT, .count = 2 };
  const GfMeasure measures[] = { { "A", 1, FALSE }, { "B", 0, FALSE } };
  g_autoptr (GfRanking) ranking = gf_ranking_new_by_rule (table, measures, 2, &two, NULL, NULL);
  g_autofree char *sentence = gf_ranking_dup_share_sentence (ranking, table);

  g_assert_cmpuint (gf_ranking_get_n_best (ranking), ==, 3);
  g_assert_cmpstr (sentence, ==, "The best 3 by the weights below; 2 were asked for. "
                                 "3 whom nothing tells apart at the end are all among them.");
}

/* A fifth of forty are eight, yet the last six of them are level with many: only the two above are best. */
static void
the_share_that_is_best_is_said (void)
{
  double few[100], short_list[40];
  const GfMeasure measure = { "Value", 1, FALSE };

  for (guint row = 0; row < 100; row++)
    few[row] = row < 30 ? 50 : row % 30;
  for (guint row = 0; row < 40; row++)
    short_list[row] = row < 2 ? 90 + row : row < 35 ? 50 : row;

  g_autoptr (GfColumn) a = gf_column_new_numbers ("Value", few, 100);
  g_autoptr (GfTable) tied = gf_table_new (&a, 1);
  g_autoptr (GfRanking) in = gf_ranking_new (tied, &measure, 1, 0.1, NULL);
  g_autofree char *more = gf_ranking_dup_share_sentence (in, tied);

  g_assert_true (g_str_has_prefix (more, "The top 30\u202f% by the weights below; the top 10\u202f% was asked for. "));

  g_autoptr (GfColumn) b = gf_column_new_numbers ("Value", short_list, 40);
  g_autoptr (GfTable) crowded = gf_table_new (&b, 1);
  g_autoptr (GfRanking) out = gf_ranking_new (crowded, &measure, 1, 0.1, NULL);
  g_autofree char *less = gf_ranking_dup_share_sentence (out, crowded);

  g_assert_cmpuint (gf_ranking_get_n_best (out), ==, 2);
  g_assert_false (gf_ranking_is_raised (out));
  g_assert_true (g_str_has_prefix (less, "The top 5\u202f% by the weights below; the top 10\u202f% was asked for. "));
}

static void
ties_at_the_end_are_in_or_out_together (void)
{
  double few[100], many[100], same[100];
  const GfMeasure measure = { "Value", 1, FALSE };
  g_autoptr (GError) error = NULL;
  gboolean are_best;

  for (guint row = 0; row < 100; row++)
    {
      few[row] = row < 8 ? 100 + row : row < 14 ? 50 : row % 40;      /* 6 are level at the tenth place */
      many[row] = row < 12 ? 200 + row : row < 72 ? 50 : row - 72;    /* 60 behind the first 12 */
      same[row] = 7;
    }

  g_autoptr (GfColumn) a = gf_column_new_numbers ("Value", few, 100);
  g_autoptr (GfTable) table = gf_table_new (&a, 1);
  g_autoptr (GfRanking) in = gf_ranking_new (table, &measure, 1, 0.1, &error);
  g_autofree char *sentence = gf_ranking_dup_share_sentence (in, table);

  g_assert_no_error (error);
  g_assert_cmpuint (gf_ranking_get_n_best (in), ==, 14);
  g_assert_cmpuint (gf_ranking_get_n_tied (in, &are_best), ==, 6);
  g_assert_true (are_best);
  g_assert_nonnull (strstr (sentence, "6 whom nothing tells apart at the end are all among them."));

  g_autoptr (GfColumn) b = gf_column_new_numbers ("Value", many, 100);
  g_autoptr (GfTable) crowded = gf_table_new (&b, 1);
  g_autoptr (GfRanking) out = gf_ranking_new (crowded, &measure, 1, 0.2, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gf_ranking_get_n_best (out), ==, 12);
  g_assert_cmpuint (gf_ranking_get_n_tied (out, &are_best), ==, 60);
  g_assert_false (are_best);

  g_autoptr (GfColumn) c = gf_column_new_numbers ("Value", same, 100);
  g_autoptr (GfTable) alike = gf_table_new (&c, 1);

  g_assert_null (gf_ranking_new (alike, &measure, 1, 0.1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "Nobody stands out"));
}

static void
measures_that_do_not_fit_are_refused (void)
{
  g_autoptr (GfTable) table = small_table ();
  const GfMeasure missing[] = { { "Profit", 1, FALSE } };
  const GfMeasure weightless[] = { { "Lifetime value", 0, FALSE } };
  g_autoptr (GError) error = NULL;

  g_assert_null (gf_ranking_new (table, missing, 1, 0.1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (gf_ranking_new (table, weightless, 1, 0.1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_null (gf_ranking_new (table, NULL, 0, 0.1, &error));
  g_assert_nonnull (error);
}

/* A single customer is nobody's best. */
static void
nobody_is_best_of_one (void)
{
  const double one[] = { 5 };
  g_autoptr (GfColumn) value = gf_column_new_numbers ("Value", one, 1);
  GfColumn *columns[] = { value };
  g_autoptr (GfTable) table = gf_table_new (columns, 1);
  const GfMeasure measures[] = { { "Value", 1, FALSE } };
  g_autoptr (GfRanking) ranking = gf_ranking_new (table, measures, 1, 0.1, NULL);
  g_autofree char *headline = gf_ranking_dup_headline (ranking);

  g_assert_cmpuint (gf_ranking_get_n_best (ranking), ==, 0);
  g_assert_cmpstr (headline, ==, "Nobody is your best yet");
}

static void
reasons_name_what_speaks_for_a_customer (void)
{
  g_autoptr (GfTable) table = small_table ();
  const GfMeasure measures[] = { { "Lifetime value", 30, FALSE }, { "Months kept", 20, FALSE },
                                 { "Support hours", 15, TRUE } };
  g_autoptr (GfRanking) ranking = gf_ranking_new (table, measures, 3, 0.1, NULL);
  g_autofree char *first = gf_ranking_dup_reason (ranking, table, 0, 3);
  g_autofree char *second = gf_ranking_dup_reason (ranking, table, 1, 3);
  g_autofree char *none = gf_ranking_dup_reason (ranking, table, 3, 3);
  g_autofree char *facts = gf_ranking_dup_facts (ranking, table, 0, 2);

  g_assert_cmpstr (first, ==, "50\u00a0months kept, low support hours");
  g_assert_cmpstr (second, ==, "high lifetime value");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (facts, ==, "Lifetime value 100 · Months kept 50");
}

static void
bad_fits_follow_their_rules (void)
{
  g_autoptr (GfTable) table = small_table ();
  g_autoptr (GfBitset) by_hand = gf_bitset_new (5);
  gf_bitset_set (by_hand, 3);

  const struct { GfBadRule rule; guint rows; } cases[] = {
    { { GF_BAD_FILLED, "Left on" }, 0x12 },
    { { GF_BAD_IS, "Months kept", "10" }, 0x02 },
    { { GF_BAD_ABOVE, "Support hours", NULL, 4 }, 0x06 },
    { { GF_BAD_BELOW, "Lifetime value", NULL, 250 }, 0x11 },
    { { GF_BAD_ABOVE, "Support hours", NULL, 0.02, "Lifetime value" }, 0x02 },
    { { GF_BAD_ROWS, NULL, NULL, 0, NULL, by_hand }, 0x08 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GfBitset) rows = gf_bad_rule_match (table, &cases[i].rule, &error);

      g_assert_no_error (error);
      for (guint row = 0; row < 5; row++)
        if ((guint) gf_bitset_get (rows, row) != ((cases[i].rows >> row) & 1))
          g_error ("rule %zu, row %u", i, row);
    }

  const GfBadRule rules[] = { cases[0].rule, cases[5].rule };
  g_autoptr (GfBitset) either = gf_bad_fits (table, rules, 2, NULL);
  g_assert_cmpuint (gf_bitset_count (either), ==, 3);

  const GfBadRule wrong = { GF_BAD_ABOVE, "Nothing", NULL, 4 };
  g_autoptr (GError) error = NULL;
  g_assert_null (gf_bad_fits (table, &wrong, 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
columns_propose_measures_rules_and_leaks (void)
{
  double value[60], twice[60], support[60], size[60];
  const char *status[60];

  for (guint row = 0; row < 60; row++)
    {
      value[row] = row * 37 % 60;
      twice[row] = 2 * value[row] + 1;
      support[row] = row * 11 % 60;
      size[row] = value[row] * value[row];
      status[row] = row % 5 == 0 ? "Churned" : "Active";
    }

  GfColumn *columns[] = {
    gf_column_new_numbers ("Lifetime value", value, 60), gf_column_new_numbers ("Revenue", twice, 60),
    gf_column_new_numbers ("Support hours", support, 60), gf_column_new_numbers ("Size", size, 60),
    gf_column_new_categories ("Status", status, 60),
  };
  const GfColumnRole roles[] = { GF_ROLE_VALUE, GF_ROLE_VALUE, GF_ROLE_VALUE, GF_ROLE_ATTRIBUTE,
                                 GF_ROLE_CHURN };

  for (guint i = 0; i < 5; i++)
    {
      GfColumn *column = gf_column_with_role (columns[i], roles[i]);

      gf_column_unref (columns[i]);
      columns[i] = column;
    }

  g_autoptr (GfTable) table = gf_table_new (columns, 5);
  g_autoptr (GArray) measures = gf_measures_suggest (table);
  g_autoptr (GArray) rules = gf_bad_rules_suggest (table);

  /* revenue would count the same thing twice */
  g_assert_cmpuint (measures->len, ==, 2);
  g_assert_cmpstr (g_array_index (measures, GfMeasure, 0).column, ==, "Lifetime value");
  g_assert_cmpfloat (g_array_index (measures, GfMeasure, 0).weight, ==, 30.0);
  g_assert_true (g_array_index (measures, GfMeasure, 1).lower_is_better);
  g_assert_cmpuint (rules->len, ==, 1);
  g_assert_cmpstr (g_array_index (rules, GfBadRule, 0).value, ==, "Churned");

  g_autoptr (GArray) leaks = gf_leaks_find (table, (const GfMeasure *) (gpointer) measures->data,
                                            measures->len);
  g_assert_cmpuint (leaks->len, ==, 1);
  g_assert_cmpstr (g_array_index (leaks, GfLeak, 0).column, ==, "Size");

  for (guint i = 0; i < 5; i++)
    gf_column_unref (columns[i]);
}

static GfRanking *
rank_by (GfTable          *table,
         const GfBestRule *rule)
{
  const GfMeasure measures[] = { { "Lifetime value", 1, FALSE } };
  g_autoptr (GError) error = NULL;
  GfRanking *ranking = gf_ranking_new_by_rule (table, measures, 1, rule, NULL, &error);

  g_assert_no_error (error);

  return ranking;
}

static void
assert_best_are_first (GfRanking *ranking,
                       gsize      n_best)
{
  g_assert_cmpuint (gf_ranking_get_n_best (ranking), ==, n_best);
  g_assert_cmpuint (gf_bitset_count (gf_ranking_get_best (ranking)), ==, n_best);
  for (gsize place = 0; place < gf_ranking_get_n_rows (ranking); place++)
    {
      gsize row = gf_ranking_get_row (ranking, place);

      g_assert_cmpint (gf_bitset_get (gf_ranking_get_best (ranking), row), ==, place < n_best);
      g_assert_cmpuint (gf_ranking_get_place (ranking, row), ==, place);
    }
}

/* Of five customers four have a lifetime value; their ranks are .125 .875 .625 - .375. */
static void
the_best_are_so_many (void)
{
  g_autoptr (GfTable) table = small_table ();
  g_autoptr (GfRanking) two = rank_by (table, &(GfBestRule) { .kind = GF_BEST_BY_COUNT, .count = 2 });
  g_autoptr (GfRanking) many = rank_by (table, &(GfBestRule) { .kind = GF_BEST_BY_COUNT, .count = 20 });
  g_autofree char *sentence = gf_ranking_dup_share_sentence (two, table);

  assert_best_are_first (two, 2);
  g_assert_true (gf_bitset_get (gf_ranking_get_best (two), 1) && gf_bitset_get (gf_ranking_get_best (two), 2));
  g_assert_true (g_str_has_prefix (sentence, "The best 2 by the weights below."));
  /* who has no score is never one of them */
  assert_best_are_first (many, 4);
  g_assert_false (gf_bitset_get (gf_ranking_get_best (many), 3));
}

static void
the_best_are_from_a_limit_on (void)
{
  g_autoptr (GfTable) table = small_table ();
  const double *values = gf_column_get_numbers (gf_table_find_column (table, "Lifetime value"));
  GfBestRule rule = { .kind = GF_BEST_BY_LIMIT, .column = "Lifetime value", .limit = values[4] };
  g_autoptr (GfRanking) from = rank_by (table, &rule);
  g_autoptr (GError) error = NULL;

  assert_best_are_first (from, 3);
  g_assert_false (gf_bitset_get (gf_ranking_get_best (from), 0));
  g_assert_cmpuint (gf_ranking_get_row (from, 0), ==, 1);

  rule.at_most = TRUE;
  g_autoptr (GfRanking) to = rank_by (table, &rule);
  assert_best_are_first (to, 2);
  g_assert_cmpuint (gf_ranking_get_row (to, 0), ==, 4);
  g_autofree char *sentence = gf_ranking_dup_share_sentence (to, table);
  g_assert_true (g_str_has_prefix (sentence, "Lifetime value: "));
  g_assert_true (g_str_has_suffix (sentence, " or less."));

  /* no measure is needed for it, but the column is */
  g_autoptr (GfRanking) without = gf_ranking_new_by_rule (table, NULL, 0, &rule, NULL, &error);
  g_assert_no_error (error);
  assert_best_are_first (without, 2);
  rule.column = "Nothing";
  g_assert_null (gf_ranking_new_by_rule (table, NULL, 0, &rule, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  rule.limit = NAN;
  rule.column = "Lifetime value";
  g_autoptr (GfRanking) nobody = rank_by (table, &rule);
  assert_best_are_first (nobody, 0);
}

static void
the_best_are_picked_by_hand (void)
{
  g_autoptr (GfTable) table = small_table ();
  g_autoptr (GfBitset) picked = gf_bitset_new (5);
  g_autoptr (GfBitset) of_another = gf_bitset_new (7);

  gf_bitset_set (picked, 0);
  gf_bitset_set (picked, 3);
  gf_bitset_set (of_another, 6);
  g_autoptr (GfRanking) ranking = rank_by (table, &(GfBestRule) { .kind = GF_BEST_BY_HAND, .picked = picked });
  g_autoptr (GfRanking) other = rank_by (table, &(GfBestRule) { .kind = GF_BEST_BY_HAND, .picked = of_another });

  assert_best_are_first (ranking, 2);
  g_assert_cmpuint (gf_ranking_get_row (ranking, 0), ==, 0);   /* the one with a score before the one without */
  assert_best_are_first (other, 0);
}

static void
rules_are_compared_by_what_they_choose (void)
{
  const GfBestRule share = { .kind = GF_BEST_BY_SHARE, .share = 0.1, .count = 3 };
  const GfBestRule same = { .kind = GF_BEST_BY_SHARE, .share = 0.1, .count = 4 };
  const GfBestRule other = { .kind = GF_BEST_BY_COUNT, .share = 0.1, .count = 3 };

  g_assert_true (gf_best_rule_equal (&share, &same));
  g_assert_false (gf_best_rule_equal (&share, &other));
}

static void
burdens_are_better_when_low (void)
{
  static const char * const low[] = {
    "Support tickets", "Days to first result", "Time to value (days)", "Days to close", "Discount given", "CAC",
    "Unpaid invoices", "supportHours", "refund_amount", "Amount Refunded", "Late payments", "Revenue churn",
    "Cost per order", "Churned MRR", "Return rate", "Customer acquisition cost", "CAC payback",
  };
  static const char * const high[] = {
    "Lifetime value", "Margin", "Months kept", "Renewals", "NPS", "CSAT", "Referrals made", "Active users",
    "Orders a year", "Accumulated revenue", "Calculated LTV", "Latest order amount", "Related orders", "Cached LTV",
    "Return on ad spend", "Return customers", "Revenue net of cost", "Revenue after discount", "Supported seats",
    "LTV to CAC", "LTV:CAC", "Revenue per ticket", "Days before churn", "Lifetime value excl. returns",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (low); i++)
    g_assert_true (gf_measure_guess_lower_is_better (low[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (high); i++)
    g_assert_false (gf_measure_guess_lower_is_better (high[i]));
}

static void
ranking_stops_when_cancelled (void)
{
  const double value[] = { 3, 1, 2 };
  g_autoptr (GfColumn) column = gf_column_new_numbers ("Value", value, 3);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const GfMeasure measure = { "Value", 1, FALSE };
  const GfBestRule rule = { .kind = GF_BEST_BY_SHARE, .share = 0.3 };
  g_autoptr (GError) error = NULL;

  g_autoptr (GfRanking) ranking = gf_ranking_new_by_rule (table, &measure, 1, &rule, cancellable, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ranking);
  g_cancellable_cancel (cancellable);
  g_assert_null (gf_ranking_new_by_rule (table, &measure, 1, &rule, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ranking/score-is-the-weighted-mean-of-ranks", score_is_the_weighted_mean_of_ranks);
  g_test_add_func ("/ranking/lower-may-be-better", lower_may_be_better);
  g_test_add_func ("/ranking/share-is-raised-in-short-lists", share_is_raised_in_short_lists);
  g_test_add_func ("/ranking/ties-fall-the-same-way-every-time", ties_fall_the_same_way_every_time);
  g_test_add_func ("/ranking/a-weight-of-nothing-chooses-nobody", a_weight_of_nothing_chooses_nobody);
  g_test_add_func ("/ranking/the-share-that-is-best-is-said", the_share_that_is_best_is_said);
  g_test_add_func ("/ranking/ties-at-the-end-are-in-or-out-together", ties_at_the_end_are_in_or_out_together);
  g_test_add_func ("/ranking/measures-that-do-not-fit-are-refused",
                   measures_that_do_not_fit_are_refused);
  g_test_add_func ("/ranking/nobody-is-best-of-one", nobody_is_best_of_one);
  g_test_add_func ("/ranking/reasons-name-what-speaks-for-a-customer",
                   reasons_name_what_speaks_for_a_customer);
  g_test_add_func ("/ranking/bad-fits-follow-their-rules", bad_fits_follow_their_rules);
  g_test_add_func ("/ranking/columns-propose-measures-rules-and-leaks",
                   columns_propose_measures_rules_and_leaks);
  g_test_add_func ("/ranking/the-best-are-so-many", the_best_are_so_many);
  g_test_add_func ("/ranking/the-best-are-from-a-limit-on", the_best_are_from_a_limit_on);
  g_test_add_func ("/ranking/the-best-are-picked-by-hand", the_best_are_picked_by_hand);
  g_test_add_func ("/ranking/rules-are-compared-by-what-they-choose", rules_are_compared_by_what_they_choose);
  g_test_add_func ("/ranking/burdens-are-better-when-low", burdens_are_better_when_low);
  g_test_add_func ("/ranking/stops-when-cancelled", ranking_stops_when_cancelled);

  return g_test_run ();
}
