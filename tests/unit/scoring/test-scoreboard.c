/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-criteria-preset.h"
#include "gf-criterion-proposal.h"
#include "gf-scoreboard.h"
#include "gf-standings.h"

#include <math.h>
#include <string.h>

typedef struct
{
  GListStore *segments;
  GListStore *criteria;
} Fixture;

static void
add_segment (Fixture    *fixture,
             const char *name)
{
  g_autoptr (GfSegment) segment = gf_segment_new ();

  gf_segment_set_name (segment, name);
  g_list_store_append (fixture->segments, segment);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->segments = g_list_store_new (GF_TYPE_SEGMENT);
  fixture->criteria = g_list_store_new (GF_TYPE_CRITERION);
  add_segment (fixture, "Tech");
  add_segment (fixture, "Agencies");
  gf_criteria_add_preset (fixture->criteria);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->segments);
  g_clear_object (&fixture->criteria);
}

static GfSegment *
get_segment (Fixture *fixture,
             guint    position)
{
  g_autoptr (GfSegment) segment = g_list_model_get_item (G_LIST_MODEL (fixture->segments), position);

  return segment;   /* the list keeps it */
}

static GfCriterion *
get_criterion (Fixture *fixture,
               guint    position)
{
  g_autoptr (GfCriterion) criterion = g_list_model_get_item (G_LIST_MODEL (fixture->criteria), position);

  return criterion;   /* the list keeps it */
}

static GfScoreboard *
make (Fixture *fixture)
{
  return gf_scoreboard_new (G_LIST_MODEL (fixture->segments), G_LIST_MODEL (fixture->criteria));
}

static double
sum_weights (Fixture *fixture)
{
  double sum = 0.0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->criteria)); i++)
    sum += gf_criterion_get_weight (get_criterion (fixture, i));

  return sum;
}

static void
preset_has_seven_that_sum_to_100 (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *anchor = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->criteria)), ==, 7);
  g_assert_cmpfloat (sum_weights (fixture), ==, 100.0);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpstr (gf_criterion_get_poor (get_criterion (fixture, i)), !=, "");
      g_assert_cmpstr (gf_criterion_get_fair (get_criterion (fixture, i)), !=, "");
      g_assert_cmpstr (gf_criterion_get_excellent (get_criterion (fixture, i)), !=, "");
    }
  anchor = gf_criterion_dup_anchor (get_criterion (fixture, 1), 3);
  g_assert_cmpstr (anchor, ==, "exists, but hard to get");

  /* Once only, and never over those that a project has. */
  gf_criteria_add_preset (fixture->criteria);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->criteria)), ==, 7);
}

static void
balance_keeps_proportions (Fixture       *fixture,
                           gconstpointer  data)
{
  static const double expected[] = { 18, 18, 14, 9, 14, 14, 13 };

  /* 15 of 110 instead of 5 of 100 for the last. */
  gf_criterion_set_weight (get_criterion (fixture, 6), 15);
  g_assert_cmpfloat (sum_weights (fixture), ==, 110.0);
  gf_criteria_balance (G_LIST_MODEL (fixture->criteria));
  g_assert_cmpfloat (sum_weights (fixture), ==, 100.0);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpfloat (fabs (gf_criterion_get_weight (get_criterion (fixture, i)) - expected[i]), <=, 1.0);

  for (guint i = 0; i < 7; i++)
    gf_criterion_set_weight (get_criterion (fixture, i), 0);
  gf_criteria_balance (G_LIST_MODEL (fixture->criteria));
  g_assert_cmpfloat (sum_weights (fixture), ==, 100.0);
  g_assert_cmpfloat (gf_criterion_get_weight (get_criterion (fixture, 0)), ==, 15.0);
  g_assert_cmpfloat (gf_criterion_get_weight (get_criterion (fixture, 6)), ==, 14.0);
}

static void
unscored_segments_say_so (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GfScoreboard) board = make (fixture);
  g_autofree char *headline = gf_scoreboard_dup_headline (board);

  g_assert_cmpuint (gf_scoreboard_count_unknown (board), ==, 14);
  g_assert_cmpstr (headline, ==, "Nothing is scored yet");
}

