/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-proposal.h"
#include "gf-scoring.h"

#include <math.h>

static void
assert_near (double value,
             double expected,
             double tolerance)
{
  if (!(fabs (value - expected) <= tolerance))
    g_error ("%.15g is not within %g of %.15g", value, tolerance, expected);
}

static void
totals_are_weighted_means (void)
{
  const double scores[] = { 5, 1, 3, 4, 4, 4, 1, 5, 5 };
  const double weights[] = { 50, 30, 20 };
  g_autoptr (GfScoring) scoring = gf_scoring_new (scores, 3, weights, 3);

  assert_near (gf_scoring_get_total (scoring, 0), 2.5 + 0.3 + 0.6, 1e-12);
  assert_near (gf_scoring_get_total (scoring, 1), 4.0, 1e-12);
  assert_near (gf_scoring_get_total (scoring, 2), 0.5 + 1.5 + 1.0, 1e-12);
  g_assert_cmpuint (gf_scoring_get_rank (scoring, 1), ==, 1);
  g_assert_cmpuint (gf_scoring_get_rank (scoring, 0), ==, 2);
  g_assert_cmpuint (gf_scoring_get_segment (scoring, 2), ==, 2);
  assert_near (gf_scoring_get_weight (scoring, 1), 0.3, 1e-12);
}

static void
unknown_scores_are_an_interval (void)
{
  const double scores[] = { 5, 0, 3, NAN };
  const double weights[] = { 3, 1 };
  g_autoptr (GfScoring) scoring = gf_scoring_new (scores, 2, weights, 2);

  assert_near (gf_scoring_get_total (scoring, 0), (15 + 3) / 4.0, 1e-12);
  assert_near (gf_scoring_get_low (scoring, 0), (15 + 1) / 4.0, 1e-12);
  assert_near (gf_scoring_get_high (scoring, 0), (15 + 5) / 4.0, 1e-12);
  assert_near (gf_scoring_get_low (scoring, 1), (9 + 1) / 4.0, 1e-12);
}

static void
ties_share_a_rank (void)
{
  const double scores[] = { 4, 2, 2, 4, 1, 1 };
  const double weights[] = { 0, 0 };
  const char *names[] = { "A", "B", "C", NULL };
  g_autoptr (GfScoring) scoring = gf_scoring_new (scores, 3, weights, 2);
  g_autofree char *headline = gf_scoring_dup_headline (scoring, names);

  /* weights of nothing count the same */
  assert_near (gf_scoring_get_total (scoring, 0), 3.0, 1e-12);
  g_assert_cmpuint (gf_scoring_get_rank (scoring, 0), ==, 1);
  g_assert_cmpuint (gf_scoring_get_rank (scoring, 1), ==, 1);
  g_assert_cmpuint (gf_scoring_get_rank (scoring, 2), ==, 3);
  g_assert_cmpstr (headline, ==, "A and B are level");
}

/* With two criteria the weight of the first is uniform on 0..1, so shares are lengths: (5, 1) beats (1, 4) where
 * 5w + (1 - w) > w + 4 (1 - w), that is beyond 3/7. */
static void
place_shares_are_the_lengths_of_two_criteria (void)
{
  const double scores[] = { 5, 1, 1, 4, 1, 1 };
  const double weights[] = { 1, 1 };
  g_autoptr (GfScoring) scoring = gf_scoring_new (scores, 3, weights, 2);

  /* three standard errors of 10,000 draws */
  assert_near (gf_scoring_get_wins_share (scoring, 0), 4.0 / 7.0, 0.015);
  assert_near (gf_scoring_get_wins_share (scoring, 1), 3.0 / 7.0, 0.015);
  assert_near (gf_scoring_get_wins_share (scoring, 2), 0.0, 1e-12);
  assert_near (gf_scoring_get_place_share (scoring, 0, 1), 3.0 / 7.0, 0.015);
  assert_near (gf_scoring_get_place_share (scoring, 2, 2), 1.0, 1e-9);
}

/* Three criteria, each the strength of one segment: a third of the triangle each. With one segment (4, 4, 4) it
 * wins where no weight is above 3/4: all but three corners of a sixteenth each. */
