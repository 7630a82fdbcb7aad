/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-finding-words.h"
#include "gf-mining.h"

#include <math.h>
#include <string.h>

#define N_ROWS 148

static const char * const departments[] = { "Marketing", "Sales", "Finance", "Data science",
                                            "Operations" };
static const char * const countries[] = { "Germany", "France", "Austria", "Spain", "Italy", "Poland" };
static const char * const sources[] = { "Referral", "Search", "Fair", "Partner" };

static GfColumn *
with_role (GfColumn     *column,
           GfColumnRole  role)
{
  GfColumn *changed = gf_column_with_role (column, role);

  gf_column_unref (column);

  return changed;
}

/* 148 customers, 15 best; of the best 12 are in marketing and 12 have 50 to 250 employees, of the rest 22
 * and 36; the other columns are noise. */
static GfTable *
planted_table (GRand    *rand,
               GfBitset *best)
{
  const char *department[N_ROWS], *country[N_ROWS], *source[N_ROWS];
  double size[N_ROWS], age[N_ROWS];

  for (guint row = 0; row < N_ROWS; row++)
    {
      gboolean is_best = row < 15;
      guint k = is_best ? row : row - 15;
      gboolean marketing = is_best ? k < 12 : k < 22;
      gboolean middle = is_best ? k >= 3 : k * 5 % 133 < 36;

      if (is_best)
        gf_bitset_set (best, row);
      department[row] = departments[marketing ? 0 : 1 + g_rand_int_range (rand, 0, 4)];
      country[row] = countries[g_rand_int_range (rand, 0, 6)];
      source[row] = sources[g_rand_int_range (rand, 0, 4)];
      size[row] = middle ? g_rand_int_range (rand, 50, 250)
                  : g_rand_boolean (rand) ? g_rand_int_range (rand, 3, 50)
                                          : g_rand_int_range (rand, 250, 3000);
      age[row] = g_rand_int_range (rand, 1, 40);
    }

  g_autoptr (GfColumn) a = with_role (gf_column_new_categories ("Department", department, N_ROWS),
                                      GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) b = with_role (gf_column_new_categories ("Country", country, N_ROWS),
                                      GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) c = with_role (gf_column_new_categories ("Source", source, N_ROWS),
                                      GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) d = with_role (gf_column_new_numbers ("Employees", size, N_ROWS),
                                      GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) e = with_role (gf_column_new_numbers ("Age", age, N_ROWS), GF_ROLE_ATTRIBUTE);
  GfColumn *columns[] = { a, b, c, d, e };

  return gf_table_new (columns, G_N_ELEMENTS (columns));
}

static GfFindings *
run (GfTable  *table,
     GfBitset *target,
     guint     depth)
{
  GfMiningOptions options = { .depth = depth };
  g_autoptr (GError) error = NULL;
  GfFindings *findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return findings;
}

static GfFinding *
find_trait (GfFindings *findings,
            const char *text)
{
  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    {
      g_autofree char *description = gf_finding_describe (gf_findings_get_trait (findings, i), NULL);

      if (g_str_equal (description, text))
        return gf_findings_get_trait (findings, i);
    }

  return NULL;
}

static void
planted_traits_are_found (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GfBitset) best = gf_bitset_new (N_ROWS);
      g_autoptr (GfTable) table = planted_table (rand, best);
      g_autoptr (GfFindings) findings = run (table, best, 3);
      GfFinding *marketing = find_trait (findings, "Department: Marketing");
      GfFinding *size = find_trait (findings, "Employees: 50 to 250");

      g_assert_nonnull (marketing);
      g_assert_true (marketing == gf_findings_get_trait (findings, 0));
      g_assert_cmpuint (gf_finding_get_hits (marketing), ==, 12);
      g_assert_cmpuint (gf_finding_get_rows (marketing), ==, 34);
      g_assert_cmpint (gf_finding_get_verdict (marketing), ==, GF_VERDICT_STRONG);
      g_assert_cmpfloat_with_epsilon (gf_finding_get_p (marketing), 1.049889715e-06, 1e-14);
      g_assert_cmpfloat_with_epsilon (gf_finding_get_low (marketing), 0.209485383, 1e-8);
      g_assert_cmpfloat_with_epsilon (gf_finding_get_high (marketing), 0.520266581, 1e-8);
      g_assert_cmpfloat_with_epsilon (gf_finding_get_coverage (marketing), 0.8, 1e-12);
      g_assert_cmpfloat_with_epsilon (gf_finding_get_rest_coverage (marketing), 22.0 / 133.0, 1e-12);
      g_assert_true (gf_finding_holds_without_one (marketing));

      g_assert_nonnull (size);
      g_assert_cmpuint (gf_finding_get_rows (size), ==, 48);
      g_assert_cmpint (gf_finding_get_verdict (size), <=, GF_VERDICT_MODERATE);

      GfFinding *headline = gf_findings_find_headline (findings);
      g_autofree char *text = gf_finding_dup_headline (headline, table);
      g_assert_cmpstr (text, ==, "Customers with Department Marketing and 50 to 250 employees stand out");
    }
}

