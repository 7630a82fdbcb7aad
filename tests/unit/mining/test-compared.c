/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-bad-fits.h"
#include "gf-drivers.h"
#include "gf-finding-words.h"
#include "gf-luck.h"
#include "gf-ranking.h"
#include "gf-table-rows.h"

#include <math.h>

#define N_ROWS 1200

/* 1,200 customers of whom a fifth is to be left out; most of those are of the trade that the hits are of. */
typedef struct
{
  GfTable *table;
  GfTable *part;          /* without those left out */
  GfBitset *target;
  GfBitset *part_target;
  GfBitset *among;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const trades[] = { "Agency", "Retail", "Logistics", "" };
  static const char * const places[] = { "north", "south", "east", "west" };
  static const char * const tools[] = { "a;b", "b", "a", "c;a" };
  static const char * const sizes[] = { "1", "2", "3", "4" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  g_autofree const char **cells = g_new (const char *, 4 * N_ROWS);
  g_autoptr (GfBitset) left_out = gf_bitset_new (N_ROWS);

  fixture->target = gf_bitset_new (N_ROWS);
  fixture->among = gf_bitset_new (N_ROWS);
  for (gsize row = 0; row < N_ROWS; row++)
    {
      int trade = g_rand_int_range (rand, 0, 4), place = g_rand_int_range (rand, 0, 4);

      cells[row] = trades[trade];
      cells[N_ROWS + row] = places[place];
      cells[2 * N_ROWS + row] = tools[g_rand_int_range (rand, 0, 4)];
      cells[3 * N_ROWS + row] = sizes[g_rand_int_range (rand, 0, 4)];
      if (g_rand_double (rand) < (trade == 0 ? 0.5 : 0.1))
        gf_bitset_set (left_out, row);
      else
        gf_bitset_set (fixture->among, row);
      /* some of those left out are hits, too: they must not count */
      if (g_rand_double (rand) < (trade == 0 && place == 1 ? 0.9 : 0.1))
        gf_bitset_set (fixture->target, row);
    }

  g_autoptr (GfColumn) trade = gf_column_new_categories ("Trade", cells, N_ROWS);
  g_autoptr (GfColumn) place = gf_column_new_categories ("Place", cells + N_ROWS, N_ROWS);
  g_autoptr (GfColumn) tool = gf_column_new_typed ("Tools", GF_COLUMN_SET, cells + 2 * N_ROWS, N_ROWS);
  g_autoptr (GfColumn) plain = gf_column_new_typed ("Size", GF_COLUMN_NUMBER, cells + 3 * N_ROWS, N_ROWS);
  g_autoptr (GfColumn) size = gf_column_with_role (plain, GF_ROLE_ATTRIBUTE);
  GfColumn *columns[] = { trade, place, tool, size };

  fixture->table = gf_table_new (columns, G_N_ELEMENTS (columns));
  fixture->part = gf_table_remove_rows (fixture->table, left_out);
  fixture->part_target = gf_bitset_new (gf_table_get_n_rows (fixture->part));
  for (gsize row = 0, i = 0; gf_bitset_next (fixture->among, &row); row++, i++)
    if (gf_bitset_get (fixture->target, row))
      gf_bitset_set (fixture->part_target, i);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gf_table_unref (fixture->table);
  gf_table_unref (fixture->part);
  gf_bitset_unref (fixture->target);
  gf_bitset_unref (fixture->part_target);
  gf_bitset_unref (fixture->among);
}

static void
assert_same_list (GListModel *a,
                  GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (GfFinding) x = g_list_model_get_item (a, i);
      g_autoptr (GfFinding) y = g_list_model_get_item (b, i);
      g_autofree char *x_text = gf_selectors_describe (gf_finding_get_selectors (x), NULL);
      g_autofree char *y_text = gf_selectors_describe (gf_finding_get_selectors (y), NULL);

      g_assert_cmpstr (x_text, ==, y_text);
      g_assert_cmpmem (gf_finding_get_counts (x), sizeof (GfCounts), gf_finding_get_counts (y), sizeof (GfCounts));
      g_assert_cmpfloat_with_epsilon (gf_finding_get_q (x), gf_finding_get_q (y), 1e-12);
      g_assert_cmpint (gf_finding_get_verdict (x), ==, gf_finding_get_verdict (y));
      g_assert_true (gf_finding_holds_without_one (x) == gf_finding_holds_without_one (y));
      g_assert_cmpuint (gf_finding_get_twins (x)->len, ==, gf_finding_get_twins (y)->len);
    }
}

