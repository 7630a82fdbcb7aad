/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-finding-words.h"
#include "gf-mining.h"
#include "gf-value-sets.h"

#include <math.h>

/* A column of levels "A", "B" ..., each with so many customers of whom the first ones are hits. */
typedef struct
{
  guint rows;
  guint hits;
} Level;

static GfColumn *
make_column (const Level *levels,
             guint        n_levels,
             GfBitset   **target)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  gsize n_rows = 0, row = 0;

  for (guint i = 0; i < n_levels; i++)
    n_rows += levels[i].rows;
  *target = gf_bitset_new (n_rows);
  for (guint i = 0; i < n_levels; i++)
    for (guint k = 0; k < levels[i].rows; k++, row++)
      {
        g_ptr_array_add (cells, g_strdup_printf ("%c", (char) ('A' + i)));
        if (k < levels[i].hits)
          gf_bitset_set (*target, row);
      }

  return gf_column_new_categories ("Country", (const char * const *) cells->pdata, n_rows);
}

static char *
grow (const Level *levels,
      guint        n_levels,
      guint        level)
{
  g_autoptr (GfBitset) target = NULL;
  g_autoptr (GfColumn) column = make_column (levels, n_levels, &target);
  g_autoptr (GfAtoms) atoms = gf_atoms_new (column);
  g_autoptr (GfBitset) all = gf_bitset_new_full (gf_column_get_n_rows (column));
  g_autoptr (GArray) found = gf_value_set_grow (atoms, level, all, target, 5);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append (text, gf_atoms_get_text (atoms, g_array_index (found, guint32, i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
levels_that_say_the_same_join (void)
{
  const Level two_strong[] = { { 40, 25 }, { 30, 18 }, { 200, 20 }, { 150, 14 } };
  const Level only_one[] = { { 40, 25 }, { 30, 3 }, { 200, 20 }, { 150, 14 } };
  const Level weaker[] = { { 200, 160 }, { 200, 60 }, { 400, 20 } };
  const Level tiny[] = { { 40, 25 }, { 3, 3 }, { 200, 20 } };
  const Level three[] = { { 40, 24 }, { 30, 18 }, { 50, 32 }, { 400, 40 } };
  struct { const Level *levels; guint n; guint from; const char *set; } cases[] = {
    { two_strong, 4, 0, "AB" },
    { two_strong, 4, 1, "BA" },
    { only_one, 4, 0, "A" },
    { weaker, 3, 0, "A" },        /* B is above the rest, but plainly below A */
    { tiny, 3, 0, "A" },          /* three of three is too few to join */
    { three, 4, 0, "ACB" },       /* the clearest first */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *set = grow (cases[i].levels, cases[i].n, cases[i].from);

      g_assert_cmpstr (set, ==, cases[i].set);
    }
}

static void
looks_are_the_sets_there_are (void)
{
  /* binomial (20, 2) / 20 = 190 / 20; binomial (6, 3) / 6 = 20 / 6; one of n is n looks of n */
  g_assert_cmpfloat_with_epsilon (gf_value_set_log_looks (20, 2), log (9.5), 1e-12);
  g_assert_cmpfloat_with_epsilon (gf_value_set_log_looks (6, 3), log (20.0 / 6.0), 1e-12);
  g_assert_cmpfloat (gf_value_set_log_looks (12, 1), ==, 0.0);
  g_assert_cmpfloat (gf_value_set_log_looks (1, 1), ==, 0.0);
  /* never fewer than one: all of four levels are a single set */
  g_assert_cmpfloat (gf_value_set_log_looks (4, 4), ==, 0.0);
}

/* A small strong group in two pieces: agencies in D or E, among many levels of both columns. */
static void
a_group_in_two_pieces_is_found_whole (void)
{
  const gsize n_rows = 6000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (GfBitset) target = gf_bitset_new (n_rows);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) countries = g_ptr_array_new_with_free_func (g_free);
  gsize rows = 0, hits = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      char kind = (char) ('a' + g_rand_int_range (rand, 0, 10));
      char country = (char) ('A' + g_rand_int_range (rand, 0, 20));
      gboolean planted = kind == 'c' && (country == 'D' || country == 'E');
      gboolean hit = g_rand_double (rand) < (planted ? 0.6 : 0.15);

      g_ptr_array_add (kinds, g_strdup_printf ("%c", kind));
      g_ptr_array_add (countries, g_strdup_printf ("%c", country));
      if (hit)
        gf_bitset_set (target, row);
      rows += planted;
      hits += planted && hit;
    }

  g_autoptr (GfColumn) kind = gf_column_new_categories ("Kind", (const char * const *) kinds->pdata,
                                                        n_rows);
  g_autoptr (GfColumn) country = gf_column_new_categories ("Country",
                                                           (const char * const *) countries->pdata,
                                                           n_rows);
  GfColumn *columns[] = { kind, country };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  GfMiningOptions options = { .depth = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gf_findings_get_n_combinations (findings), >=, 1);

  GfFinding *first = gf_findings_get_combination (findings, 0);
  g_autofree char *text = gf_selectors_describe (gf_finding_get_selectors (first), NULL);
  g_autoptr (GfBitset) matched = gf_finding_match (first, table);

  g_assert_cmpstr (text, ==, "Country: D or E and Kind: c");
  g_assert_cmpint (gf_finding_get_verdict (first), ==, GF_VERDICT_STRONG);
  g_assert_cmpuint (gf_finding_get_rows (first), ==, rows);
  g_assert_cmpuint (gf_finding_get_hits (first), ==, hits);
  g_assert_cmpuint (gf_bitset_count (matched), ==, rows);

  /* and neither piece is listed beside it */
  for (guint i = 1; i < gf_findings_get_n_combinations (findings); i++)
    {
      g_autofree char *other =
          gf_selectors_describe (gf_finding_get_selectors (gf_findings_get_combination (findings, i)),
                                 NULL);

      g_assert_cmpstr (other, !=, "Country: D and Kind: c");
      g_assert_cmpstr (other, !=, "Country: E and Kind: c");
    }
}

/* Twenty countries of twenty; six of each of three are hits, and one of each other. Fisher's exact value of 18 of 60
 * where 35 of 400 are is 8.586394700e-08 (SciPy), and there are 1,140 sets of three among twenty. */
static void
small_markets_are_found_together (void)
{
  Level levels[20];
  g_autoptr (GfBitset) target = NULL;
  GfMiningOptions options = { .depth = 1 };

  for (guint i = 0; i < 20; i++)
    levels[i] = (Level) { 20, i < 3 ? 6 : 1 };

  g_autoptr (GfColumn) column = make_column (levels, 20, &target);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, NULL);
  GfFinding *first = gf_findings_get_trait (findings, 0);
  g_autofree char *text = gf_finding_describe (first, table);
  g_autoptr (GfBitset) rows = gf_finding_match (first, table);

  g_assert_cmpstr (text, ==, "Country: A, B or C");
  g_assert_cmpuint (gf_finding_get_rows (first), ==, 60);
  g_assert_cmpuint (gf_finding_get_hits (first), ==, 18);
  g_assert_cmpuint (gf_bitset_count (rows), ==, 60);
  g_assert_cmpint (gf_finding_get_verdict (first), ==, GF_VERDICT_STRONG);
  g_assert_cmpfloat_with_epsilon (gf_finding_get_p (first) / 8.586394699220699e-08, 1.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (gf_finding_get_q (first) / (21.0 * 1140.0 * 8.586394699220699e-08), 1.0, 1e-6);
  g_assert_true (gf_finding_holds_without_one (first));
  g_assert_cmpfloat (gf_findings_get_n_tests (findings), ==, 21.0);
  /* each of them stays in the list */
  g_assert_cmpuint (gf_findings_get_n_traits (findings), ==, 21);
}

/* Columns of many levels tempt most to put lucky ones together. */
static void
luck_is_not_put_together (void)
{
  const gsize n_rows = 1000;
  guint n_false = 0, n_false_traits = 0;

  for (guint seed = 1; seed <= 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (500 + seed);
      g_autoptr (GfBitset) target = gf_bitset_new (n_rows);
      g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

      for (guint c = 0; c < 4; c++)
        {
          g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
          g_autofree char *name = g_strdup_printf ("Column %u", c);

          for (gsize row = 0; row < n_rows; row++)
            g_ptr_array_add (cells, g_strdup_printf ("%d", g_rand_int_range (rand, 0, 25)));
          g_ptr_array_add (columns, gf_column_new_categories (name, (const char * const *) cells->pdata,
                                                              n_rows));
        }
      for (gsize row = 0; row < n_rows; row++)
        if (g_rand_double (rand) < 0.2)
          gf_bitset_set (target, row);

      g_autoptr (GfTable) table = gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
      GfMiningOptions options = { .depth = 3 };
      g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, NULL);
      gboolean lucky = gf_findings_count_verdict (findings, GF_VERDICT_MODERATE) > 0;

      n_false_traits += lucky;
      lucky = FALSE;
      for (guint i = 0; i < gf_findings_get_n_combinations (findings); i++)
        lucky |= gf_finding_get_verdict (gf_findings_get_combination (findings, i)) <=
                 GF_VERDICT_MODERATE;
      n_false += lucky;
    }

  g_test_message ("%u of 100 with a false combination", n_false);
  g_assert_cmpuint (n_false, <=, 5);
  g_assert_cmpuint (n_false_traits, <=, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/value-sets/levels-that-say-the-same-join", levels_that_say_the_same_join);
  g_test_add_func ("/value-sets/looks-are-the-sets-there-are", looks_are_the_sets_there_are);
  g_test_add_func ("/value-sets/a-group-in-two-pieces-is-found-whole",
                   a_group_in_two_pieces_is_found_whole);
  g_test_add_func ("/value-sets/small-markets-are-found-together", small_markets_are_found_together);
  g_test_add_func ("/value-sets/luck-is-not-put-together", luck_is_not_put_together);

  return g_test_run ();
}
