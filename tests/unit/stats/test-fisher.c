/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-fisher.h"

#include <float.h>
#include <math.h>

static void
assert_close (double value,
              double expected,
              double relative)
{
  if (!(fabs (value - expected) <= relative * fabs (expected)))
    g_error ("%.15g is not within a relative %g of %.15g", value, relative, expected);
}

/* The tea: Fisher (1935); the convictions: R's help page of fisher.test, p-value = 0.0005367. */
static void
published_examples (void)
{
  assert_close (gf_fisher_p (3, 1, 1, 3), 34.0 / 70.0, 1e-13);
  assert_close (exp (gf_fisher_greater_log_p (3, 1, 1, 3)), 17.0 / 70.0, 1e-13);
  assert_close (gf_fisher_p (2, 15, 10, 3), 0.0005367, 1e-4);
}

/* Sums of whole numbers of unlimited size, by another program. */
static void
equals_exact_arithmetic (void)
{
  static const struct { gsize a, b, c, d; double log_p, greater; } rows[] = {
    { 2, 15, 10, 3, -7.530026340079, 9.999845190187e-01 },
    { 12, 22, 3, 111, -13.766825432233, 1.049889715432e-06 },
    { 12, 49, 3, 84, -6.315860197717, 1.607148217424e-03 },
    { 11, 44, 4, 89, -5.589798678050, 3.141472050179e-03 },
    { 13, 79, 2, 54, -3.013652577410, 3.202661575823e-02 },
    { 0, 31, 15, 102, -3.189710675841, 1.0 },
    { 10, 8, 5, 125, -16.137322793227, 9.809565202455e-08 },
    { 300, 700, 1700, 7300, -34.064676679996, 1.108811019125e-15 },
    { 310, 502, 1099, 5132, -85.105879626320, 9.478150514790e-38 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double log_p = gf_fisher_log_p (rows[i].a, rows[i].b, rows[i].c, rows[i].d);
      double greater = gf_fisher_greater_log_p (rows[i].a, rows[i].b, rows[i].c, rows[i].d);

      assert_close (log_p, rows[i].log_p, 1e-11);
      assert_close (exp (greater), rows[i].greater, 1e-10);
    }
}

/* A strong segment of a million customers: the tail on this side alone is exactly e^-3111.0988... */
static void
a_million_rows_do_not_underflow (void)
{
  assert_close (gf_fisher_greater_log_p (4192, 2251, 195808, 797749), -3111.09882337924345, 1e-10);
  assert_close (gf_fisher_log_p (4192, 2251, 195808, 797749), -3111.09882337924345, 1e-8);
  g_assert_cmpfloat (gf_fisher_p (4192, 2251, 195808, 797749), ==, DBL_MIN);
  assert_close (gf_fisher_p (100000, 400000, 100000, 400000), 1.0, 1e-12);
}

static double
slow_two_sided (int a,
                int b,
                int c,
                int d)
{
  int rows = a + b, hits = a + c, all = a + b + c + d;
  double total = 0.0, sum = 0.0, observed = 0.0;
  double weights[64] = { 0 };

  for (int x = MAX (0, rows + hits - all); x <= MIN (rows, hits); x++)
    {
      double weight = exp (lgamma (hits + 1) - lgamma (x + 1) - lgamma (hits - x + 1) +
                           lgamma (all - hits + 1) - lgamma (rows - x + 1) -
                           lgamma (all - hits - rows + x + 1));

      weights[x] = weight;
      total += weight;
      if (x == a)
        observed = weight;
    }

  for (int x = 0; x < 64; x++)
    if (weights[x] > 0.0 && weights[x] <= observed * (1.0 + 1e-7))
      sum += weights[x];

  return sum / total;
}

static void
equals_the_plain_sum_on_all_small_tables (void)
{
  for (int a = 0; a < 9; a++)
    for (int b = 0; b < 9; b++)
      for (int c = 0; c < 9; c++)
        for (int d = 0; d < 9; d++)
          {
            double p = gf_fisher_p ((gsize) a, (gsize) b, (gsize) c, (gsize) d);

            assert_close (p, slow_two_sided (a, b, c, d), 1e-9);
            assert_close (p, gf_fisher_p ((gsize) c, (gsize) d, (gsize) a, (gsize) b), 1e-9);
            assert_close (p, gf_fisher_p ((gsize) a, (gsize) c, (gsize) b, (gsize) d), 1e-9);
          }
}

/* The fifteen p-values of Benjamini and Hochberg (1995), section 3.2, with their adjusted values. */
static void
benjamini_hochberg_published_example (void)
{
  static const double p[] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                              0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000 };
  static const double expected[] = { 0.0015, 0.0030, 0.0095, 0.035625, 0.0603, 0.447 / 7, 0.447 / 7,
                                     0.0645, 0.0765, 0.486, 6.393 / 11, 8.5785 / 12, 9.792 / 13,
                                     11.385 / 14, 1.0 };
  double q[15];
  int rejected = 0;

  gf_benjamini_hochberg (p, 15, q);
  for (int i = 0; i < 15; i++)
    {
      assert_close (q[i], expected[i], 1e-12);
      rejected += q[i] <= 0.05;
    }

  /* the paper: at 0.05 the procedure rejects the four with the smallest p-values */
  g_assert_cmpint (rejected, ==, 4);
}

static void
benjamini_hochberg_leaves_out_what_was_not_tested (void)
{
  const double p[] = { NAN, 0.01, NAN, 0.04, 0.03 };
  double q[5], log_p[5], log_q[5];

  gf_benjamini_hochberg (p, 5, q);
  g_assert_true (isnan (q[0]) && isnan (q[2]));
  assert_close (q[1], 0.03, 1e-12);
  assert_close (q[3], 0.04, 1e-12);
  assert_close (q[4], 0.04, 1e-12);

  /* ten tests were made, three put forward: as if the other seven had p = 1 */
  for (int i = 0; i < 5; i++)
    log_p[i] = log (p[i]);
  gf_benjamini_hochberg_log (log_p, 5, 10.0, log_q);
  assert_close (exp (log_q[1]), 0.1, 1e-12);
  assert_close (exp (log_q[4]), 0.4 / 3.0, 1e-12);

  gf_benjamini_hochberg (NULL, 0, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fisher/published-examples", published_examples);
  g_test_add_func ("/fisher/equals-exact-arithmetic", equals_exact_arithmetic);
  g_test_add_func ("/fisher/a-million-rows-do-not-underflow", a_million_rows_do_not_underflow);
  g_test_add_func ("/fisher/equals-the-plain-sum-on-all-small-tables",
                   equals_the_plain_sum_on_all_small_tables);
  g_test_add_func ("/fisher/benjamini-hochberg-published-example",
                   benjamini_hochberg_published_example);
  g_test_add_func ("/fisher/benjamini-hochberg-leaves-out-what-was-not-tested",
                   benjamini_hochberg_leaves_out_what_was_not_tested);

  return g_test_run ();
}
