/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-analysis-run.h"
#include "gf-drivers-watch.h"

#include <math.h>

#define N_ROWS 200

/* The first @n_rows of two hundred customers; of one the size is not known. */
static GfTable *
make_table_of (gsize n_rows)
{
  double value[N_ROWS], size[N_ROWS];
  const char *trade[N_ROWS], *left[N_ROWS];

  for (guint row = 0; row < N_ROWS; row++)
    {
      gboolean good = row < 20;

      value[row] = good ? 1000.0 + row : row * 3 % 400;
      size[row] = 5 + row * 13 % 400;
      trade[row] = good ? (row < 17 ? "Law" : "Retail") : row % 5 == 0 ? "Law" : row % 2 ? "Retail"
                                                                                     : "Health";
      left[row] = row > 150 && row % 2 == 0 ? "yes" : "no";
    }

  size[70] = NAN;

  GfColumn *columns[] = {
    gf_column_new_numbers ("Value", value, n_rows), gf_column_new_numbers ("Size", size, n_rows),
    gf_column_new_categories ("Trade", trade, n_rows),
    gf_column_new_typed ("Left", GF_COLUMN_FLAG, left, n_rows),
  };
  const GfColumnRole roles[] = { GF_ROLE_VALUE, GF_ROLE_ATTRIBUTE, GF_ROLE_ATTRIBUTE, GF_ROLE_CHURN };

  for (guint i = 0; i < 4; i++)
    {
      GfColumn *column = gf_column_with_role (columns[i], roles[i]);

      gf_column_unref (columns[i]);
      columns[i] = column;
    }

  GfTable *table = gf_table_new (columns, 4);
  for (guint i = 0; i < 4; i++)
    gf_column_unref (columns[i]);

  return table;
}

static GfTable *
make_table (void)
{
  return make_table_of (N_ROWS);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("the analysis did not come to an end");

  return G_SOURCE_REMOVE;
}

