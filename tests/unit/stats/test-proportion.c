/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-proportion.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>

static void
assert_near (double value,
             double expected,
             double tolerance)
{
  if (!(fabs (value - expected) <= tolerance))
    g_error ("%.15g is not within %g of %.15g", value, tolerance, expected);
}

static void
assert_interval (gsize  hits,
                 gsize  rows,
                 double low,
                 double high)
{
  double got_low, got_high;

  gf_jeffreys_interval (hits, rows, 0.95, &got_low, &got_high);
  assert_near (got_low, low, 1e-8);
  assert_near (got_high, high, 1e-8);
}

/* The expected ends come from Simpson's rule on the density after x = sin^2 t, by another program. */
static void
jeffreys_equals_integrated_density (void)
{
  assert_interval (12, 15, 0.556364538, 0.940229032);
  assert_interval (12, 34, 0.209485383, 0.520266581);
  assert_interval (12, 61, 0.112286879, 0.309135521);
  assert_interval (10, 18, 0.332195346, 0.762568400);
  assert_interval (1, 2, 0.060830276, 0.939169724);
  assert_interval (310, 812, 0.348826714, 0.415561215);
}

static void
jeffreys_ends_are_closed_at_nothing_and_all (void)
{
  double low, high;

  gf_jeffreys_interval (3, 3, 0.95, &low, &high);
  assert_near (low, 0.464416757, 1e-8);
  g_assert_cmpfloat (high, ==, 1.0);

  gf_jeffreys_interval (0, 3, 0.95, &low, &high);
  g_assert_cmpfloat (low, ==, 0.0);
  assert_near (high, 0.535583243, 1e-8);

  gf_jeffreys_interval (0, 0, 0.95, &low, &high);
  g_assert_cmpfloat (low, ==, 0.0);
  g_assert_cmpfloat (high, ==, 1.0);
}

/* Brown, Cai and DasGupta print the ends for small samples; these are of their table 5, level 95 %. */
static void
jeffreys_agrees_with_the_authors_table (void)
{
  static const struct { gsize hits, rows; double low, high; } rows[] = {
    { 0, 7, 0.0, 0.292 }, { 1, 7, 0.016, 0.501 }, { 2, 7, 0.065, 0.648 }, { 3, 7, 0.139, 0.766 },
    { 5, 10, 0.224, 0.776 }, { 2, 10, 0.044, 0.503 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double low, high;

      gf_jeffreys_interval (rows[i].hits, rows[i].rows, 0.95, &low, &high);
      assert_near (low, rows[i].low, 0.0006);
      if (rows[i].hits > 0)
        assert_near (high, rows[i].high, 0.0006);
    }
}

static void
jeffreys_mirrors_and_covers_its_share (void)
{
  for (gsize rows = 1; rows < 60; rows++)
    for (gsize hits = 0; hits <= rows; hits++)
      {
        double low, high, mirrored_low, mirrored_high;
        double share = (double) hits / (double) rows;

        gf_jeffreys_interval (hits, rows, 0.95, &low, &high);
        gf_jeffreys_interval (rows - hits, rows, 0.95, &mirrored_low, &mirrored_high);
        assert_near (low, 1.0 - mirrored_high, 1e-12);
        assert_near (high, 1.0 - mirrored_low, 1e-12);
        g_assert_true (low <= share && share <= high);
        g_assert_true (low >= 0.0 && high <= 1.0 && low < high);
      }
}

static void
jeffreys_excludes_what_lies_outside (void)
{
  for (gsize rows = 0; rows < 40; rows++)
    for (gsize hits = 0; hits <= rows; hits++)
      for (double share = 0.0; share <= 1.0; share += 0.03125)
        {
          double low, high;

          gf_jeffreys_interval (hits, rows, 0.95, &low, &high);
          g_assert_cmpint (gf_jeffreys_excludes (hits, rows, 0.95, share), ==, share < low || share > high);
        }
  g_assert_false (gf_jeffreys_excludes (3, 9, 0.95, NAN));
}

static void
jeffreys_of_millions_is_the_normal_interval (void)
{
  double low, high;
  double share = 0.2, rows = 5e6;
  double half = 1.959963984540054 * sqrt (share * (1 - share) / rows);

  gf_jeffreys_interval (1000000, 5000000, 0.95, &low, &high);
  assert_near (low, share - half, 1e-6 * half + 2e-7);
  assert_near (high, share + half, 1e-6 * half + 2e-7);
}

/* Shares of all sizes, some hundred customers or a handful: of many 95 % intervals 95 % hold the true share. */
static void
jeffreys_covers_what_it_says (void)
{
  static const unsigned int sizes[] = { 5, 10, 20, 50, 148, 500, 2000 };
  const int n_draws = 4000;
  gsl_rng *random = gsl_rng_alloc (gsl_rng_mt19937);
  int all_covered = 0;

  gsl_rng_set (random, 20260401);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int covered = 0;

      for (int k = 0; k < n_draws; k++)
        {
          double share = gsl_ran_flat (random, 0.01, 0.99), low, high;

          gf_jeffreys_interval (gsl_ran_binomial (random, share, sizes[i]), sizes[i], 0.95, &low, &high);
          covered += low <= share && share <= high;
        }
      g_test_message ("%u rows: %.4f", sizes[i], covered / (double) n_draws);
      g_assert_cmpfloat (covered, >=, 0.93 * n_draws);
      g_assert_cmpfloat (covered, <=, 0.97 * n_draws);
      all_covered += covered;
    }
  gsl_rng_free (random);
  assert_near (all_covered / (n_draws * (double) G_N_ELEMENTS (sizes)), 0.95, 0.005);
}