static void
q_is_never_less_than_p_and_sorted (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GfBitset) best = gf_bitset_new (N_ROWS);
  g_autoptr (GfTable) table = planted_table (rand, best);
  g_autoptr (GfFindings) findings = run (table, best, 3);
  double last = 0.0;
  GfVerdict last_verdict = GF_VERDICT_STRONG;
  guint n_tested = 0;

  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    {
      GfFinding *finding = gf_findings_get_trait (findings, i);
      double q = gf_finding_get_q (finding);
      g_autoptr (GfBitset) rows = gf_finding_match (finding, table);

      g_assert_cmpuint (gf_bitset_count (rows), ==, gf_finding_get_rows (finding));
      g_assert_cmpuint (gf_bitset_count_and (rows, best), ==, gf_finding_get_hits (finding));
      if (isnan (q))
        continue;
      n_tested++;
      g_assert_cmpfloat (q, >=, gf_finding_get_p (finding));
      /* within a verdict by q */
      g_assert_cmpint (gf_finding_get_verdict (finding), >=, last_verdict);
      if (gf_finding_get_verdict (finding) == last_verdict)
        g_assert_cmpfloat (q, >=, last);
      last = q;
      last_verdict = gf_finding_get_verdict (finding);
    }

  /* every range tried is a test, though only the best are put forward */
  g_assert_cmpfloat (gf_findings_get_n_tests (findings), >, (double) n_tested);

  for (guint i = 0; i < gf_findings_get_n_combinations (findings); i++)
    {
      GfFinding *finding = gf_findings_get_combination (findings, i);
      g_autoptr (GfBitset) rows = gf_finding_match (finding, table);

      g_assert_cmpuint (gf_finding_get_n_selectors (finding), >=, 2);
      g_assert_cmpuint (gf_bitset_count (rows), ==, gf_finding_get_rows (finding));
      g_assert_cmpuint (gf_bitset_count_and (rows, best), ==, gf_finding_get_hits (finding));
    }
}

/* So many columns of a few levels, every third one of numbers. */
static GfTable *
noise_table (GRand *rand,
             gsize  n_rows,
             guint  n_columns)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  g_autofree const char **cells = g_new (const char *, n_rows);
  g_autofree double *numbers = g_new (double, n_rows);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *name = g_strdup_printf ("Column %u", i);
      gint32 n_levels = 2 + (gint32) i % 5;

      for (gsize row = 0; row < n_rows; row++)
        {
          cells[row] = countries[g_rand_int_range (rand, 0, n_levels)];
          numbers[row] = g_rand_int_range (rand, 1, 200);
        }
      g_ptr_array_add (columns, i % 3 == 2 ? with_role (gf_column_new_numbers (name, numbers, n_rows), GF_ROLE_ATTRIBUTE)
                                           : gf_column_new_categories (name, cells, n_rows));
    }

  return gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
}

static gboolean
finds_anything (GfTable *table,
                GRand   *rand,
                gsize    n_hits)
{
  gsize n_rows = gf_table_get_n_rows (table);
  g_autoptr (GfBitset) shuffled = gf_bitset_new (n_rows);

  while (gf_bitset_count (shuffled) < n_hits)
    gf_bitset_set (shuffled, (gsize) g_rand_int_range (rand, 0, (gint32) n_rows));

  g_autoptr (GfFindings) findings = run (table, shuffled, 3);
  if (gf_findings_count_verdict (findings, GF_VERDICT_MODERATE) > 0)
    return TRUE;
  for (guint i = 0; i < gf_findings_get_n_combinations (findings); i++)
    if (gf_finding_get_verdict (gf_findings_get_combination (findings, i)) <= GF_VERDICT_MODERATE)
      return TRUE;

  return FALSE;
}