static void
place_shares_are_the_areas_of_three_criteria (void)
{
  const double corners[] = { 5, 1, 1, 1, 5, 1, 1, 1, 5 };
  const double middle[] = { 5, 1, 1, 1, 5, 1, 1, 1, 5, 4, 4, 4 };
  const double weights[] = { 1, 1, 1 };
  g_autoptr (GfScoring) thirds = gf_scoring_new (corners, 3, weights, 3);
  g_autoptr (GfScoring) most = gf_scoring_new (middle, 4, weights, 3);
  double sum = 0.0;

  for (guint i = 0; i < 3; i++)
    assert_near (gf_scoring_get_wins_share (thirds, i), 1.0 / 3.0, 0.015);
  assert_near (gf_scoring_get_wins_share (most, 3), 13.0 / 16.0, 0.012);
  for (guint i = 0; i < 4; i++)
    sum += gf_scoring_get_wins_share (most, i);
  assert_near (sum, 1.0, 1e-9);
}

static void
the_same_scores_split_their_wins (void)
{
  const double scores[] = { 3, 4, 3, 4 };
  const double weights[] = { 1, 2 };
  g_autoptr (GfScoring) scoring = gf_scoring_new (scores, 2, weights, 2);
  g_autoptr (GfScoring) again = gf_scoring_new (scores, 2, weights, 2);

  assert_near (gf_scoring_get_wins_share (scoring, 0), 0.5, 1e-9);
  assert_near (gf_scoring_get_wins_share (again, 0), gf_scoring_get_wins_share (scoring, 0), 0.0);
}

static void
swing_is_where_the_lines_cross (void)
{
  const double scores[] = { 5, 1, 1, 4, 3, 2 };
  const double weights[] = { 60, 40 };
  const char *segments[] = { "Tech", "Agencies", "Shops", NULL };
  const char *criteria[] = { "Budget", "Reach", NULL };
  g_autoptr (GfScoring) scoring = gf_scoring_new (scores, 3, weights, 2);
  GfSwing swing;

  g_assert_true (gf_scoring_find_swing (scoring, 0, &swing));
  assert_near (swing.at, 3.0 / 7.0, 1e-12);
  assert_near (swing.now, 0.6, 1e-12);
  g_assert_cmpuint (swing.leader, ==, 1);

  g_autofree char *sentence = gf_swing_dup_sentence (&swing, segments, criteria);
  g_assert_cmpstr (sentence, ==, "With Budget below 43\u202f% (now 60\u202f%) Agencies would lead.");

  g_assert_true (gf_scoring_find_swing (scoring, 1, &swing));
  assert_near (swing.at, 4.0 / 7.0, 1e-12);

  /* better at everything: no weight helps */
  const double best[] = { 5, 5, 4, 4 };
  g_autoptr (GfScoring) firm = gf_scoring_new (best, 2, weights, 2);
  g_assert_false (gf_scoring_find_nearest_swing (firm, &swing));
  assert_near (gf_scoring_get_wins_share (firm, 0), 1.0, 1e-9);
}

/* The flip found must be one: just before it the leader leads, just beyond it the other one does. */
static void
swing_flips_the_order_in_random_tables (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 40; round++)
    {
      double scores[20], weights[4];
      GfSwing swing;

      for (guint i = 0; i < 20; i++)
        scores[i] = g_rand_int_range (rand, 1, 6);
      for (guint i = 0; i < 4; i++)
        weights[i] = g_rand_int_range (rand, 1, 40);

      g_autoptr (GfScoring) scoring = gf_scoring_new (scores, 5, weights, 4);
      if (gf_scoring_get_rank (scoring, gf_scoring_get_segment (scoring, 1)) == 1 ||
          !gf_scoring_find_nearest_swing (scoring, &swing))
        continue;

      for (int side = -1; side <= 1; side += 2)
        {
          double at = swing.at + side * 1e-6 * (swing.at > swing.now ? 1 : -1);
          double moved[4];

          for (guint i = 0; i < 4; i++)
            moved[i] = i == swing.criterion
                           ? at : gf_scoring_get_weight (scoring, i) * (1 - at) / (1 - swing.now);

          g_autoptr (GfScoring) beside = gf_scoring_new (scores, 5, moved, 4);
          guint leader = side < 0 ? gf_scoring_get_segment (scoring, 0) : swing.leader;
          g_assert_cmpuint (gf_scoring_get_rank (beside, leader), ==, 1);
        }
    }
}