static void
shrunk_share_is_the_posterior_mean (void)
{
  /* Beta (3 + 2, 0 + 18): a / (a + b) */
  assert_near (gf_shrunk_share (3, 3, 0.1, 20), 5.0 / 23.0, 1e-15);
  assert_near (gf_shrunk_share (0, 0, 0.1, 20), 0.1, 1e-15);
  assert_near (gf_shrunk_share (500000, 1000000, 0.1, 20), 0.5, 1e-5);
  g_assert_cmpfloat (gf_shrunk_share (3, 3, 0.1, 20), <, gf_shrunk_share (12, 40, 0.1, 20));
  g_assert_true (isnan (gf_shrunk_share (1, 2, NAN, 20)));
}

static void
incomplete_beta_has_its_closed_forms (void)
{
  for (double x = 0.05; x < 1.0; x += 0.05)
    {
      assert_near (gf_incomplete_beta (0.5, 0.5, x), 2.0 / G_PI * asin (sqrt (x)), 1e-13);
      assert_near (gf_incomplete_beta (3.0, 1.0, x), x * x * x, 1e-13);
      assert_near (gf_incomplete_beta (1.0, 4.0, x), 1.0 - pow (1.0 - x, 4.0), 1e-13);
      assert_near (gf_incomplete_beta (12.5, 3.5, x), gsl_cdf_beta_P (x, 12.5, 3.5), 1e-12);
      assert_near (gf_incomplete_beta (250.5, 800.5, x), gsl_cdf_beta_P (x, 250.5, 800.5), 1e-10);
    }

  g_assert_true (isnan (gf_incomplete_beta (0.0, 1.0, 0.5)));
  g_assert_true (isnan (gf_incomplete_beta (1.0, 1.0, NAN)));
}

static void
inverse_beta_undoes_the_beta (void)
{
  static const double sizes[] = { 0.5, 1.5, 12.5, 1000.5, 1000000.5 };
  static const double probabilities[] = { 1e-6, 0.025, 0.5, 0.975 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (probabilities); k++)
        {
          double x = gf_incomplete_beta_inverse (sizes[i], sizes[j], probabilities[k]);

          /* next to 1 a double x has no more digits to give */
          if (x < 0.999)
            assert_near (gf_incomplete_beta (sizes[i], sizes[j], x), probabilities[k], 1e-9);
        }
}

static void
lift_compares_shares (void)
{
  assert_near (gf_lift (310, 812, 1409, 7043), 0.381773399 / 0.200056794, 1e-6);
  g_assert_true (isnan (gf_lift (0, 0, 3, 10)));
  g_assert_true (isnan (gf_lift (0, 5, 0, 10)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proportion/jeffreys-excludes-what-lies-outside", jeffreys_excludes_what_lies_outside);
  g_test_add_func ("/proportion/jeffreys-equals-integrated-density", jeffreys_equals_integrated_density);
  g_test_add_func ("/proportion/jeffreys-ends-are-closed-at-nothing-and-all",
                   jeffreys_ends_are_closed_at_nothing_and_all);
  g_test_add_func ("/proportion/jeffreys-agrees-with-the-authors-table",
                   jeffreys_agrees_with_the_authors_table);
  g_test_add_func ("/proportion/jeffreys-mirrors-and-covers-its-share",
                   jeffreys_mirrors_and_covers_its_share);
  g_test_add_func ("/proportion/jeffreys-of-millions-is-the-normal-interval",
                   jeffreys_of_millions_is_the_normal_interval);
  g_test_add_func ("/proportion/jeffreys-covers-what-it-says", jeffreys_covers_what_it_says);
  g_test_add_func ("/proportion/shrunk-share-is-the-posterior-mean", shrunk_share_is_the_posterior_mean);
  g_test_add_func ("/proportion/incomplete-beta-has-its-closed-forms",
                   incomplete_beta_has_its_closed_forms);
  g_test_add_func ("/proportion/inverse-beta-undoes-the-beta", inverse_beta_undoes_the_beta);
  g_test_add_func ("/proportion/lift-compares-shares", lift_compares_shares);

  return g_test_run ();
}