/* Who is left out might as well not be in the table: traits, missing cells, combinations, the raw list. */
static void
left_out_is_as_if_not_there (Fixture       *fixture,
                             gconstpointer  data)
{
  for (guint raw = 0; raw < 2; raw++)
    {
      GfMiningOptions options = { .depth = 3, .raw = raw, .min_rows = raw ? 3 : 0 };
      g_autoptr (GfFindings) part = gf_mining_run (fixture->part, fixture->part_target, &options, NULL, NULL, NULL,
                                                   NULL);
      options.among = fixture->among;
      g_autoptr (GfFindings) whole = gf_mining_run (fixture->table, fixture->target, &options, NULL, NULL, NULL,
                                                    NULL);

      g_assert_cmpuint (gf_findings_get_n_rows (whole), ==, gf_table_get_n_rows (fixture->part));
      g_assert_cmpuint (gf_findings_get_n_left_out (whole), ==, N_ROWS - gf_table_get_n_rows (fixture->part));
      g_assert_cmpuint (gf_findings_get_n_left_out (part), ==, 0);
      g_assert_cmpuint (gf_findings_get_n_hits (whole), ==, gf_bitset_count (fixture->part_target));
      g_assert_cmpfloat (gf_findings_get_n_tests (whole), ==, gf_findings_get_n_tests (part));
      g_assert_cmpuint (gf_findings_get_n_combinations (whole), >, 0);
      assert_same_list (gf_findings_get_traits (whole), gf_findings_get_traits (part));
      assert_same_list (gf_findings_get_combinations (whole), gf_findings_get_combinations (part));
    }
}

