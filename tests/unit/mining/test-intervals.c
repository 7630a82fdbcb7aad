/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-looks.h"
#include "gf-mining.h"

#include <math.h>

/* Whether the intervals that are shown cover what they say, on customers made up from known chances. The share of a
 * finding's customers that are hits in the long run is the mean of their chances. */

#define MOST_ROWS 2000
#define MOST_VALUES 12

typedef struct
{
  const char *name;
  guint n_rows;
  guint n_values;
  double chances[MOST_VALUES];
  double least;
  double most;
} World;

/* The share of the intervals shown that miss, nothing where none is shown, on average of the tables: the false
 * coverage-statement rate. */
typedef struct
{
  double n_tables;
  double n_shown;
  double missed;
} Coverage;

static void
take (Coverage       *self,
      GListModel     *findings,
      GfTable        *table,
      const double   *chances,
      GfSelectorKind  kind)
{
  double n = 0.0, missed = 0.0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (findings, i);

      if (gf_selector_get_kind (gf_finding_get_selector (finding, 0)) != kind ||
          gf_finding_get_verdict (finding) == GF_VERDICT_TOO_FEW)
        continue;

      g_autoptr (GfBitset) rows = gf_finding_match (finding, table);
      double truth = 0.0;

      for (gsize row = 0; gf_bitset_next (rows, &row); row++)
        truth += chances[row];
      truth /= (double) gf_bitset_count (rows);
      g_assert_cmpfloat (gf_finding_get_low (finding), <=, gf_finding_get_share (finding));
      g_assert_cmpfloat (gf_finding_get_high (finding), >=, gf_finding_get_share (finding));
      n += 1.0;
      missed += truth < gf_finding_get_low (finding) || truth > gf_finding_get_high (finding);
    }

  self->n_tables += 1.0;
  self->n_shown += n;
  self->missed += missed / MAX (n, 1.0);
}

static void
check (const World    *world,
       const Coverage *coverage)
{
  double covered = 1.0 - coverage->missed / coverage->n_tables;

  g_test_message ("%s: %.3f, %.0f intervals", world->name, covered, coverage->n_shown);
  g_assert_cmpfloat (coverage->n_shown, >, 0.0);
  g_assert_cmpfloat (covered, >=, world->least);
  g_assert_cmpfloat (covered, <=, world->most);
}

static GfFindings *
mine (GfTable        *table,
      const GfBitset *target,
      guint           depth)
{
  const GfMiningOptions options = { .depth = depth };
  GfFindings *findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, NULL);

  g_assert_nonnull (findings);

  return findings;
}

static GfBitset *
draw_hits (GRand        *rand,
           const double *chances,
           guint         n_rows)
{
  GfBitset *target = gf_bitset_new (n_rows);

  for (guint row = 0; row < n_rows; row++)
    if (g_rand_double (rand) < chances[row])
      gf_bitset_set (target, row);

  return target;
}

/* Where a difference is faint the choice errs less than where there is none, and the interval allows for more. */
static void
chosen_ranges_cover_what_they_say (void)
{
  static const World worlds[] = {
    { "nothing, 200", 200, 5, { .2, .2, .2, .2, .2 }, .93, .975 },
    { "nothing, 2000", 2000, 8, { .2, .2, .2, .2, .2, .2, .2, .2 }, .93, .975 },
    { "a slope", 400, 5, { .1, .15, .2, .25, .3 }, .93, .985 },
    { "a clear range", 400, 5, { .15, .15, .6, .6, .15 }, .93, .975 },
    { "a faint range", 400, 5, { .15, .15, .25, .25, .15 }, .93, .985 },
    { "a range of many", 2000, 8, { .15, .15, .35, .35, .35, .15, .15, .15 }, .93, .975 },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261127);

  for (gsize i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      Coverage coverage = { 0 };
      double numbers[MOST_ROWS], chances[MOST_ROWS];

      for (guint row = 0; row < worlds[i].n_rows; row++)
        {
          numbers[row] = row % worlds[i].n_values;
          chances[row] = worlds[i].chances[row % worlds[i].n_values];
        }

      g_autoptr (GfColumn) value = gf_column_new_numbers ("Seats", numbers, worlds[i].n_rows);
      GfColumn *column = gf_column_with_role (value, GF_ROLE_ATTRIBUTE);
      g_autoptr (GfTable) table = gf_table_new (&column, 1);
      gf_column_unref (column);

      for (guint round = 0; round < 200; round++)
        {
          g_autoptr (GfBitset) target = draw_hits (rand, chances, worlds[i].n_rows);
          g_autoptr (GfFindings) findings = mine (table, target, 1);

          take (&coverage, gf_findings_get_traits (findings), table, chances, GF_SELECTOR_RANGE);
        }
      check (&worlds[i], &coverage);
    }
}