/* If who is best has nothing to do with anything, nothing may be called strong or moderate, neither a trait nor a
 * combination, in at least 95 of 100 tables of either kind. */
static void
shuffled_targets_give_nothing (void)
{
  static const struct { gsize n_rows; guint n_columns; gsize n_hits; } kinds[] = {
    { N_ROWS, 0, 15 }, { 40, 15, 8 }, { 40, 30, 12 }, { 600, 12, 120 }, { 2000, 9, 300 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n_false = 0;

      for (guint seed = 1; seed <= 100; seed++)
        {
          g_autoptr (GRand) rand = g_rand_new_with_seed (1000 + seed);
          g_autoptr (GfBitset) best = gf_bitset_new (kinds[i].n_rows);
          g_autoptr (GfTable) table = kinds[i].n_columns == 0 ? planted_table (rand, best)
                                                              : noise_table (rand, kinds[i].n_rows, kinds[i].n_columns);

          n_false += finds_anything (table, rand, kinds[i].n_hits);
        }
      g_test_message ("%u customers: %u of 100 with a false finding", (guint) kinds[i].n_rows, n_false);
      g_assert_cmpuint (n_false, <=, 5);
    }
}

static void
too_few_best_are_not_compared (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (GfBitset) best = gf_bitset_new (N_ROWS);
  g_autoptr (GfTable) table = planted_table (rand, best);
  g_autoptr (GfBitset) few = gf_bitset_new (N_ROWS);

  for (gsize row = 0; row < 7; row++)
    gf_bitset_set (few, row);

  g_autoptr (GfFindings) findings = run (table, few, 3);
  g_autofree char *headline = gf_findings_dup_headline (findings, table);

  g_assert_true (gf_findings_are_too_few (findings));
  g_assert_cmpstr (headline, ==, "Too Few to Compare");
  g_assert_cmpuint (gf_findings_get_n_traits (findings), >, 10);
  g_assert_cmpuint (gf_findings_get_n_combinations (findings), ==, 0);
  g_assert_cmpfloat (gf_findings_get_n_tests (findings), ==, 0.0);
  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    {
      GfFinding *finding = gf_findings_get_trait (findings, i);

      g_assert_cmpint (gf_finding_get_verdict (finding), ==, GF_VERDICT_TOO_FEW);
      g_assert_true (isnan (gf_finding_get_p (finding)));
    }
}

static void
two_levels_are_one_test (void)
{
  const char *cells[100];
  g_autoptr (GfBitset) target = gf_bitset_new (100);

  for (guint row = 0; row < 100; row++)
    {
      cells[row] = row < 20 ? "yes" : "no";
      if (row < 10)
        gf_bitset_set (target, row);
    }

  g_autoptr (GfColumn) flag = with_role (gf_column_new_typed ("Partner", GF_COLUMN_FLAG, cells, 100),
                                         GF_ROLE_ATTRIBUTE);
  g_autoptr (GfTable) table = gf_table_new (&flag, 1);
  g_autoptr (GfFindings) findings = run (table, target, 1);

  g_assert_cmpfloat (gf_findings_get_n_tests (findings), ==, 1.0);
  g_assert_cmpuint (gf_findings_get_n_traits (findings), ==, 1);
  GfFinding *finding = gf_findings_get_trait (findings, 0);
  g_assert_cmpuint (gf_finding_get_rows (finding), ==, 20);
  g_assert_cmpfloat (gf_finding_get_q (finding), ==, gf_finding_get_p (finding));
}

/* A condition that adds nothing must not hang on to one that does. */
static void
idle_refinements_are_dropped (void)
{
  const guint n = 2000;
  g_autofree const char **a = g_new (const char *, n);
  g_autofree const char **b = g_new (const char *, n);
  g_autoptr (GfBitset) target = gf_bitset_new (n);

  for (guint row = 0; row < n; row++)
    {
      a[row] = row % 4 == 0 ? "x" : "y";
      b[row] = (row / 4) % 3 == 0 ? "u" : (row / 4) % 3 == 1 ? "v" : "w";
      if (row % 4 == 0 ? row % 8 == 0 : row % 10 == 1)
        gf_bitset_set (target, row);
    }

  g_autoptr (GfColumn) first = with_role (gf_column_new_categories ("A", a, n), GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) second = with_role (gf_column_new_categories ("B", b, n), GF_ROLE_ATTRIBUTE);
  GfColumn *columns[] = { first, second };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  g_autoptr (GfFindings) findings = run (table, target, 2);

  g_assert_cmpint (gf_finding_get_verdict (gf_findings_get_trait (findings, 0)), ==, GF_VERDICT_STRONG);
  g_assert_cmpuint (gf_findings_get_n_combinations (findings), ==, 0);
}

/* Of very many customers some are searched, and what is found is counted among all. */
static void
many_customers_are_counted_in_full (void)
{
  const guint n = 150000;
  g_autofree const char **a = g_new (const char *, n);
  g_autofree const char **b = g_new (const char *, n);
  g_autofree double *size = g_new (double, n);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GfBitset) target = gf_bitset_new (n);

  for (guint row = 0; row < n; row++)
    {
      a[row] = countries[g_rand_int_range (rand, 0, 6)];
      b[row] = sources[g_rand_int_range (rand, 0, 4)];
      size[row] = g_rand_int_range (rand, 1, 1000);

      gboolean planted = a[row] == countries[2] && b[row] == sources[1];
      if (g_rand_int_range (rand, 0, 100) < (planted ? 30 : 10))
        gf_bitset_set (target, row);
    }

  g_autoptr (GfColumn) first = with_role (gf_column_new_categories ("A", a, n), GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) second = with_role (gf_column_new_categories ("B", b, n), GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) third = with_role (gf_column_new_numbers ("Size", size, n), GF_ROLE_ATTRIBUTE);
  GfColumn *columns[] = { first, second, third };
  g_autoptr (GfTable) table = gf_table_new (columns, 3);
  g_autoptr (GfFindings) findings = run (table, target, 3);

  g_assert_cmpuint (gf_findings_get_n_combinations (findings), >=, 1);
  GfFinding *found = gf_findings_get_combination (findings, 0);
  g_autofree char *text = gf_finding_describe (found, table);
  g_autoptr (GfBitset) rows = gf_finding_match (found, table);
  g_assert_cmpstr (text, ==, "A: Austria and B: Search");
  g_assert_cmpuint (gf_finding_get_rows (found), ==, gf_bitset_count (rows));
  g_assert_cmpuint (gf_finding_get_hits (found), ==, gf_bitset_count_and (rows, target));
}