static void
nothing_to_score_is_no_trouble (void)
{
  const double weights[] = { 1 };
  const double scores[] = { 4 };
  const char *names[] = { "Tech", NULL };
  g_autoptr (GfScoring) none = gf_scoring_new (NULL, 0, weights, 1);
  g_autoptr (GfScoring) no_criteria = gf_scoring_new (NULL, 1, NULL, 0);
  g_autoptr (GfScoring) one = gf_scoring_new (scores, 1, weights, 1);
  g_autofree char *headline = gf_scoring_dup_headline (one, names);
  GfSwing swing;

  g_assert_cmpuint (gf_scoring_get_n_segments (none), ==, 0);
  g_assert_true (isnan (gf_scoring_get_total (no_criteria, 0)));
  assert_near (gf_scoring_get_wins_share (one, 0), 1.0, 1e-9);
  g_assert_false (gf_scoring_find_nearest_swing (one, &swing));
  g_assert_cmpstr (headline, ==, "One segment so far: Tech");
}

static void
proposals_follow_the_customers (void)
{
  double value[100], days[100];

  for (guint row = 0; row < 100; row++)
    {
      value[row] = row;
      days[row] = 200 - row;
    }

  g_autoptr (GfColumn) a = gf_column_new_numbers ("Lifetime value", value, 100);
  g_autoptr (GfColumn) b = gf_column_new_numbers ("Days to close", days, 100);
  GfColumn *columns[] = { a, b };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  const GfMeasure measures[] = { { "Lifetime value", 1, FALSE } };
  g_autoptr (GfRanking) ranking = gf_ranking_new (table, measures, 1, 0.1, NULL);
  g_autoptr (GfBitset) top = gf_bitset_new (100);
  g_autoptr (GfBitset) low = gf_bitset_new (100);
  g_autoptr (GfBitset) few = gf_bitset_new (100);
  g_auto (GfProposal) size = { 0 }, best = { 0 }, worst = { 0 }, quick = { 0 }, none = { 0 };
  g_auto (GfProposal) loyal = { 0 }, fit = { 0 };

  for (gsize row = 0; row < 10; row++)
    {
      gf_bitset_set (top, 90 + row);
      gf_bitset_set (low, row);
    }
  gf_bitset_set (few, 99);

  gf_proposal_from_size (&size, top);
  g_assert_cmpint (size.score, ==, 3);
  g_assert_cmpstr (size.reason, ==, "10 of 100 customers");
  gf_proposal_from_value (&best, ranking, top);
  g_assert_cmpint (best.score, ==, 5);
  g_assert_cmpstr (best.reason, ==, "Its middle customer ranks above 95\u202f% of all");
  gf_proposal_from_value (&worst, ranking, low);
  g_assert_cmpint (worst.score, ==, 1);
  gf_proposal_from_column (&quick, table, "Days to close", TRUE, top);
  g_assert_cmpint (quick.score, ==, 5);
  g_assert_cmpstr (quick.reason, ==, "Middle days to close is 106, of all customers 150");
  gf_proposal_from_value (&none, ranking, few);
  g_assert_cmpint (none.score, ==, 0);
  gf_proposal_from_best (&fit, gf_ranking_get_best (ranking), top);
  g_assert_cmpint (fit.score, ==, 5);
  g_assert_cmpstr (fit.reason, ==, "10 of its 10 customers are among the best");
  gf_proposal_from_bad (&loyal, low, top);
  g_assert_cmpint (loyal.score, ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scoring/totals-are-weighted-means", totals_are_weighted_means);
  g_test_add_func ("/scoring/unknown-scores-are-an-interval", unknown_scores_are_an_interval);
  g_test_add_func ("/scoring/ties-share-a-rank", ties_share_a_rank);
  g_test_add_func ("/scoring/place-shares-are-the-lengths-of-two-criteria",
                   place_shares_are_the_lengths_of_two_criteria);
  g_test_add_func ("/scoring/place-shares-are-the-areas-of-three-criteria",
                   place_shares_are_the_areas_of_three_criteria);
  g_test_add_func ("/scoring/the-same-scores-split-their-wins", the_same_scores_split_their_wins);
  g_test_add_func ("/scoring/swing-is-where-the-lines-cross", swing_is_where_the_lines_cross);
  g_test_add_func ("/scoring/swing-flips-the-order-in-random-tables",
                   swing_flips_the_order_in_random_tables);
  g_test_add_func ("/scoring/nothing-to-score-is-no-trouble", nothing_to_score_is_no_trouble);
  g_test_add_func ("/scoring/proposals-follow-the-customers", proposals_follow_the_customers);

  return g_test_run ();
}
