/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-ranks.h"

#include <math.h>

static void
assert_near (double value,
             double expected)
{
  if (!(fabs (value - expected) <= 1e-12))
    g_error ("%.15g is not %.15g", value, expected);
}

static void
percentile_ranks_share_ties_and_skip_missing (void)
{
  const double values[] = { 30, 10, NAN, 20, 20, 40 };
  double ranks[6];

  g_assert_cmpuint (gf_percentile_ranks (values, 6, ranks), ==, 5);
  assert_near (ranks[0], 0.7);
  assert_near (ranks[1], 0.1);
  g_assert_true (isnan (ranks[2]));
  assert_near (ranks[3], 0.4);
  assert_near (ranks[4], 0.4);
  assert_near (ranks[5], 0.9);

  const double same[] = { 7, 7, 7 };
  gf_percentile_ranks (same, 3, ranks);
  assert_near (ranks[1], 0.5);
}

static int
compare_cb (const void *a,
            const void *b,
            void       *user_data)
{
  const double *values = user_data;
  guint32 i = *(const guint32 *) a, k = *(const guint32 *) b;

  if (isnan (values[i]) || isnan (values[k]))
    return isnan (values[i]) != isnan (values[k]) ? isnan (values[i]) - isnan (values[k]) : i < k ? -1 : i > k;
  if (values[i] != values[k])
    return values[i] < values[k] ? -1 : 1;

  return i < k ? -1 : i > k;
}

/* The order of any other sort that keeps equals in theirs: signs, zeros, infinities, missing values. */
static void
rising_order_is_that_of_any_sort (void)
{
  static const double special[] = { 0.0, -0.0, INFINITY, -INFINITY, NAN, 1e-310, -1e-310, 1e300, -1.0, 1.0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 60; round++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 0, round % 10 == 0 ? 5000 : 40);
      g_autofree double *values = g_new (double, n + 1);
      g_autofree guint32 *order = g_new (guint32, n + 1);
      g_autofree guint32 *expected = g_new (guint32, n + 1);
      gsize n_present = 0;

      for (gsize i = 0; i < n; i++)
        {
          values[i] = g_rand_int_range (rand, 0, 3) == 0 ? special[g_rand_int_range (rand, 0, G_N_ELEMENTS (special))]
                                                         : g_rand_int_range (rand, -50, 50) * (round % 2 ? 1.0 : 0.37);
          n_present += !isnan (values[i]);
          expected[i] = (guint32) i;
        }
      g_sort_array (expected, n, sizeof (guint32), compare_cb, values);

      g_assert_cmpuint (gf_rising_order (values, n, order), ==, n_present);
      g_assert_cmpmem (order, n * sizeof (guint32), expected, n * sizeof (guint32));
    }
}

/* R: quantile (c (1, 2, 4, 8, 16), c (0, .1, .25, .5, .9, 1)) gives 1 1.4 2 4 12.8 16. */
static void
quantiles_are_of_type_seven (void)
{
  const double values[] = { 8, 1, NAN, 4, 16, 2 };

  assert_near (gf_quantile (values, 6, 0.0), 1.0);
  assert_near (gf_quantile (values, 6, 0.1), 1.4);
  assert_near (gf_quantile (values, 6, 0.25), 2.0);
  assert_near (gf_quantile (values, 6, 0.5), 4.0);
  assert_near (gf_quantile (values, 6, 0.9), 12.8);
  assert_near (gf_quantile (values, 6, 1.0), 16.0);
  g_assert_true (isnan (gf_quantile (values, 0, 0.5)));
}

/* Ten pupils' IQ and hours of television a week, the example of many textbooks: -29/165. */
static void
rank_correlation_of_the_textbook (void)
{
  const double iq[] = { 106, 100, 86, 101, 99, 103, 97, 113, 112, 110 };
  const double hours[] = { 7, 27, 2, 50, 28, 29, 20, 12, 6, 17 };
  const double constant[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
  const double holes[] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, 6, 17 };
  gsize n_pairs;

  assert_near (gf_rank_correlation (iq, hours, 10, &n_pairs), -29.0 / 165.0);
  g_assert_cmpuint (n_pairs, ==, 10);
  assert_near (gf_rank_correlation (iq, iq, 10, NULL), 1.0);
  g_assert_true (isnan (gf_rank_correlation (iq, constant, 10, NULL)));
  g_assert_true (isnan (gf_rank_correlation (iq, holes, 10, &n_pairs)));
  g_assert_cmpuint (n_pairs, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ranks/percentile-ranks-share-ties-and-skip-missing",
                   percentile_ranks_share_ties_and_skip_missing);
  g_test_add_func ("/ranks/rising-order-is-that-of-any-sort", rising_order_is_that_of_any_sort);
  g_test_add_func ("/ranks/quantiles-are-of-type-seven", quantiles_are_of_type_seven);
  g_test_add_func ("/ranks/rank-correlation-of-the-textbook", rank_correlation_of_the_textbook);

  return g_test_run ();
}