static void
scores_make_an_order (Fixture       *fixture,
                      gconstpointer  data)
{
  static const guint tech[] = { 5, 5, 3, 3, 4, 5, 4 };
  static const guint agencies[] = { 4, 3, 5, 4, 5, 4, 3 };

  for (guint i = 0; i < 7; i++)
    {
      gf_segment_score (get_segment (fixture, 0), get_criterion (fixture, i), tech[i]);
      gf_segment_score (get_segment (fixture, 1), get_criterion (fixture, i), agencies[i]);
    }

  g_autoptr (GfScoreboard) board = make (fixture);
  GfScoring *scoring = gf_scoreboard_get_scoring (board);
  g_autofree char *headline = gf_scoreboard_dup_headline (board);
  g_autofree char *explanation = gf_scoreboard_dup_explanation (board);
  g_autofree char *places = gf_scoreboard_dup_places (board, 0);

  /* (20*5 + 20*5 + 15*3 + 10*3 + 15*4 + 15*5 + 5*4) / 100 and (80 + 60 + 75 + 40 + 75 + 60 + 15) / 100 */
  g_assert_cmpfloat (fabs (gf_scoring_get_total (scoring, 0) - 4.30), <, 1e-9);
  g_assert_cmpfloat (fabs (gf_scoring_get_total (scoring, 1) - 4.05), <, 1e-9);
  g_assert_cmpuint (gf_scoreboard_get_score (board, 1, 2), ==, 5);
  g_assert_cmpuint (gf_scoreboard_count_unknown (board), ==, 0);
  g_assert_true (g_str_has_prefix (headline, "Tech in the lead"));
  g_test_message ("%s. %s %s", headline, explanation, places);
  g_assert_true (strstr (explanation, "Agencies would lead.") != NULL);
  g_assert_true (g_str_has_prefix (places, "First in "));

  /* Size alone turns it. */
  for (guint i = 0; i < 7; i++)
    gf_criterion_set_weight (get_criterion (fixture, i), i == 2 ? 30 : 0);

  g_autoptr (GfScoreboard) turned = make (fixture);
  g_assert_cmpuint (gf_scoring_get_rank (gf_scoreboard_get_scoring (turned), 1), ==, 1);
}

static void
scores_keep_their_source (Fixture       *fixture,
                          gconstpointer  data)
{
  GfSegment *segment = get_segment (fixture, 0);
  GfCriterion *criterion = get_criterion (fixture, 0);
  GfScore *score;

  gf_segment_score (segment, criterion, 0);
  g_assert_null (gf_segment_find_score (segment, criterion));
  gf_segment_score (segment, criterion, 4);
  score = gf_segment_find_score (segment, criterion);
  g_assert_cmpint (gf_score_get_value (score), ==, 4);
  g_assert_cmpint (gf_score_get_source (score), ==, GF_SCORE_HAND);

  gf_score_set_source (score, GF_SCORE_INTERVIEWS);
  gf_segment_score (segment, criterion, 5);
  g_assert_cmpint (gf_score_get_source (score), ==, GF_SCORE_INTERVIEWS);
  gf_score_set_source (score, GF_SCORE_CUSTOMERS);
  gf_segment_score (segment, criterion, 5);
  g_assert_cmpint (gf_score_get_source (score), ==, GF_SCORE_CUSTOMERS);
  gf_segment_score (segment, criterion, 2);
  g_assert_cmpint (gf_score_get_source (score), ==, GF_SCORE_HAND);
  g_assert_true (gf_segment_ensure_score (segment, criterion) == score);
}