static void
sentences_read_as_designed (void)
{
  g_autoptr (GPtrArray) selectors =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  GfCounts counts = { 34, 12, 148, 15 };

  g_ptr_array_add (selectors, gf_selector_new_is ("Department", "Marketing"));

  g_autoptr (GfFinding) finding = gf_finding_new (selectors, &counts, GF_AGAINST_BEST, log (1e-6),
                                                  log (1e-4), 1);
  g_autofree char *sentence = gf_finding_dup_sentence (finding, NULL);
  g_autofree char *accessible = gf_finding_dup_accessible (finding, NULL);
  g_autofree char *rule = gf_finding_dup_rule_sentence (finding);
  g_autofree char *headline = gf_finding_dup_headline (finding, NULL);
  g_autofree char *one_out = gf_finding_dup_one_out_sentence (finding);

  g_assert_cmpstr (sentence, ==, "12 of 34 customers with Department Marketing are among the best. "
                                 "Elsewhere it is 3 of 114.");
  g_assert_cmpstr (accessible, ==, "Department: Marketing. 12 of 34 are among the best, between 21 and "
                                   "52 percent, all customers 10 percent. Strong.");
  g_assert_cmpstr (rule, ==, "12 of these 34 customers are among your best (21–52\u202f%). "
                             "Of all customers it is 1 in 10.");
  g_assert_cmpstr (headline, ==, "Customers with Department Marketing stand out");
  g_assert_cmpstr (one_out, ==, "Holds when any one is left out");
  g_assert_cmpstr (gf_verdict_get_label (GF_VERDICT_TOO_FEW), ==, "Too few to compare");
}

/* With very many customers any difference is sure; it has to be worth acting on, too. */
static void
a_sure_but_small_difference_is_weak (void)
{
  const GfCounts small = { 60000, 6600, 100000, 10000 };      /* 11 % of all's 10 % */
  const GfCounts some = { 30000, 3900, 100000, 10000 };       /* 13 % */
  const GfCounts large = { 30000, 5400, 100000, 10000 };      /* 18 % */
  const GfCounts seldom = { 30000, 1500, 100000, 10000 };     /* 5 % */

  g_assert_cmpint (gf_verdict_judge (&small, -200, -190, 1), ==, GF_VERDICT_WEAK);
  g_assert_cmpint (gf_verdict_judge (&some, -200, -190, 1), ==, GF_VERDICT_MODERATE);
  g_assert_cmpint (gf_verdict_judge (&large, -200, -190, 1), ==, GF_VERDICT_STRONG);
  g_assert_cmpint (gf_verdict_judge (&seldom, -200, -190, 1), ==, GF_VERDICT_STRONG);
}

