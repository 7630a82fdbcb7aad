/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-looks.h"
#include "gf-luck-watch.h"

#include <math.h>
#include <string.h>

#define N_ROWS 200

/* Columns of pure chance and, with @planted, one that tells who is a hit nearly always. */
static GfTable *
make_table (GRand          *rand,
            const GfBitset *target,
            gboolean        planted)
{
  static const char * const levels[] = { "a", "b", "c", "d" };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  const char *cells[N_ROWS];

  for (guint c = 0; c < 8; c++)
    {
      g_autofree char *name = g_strdup_printf ("Column %u", c);

      for (gsize row = 0; row < N_ROWS; row++)
        cells[row] = levels[g_rand_int_range (rand, 0, 4)];
      if (c == 0 && planted)
        for (gsize row = 0; row < N_ROWS; row++)
          if (gf_bitset_get (target, row) && g_rand_int_range (rand, 0, 10) > 0)
            cells[row] = "a";
      g_ptr_array_add (columns, gf_column_new_categories (name, cells, N_ROWS));
    }

  return gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
}

static GfBitset *
deal (GRand *rand,
      gsize  n)
{
  GfBitset *target = gf_bitset_new (N_ROWS);

  while (gf_bitset_count (target) < n)
    gf_bitset_set (target, (gsize) g_rand_int_range (rand, 0, N_ROWS));

  return target;
}

static GfLuck *
check (GfTable *table,
       guint    n_copies,
       guint32  seed,
       guint    depth)
{
  GfMiningOptions options = { .depth = depth };
  g_autoptr (GError) error = NULL;
  GfLuck *luck = gf_luck_check (table, 30, &options, n_copies, seed, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return luck;
}

static void
what_is_there_is_clearer_than_every_copy (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GfBitset) target = deal (rand, 30);
  g_autoptr (GfTable) table = make_table (rand, target, TRUE);
  GfMiningOptions options = { .depth = 1 };
  g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, NULL);
  g_autoptr (GfLuck) luck = check (table, 99, 1, 1);
  GfFinding *first = gf_findings_get_trait (findings, 0);
  GfFinding *last = gf_findings_get_trait (findings, gf_findings_get_n_traits (findings) - 1);

  g_assert_cmpuint (gf_luck_get_n_copies (luck), ==, 99);
  g_assert_cmpuint (gf_luck_count_as_clear (luck, first), ==, 0);
  g_assert_cmpfloat_with_epsilon (gf_luck_get_p (luck, first), 0.01, 1e-12);
  /* the dullest trait of all is beaten by the clearest of any copy */
  g_assert_cmpuint (gf_luck_count_as_clear (luck, last), ==, 99);
  g_assert_cmpfloat (gf_luck_get_p (luck, last), ==, 1.0);
}

/* 32 levels are looked at, each too clear by chance one time in twenty: less than 1.6 of them, as counts are
 * whole and Fisher's test is careful; and in most copies one or the other is. */
static void
chance_shows_as_many_as_it_should (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GfBitset) target = deal (rand, 30);
  g_autoptr (GfTable) table = make_table (rand, target, FALSE);
  g_autoptr (GfLuck) luck = check (table, 200, 2, 1);

  g_assert_cmpfloat (gf_luck_get_expected (luck, GF_VERDICT_WEAK, FALSE), >, 0.3);
  g_assert_cmpfloat (gf_luck_get_expected (luck, GF_VERDICT_WEAK, FALSE), <, 2.5);
  g_assert_cmpfloat (gf_luck_get_expected (luck, GF_VERDICT_MODERATE, FALSE), <, 0.1);
  g_assert_cmpfloat (gf_luck_get_expected (luck, GF_VERDICT_STRONG, FALSE), <=,
                     gf_luck_get_expected (luck, GF_VERDICT_MODERATE, FALSE));
  g_assert_cmpfloat (gf_luck_get_expected (luck, GF_VERDICT_WEAK, TRUE), ==, 0.0);
}

