/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-finding-words.h"
#include "gf-proportion.h"
#include "gf-luck.h"
#include "gf-mining.h"

#include <math.h>
#include <string.h>

#define N 300

static GfFinding *
make_finding (GfCounts  counts,
              GfAgainst against,
              double    p,
              double    q,
              double    n_looks)
{
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

  g_ptr_array_add (selectors, gf_selector_new_is ("Plan", "Free"));

  return gf_finding_new (selectors, &counts, against, log (p), log (q), n_looks);
}

static GfFindings *
make_findings (GfFinding *trait,
               double     n_tests)
{
  const GfMiningOptions options = { .against = gf_finding_get_against (trait) };
  g_autoptr (GListStore) traits = g_list_store_new (GF_TYPE_FINDING);
  g_autoptr (GListStore) none = g_list_store_new (GF_TYPE_FINDING);

  g_list_store_append (traits, trait);

  return gf_findings_new (G_LIST_MODEL (traits), G_LIST_MODEL (none), &options, 400, 40, n_tests, 0);
}

/* None of 60 is best where 40 of 400 are: that is told, and yet is no rule for whom to look for. */
static void
what_is_rare_among_the_best_is_said (void)
{
  const GfCounts rare = { 60, 0, 400, 40 }, usual = { 60, 6, 400, 40 };
  g_autoptr (GfFinding) less = make_finding (rare, GF_AGAINST_BEST, 1e-3, 2e-3, 1);
  g_autoptr (GfFinding) nothing = make_finding (usual, GF_AGAINST_BEST, 1.0, 1.0, 1);
  g_autoptr (GfFindings) only_less = make_findings (less, 4);
  g_autoptr (GfFindings) none = make_findings (nothing, 4);
  g_autofree char *headline = gf_findings_dup_headline (only_less, NULL);
  g_autofree char *explanation = gf_findings_dup_explanation (only_less);
  g_autofree char *no_headline = gf_findings_dup_headline (none, NULL);
  g_autofree char *why = gf_findings_dup_explanation (none);

  g_assert_cmpint (gf_finding_get_verdict (less), ==, GF_VERDICT_STRONG);
  g_assert_null (gf_findings_find_headline (only_less));
  g_assert_true (gf_findings_find_rarest (only_less) == less);
  g_assert_cmpstr (headline, ==, "Customers with Plan Free are rare among the best");
  g_assert_cmpstr (explanation, ==, "40 of 400 customers are among the best. The verdicts take into account that 4 "
                                    "comparisons were made.");
  g_assert_null (gf_findings_find_rarest (none));
  g_assert_cmpstr (no_headline, ==, "Nothing Sets Your Best Apart");
  g_assert_nonnull (strstr (why, "None of 4 comparisons is clear enough."));
}

static void
headlines_say_no_more_than_the_verdict (void)
{
  const GfCounts some = { 40, 12, 400, 40 }, small = { 60000, 6600, 100000, 10000 };
  struct { GfCounts counts; double p, q; GfVerdict verdict; const char *headline; } cases[] = {
    { some, 1e-6, 1e-4, GF_VERDICT_STRONG, "Customers with Plan Free stand out" },
    { some, 0.001, 0.03, GF_VERDICT_MODERATE, "Customers with Plan Free stand out" },
    { some, 0.03, 0.4, GF_VERDICT_WEAK, "Customers with Plan Free may differ: worth a second look" },
    { some, 0.6, 0.9, GF_VERDICT_WEAK, "Customers with Plan Free may differ: worth a second look" },
    { small, 1e-30, 1e-28, GF_VERDICT_WEAK, "Customers with Plan Free differ only a little" },
  };

  /* 12 of 40 clear a tenth by their interval alone */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GfFinding) finding = make_finding (cases[i].counts, GF_AGAINST_BEST, cases[i].p, cases[i].q, 1);
      g_autofree char *headline = gf_finding_dup_headline (finding, NULL);

      g_assert_cmpint (gf_finding_get_verdict (finding), ==, cases[i].verdict);
      g_assert_cmpstr (headline, ==, cases[i].headline);
    }
}

