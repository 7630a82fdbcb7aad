/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-share-difference.h"

#include <math.h>

static void
assert_chance (gsize  hits,
               gsize  rows,
               gsize  other_hits,
               gsize  other_rows,
               double expected)
{
  double chance = gf_share_chance_above (hits, rows, other_hits, other_rows);

  if (!(fabs (chance - expected) <= 2e-9))
    g_error ("%zu of %zu over %zu of %zu: %.12g is not %.12g", hits, rows, other_hits, other_rows,
             chance, expected);
}

/* Expected values: the double sum over both densities after x = sin^2 t, 200,000 midpoints each, by
 * another program. */
static void
it_equals_the_double_integral (void)
{
  assert_chance (13, 42, 20, 143, 0.992350786);
  assert_chance (1, 49, 8, 99, 0.065094534);
  assert_chance (0, 5, 3, 3, 0.001233263);
  assert_chance (12, 15, 22, 133, 0.999999766);
  assert_chance (3000, 10000, 3100, 10000, 0.062288411);
  assert_chance (0, 40, 0, 60, 0.563769061);
}

static void
equal_counts_are_even (void)
{
  assert_chance (5, 10, 5, 10, 0.5);
  assert_chance (0, 0, 0, 0, 0.5);
  assert_chance (0, 0, 5, 10, 0.5);
}

static void
both_ways_add_up_to_one (void)
{
  for (guint i = 0; i < 200; i++)
    {
      gsize rows = (gsize) g_test_rand_int_range (0,
                                                  3000), other_rows = (gsize) g_test_rand_int_range (0, 30);
      gsize hits = (gsize) g_test_rand_int_range (0, (gint32) rows + 1);
      gsize other_hits = (gsize) g_test_rand_int_range (0, (gint32) other_rows + 1);
      double above = gf_share_chance_above (hits, rows, other_hits, other_rows);
      double below = gf_share_chance_above (other_hits, other_rows, hits, rows);

      g_assert_cmpfloat_with_epsilon (above + below, 1.0, 1e-9);
      assert_chance (rows - hits, rows, other_rows - other_hits, other_rows, 1.0 - above);
    }
}

static void
large_counts_are_told_apart (void)
{
  g_assert_cmpfloat (gf_share_chance_above (510000, 1000000, 20, 40), >, 0.5);
  g_assert_cmpfloat (gf_share_chance_above (510000, 1000000, 500000, 1000000), >, 1 - 1e-9);
  g_assert_cmpfloat (gf_share_chance_above (1, 1000000, 0, 1000000), <, 0.99);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/share-difference/it-equals-the-double-integral",
                   it_equals_the_double_integral);
  g_test_add_func ("/share-difference/equal-counts-are-even", equal_counts_are_even);
  g_test_add_func ("/share-difference/both-ways-add-up-to-one", both_ways_add_up_to_one);
  g_test_add_func ("/share-difference/large-counts-are-told-apart", large_counts_are_told_apart);

  return g_test_run ();
}