/* The same customers under three names are one finding that knows the other names. */
static void
twins_are_one_finding (void)
{
  const gsize n_rows = 200;
  const char *a[200], *b[200], *c[200];
  g_autoptr (GfBitset) target = gf_bitset_new (n_rows);

  for (gsize row = 0; row < n_rows; row++)
    {
      gboolean has = row % 4 == 0;

      a[row] = has ? "none" : row % 4 == 1 ? "slow" : "fast";
      b[row] = has ? "no service" : row % 4 == 2 ? "yes" : "no";
      c[row] = row % 5 == 0 ? "x" : "y";
      if (has ? row % 3 != 0 : row % 17 == 0)
        gf_bitset_set (target, row);
    }

  g_autoptr (GfColumn) one = gf_column_new_categories ("Line", a, n_rows);
  g_autoptr (GfColumn) two = gf_column_new_categories ("Backup", b, n_rows);
  g_autoptr (GfColumn) three = gf_column_new_categories ("Other", c, n_rows);
  GfColumn *columns[] = { one, two, three };
  g_autoptr (GfTable) table = gf_table_new (columns, 3);
  g_autoptr (GfFindings) findings = run (table, target, 1);
  GfFinding *first = gf_findings_get_trait (findings, 0);
  GPtrArray *twins = gf_finding_get_twins (first);
  g_autofree char *text = gf_finding_describe (first, table);
  g_autofree char *twin = twins->len > 0 ? gf_selector_describe (g_ptr_array_index (twins, 0), table) : NULL;

  g_assert_cmpstr (text, ==, "Backup: no service");
  g_assert_cmpuint (twins->len, ==, 1);
  g_assert_cmpstr (twin, ==, "Line: none");
  g_assert_null (find_trait (findings, "Line: none"));
  g_assert_nonnull (find_trait (findings, "Line: slow"));
}

/* What nearly everybody has sets nobody apart; that the few others never are the best does. */
static void
of_two_levels_the_telling_one_is_put_forward (void)
{
  const gsize n_rows = 1000;
  const char *cells[1000];
  g_autoptr (GfBitset) target = gf_bitset_new (n_rows);

  for (gsize row = 0; row < n_rows; row++)
    {
      cells[row] = row < 100 ? "without" : "with";
      if (row >= 100 && row % 6 == 0)
        gf_bitset_set (target, row);
    }

  g_autoptr (GfColumn) column = gf_column_new_categories ("Phone", cells, n_rows);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GfFindings) findings = run (table, target, 1);
  GfFinding *first = gf_findings_get_trait (findings, 0);
  g_autofree char *text = gf_finding_describe (first, table);

  g_assert_cmpstr (text, ==, "Phone: without");
  g_assert_cmpint (gf_finding_get_direction (first), ==, GF_DIRECTION_LESS);
  g_assert_cmpint (gf_finding_get_verdict (first), ==, GF_VERDICT_STRONG);
  g_assert_cmpfloat (gf_findings_get_n_tests (findings), ==, 1.0);
}

