/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-both-sides.h"
#include "gf-mining.h"

#define N_ROWS 200

/* Of 50 agencies 15 are among the 20 best and 20 among the 30 bad fits; of 50 others in France 15 among the best
 * and no bad fit. */
typedef struct
{
  GfTable *table;
  GfBitset *best;
  GfBitset *bad;
  GfFindings *best_findings;
  GfFindings *bad_findings;
} Fixture;

static GfFindings *
mine (Fixture   *fixture,
      GfBitset  *target,
      GfAgainst  against)
{
  const GfMiningOptions options = { .depth = 2, .against = against };
  g_autoptr (GError) error = NULL;
  GfFindings *findings = gf_mining_run (fixture->table, target, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return findings;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *trade[N_ROWS], *country[N_ROWS];
  gsize n_bad = GPOINTER_TO_SIZE (data);

  fixture->best = gf_bitset_new (N_ROWS);
  fixture->bad = gf_bitset_new (N_ROWS);
  for (gsize row = 0; row < N_ROWS; row++)
    {
      trade[row] = row < 50 ? "Agency" : row % 2 ? "Retail" : "Health";
      country[row] = row >= 50 && row < 100 ? "France" : row % 2 ? "Spain" : "Italy";
      if (row < 15 || (row >= 50 && row < 65))
        gf_bitset_set (fixture->best, row);
      if (row >= 25 && row < 25 + n_bad)
        gf_bitset_set (fixture->bad, row);
      if (n_bad > 5 && row >= 150 && row < 155)
        gf_bitset_set (fixture->bad, row);
    }

  GfColumn *columns[] = { gf_column_new_categories ("Trade", trade, N_ROWS),
                          gf_column_new_categories ("Country", country, N_ROWS) };
  fixture->table = gf_table_new (columns, 2);
  gf_column_unref (columns[0]);
  gf_column_unref (columns[1]);
  fixture->best_findings = mine (fixture, fixture->best, GF_AGAINST_BEST);
  fixture->bad_findings = mine (fixture, fixture->bad, GF_AGAINST_BAD);
  gf_findings_mark_both_sides (fixture->best_findings, fixture->bad_findings, fixture->table, fixture->bad);
  gf_findings_mark_both_sides (fixture->bad_findings, fixture->best_findings, fixture->table, fixture->best);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gf_table_unref (fixture->table);
  gf_bitset_unref (fixture->best);
  gf_bitset_unref (fixture->bad);
  g_object_unref (fixture->best_findings);
  g_object_unref (fixture->bad_findings);
}

static GfFinding *
find (GfFindings *findings,
      const char *value)
{
  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    if (g_strcmp0 (gf_selector_get_value (gf_finding_get_selector (gf_findings_get_trait (findings, i), 0)),
                   value) == 0)
      return gf_findings_get_trait (findings, i);

  g_error ("%s is not listed", value);
}

static void
what_marks_both_is_marked (Fixture       *fixture,
                           gconstpointer  data)
{
  GfFinding *agency = find (fixture->best_findings, "Agency");
  GfFinding *france = find (fixture->best_findings, "France");

  g_assert_true (gf_findings_get_marks_both (fixture->best_findings, agency));
  g_assert_true (gf_findings_get_marks_both (fixture->bad_findings, find (fixture->bad_findings, "Agency")));
  g_assert_false (gf_findings_get_marks_both (fixture->best_findings, france));
  g_assert_false (gf_findings_get_marks_both (fixture->bad_findings, find (fixture->bad_findings, "France")));

  /* a finding of one side is none of the other */
  g_assert_false (gf_findings_get_marks_both (fixture->bad_findings, agency));
}

static void
the_other_side_is_said (Fixture       *fixture,
                        gconstpointer  data)
{
  GfFinding *agency = find (fixture->best_findings, "Agency");
  GfFinding *france = find (fixture->best_findings, "France");
  g_autoptr (GfFinding) other = gf_finding_see_other_side (agency, fixture->bad_findings, fixture->table,
                                                           fixture->bad);
  g_autoptr (GfFinding) back = gf_finding_see_other_side (find (fixture->bad_findings, "Agency"),
                                                          fixture->best_findings, fixture->table, fixture->best);
  g_autoptr (GfFinding) rare = gf_finding_see_other_side (france, fixture->bad_findings, fixture->table,
                                                          fixture->bad);
  g_autofree char *both = gf_finding_dup_other_side_sentence (agency, other);
  g_autofree char *both_back = gf_finding_dup_other_side_sentence (find (fixture->bad_findings, "Agency"), back);
  g_autofree char *few = gf_finding_dup_other_side_sentence (france, rare);

  g_assert_cmpstr (both, ==, "Also marks bad fits: 25 of 50, of all customers 30 of 200");
  g_assert_cmpstr (both_back, ==, "Also marks the best: 15 of 50, of all customers 30 of 200");
  g_assert_cmpstr (few, ==, "Rare among bad fits: 0 of 50, of all customers 30 of 200");
  g_assert_cmpstr (gf_finding_get_both_mark (agency), ==, "also marks bad fits");
}

/* A rule that is in no list is judged all the same. */
static void
traits_of_no_list_are_evaluated (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  g_autoptr (GfFinding) rule = NULL;
  g_autoptr (GfFinding) other = NULL;

  g_ptr_array_add (selectors, gf_selector_new_is ("Trade", "Retail"));
  g_ptr_array_add (selectors, gf_selector_new_is ("Country", "Spain"));
  rule = gf_finding_evaluate (selectors, fixture->table, fixture->best, NULL, GF_AGAINST_BEST, 1);
  other = gf_finding_see_other_side (rule, fixture->bad_findings, fixture->table, fixture->bad);
  g_assert_nonnull (other);
  g_assert_cmpint (gf_finding_get_against (other), ==, GF_AGAINST_BAD);
  g_assert_cmpuint (gf_finding_get_rows (other), ==, gf_finding_get_rows (rule));
}

static void
too_few_on_the_other_side_say_nothing (Fixture       *fixture,
                                       gconstpointer  data)
{
  GfFinding *agency = find (fixture->best_findings, "Agency");

  g_assert_true (gf_findings_are_too_few (fixture->bad_findings));
  g_assert_null (gf_finding_see_other_side (agency, fixture->bad_findings, fixture->table, fixture->bad));
  g_assert_false (gf_findings_get_marks_both (fixture->best_findings, agency));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, n_bad, test) g_test_add (name, Fixture, GSIZE_TO_POINTER (n_bad), set_up, test, tear_down)
  ADD ("/both-sides/what-marks-both-is-marked", 25, what_marks_both_is_marked);
  ADD ("/both-sides/the-other-side-is-said", 25, the_other_side_is_said);
  ADD ("/both-sides/traits-of-no-list-are-evaluated", 25, traits_of_no_list_are_evaluated);
  ADD ("/both-sides/too-few-on-the-other-side-say-nothing", 5, too_few_on_the_other_side_say_nothing);
#undef ADD

  return g_test_run ();
}