static void
drivers_and_luck_leave_out_too (Fixture       *fixture,
                                gconstpointer  data)
{
  GfMiningOptions options = { .depth = 2 };
  gsize n_hits = gf_bitset_count (fixture->part_target);
  g_autoptr (GfDrivers) part = gf_drivers_find (fixture->part, fixture->part_target, &options, NULL, NULL);
  g_autoptr (GfLuck) part_luck = gf_luck_check (fixture->part, n_hits, &options, 10, 7, NULL, NULL, NULL, NULL);

  options.among = fixture->among;
  g_autoptr (GfDrivers) whole = gf_drivers_find (fixture->table, fixture->target, &options, NULL, NULL);
  g_autoptr (GfLuck) luck = gf_luck_check (fixture->table, n_hits, &options, 10, 7, NULL, NULL, NULL, NULL);
  g_autoptr (GfFindings) findings = gf_mining_run (fixture->table, fixture->target, &options, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (gf_drivers_get_n (whole), ==, gf_drivers_get_n (part));
  for (guint i = 0; i < gf_drivers_get_n (whole); i++)
    {
      g_assert_cmpstr (gf_drivers_get (whole, i)->column, ==, gf_drivers_get (part, i)->column);
      g_assert_cmpfloat_with_epsilon (gf_drivers_get (whole, i)->odds, gf_drivers_get (part, i)->odds, 1e-9);
      g_assert_cmpfloat_with_epsilon (gf_drivers_get (whole, i)->q, gf_drivers_get (part, i)->q, 1e-9);
    }
  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    g_assert_cmpfloat (gf_luck_get_p (luck, gf_findings_get_trait (findings, i)), ==,
                       gf_luck_get_p (part_luck, gf_findings_get_trait (findings, i)));
}

static void
any_rule_is_judged_among_the_compared (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

  g_ptr_array_add (selectors, gf_selector_new_is ("Trade", "Agency"));
  g_autoptr (GfFinding) part = gf_finding_evaluate (selectors, fixture->part, fixture->part_target, NULL,
                                                    GF_AGAINST_BEST, 10);
  g_autoptr (GfFinding) whole = gf_finding_evaluate (selectors, fixture->table, fixture->target, fixture->among,
                                                     GF_AGAINST_BEST, 10);

  g_assert_cmpmem (gf_finding_get_counts (part), sizeof (GfCounts), gf_finding_get_counts (whole), sizeof (GfCounts));
  g_assert_cmpfloat (gf_finding_get_q (part), ==, gf_finding_get_q (whole));
}

static GfTable *
make_small (void)
{
  const double revenue[] = { 1, 2, 3, 4, 5, 6, 7, 8, NAN, NAN };
  const double nps[] = { 1, NAN, NAN, 4, 5, 6, 7, 8, 9, NAN };
  const char *left[] = { "yes", "no", "no", "no", "yes", "no", "no", "no", "", "" };
  const char *gone[] = { "yes", "", "", "", "yes", "", "", "", "", "" };
  const char *status[] = { "Left", "Active", "Active", "Paused", "Left", "Active", "Active", "", "", "" };
  const char *reason[] = { "Price", "", "", "", "Service", "", "", "", "", "" };
  const char *date[] = { "2024-01-02", "", "", "", "2024-03-04", "", "", "", "", "" };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  g_ptr_array_add (columns, gf_column_new_numbers ("Revenue", revenue, 10));
  g_ptr_array_add (columns, gf_column_new_numbers ("NPS", nps, 10));
  g_ptr_array_add (columns, gf_column_new_typed ("Left", GF_COLUMN_FLAG, left, 10));
  g_ptr_array_add (columns, gf_column_new_typed ("Gone", GF_COLUMN_FLAG, gone, 10));
  g_ptr_array_add (columns, gf_column_new_categories ("Status", status, 10));
  g_ptr_array_add (columns, gf_column_new_categories ("Reason", reason, 10));
  g_ptr_array_add (columns, gf_column_new_typed ("Left on", GF_COLUMN_DATE, date, 10));

  return gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
}

/* Ten characters, one for each customer: 1 is compared. */
static void
assert_rows (const GfBitset *rows,
             const char     *expected)
{
  char text[11] = "1111111111";

  for (gsize row = 0; rows != NULL && row < 10; row++)
    text[row] = gf_bitset_get (rows, row) ? '1' : '0';
  g_assert_cmpstr (text, ==, expected);
  g_assert_true (rows == NULL || gf_bitset_count (rows) < 10);
}

static void
unranked_are_not_compared (void)
{
  const GfMeasure both[] = { { "Revenue", 2.0, FALSE }, { "NPS", 1.0, FALSE } };
  g_autoptr (GfTable) table = make_small ();
  g_autoptr (GfBitset) picked = gf_bitset_new (10);
  g_autoptr (GfRanking) by_revenue = gf_ranking_new (table, both, 1, 0.2, NULL);
  g_autoptr (GfRanking) by_both = gf_ranking_new (table, both, 2, 0.2, NULL);
  GfBestRule rule = { .kind = GF_BEST_BY_LIMIT, .column = "NPS", .limit = 7 };
  g_autoptr (GfRanking) by_limit = gf_ranking_new_by_rule (table, both, 1, &rule, NULL, NULL);

  gf_bitset_set (picked, 9);
  rule = (GfBestRule) { .kind = GF_BEST_BY_HAND, .picked = picked };
  g_autoptr (GfRanking) by_hand = gf_ranking_new_by_rule (table, both, 2, &rule, NULL, NULL);

  assert_rows (gf_ranking_get_compared (by_revenue), "1111111100");
  assert_rows (gf_ranking_get_compared (by_both), "1111111110");
  assert_rows (gf_ranking_get_compared (by_limit), "1001111110");
  assert_rows (gf_ranking_get_compared (by_hand), "1111111111");
}

static void
assert_known (const GfBadRule *rules,
              guint            n_rules,
              const char      *expected)
{
  g_autoptr (GfTable) table = make_small ();
  g_autoptr (GfBitset) bad = gf_bad_fits (table, rules, n_rules, NULL);
  g_autoptr (GfBitset) known = gf_bad_fits_find_known (table, rules, n_rules, bad);

  assert_rows (known, expected);
}

static void
open_marks_are_not_compared (void)
{
  const GfBadRule left = { .kind = GF_BAD_IS, .column = "Left", .value = "yes", .limit = NAN };
  const GfBadRule gone = { .kind = GF_BAD_FILLED, .column = "Gone", .limit = NAN };
  const GfBadRule status = { .kind = GF_BAD_IS, .column = "Status", .value = "Left", .limit = NAN };
  const GfBadRule reason = { .kind = GF_BAD_IS, .column = "Reason", .value = "Price", .limit = NAN };
  const GfBadRule date = { .kind = GF_BAD_FILLED, .column = "Left on", .limit = NAN };
  const GfBadRule low = { .kind = GF_BAD_BELOW, .column = "NPS", .limit = 5 };
  const GfBadRule each = { .kind = GF_BAD_ABOVE, .column = "NPS", .limit = 1, .per = "Revenue" };
  g_autoptr (GfBitset) rows = gf_bitset_new (10);

  gf_bitset_set (rows, 8);
  const GfBadRule hand = { .kind = GF_BAD_ROWS, .rows = rows, .limit = NAN };

  /* a column that asks everybody leaves an empty cell open; where only yes is said, or few say why, it means no */
  assert_known (&left, 1, "1111111100");
  assert_known (&status, 1, "1111111000");
  assert_known (&gone, 1, "1111111111");
  assert_known (&reason, 1, "1111111111");
  assert_known (&date, 1, "1111111111");

  /* a missing number is no small one */
  assert_known (&low, 1, "1001111110");
  assert_known (&each, 1, "1001111100");

  /* one mark that is known is enough; what was marked by hand is known, that nobody marked it is not */
  const GfBadRule two[] = { left, low };
  const GfBadRule with_date[] = { left, date };
  const GfBadRule with_hand[] = { left, hand };
  assert_known (two, 2, "1111111110");
  assert_known (with_date, 2, "1111111111");
  assert_known (with_hand, 2, "1111111110");
  assert_known (&hand, 1, "1111111111");
  assert_known (NULL, 0, "1111111111");
}

static void
left_out_is_said (Fixture       *fixture,
                  gconstpointer  data)
{
  GfMiningOptions options = { .depth = 1 };
  g_autoptr (GfFindings) all = gf_mining_run (fixture->table, fixture->target, &options, NULL, NULL, NULL, NULL);
  g_autoptr (GfBitset) among = gf_bitset_new_full (N_ROWS);

  gf_bitset_clear (among, 3);
  options.among = among;
  g_autoptr (GfFindings) best = gf_mining_run (fixture->table, fixture->target, &options, NULL, NULL, NULL, NULL);
  gf_bitset_clear (among, 4);
  options.against = GF_AGAINST_BAD;
  g_autoptr (GfFindings) bad = gf_mining_run (fixture->table, fixture->target, &options, NULL, NULL, NULL, NULL);
  g_autofree char *nothing = gf_findings_dup_left_out_sentence (all, NULL);
  g_autofree char *two = gf_findings_dup_left_out_sentence (bad, NULL);

  g_assert_null (nothing);
  g_assert_cmpstr (two, ==, "2 customers are not compared: no mark of a bad fit is known for them.");
  g_assert_cmpuint (gf_findings_get_n_rows (best), ==, N_ROWS - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/compared/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("left-out-is-as-if-not-there", left_out_is_as_if_not_there);
  ADD ("drivers-and-luck-leave-out-too", drivers_and_luck_leave_out_too);
  ADD ("any-rule-is-judged-among-the-compared", any_rule_is_judged_among_the_compared);
  ADD ("left-out-is-said", left_out_is_said);
#undef ADD
  g_test_add_func ("/compared/unranked-are-not-compared", unranked_are_not_compared);
  g_test_add_func ("/compared/open-marks-are-not-compared", open_marks_are_not_compared);

  return g_test_run ();
}