static void
wait_until_done (GfAnalysis *analysis)
{
  guint late = g_timeout_add_seconds (20, late_cb, NULL);

  while (gf_analysis_get_running (analysis))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static const GfMeasure measures[] = { { "Value", 1, FALSE } };
static const GfBadRule rules[] = { { GF_BAD_FILLED, "Left" } };

static void
inputs_give_results (void)
{
  g_autoptr (GfTable) table = make_table ();
  GfAnalysis *analysis = gf_analysis_new ();
  guint n_ranking = 0, n_findings = 0;

  g_signal_connect (analysis, "notify::ranking", G_CALLBACK (count_cb), &n_ranking);
  g_signal_connect (analysis, "notify::findings", G_CALLBACK (count_cb), &n_findings);
  gf_analysis_set_table (analysis, table);
  gf_analysis_set_measures (analysis, measures, 1);
  gf_analysis_set_bad_rules (analysis, rules, 1);
  g_assert_true (gf_analysis_get_running (analysis));
  wait_until_done (analysis);

  /* three inputs were set, one run was made */
  g_assert_cmpuint (n_ranking, ==, 1);
  g_assert_cmpuint (n_findings, ==, 1);
  g_assert_null (gf_analysis_get_message (analysis));
  g_assert_cmpuint (gf_ranking_get_n_best (gf_analysis_get_ranking (analysis)), ==, 20);
  g_assert_cmpuint (gf_analysis_get_bad_rule_count (analysis, 0), ==, 24);
  g_assert_cmpuint (gf_bitset_count (gf_analysis_get_bad (analysis)), ==, 24);

  GfFinding *first = gf_findings_get_trait (gf_analysis_get_findings (analysis), 0);
  g_assert_cmpstr (gf_selector_get_value (gf_finding_get_selector (first, 0)), ==, "Law");
  g_assert_cmpint (gf_finding_get_verdict (first), ==, GF_VERDICT_STRONG);
  g_assert_cmpint (gf_findings_get_against (gf_analysis_get_bad_findings (analysis)), ==,
                   GF_AGAINST_BAD);
  g_assert_false (gf_analysis_get_out_of_date (analysis));

  /* the same again is no change */
  gf_analysis_set_measures (analysis, measures, 1);
  gf_analysis_set_bad_rules (analysis, rules, 1);
  gf_analysis_set_table (analysis, table);
  g_assert_false (gf_analysis_get_running (analysis));

  /* the thread may take a moment longer to let go of its task, and the task lets go of its object here */
  g_object_add_weak_pointer (G_OBJECT (analysis), (gpointer *) &analysis);
  g_object_unref (analysis);
  while (analysis != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
a_newer_input_supersedes_a_run (void)
{
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GfAnalysis) analysis = gf_analysis_new ();
  guint n_findings = 0;

  gf_analysis_set_table (analysis, table);
  gf_analysis_set_measures (analysis, measures, 1);
  wait_until_done (analysis);
  g_signal_connect (analysis, "notify::findings", G_CALLBACK (count_cb), &n_findings);

  for (guint i = 0; i < 30; i++)
    {
      gf_analysis_set_share (analysis, i % 2 == 0 ? 0.2 : 0.15);
      g_assert_true (gf_analysis_get_out_of_date (analysis));
      for (guint k = 0; k < i % 4; k++)
        g_main_context_iteration (NULL, FALSE);
    }
  wait_until_done (analysis);

  g_assert_cmpuint (gf_ranking_get_n_best (gf_analysis_get_ranking (analysis)), ==, 30);
  g_assert_cmpuint (gf_findings_get_n_hits (gf_analysis_get_findings (analysis)), ==, 30);
  g_assert_cmpuint (n_findings, >=, 1);
  g_assert_false (gf_analysis_get_out_of_date (analysis));
}

static void
without_a_measure_it_says_so (void)
{
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GfAnalysis) analysis = gf_analysis_new ();

  gf_analysis_set_table (analysis, table);
  gf_analysis_set_bad_rules (analysis, rules, 1);
  wait_until_done (analysis);
  g_assert_null (gf_analysis_get_ranking (analysis));
  g_assert_null (gf_analysis_get_findings (analysis));
  g_assert_nonnull (gf_analysis_get_message (analysis));
  g_assert_nonnull (gf_analysis_get_bad_findings (analysis));

  gf_analysis_set_table (analysis, NULL);
  wait_until_done (analysis);
  g_assert_null (gf_analysis_get_bad_findings (analysis));
  g_assert_null (gf_analysis_get_message (analysis));
}

/* Where nothing ranks the customers the bad fits are all that there is to mine. */
static void
one_side_alone_comes_to_the_end_of_the_bar (void)
{
  const GfBadRule rule = { .kind = GF_BAD_IS, .column = "Left", .value = "yes" };
  const GfMeasure measure = { .column = "Value", .weight = 1.0 };

  for (guint n_measures = 0; n_measures <= 1; n_measures++)
    {
      GfAnalysisRun *run = g_new0 (GfAnalysisRun, 1);
      g_autoptr (GError) error = NULL;

      run->table = make_table ();
      run->measures = gf_measures_copy (&measure, n_measures);
      run->bad_rules = gf_bad_rules_copy (&rule, 1);
      run->rule = gf_best_rule_copy (&(GfBestRule) { .kind = GF_BEST_BY_SHARE, .share = 0.1 });
      run->depth = 2;
      gf_analysis_run_rank (run, NULL);
      g_assert_true ((run->ranking != NULL) == (n_measures > 0));
      g_assert_true (gf_analysis_run_mine (run, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (run->permille, ==, 1000);
      gf_analysis_run_free (run);
    }
}

static void
it_may_go_away_in_the_middle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GfTable) table = make_table ();
      g_autoptr (GfAnalysis) analysis = gf_analysis_new ();

      gf_analysis_set_table (analysis, table);
      gf_analysis_set_measures (analysis, measures, 1);
      for (guint k = 0; k < i; k++)
        g_main_context_iteration (NULL, FALSE);
      if (i % 3 == 0)
        {
          gf_analysis_stop (analysis);
          g_assert_false (gf_analysis_get_running (analysis));
        }
    }

  /* whatever still runs hands back its results to nobody */
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (2000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
wait_until_told (GfDriversWatch *watch,
                 guint          *n_changed)
{
  guint late = g_timeout_add_seconds (20, late_cb, NULL), before = *n_changed;

  while (*n_changed == before)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static void
told_cb (GfDriversWatch *watch,
         guint          *n_changed)
{
  (*n_changed)++;
}

static void
what_matters_together_is_found_when_asked (void)
{
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GfAnalysis) analysis = gf_analysis_new ();
  g_autoptr (GfDriversWatch) watch = gf_drivers_watch_new (analysis);
  guint n_changed = 0;

  g_signal_connect (watch, "changed", G_CALLBACK (told_cb), &n_changed);
  g_assert_null (gf_drivers_watch_get (watch, GF_AGAINST_BEST));
  gf_analysis_set_table (analysis, table);
  gf_analysis_set_measures (analysis, measures, 1);
  wait_until_done (analysis);

  g_assert_null (gf_drivers_watch_get (watch, GF_AGAINST_BEST));
  g_assert_null (gf_drivers_watch_get_problem (watch, GF_AGAINST_BEST));
  wait_until_told (watch, &n_changed);
  GfDrivers *drivers = gf_drivers_watch_get (watch, GF_AGAINST_BEST);
  g_assert_nonnull (drivers);
  g_assert_cmpstr (gf_drivers_get (drivers, 0)->column, ==, "Trade");
  g_assert_cmpint (gf_drivers_get (drivers, 0)->verdict, ==, GF_DRIVER_MATTERS);

  /* nobody is a bad fit: there is nothing to look at */
  g_assert_null (gf_drivers_watch_get (watch, GF_AGAINST_BAD));

  /* others are the best: what was known is no more, and found anew when asked */
  gf_analysis_set_share (analysis, 0.2);
  wait_until_done (analysis);
  g_assert_null (gf_drivers_watch_get (watch, GF_AGAINST_BEST));
  wait_until_told (watch, &n_changed);
  g_assert_nonnull (gf_drivers_watch_get (watch, GF_AGAINST_BEST));
}

static void
ask_both (GfDriversWatch *watch)
{
  gf_drivers_watch_get (watch, GF_AGAINST_BEST);
  gf_drivers_watch_get (watch, GF_AGAINST_BAD);
}

/* The ranking of other customers comes before what they share: nothing is asked of the old findings meanwhile. */
static void
what_matters_is_never_asked_of_old_findings (void)
{
  const GfBadRule large = { .kind = GF_BAD_ABOVE, .column = "Size", .limit = 300 };
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GfTable) smaller = make_table_of (150);
  g_autoptr (GfAnalysis) analysis = gf_analysis_new ();
  g_autoptr (GfDriversWatch) watch = gf_drivers_watch_new (analysis);
  guint n_changed = 0;

  gf_analysis_set_table (analysis, table);
  gf_analysis_set_measures (analysis, measures, 1);
  gf_analysis_set_bad_rules (analysis, &large, 1);
  wait_until_done (analysis);
  g_assert_nonnull (gf_analysis_get_bad_findings (analysis));

  /* asked at every change, as a page that is looked at does */
  g_signal_connect_swapped (analysis, "notify::ranking", G_CALLBACK (ask_both), watch);
  g_signal_connect (watch, "changed", G_CALLBACK (ask_both), NULL);
  g_signal_connect (watch, "changed", G_CALLBACK (told_cb), &n_changed);
  gf_analysis_set_table (analysis, smaller);
  wait_until_done (analysis);
  while (gf_drivers_watch_get (watch, GF_AGAINST_BEST) == NULL || gf_drivers_watch_get (watch, GF_AGAINST_BAD) == NULL)
    wait_until_told (watch, &n_changed);

  /* a run that was stopped leaves the findings of before: they are not those of the customers there are now */
  gf_analysis_set_table (analysis, table);
  gf_analysis_stop (analysis);
  g_assert_true (gf_analysis_get_out_of_date (analysis));
  g_autoptr (GfDriversWatch) late = gf_drivers_watch_new (analysis);
  guint n_late = 0;
  g_signal_connect (late, "changed", G_CALLBACK (told_cb), &n_late);
  ask_both (late);
  g_usleep (20000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_late, ==, 0);
  g_assert_null (gf_drivers_watch_get_problem (late, GF_AGAINST_BAD));
}

static void
too_few_to_look_at_together_is_said (void)
{
  const double value[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  const char *trade[] = { "a", "b", "a", "b", "a", "b", "a", "b", "a", "b" };
  GfColumn *columns[] = { gf_column_new_numbers ("Value", value, 10), gf_column_new_categories ("Trade", trade, 10) };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  g_autoptr (GfAnalysis) analysis = gf_analysis_new ();
  g_autoptr (GfDriversWatch) watch = gf_drivers_watch_new (analysis);
  guint n_changed = 0;

  gf_column_unref (columns[0]);
  gf_column_unref (columns[1]);
  gf_analysis_set_table (analysis, table);
  gf_analysis_set_measures (analysis, measures, 1);
  wait_until_done (analysis);

  g_signal_connect (watch, "changed", G_CALLBACK (told_cb), &n_changed);
  g_assert_null (gf_drivers_watch_get (watch, GF_AGAINST_BEST));
  wait_until_told (watch, &n_changed);
  g_assert_null (gf_drivers_watch_get (watch, GF_AGAINST_BEST));
  g_assert_nonnull (strstr (gf_drivers_watch_get_problem (watch, GF_AGAINST_BEST), "too few"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/one-side-alone-comes-to-the-end-of-the-bar", one_side_alone_comes_to_the_end_of_the_bar);
  g_test_add_func ("/analysis/inputs-give-results", inputs_give_results);
  g_test_add_func ("/analysis/a-newer-input-supersedes-a-run", a_newer_input_supersedes_a_run);
  g_test_add_func ("/analysis/without-a-measure-it-says-so", without_a_measure_it_says_so);
  g_test_add_func ("/analysis/what-matters-together-is-found-when-asked",
                   what_matters_together_is_found_when_asked);
  g_test_add_func ("/analysis/what-matters-is-never-asked-of-old-findings",
                   what_matters_is_never_asked_of_old_findings);
  g_test_add_func ("/analysis/too-few-to-look-at-together-is-said", too_few_to_look_at_together_is_said);
  g_test_add_func ("/analysis/it-may-go-away-in-the-middle", it_may_go_away_in_the_middle);

  return g_test_run ();
}