static void
a_fourth_is_refused (void)
{
  GfSegmentStanding standings[5] = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (gf_standings_set (standings, 5, 0, GF_SEGMENT_SECONDARY, NULL));
  g_assert_true (gf_standings_set (standings, 5, 1, GF_SEGMENT_SECONDARY, NULL));

  /* The third must be the primary. */
  g_assert_false (gf_standings_set (standings, 5, 2, GF_SEGMENT_SECONDARY, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (standings[2], ==, GF_SEGMENT_OPEN);
  g_assert_true (gf_standings_set (standings, 5, 2, GF_SEGMENT_PRIMARY, NULL));

  g_assert_false (gf_standings_set (standings, 5, 3, GF_SEGMENT_PRIMARY, &error));
  g_assert_cmpstr (error->message, ==, "Three is the limit: more would aim at everyone.");
  g_assert_cmpint (standings[2], ==, GF_SEGMENT_PRIMARY);

  /* Within the three they change places, and one that is let go makes room. */
  g_assert_true (gf_standings_set (standings, 5, 0, GF_SEGMENT_PRIMARY, NULL));
  g_assert_cmpint (standings[2], ==, GF_SEGMENT_SECONDARY);
  g_assert_true (gf_standings_set (standings, 5, 1, GF_SEGMENT_OPEN, NULL));
  g_assert_true (gf_standings_set (standings, 5, 3, GF_SEGMENT_SECONDARY, NULL));
}

static void
customers_propose_by_criterion (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char * const cells[] = { "A", "A", "A", "B", "B", "B", "B", "B", "B", "B" };
  g_autoptr (GfColumn) column = gf_column_new_categories ("Kind", cells, 10);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GfCondition) condition = gf_condition_new ();
  g_auto (GfProposal) proposal = { 0 };
  GfSegment *segment = get_segment (fixture, 0);

  /* In words only: nothing to count. */
  g_assert_false (gf_proposal_from_criterion (&proposal, get_criterion (fixture, 2), segment, table,
                                              NULL, NULL));
  gf_condition_set_column (condition, "Kind");
  gf_condition_set_value (condition, "A");
  g_list_store_append (gf_segment_get_conditions (segment), condition);

  /* 3 of 10: 30 % is a large segment. */
  g_assert_true (gf_proposal_from_criterion (&proposal, get_criterion (fixture, 2), segment, table,
                                             NULL, NULL));
  g_assert_cmpint (proposal.score, ==, 5);
  g_assert_cmpstr (proposal.reason, ==, "3 of 10 customers");
  gf_proposal_clear (&proposal);

  /* Pain is not in a list of customers, and without figures there is no budget or value. */
  for (guint i = 0; i < 7; i++)
    if (i != 2)
      g_assert_false (gf_proposal_from_criterion (&proposal, get_criterion (fixture, i), segment, table,
                                                  NULL, NULL));
  g_assert_false (gf_proposal_from_criterion (&proposal, get_criterion (fixture, 2), segment, NULL,
                                              NULL, NULL));
}

static const char *
propose (GfProposal  *proposal,
         const char  *id,
         GfSegment   *segment,
         GfTable     *table,
         GfBitset    *bad)
{
  g_autoptr (GListStore) none = g_list_store_new (GF_TYPE_CRITERION);
  g_autoptr (GPtrArray) all = gf_criteria_dup_missing (G_LIST_MODEL (none));

  gf_proposal_clear (proposal);
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (gf_record_get_id (all->pdata[i]), id))
      return gf_proposal_from_criterion (proposal, all->pdata[i], segment, table, NULL, bad) ? proposal->reason
                                                                                             : NULL;

  g_assert_not_reached ();
}

/* The columns say it by their names. Of 20 customers the first six are of kind A: they came last, closed in
 * the fewest days, ask for the least support, and refer the most. */