/* Around the edge where a p times all ranges would do, a less p stays the clearer one. */
static void
less_p_is_clearer (void)
{
  const gsize bands[] = { 40, 40, 40, 40, 40 };
  double last = 0.0;

  for (double p = 1e-5; p < 0.2; p *= 1.1)
    {
      double clearness = p * gf_looks_of_best_range (bands, 5, 200, 30, 14, log (p));

      g_assert_cmpfloat (clearness, >=, last * (1.0 - 1e-9));
      g_assert_cmpfloat (clearness, <=, p * 14.0 * (1.0 + 1e-9));
      last = clearness;
    }
}

/* One trait that is clear stands beside what luck makes clear, however many weak ones luck makes. */
static void
the_clearest_is_what_is_compared (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GfBitset) target = deal (rand, 30);
  g_autoptr (GfTable) planted = make_table (rand, target, TRUE);
  g_autoptr (GfTable) chance = make_table (rand, target, FALSE);
  GfMiningOptions options = { .depth = 1 };
  g_autoptr (GfFindings) clear = gf_mining_run (planted, target, &options, NULL, NULL, NULL, NULL);
  g_autoptr (GfFindings) unclear = gf_mining_run (chance, target, &options, NULL, NULL, NULL, NULL);
  g_autoptr (GfLuck) luck = check (planted, 50, 2, 1);
  g_autofree char *first = gf_luck_dup_list_sentence (luck, clear, FALSE);
  g_autofree char *second = gf_luck_dup_list_sentence (luck, unclear, FALSE);
  g_autofree char *none = gf_luck_dup_list_sentence (luck, clear, TRUE);

  g_assert_true (g_str_has_suffix (first, "In none of 50 copies with the customers reshuffled is any trait as clear as the "
                                          "clearest here."));
  g_assert_null (none);
  if (second != NULL)
    g_assert_nonnull (strstr (second, " of 50 copies with the customers reshuffled some trait is as clear"));
}

/* Few copies make now one weak trait on average, now several. */
static void
about_one_is_said_in_the_singular (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GfBitset) target = deal (rand, 30);
  g_autoptr (GfTable) table = make_table (rand, target, TRUE);
  GfMiningOptions options = { .depth = 1 };
  g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, NULL);
  guint n_one = 0, n_more = 0;

  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GfLuck) luck = check (table, 2, seed, 1);
      g_autofree char *sentence = gf_luck_dup_list_sentence (luck, findings, FALSE);
      double about = round (gf_luck_get_expected (luck, GF_VERDICT_WEAK, FALSE));

      g_assert_true (g_str_has_prefix (sentence, "By luck alone about 1 trait would tell something; here ") == (about == 1.0));
      n_one += about == 1.0;
      n_more += about > 1.0 && strstr (sentence, " traits would tell something; here ") != NULL;
    }

  g_assert_cmpuint (n_one, >, 0);
  g_assert_cmpuint (n_more, >, 0);
}

/* Where there is nothing the corrected p is spread evenly: it is below a tenth in a tenth of the cases. */
static void
its_p_is_calibrated (void)
{
  guint n_below = 0;
  const guint n = 100;

  for (guint seed = 0; seed < n; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (900 + seed);
      g_autoptr (GfBitset) target = deal (rand, 30);
      g_autoptr (GfTable) table = make_table (rand, target, FALSE);
      GfMiningOptions options = { .depth = 1 };
      g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, NULL);
      g_autoptr (GfLuck) luck = check (table, 49, seed, 1);
      double least = 1.0;

      for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
        least = MIN (least, gf_luck_get_p (luck, gf_findings_get_trait (findings, i)));
      n_below += least <= 0.1;
    }

  /* 3 to 20 of 100 holds 0.998 of a binomial with 0.1 */
  g_test_message ("%u of %u below 0.1", n_below, n);
  g_assert_cmpuint (n_below, >=, 3);
  g_assert_cmpuint (n_below, <=, 20);
}

static void
the_same_seed_gives_the_same (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GfBitset) target = deal (rand, 30);
  g_autoptr (GfTable) table = make_table (rand, target, FALSE);
  g_autoptr (GfLuck) one = check (table, 20, 7, 2);
  g_autoptr (GfLuck) again = check (table, 20, 7, 2);

  for (guint verdict = 0; verdict < GF_VERDICT_NONE; verdict++)
    for (guint several = 0; several < 2; several++)
      g_assert_cmpfloat (gf_luck_get_expected (one, verdict, several), ==,
                         gf_luck_get_expected (again, verdict, several));
}