/* Whom nobody has asked may be a kind of customer of its own. */
static void
what_is_not_filled_in_may_tell (void)
{
  const gsize n_rows = 120;
  const char *cells[120];
  double sizes[120];
  g_autoptr (GfBitset) target = gf_bitset_new (n_rows);

  for (gsize row = 0; row < n_rows; row++)
    {
      gboolean missing = row < 30;

      cells[row] = missing ? "" : row % 2 == 0 ? "a" : "b";
      sizes[row] = row % 10 == 0 ? NAN : (double) (row % 50);
      if (missing ? row % 3 != 0 : row % 9 == 0)
        gf_bitset_set (target, row);
    }

  g_autoptr (GfColumn) source = gf_column_new_categories ("Source", cells, n_rows);
  g_autoptr (GfColumn) numbers = gf_column_new_numbers ("Size", sizes, n_rows);
  g_autoptr (GfColumn) size = gf_column_with_role (numbers, GF_ROLE_ATTRIBUTE);
  GfColumn *columns[] = { source, size };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  g_autoptr (GfFindings) findings = run (table, target, 2);
  GfFinding *first = gf_findings_get_trait (findings, 0);
  g_autofree char *text = gf_finding_describe (first, table);
  g_autofree char *headline = gf_finding_dup_headline (first, table);
  gboolean size_too = FALSE;

  g_assert_cmpstr (text, ==, "Source: not filled in");
  g_assert_cmpstr (headline, ==, "Customers with no Source filled in stand out");
  g_assert_cmpint (gf_finding_get_verdict (first), ==, GF_VERDICT_STRONG);
  g_assert_cmpuint (gf_finding_get_rows (first), ==, 30);
  g_assert_cmpuint (gf_finding_get_hits (first), ==, 20);
  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    {
      GfSelector *selector = gf_finding_get_selector (gf_findings_get_trait (findings, i), 0);

      size_too |= gf_selector_get_kind (selector) == GF_SELECTOR_MISSING &&
                  g_str_equal (gf_selector_get_column (selector), "Size");
    }
  g_assert_true (size_too);
}

static void
unknown_columns_are_an_error (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (GfBitset) best = gf_bitset_new (N_ROWS);
  g_autoptr (GfTable) table = planted_table (rand, best);
  const char *attributes[] = { "Departement", NULL };
  GfMiningOptions options = { .attributes = attributes, .depth = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GfFindings) findings = gf_mining_run (table, best, &options, NULL, NULL, NULL, &error);

  g_assert_null (findings);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Departement"));
}

static GfFinding *
counted (gsize hits,
         gsize rows)
{
  const GfCounts counts = { rows, hits, N_ROWS, 15 };
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

  g_ptr_array_add (selectors, gf_selector_new_is ("Department", "Marketing"));

  return gf_finding_new (selectors, &counts, GF_AGAINST_BEST, log (0.01), log (0.04), 1);
}

/* All of a few is no higher share than most of many. */
static void
three_of_three_does_not_lead_by_share (void)
{
  g_autoptr (GfFinding) three = counted (3, 3);
  g_autoptr (GfFinding) many = counted (12, 34);
  g_autoptr (GfFinding) five = counted (5, 5);
  g_autoptr (GfFinding) few = counted (1, 60);

  g_assert_cmpfloat_with_epsilon (gf_finding_get_steady_share (many), (12 + 20 * 15.0 / 148) / 54, 1e-12);
  g_assert_cmpint (gf_finding_compare_share (many, three), <, 0);
  g_assert_cmpint (gf_finding_compare_share (three, many), >, 0);
  g_assert_cmpint (gf_finding_compare_share (few, three), <, 0);   /* of too few nothing is known */
  g_assert_cmpint (gf_finding_compare_share (five, few), <, 0);
  g_assert_cmpint (gf_finding_compare_share (many, many), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mining/planted-traits-are-found", planted_traits_are_found);
  g_test_add_func ("/mining/q-is-never-less-than-p-and-sorted", q_is_never_less_than_p_and_sorted);
  g_test_add_func ("/mining/shuffled-targets-give-nothing", shuffled_targets_give_nothing);
  g_test_add_func ("/mining/three-of-three-does-not-lead-by-share", three_of_three_does_not_lead_by_share);
  g_test_add_func ("/mining/too-few-best-are-not-compared", too_few_best_are_not_compared);
  g_test_add_func ("/mining/two-levels-are-one-test", two_levels_are_one_test);
  g_test_add_func ("/mining/idle-refinements-are-dropped", idle_refinements_are_dropped);
  g_test_add_func ("/mining/many-customers-are-counted-in-full", many_customers_are_counted_in_full);
  g_test_add_func ("/mining/sentences-read-as-designed", sentences_read_as_designed);
  g_test_add_func ("/mining/a-sure-but-small-difference-is-weak", a_sure_but_small_difference_is_weak);
  g_test_add_func ("/mining/twins-are-one-finding", twins_are_one_finding);
  g_test_add_func ("/mining/of-two-levels-the-telling-one-is-put-forward",
                   of_two_levels_the_telling_one_is_put_forward);
  g_test_add_func ("/mining/what-is-not-filled-in-may-tell", what_is_not_filled_in_may_tell);
  g_test_add_func ("/mining/unknown-columns-are-an-error", unknown_columns_are_an_error);

  return g_test_run ();
}