static void
columns_propose_by_their_names (Fixture       *fixture,
                                gconstpointer  data)
{
  const char *kinds[20];
  double days[20], hours[20], referrals[20];
  const char *dates[20];
  g_autoptr (GfCondition) condition = gf_condition_new ();
  g_autoptr (GfBitset) bad = gf_bitset_new (20);
  g_auto (GfProposal) proposal = { 0 };
  GfSegment *segment = get_segment (fixture, 0);

  for (guint row = 0; row < 20; row++)
    {
      kinds[row] = row < 6 ? "A" : "B";
      days[row] = row + 10;
      hours[row] = row;
      referrals[row] = 20 - row;
      dates[row] = row < 6 ? "2026-03-01" : "2022-05-01";
      if (row >= 10)
        gf_bitset_set (bad, row);
    }

  g_autoptr (GfColumn) a = gf_column_new_categories ("Kind", kinds, 20);
  g_autoptr (GfColumn) b = gf_column_new_numbers ("Days to Close", days, 20);
  g_autoptr (GfColumn) c = gf_column_new_numbers ("Support hours", hours, 20);
  g_autoptr (GfColumn) d = gf_column_new_numbers ("Referrals", referrals, 20);
  g_autoptr (GfColumn) e = gf_column_new_typed ("Create Date", GF_COLUMN_DATE, dates, 20);
  GfColumn *columns[] = { a, b, c, d, e };
  g_autoptr (GfTable) table = gf_table_new (columns, 5);

  gf_condition_set_column (condition, "Kind");
  gf_condition_set_value (condition, "A");
  g_list_store_append (gf_segment_get_conditions (segment), condition);

  g_assert_cmpstr (propose (&proposal, "cycle", segment, table, NULL), ==,
                   "Middle Days to Close is 12.5, of all customers 19.5");
  g_assert_cmpint (proposal.score, ==, 5);
  g_assert_cmpint (proposal.source, ==, GF_SCORE_CUSTOMERS);
  g_assert_nonnull (propose (&proposal, "reach", segment, table, NULL));
  g_assert_cmpint (proposal.score, ==, 5);
  g_assert_nonnull (propose (&proposal, "serving", segment, table, NULL));
  g_assert_cmpint (proposal.score, ==, 5);
  g_assert_nonnull (propose (&proposal, "advocacy", segment, table, NULL));
  g_assert_cmpint (proposal.score, ==, 5);
  g_assert_cmpstr (propose (&proposal, "growth", segment, table, NULL), ==,
                   "6 of its 6 customers came in the last year of the list, 6 of all 20");
  g_assert_cmpint (proposal.score, ==, 5);

  /* No column of tenure or renewals: then by how few are bad fits, if that is known. */
  g_assert_null (propose (&proposal, "staying", segment, table, NULL));
  g_assert_nonnull (propose (&proposal, "staying", segment, table, bad));
  g_assert_cmpint (proposal.score, ==, 5);

  /* Nothing in a list of customers tells of these. */
  g_assert_null (propose (&proposal, "pain", segment, table, bad));
  g_assert_null (propose (&proposal, "room", segment, table, bad));
}

static void
what_is_missing_can_be_added (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) missing = gf_criteria_dup_missing (G_LIST_MODEL (fixture->criteria));

  g_assert_cmpuint (missing->len, ==, 5);
  g_list_store_append (fixture->criteria, missing->pdata[0]);
  g_list_store_remove (fixture->criteria, 0);

  g_autoptr (GPtrArray) then = gf_criteria_dup_missing (G_LIST_MODEL (fixture->criteria));
  g_assert_cmpuint (then->len, ==, 5);
  g_assert_cmpstr (gf_record_get_id (then->pdata[0]), ==, "pain");

  gf_criteria_balance (G_LIST_MODEL (fixture->criteria));
  double sum = 0;
  for (guint i = 0; i < 7; i++)
    sum += gf_criterion_get_weight (get_criterion (fixture, i));
  g_assert_cmpfloat (sum, ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/scoreboard/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("preset-has-seven-that-sum-to-100", preset_has_seven_that_sum_to_100);
  ADD ("balance-keeps-proportions", balance_keeps_proportions);
  ADD ("unscored-segments-say-so", unscored_segments_say_so);
  ADD ("scores-make-an-order", scores_make_an_order);
  ADD ("scores-keep-their-source", scores_keep_their_source);
  ADD ("customers-propose-by-criterion", customers_propose_by_criterion);
  ADD ("columns-propose-by-their-names", columns_propose_by_their_names);
  ADD ("what-is-missing-can-be-added", what_is_missing_can_be_added);
  g_test_add_func ("/scoreboard/a-fourth-is-refused", a_fourth_is_refused);

  return g_test_run ();
}