static void
stop_cb (double   share,
         gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
it_stops_when_cancelled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GfBitset) target = deal (rand, 30);
  g_autoptr (GfTable) table = make_table (rand, target, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GfMiningOptions options = { .depth = 2 };

  g_assert_null (gf_luck_check (table, 30, &options, 50, 1, cancellable, stop_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
copies_become_fewer_with_many_customers (void)
{
  g_assert_cmpuint (gf_luck_choose_copies (0), ==, 200);
  g_assert_cmpuint (gf_luck_choose_copies (148), ==, 200);
  g_assert_cmpuint (gf_luck_choose_copies (40000), ==, 100);
  g_assert_cmpuint (gf_luck_choose_copies (1000000), ==, 20);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("the check did not come to an end");

  return G_SOURCE_REMOVE;
}

static void
wait_until_checked (GfAnalysis  *analysis,
                    GfLuckWatch *watch)
{
  guint late = g_timeout_add_seconds (60, late_cb, NULL);

  while (gf_analysis_get_running (analysis) || gf_luck_watch_get_running (watch))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static void
an_analysis_is_watched (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GfBitset) target = deal (rand, 20);
  g_autoptr (GfTable) plain = make_table (rand, target, TRUE);
  double value[N_ROWS];

  for (gsize row = 0; row < N_ROWS; row++)
    value[row] = gf_bitset_get (target, row) ? 1000.0 + (double) row : (double) row;

  g_autoptr (GfColumn) numbers = gf_column_new_numbers ("Value", value, N_ROWS);
  GfColumn *columns[] = { numbers, gf_table_get_column (plain, 0), gf_table_get_column (plain, 1) };
  g_autoptr (GfTable) table = gf_table_new (columns, 3);
  g_autoptr (GfAnalysis) analysis = gf_analysis_new ();
  g_autoptr (GfLuckWatch) watch = gf_luck_watch_new (analysis);
  const GfMeasure measure = { "Value", 1, FALSE };

  g_assert_false (gf_luck_watch_get_running (watch));
  gf_analysis_set_table (analysis, table);
  gf_analysis_set_measures (analysis, &measure, 1);
  wait_until_checked (analysis, watch);

  GfLuck *luck = gf_luck_watch_get (watch, GF_AGAINST_BEST);
  g_assert_nonnull (luck);
  g_assert_cmpuint (gf_luck_get_n_copies (luck), ==, 200);
  g_assert_cmpuint (gf_luck_count_as_clear (luck, gf_findings_get_trait (gf_analysis_get_findings (analysis),
                                                                         0)), ==, 0);
  /* nobody is a bad fit: there is nothing to compare */
  g_assert_null (gf_luck_watch_get (watch, GF_AGAINST_BAD));

  /* without customers nothing is known */
  gf_analysis_set_table (analysis, NULL);
  wait_until_checked (analysis, watch);
  g_assert_null (gf_luck_watch_get (watch, GF_AGAINST_BEST));
}

static void
never_both_cb (GfLuckWatch *watch,
               GParamSpec  *pspec,
               GfAnalysis  *analysis)
{
  g_assert_false (gf_analysis_get_running (analysis) && gf_luck_watch_get_running (watch));
}

/* The run that the user waits for has the machine for itself, and what is checked are findings of the customers there
 * are. */
static void
a_run_goes_before_a_check (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  g_autoptr (GfBitset) target = deal (rand, 20);
  g_autoptr (GfTable) table = make_table (rand, target, TRUE);
  const char *few[] = { "a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a", "b" };
  g_autoptr (GfColumn) column = gf_column_new_categories ("Column 0", few, G_N_ELEMENTS (few));
  g_autoptr (GfTable) smaller = gf_table_new (&column, 1);
  g_autoptr (GfAnalysis) analysis = gf_analysis_new ();
  g_autoptr (GfLuckWatch) watch = gf_luck_watch_new (analysis);
  const GfBadRule a = { .kind = GF_BAD_IS, .column = "Column 1", .value = "a" };
  const GfBadRule rows = { .kind = GF_BAD_ROWS, .rows = target };
  guint late = g_timeout_add_seconds (60, late_cb, NULL);

  g_signal_connect (watch, "notify::running", G_CALLBACK (never_both_cb), analysis);
  gf_analysis_set_table (analysis, table);
  gf_analysis_set_bad_rules (analysis, &a, 1);
  while (!gf_luck_watch_get_running (watch))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  g_assert_false (gf_analysis_get_running (analysis));

  /* another rule: the check stops at once, and begins anew after the run */
  gf_analysis_set_bad_rules (analysis, &rows, 1);
  g_assert_true (gf_analysis_get_running (analysis));
  g_assert_false (gf_luck_watch_get_running (watch));
  wait_until_checked (analysis, watch);
  GfLuck *luck = gf_luck_watch_get (watch, GF_AGAINST_BAD);
  g_assert_nonnull (luck);

  /* other customers, and the run stopped: what is known stays with the findings, and nobody checks them anew */
  gf_analysis_set_table (analysis, smaller);
  gf_analysis_stop (analysis);
  g_assert_true (gf_analysis_get_out_of_date (analysis));
  g_assert_false (gf_luck_watch_get_running (watch));
  g_assert_true (gf_luck_watch_get (watch, GF_AGAINST_BAD) == luck);
  g_autoptr (GfLuckWatch) second = gf_luck_watch_new (analysis);
  g_assert_false (gf_luck_watch_get_running (second));
  gf_analysis_set_table (analysis, table);
  wait_until_checked (analysis, watch);
  wait_until_checked (analysis, second);
  g_assert_nonnull (gf_luck_watch_get (second, GF_AGAINST_BAD));
}

static void
a_watch_may_go_away_in_the_middle (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (GfBitset) target = deal (rand, 20);
  g_autoptr (GfTable) table = make_table (rand, target, TRUE);
  GfAnalysis *analysis = gf_analysis_new ();
  GfLuckWatch *watch = gf_luck_watch_new (analysis);
  const GfBadRule rule = { .kind = GF_BAD_ROWS, .rows = target };
  gpointer left = watch;

  gf_analysis_set_table (analysis, table);
  gf_analysis_set_bad_rules (analysis, &rule, 1);
  guint late = g_timeout_add_seconds (60, late_cb, NULL);
  while (!gf_luck_watch_get_running (watch))
    g_main_context_iteration (NULL, TRUE);

  g_object_add_weak_pointer (G_OBJECT (watch), &left);
  g_object_run_dispose (G_OBJECT (watch));
  g_object_unref (watch);
  /* the thread of the task may be the last to let go, which wakes no loop */
  while (left != NULL)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_source_remove (late);
  g_object_unref (analysis);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/luck/about-one-is-said-in-the-singular", about_one_is_said_in_the_singular);
  g_test_add_func ("/luck/what-is-there-is-clearer-than-every-copy",
                   what_is_there_is_clearer_than_every_copy);
  g_test_add_func ("/luck/chance-shows-as-many-as-it-should", chance_shows_as_many_as_it_should);
  g_test_add_func ("/luck/less-p-is-clearer", less_p_is_clearer);
  g_test_add_func ("/luck/the-clearest-is-what-is-compared", the_clearest_is_what_is_compared);
  g_test_add_func ("/luck/its-p-is-calibrated", its_p_is_calibrated);
  g_test_add_func ("/luck/the-same-seed-gives-the-same", the_same_seed_gives_the_same);
  g_test_add_func ("/luck/it-stops-when-cancelled", it_stops_when_cancelled);
  g_test_add_func ("/luck/copies-become-fewer-with-many-customers",
                   copies_become_fewer_with_many_customers);
  g_test_add_func ("/luck/an-analysis-is-watched", an_analysis_is_watched);
  g_test_add_func ("/luck/a-run-goes-before-a-check", a_run_goes_before_a_check);
  g_test_add_func ("/luck/a-watch-may-go-away-in-the-middle", a_watch_may_go_away_in_the_middle);

  return g_test_run ();
}