/* Without copies only a bound can be said, and nothing where it bounds nothing. */
static void
luck_without_copies_is_only_a_bound (void)
{
  const GfCounts counts = { 40, 12, 400, 40 };
  struct { double p, n_looks; const char *sentence; } cases[] = {
    { 1e-6, 1, "After 20 comparisons, luck makes a trait so clear at most 1 in 1,000 times." },
    { 5e-4, 1, "After 20 comparisons, luck makes a trait so clear at most 1 in 100 times." },
    { 5e-4, 10, "After 20 comparisons, luck makes a trait so clear at most 1 in 10 times." },
    { 0.04, 1, "After 20 comparisons, only reshuffled copies can tell." },
    { 5e-4, 90, "After 20 comparisons, only reshuffled copies can tell." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GfFinding) finding = make_finding (counts, GF_AGAINST_BEST, cases[i].p * 0.999999, 0.5, cases[i].n_looks);
      g_autoptr (GfFindings) findings = make_findings (finding, 20);
      g_autofree char *sentence = gf_finding_dup_luck_sentence (finding, findings);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* Each customer is truly left out, one after the other. */
static gboolean
holds_without_each (GPtrArray      *selectors,
                    GfTable        *table,
                    const GfBitset *target,
                    double          n_tests)
{
  for (gsize row = 0; row < N; row++)
    {
      g_autoptr (GfBitset) others = gf_bitset_new_full (N);

      gf_bitset_clear (others, row);
      g_autoptr (GfFinding) without = gf_finding_evaluate (selectors, table, target, others, GF_AGAINST_BEST, n_tests);
      if (gf_finding_get_verdict (without) > GF_VERDICT_MODERATE)
        return FALSE;
    }

  return TRUE;
}

static void
one_less_is_any_one_less (void)
{
  guint n_held = 0, n_fell = 0;
  const char *plan[N];

  for (guint n_with = 5; n_with <= 105; n_with += 20)
    for (guint hits = 0; hits <= MIN (n_with, 30); hits++)
      for (guint n_hits = 8; n_hits <= 70; n_hits += 31)
        {
          g_autoptr (GfBitset) target = gf_bitset_new (N);
          g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

          if (hits > n_hits)
            continue;
          for (guint row = 0; row < N; row++)
            {
              plan[row] = row < n_with ? "Free" : "Paid";
              if (row < hits || (row >= n_with && row < n_with + n_hits - hits))
                gf_bitset_set (target, row);
            }
          g_ptr_array_add (selectors, gf_selector_new_is ("Plan", "Free"));

          g_autoptr (GfColumn) column = gf_column_new_categories ("Plan", plan, N);
          g_autoptr (GfTable) table = gf_table_new (&column, 1);
          g_autoptr (GfFinding) finding = gf_finding_evaluate (selectors, table, target, NULL, GF_AGAINST_BEST, 4);
          gboolean clear = gf_finding_get_verdict (finding) <= GF_VERDICT_MODERATE;
          gboolean holds = clear && holds_without_each (selectors, table, target, 4);

          g_assert_true (gf_finding_holds_without_one (finding) == holds);
          n_held += holds;
          n_fell += clear && !holds;
        }

  g_assert_cmpuint (n_held, >, 20);
  g_assert_cmpuint (n_fell, >, 5);
}

static GfFinding *
make_chosen (const GfCounts *counts,
             double          n_choices)
{
  double p = exp (gf_counts_get_log_p (counts));
  GfFinding *finding = make_finding (*counts, GF_AGAINST_BEST, p, p * 4, 1);

  gf_finding_set_choices (finding, n_choices);

  return finding;
}

/* One customer less may bring the share of all into the interval that allows for the choice. */
static void
one_less_allows_for_the_choice (void)
{
  guint n_held = 0, n_fell = 0;

  for (double n_choices = 10.0; n_choices < 200.0; n_choices *= 1.2)
    for (guint hits = 0; hits <= 40; hits++)
      {
        const GfCounts counts = { 40, hits, 400, 100 };
        const GfCounts less[] = {
          { 39, hits - 1, 399, 99 }, { 39, hits, 399, 100 }, { 40, hits, 399, 99 }, { 40, hits, 399, 100 },
        };
        g_autoptr (GfFinding) plain = make_chosen (&counts, 1);
        g_autoptr (GfFinding) chosen = make_chosen (&counts, n_choices);
        gboolean holds = gf_finding_get_verdict (chosen) <= GF_VERDICT_MODERATE;

        for (gsize i = hits == 0; i < G_N_ELEMENTS (less); i++)
          {
            if (i == 1 && hits == 40)
              continue;
            g_autoptr (GfFinding) without = make_chosen (&less[i], n_choices);

            holds = holds && gf_finding_get_verdict (without) <= GF_VERDICT_MODERATE;
          }

        g_assert_true (gf_finding_holds_without_one (chosen) == holds);
        n_held += holds;
        n_fell += gf_finding_get_verdict (chosen) <= GF_VERDICT_MODERATE && !holds && gf_finding_holds_without_one (plain);
      }

  g_assert_cmpuint (n_held, >, 10);
  g_assert_cmpuint (n_fell, >, 0);
}

/* The share of what was chosen among several is flattering. */
static void
the_best_of_several_is_said_to_be_chosen (void)
{
  const GfCounts more = { 40, 12, 400, 40 }, less = { 60, 0, 400, 40 };
  g_autoptr (GfFinding) level = make_finding (more, GF_AGAINST_BEST, 1e-4, 1e-3, 1);
  g_autoptr (GfFinding) range = make_finding (more, GF_AGAINST_BEST, 1e-4, 1e-3, 6);
  g_autoptr (GfFinding) seldom = make_finding (less, GF_AGAINST_BEST, 1e-4, 1e-3, 6);
  g_autofree char *plain = gf_finding_dup_sentence (level, NULL);
  g_autofree char *lower = gf_finding_dup_sentence (range, NULL);
  g_autofree char *higher = gf_finding_dup_sentence (seldom, NULL);

  g_assert_true (g_str_has_suffix (plain, "Elsewhere it is 28 of 360."));
  g_assert_true (g_str_has_suffix (lower, "Elsewhere it is 28 of 360. Chosen as the clearest of several: the interval "
                                          "allows for that."));
  g_assert_true (g_str_has_suffix (higher, "Chosen as the clearest of several: the interval allows for that."));
  g_assert_cmpfloat (gf_finding_get_low (range), <, gf_finding_get_low (level));
  g_assert_cmpfloat (gf_finding_get_high (seldom), >, gf_jeffreys_high (0, 60, 0.025));
}

/* The near tail of a plain interval is as large as that of the clearest of two. */
static void
a_plain_interval_is_not_said_to_allow_for_a_choice (void)
{
  const GfCounts counts = { 40, 12, 400, 40 };
  const double choices[] = { 1.0, 1.5, 2.0, 2.5 };

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (GfFinding) finding = make_finding (counts, GF_AGAINST_BEST, 1e-4, 1e-3, choices[i]);
      g_autofree char *sentence = gf_finding_dup_sentence (finding, NULL);
      gboolean plain = gf_finding_get_low (finding) == gf_jeffreys_low (12, 40, 0.025);

      g_assert_true (plain == (choices[i] <= 2.0));
      g_assert_true (gf_finding_is_best_of_several (finding) == !plain);
      g_assert_true ((strstr (sentence, "Chosen as the clearest") == NULL) == plain);
    }
}

static void
why_customers_are_left_out_is_said (void)
{
  const GfBestRule limit = { .kind = GF_BEST_BY_LIMIT, .column = (char *) "Lifetime value", .limit = 10 };
  const GfBestRule share = { .kind = GF_BEST_BY_SHARE, .share = 0.1 };
  g_autoptr (GfBitset) among = gf_bitset_new_full (402);
  g_autoptr (GListStore) none = g_list_store_new (GF_TYPE_FINDING);
  const GfMiningOptions options = { .among = among };
  g_autoptr (GfFindings) findings = gf_findings_new (G_LIST_MODEL (none), G_LIST_MODEL (none), &options, 400, 40, 1, 0);
  g_autofree char *by_limit = gf_findings_dup_left_out_sentence (findings, &limit);
  g_autofree char *by_share = gf_findings_dup_left_out_sentence (findings, &share);

  g_assert_cmpstr (by_limit, ==, "2 customers are not compared: their Lifetime value is not known.");
  g_assert_cmpstr (by_share, ==, "2 customers are not compared: no measure is known for them.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finding-words/what-is-rare-among-the-best-is-said", what_is_rare_among_the_best_is_said);
  g_test_add_func ("/finding-words/headlines-say-no-more-than-the-verdict", headlines_say_no_more_than_the_verdict);
  g_test_add_func ("/finding-words/luck-without-copies-is-only-a-bound", luck_without_copies_is_only_a_bound);
  g_test_add_func ("/finding-words/one-less-is-any-one-less", one_less_is_any_one_less);
  g_test_add_func ("/finding-words/one-less-allows-for-the-choice", one_less_allows_for_the_choice);
  g_test_add_func ("/finding-words/the-best-of-several-is-said-to-be-chosen",
                   the_best_of_several_is_said_to_be_chosen);
  g_test_add_func ("/finding-words/a-plain-interval-is-not-said-to-allow-for-a-choice",
                   a_plain_interval_is_not_said_to_allow_for_a_choice);
  g_test_add_func ("/finding-words/why-customers-are-left-out-is-said", why_customers_are_left_out_is_said);

  return g_test_run ();
}
