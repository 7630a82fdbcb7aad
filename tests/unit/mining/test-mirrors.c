/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-mirrors.h"

#include <math.h>

#define N 300

/* Every fifth customer has left. What is written only of those repeats it, however many words it takes; where somebody
 * lives does not, nor does a mark of which only half are right. */
typedef struct
{
  GfTable *table;
  GfBitset *left;
} Fixture;

static GfColumn *
take (GfColumn     *column,
      GfColumnRole  role)
{
  g_autoptr (GfColumn) owned = column;

  return gf_column_with_role (owned, role);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const reasons[] = { "Price", "Product", "Moved" };
  static const char * const dates[] = { "2024-03-01", "2023-07-15", "2022-11-30" };
  static const char * const places[] = { "North", "South", "West" };
  const char *reason[N], *stage[N], *visited[N], *place[N], *hint[N], *kinds[N], *stays[N];
  double grade[N], age[N];

  fixture->left = gf_bitset_new (N);
  for (guint row = 0; row < N; row++)
    {
      gboolean left = row % 5 == 0;

      if (left)
        gf_bitset_set (fixture->left, row);
      reason[row] = left ? reasons[row / 5 % 3] : "";
      stage[row] = left ? "Former" : row % 2 ? "Customer" : "Partner";
      visited[row] = left ? dates[row / 5 % 3] : "";
      kinds[row] = left ? "Old; Gone" : "Old; New";
      grade[row] = left ? row % 11 : NAN;
      stays[row] = left ? "" : "yes";
      place[row] = places[row % 3];
      hint[row] = row % 10 == 0 || row % 10 == 1 ? "yes" : "no";
      age[row] = row % 37;
    }

  GfColumn *columns[] = {
    take (gf_column_new_categories ("Exit note", reason, N), GF_ROLE_ATTRIBUTE),
    take (gf_column_new_categories ("Stage", stage, N), GF_ROLE_ATTRIBUTE),
    take (gf_column_new_typed ("Last seen", GF_COLUMN_DATE, visited, N), GF_ROLE_DATE),
    take (gf_column_new_typed ("Tags", GF_COLUMN_SET, kinds, N), GF_ROLE_ATTRIBUTE),
    take (gf_column_new_numbers ("Exit grade", grade, N), GF_ROLE_ATTRIBUTE),
    take (gf_column_new_categories ("Renews", stays, N), GF_ROLE_ATTRIBUTE),
    take (gf_column_new_categories ("Place", place, N), GF_ROLE_ATTRIBUTE),
    take (gf_column_new_categories ("Hint", hint, N), GF_ROLE_ATTRIBUTE),
    take (gf_column_new_numbers ("Age", age, N), GF_ROLE_ATTRIBUTE),
  };

  fixture->table = gf_table_new (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gf_column_unref (columns[i]);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gf_table_unref (fixture->table);
  gf_bitset_unref (fixture->left);
}

static void
assert_names (GPtrArray  *names,
              const char *expected)
{
  g_ptr_array_add (names, NULL);

  g_autofree char *text = g_strjoinv (", ", (GStrv) names->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
what_is_written_of_them_only_repeats_it (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GPtrArray) names = gf_mirrors_find (fixture->table, fixture->left, NULL);
  g_autofree char *bad = gf_mirror_dup_sentence ("Stage", GF_AGAINST_BAD);
  g_autofree char *best = gf_mirror_dup_sentence ("Tier", GF_AGAINST_BEST);

  assert_names (names, "Exit note, Stage, Last seen, Tags, Exit grade, Renews");
  g_assert_cmpstr (bad, ==, "Stage is left out: it says who is a bad fit in other words");
  g_assert_cmpstr (best, ==, "Tier is left out: it says who is best in other words");
}

/* Several levels of the same customers, though each is written of others, too. */
static void
levels_are_looked_at_together (void)
{
  const char *reason[N];
  g_autoptr (GfBitset) target = gf_bitset_new (N);
  g_autoptr (GfBitset) nobody = gf_bitset_new (N);

  for (guint row = 0; row < N; row++)
    {
      reason[row] = row < 30 ? "A" : row < 61 ? "B" : row < 180 ? "C" : "D";
      if (row < 60)
        gf_bitset_set (target, row);
    }

  g_autoptr (GfColumn) column = take (gf_column_new_categories ("Reason", reason, N), GF_ROLE_ATTRIBUTE);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GPtrArray) names = gf_mirrors_find (table, target, NULL);
  g_autoptr (GPtrArray) none = gf_mirrors_find (table, nobody, NULL);

  assert_names (names, "Reason");
  assert_names (none, "");
}

/* A tier is cut from what the customers are ranked by. A plan only goes with it; two trades that lie apart, and a small
 * group at the very top, are what somebody wants to find. */
static void
what_was_cut_from_the_score_is_left_out (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  double value[N];
  const char *tier[N], *plan[N], *few[N], *key[N], *trade[N];
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < N; row++)
    {
      value[row] = row * 7 % N;
      tier[row] = value[row] >= 240 ? "Gold" : value[row] >= 100 ? "Silver" : "Bronze";
      plan[row] = value[row] + g_rand_int_range (rand, -90, 90) > 180 ? "Pro" : "Basic";
      trade[row] = value[row] >= 180 ? "Agency" : "Retail";
      few[row] = value[row] >= 288 ? "yes" : "no";
      g_ptr_array_add (keys, g_strdup_printf ("%u", (guint) (value[row] / 2)));
      key[row] = g_ptr_array_index (keys, row);
    }

  g_autoptr (GfColumn) a = take (gf_column_new_numbers ("Lifetime value", value, N), GF_ROLE_VALUE);
  g_autoptr (GfColumn) b = take (gf_column_new_categories ("Value tier", tier, N), GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) c = take (gf_column_new_categories ("Plan", plan, N), GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) d = take (gf_column_new_categories ("Enterprise", few, N), GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) e = take (gf_column_new_categories ("Key", key, N), GF_ROLE_ATTRIBUTE);
  g_autoptr (GfColumn) f = take (gf_column_new_categories ("Trade", trade, N), GF_ROLE_ATTRIBUTE);
  GfColumn *columns[] = { a, b, c, d, e, f };
  g_autoptr (GfTable) table = gf_table_new (columns, 6);
  const GfMeasure measure = { "Lifetime value", 1, FALSE };
  const GfBestRule limit = { .kind = GF_BEST_BY_LIMIT, .column = (char *) "Lifetime value", .limit = 270 };
  g_autoptr (GfRanking) by_share = gf_ranking_new (table, &measure, 1, 0.1, NULL);
  g_autoptr (GfRanking) by_limit = gf_ranking_new_by_rule (table, NULL, 0, &limit, NULL, NULL);
  g_autoptr (GPtrArray) names = gf_mirrors_find_best (table, by_share);
  g_autoptr (GPtrArray) same = gf_mirrors_find_best (table, by_limit);

  assert_names (names, "Value tier");
  assert_names (same, "Value tier");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/mirrors/what-is-written-of-them-only-repeats-it", Fixture, NULL, set_up,
              what_is_written_of_them_only_repeats_it, tear_down);
  g_test_add_func ("/mirrors/levels-are-looked-at-together", levels_are_looked_at_together);
  g_test_add_func ("/mirrors/what-was-cut-from-the-score-is-left-out", what_was_cut_from_the_score_is_left_out);

  return g_test_run ();
}