/* Where there is nothing sets are hardly ever shown. */
static void
chosen_sets_cover_what_they_say (void)
{
  static const char * const names[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l" };
  static const World worlds[] = {
    { "three markets", 600, 12, { .45, .45, .45, .1, .1, .1, .1, .1, .1, .1, .1, .1 }, .93, .975 },
    { "four of eight", 800, 8, { .4, .4, .4, .4, .1, .1, .1, .1 }, .93, .975 },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261128);

  for (gsize i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      Coverage coverage = { 0 };
      const char *cells[MOST_ROWS];
      double chances[MOST_ROWS];

      for (guint row = 0; row < worlds[i].n_rows; row++)
        {
          cells[row] = names[row % worlds[i].n_values];
          chances[row] = worlds[i].chances[row % worlds[i].n_values];
        }

      GfColumn *column = gf_column_new_categories ("Market", cells, worlds[i].n_rows);
      g_autoptr (GfTable) table = gf_table_new (&column, 1);
      gf_column_unref (column);

      for (guint round = 0; round < 200; round++)
        {
          g_autoptr (GfBitset) target = draw_hits (rand, chances, worlds[i].n_rows);
          g_autoptr (GfFindings) findings = mine (table, target, 1);

          take (&coverage, gf_findings_get_traits (findings), table, chances, GF_SELECTOR_ANY);
        }
      check (&worlds[i], &coverage);
    }
}

/* The first of chances is that of all, the second that of who has the first value of two columns. Conjunctions overlap
 * more than can be told, and where there is nothing few are shown, so fewer miss. */
static void
chosen_combinations_cover_what_they_say (void)
{
  static const char * const names[] = { "a", "b", "c", "d" };
  static const World worlds[] = {
    { "nothing together", 600, 4, { .2, .2 }, .93, 1.0 },
    { "clear together", 800, 4, { .1, .7 }, .93, .975 },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261129);

  for (gsize i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      Coverage coverage = { 0 };

      for (guint round = 0; round < 200; round++)
        {
          guint n_rows = worlds[i].n_rows;
          GfColumn *columns[4];
          double chances[MOST_ROWS];
          gboolean first[4][MOST_ROWS];

          for (guint k = 0; k < 4; k++)
            {
              g_autofree char *name = g_strdup_printf ("Column %u", k);
              const char *cells[MOST_ROWS];

              for (guint row = 0; row < n_rows; row++)
                {
                  guint value = (guint) g_rand_int_range (rand, 0, (gint32) worlds[i].n_values);

                  cells[row] = names[value];
                  first[k][row] = value == 0;
                }
              columns[k] = gf_column_new_categories (name, cells, n_rows);
            }
          for (guint row = 0; row < n_rows; row++)
            chances[row] = worlds[i].chances[first[0][row] && first[1][row]];

          g_autoptr (GfTable) table = gf_table_new (columns, 4);
          g_autoptr (GfBitset) target = draw_hits (rand, chances, n_rows);
          g_autoptr (GfFindings) findings = mine (table, target, 3);

          take (&coverage, gf_findings_get_combinations (findings), table, chances, GF_SELECTOR_IS);
          for (guint k = 0; k < 4; k++)
            gf_column_unref (columns[k]);
        }
      check (&worlds[i], &coverage);
    }
}

/* Two halves are one comparison; more ranges lie farther out, but less than if each were a comparison of its own. */
static void
more_ranges_have_a_smaller_tail (void)
{
  const gsize halves[] = { 100, 100 };
  const gsize tenths[] = { 20, 20, 20, 20, 20, 20, 20, 20, 20, 20 };

  g_assert_cmpfloat_with_epsilon (gf_looks_tail_of_best_range (halves, 2, 200), 0.025, 0.004);

  double tail = gf_looks_tail_of_best_range (tenths, 10, 200);
  g_assert_cmpfloat (tail, <, 0.01);
  g_assert_cmpfloat (tail, >, 0.05 / 54);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intervals/chosen-ranges-cover-what-they-say", chosen_ranges_cover_what_they_say);
  g_test_add_func ("/intervals/chosen-sets-cover-what-they-say", chosen_sets_cover_what_they_say);
  g_test_add_func ("/intervals/chosen-combinations-cover-what-they-say", chosen_combinations_cover_what_they_say);
  g_test_add_func ("/intervals/more-ranges-have-a-smaller-tail", more_ranges_have_a_smaller_tail);

  return g_test_run ();
}
