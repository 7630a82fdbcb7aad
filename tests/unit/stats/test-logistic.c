/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-logistic.h"

#include <math.h>

/* Motor Trend 1974 (R's mtcars): transmission (1 manual), horse power, weight. */
static const double cars[32][3] = {
  { 1, 110, 2.620 }, { 1, 110, 2.875 }, { 1, 93, 2.320 },  { 0, 110, 3.215 }, { 0, 175, 3.440 },
  { 0, 105, 3.460 }, { 0, 245, 3.570 }, { 0, 62, 3.190 },  { 0, 95, 3.150 },  { 0, 123, 3.440 },
  { 0, 123, 3.440 }, { 0, 180, 4.070 }, { 0, 180, 3.730 }, { 0, 180, 3.780 }, { 0, 205, 5.250 },
  { 0, 215, 5.424 }, { 0, 230, 5.345 }, { 1, 66, 2.200 },  { 1, 52, 1.615 },  { 1, 65, 1.835 },
  { 0, 97, 2.465 },  { 0, 150, 3.520 }, { 0, 150, 3.435 }, { 0, 245, 3.840 }, { 0, 175, 3.845 },
  { 1, 66, 1.935 },  { 1, 91, 2.140 },  { 1, 113, 1.513 }, { 1, 264, 3.170 }, { 1, 175, 2.770 },
  { 1, 335, 3.570 }, { 1, 109, 2.780 },
};

/* R's glm (am ~ hp + wt, binomial), as its tutorials print it: 18.86630 (7.44356), 0.03626 (0.01773),
 * -8.08348 (3.06868); residual deviance 10.059. */
static void
without_a_prior_it_is_maximum_likelihood (void)
{
  double values[64];
  guint8 hits[32];
  g_auto (GfLogistic) fit = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 32; i++)
    {
      hits[i] = cars[i][0] > 0.0;
      values[2 * i] = cars[i][1];
      values[2 * i + 1] = cars[i][2];
    }

  g_assert_true (gf_logistic_fit (&fit, values, 32, 2, hits, INFINITY, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (fit.coefficients[0], 18.86630, 5e-5);
  g_assert_cmpfloat_with_epsilon (fit.coefficients[1], 0.03626, 5e-6);
  g_assert_cmpfloat_with_epsilon (fit.coefficients[2], -8.08348, 5e-5);
  g_assert_cmpfloat_with_epsilon (gf_logistic_get_error (&fit, 0), 7.44356, 5e-4);
  g_assert_cmpfloat_with_epsilon (gf_logistic_get_error (&fit, 1), 0.01773, 5e-6);
  g_assert_cmpfloat_with_epsilon (gf_logistic_get_error (&fit, 2), 3.06868, 5e-4);
  g_assert_cmpfloat_with_epsilon (-2.0 * fit.log_likelihood, 10.059, 5e-4);
}

/* With one yes/no value and no prior the coefficients are the log odds of the table of counts. */
static void
one_flag_gives_the_odds_of_the_counts (void)
{
  double values[100];
  guint8 hits[100];
  g_auto (GfLogistic) fit = { 0 };

  /* 12 of 40 with the flag, 3 of 60 without */
  for (guint i = 0; i < 100; i++)
    {
      values[i] = i < 40;
      hits[i] = i < 12 || (i >= 40 && i < 43);
    }

  g_assert_true (gf_logistic_fit (&fit, values, 100, 1, hits, INFINITY, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (fit.coefficients[0], log (3.0 / 57.0), 1e-6);
  g_assert_cmpfloat_with_epsilon (fit.coefficients[1], log (12.0 / 28.0) - log (3.0 / 57.0), 1e-6);
  /* the error of a log odds ratio: the root of the sum of the inverse counts (Woolf 1955) */
  g_assert_cmpfloat_with_epsilon (gf_logistic_get_error (&fit, 1),
                                  sqrt (1.0 / 12 + 1.0 / 28 + 1.0 / 3 + 1.0 / 57), 1e-6);
}

/* A value that tells exactly who is a hit has no largest coefficient; the prior gives it one. */
static void
a_prior_holds_what_would_run_away (void)
{
  double values[40];
  guint8 hits[40];
  g_auto (GfLogistic) wild = { 0 };
  g_auto (GfLogistic) held = { 0 };
  g_auto (GfLogistic) tight = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      values[i] = i < 10;
      hits[i] = i < 10;
    }

  g_assert_false (gf_logistic_fit (&wild, values, 40, 1, hits, INFINITY, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);

  g_assert_true (gf_logistic_fit (&held, values, 40, 1, hits, 2.0, NULL, NULL));
  g_assert_true (gf_logistic_fit (&tight, values, 40, 1, hits, 0.5, NULL, NULL));
  g_assert_cmpfloat (held.coefficients[1], >, tight.coefficients[1]);
  g_assert_cmpfloat (tight.coefficients[1], >, 0.0);
  g_assert_cmpfloat (held.coefficients[1], <, 8.0);

  /* at the optimum the slope is nothing: the rests weighted by the value equal the pull of the prior */
  double pull = 0.0;
  for (guint i = 0; i < 40; i++)
    {
      double z = held.coefficients[0] + held.coefficients[1] * values[i];

      pull += (hits[i] - 1.0 / (1.0 + exp (-z))) * values[i];
    }
  g_assert_cmpfloat_with_epsilon (pull, held.coefficients[1] / 4.0, 1e-4);
}

static void
twins_share_what_one_would_have (void)
{
  double values[200];
  guint8 hits[100];
  g_auto (GfLogistic) fit = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    {
      values[2 * i] = values[2 * i + 1] = i % 2;
      hits[i] = i % 2 == 0 ? i % 10 == 0 : i % 4 == 1;
    }

  g_assert_true (gf_logistic_fit (&fit, values, 100, 2, hits, 1.0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (fit.coefficients[1], fit.coefficients[2], 1e-6);
}

static void
without_values_it_is_the_share (void)
{
  const guint8 hits[] = { 1, 0, 0, 0 };
  g_auto (GfLogistic) fit = { 0 };

  g_assert_true (gf_logistic_fit (&fit, NULL, 4, 0, hits, 1.0, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (fit.coefficients[0], log (1.0 / 3.0), 1e-6);
}

/* scikit-learn 1.4.2, LogisticRegression (C=6.25, solver='newton-cholesky'), whose C is the variance of this prior; the
 * errors by numpy from the curvature there. */
static void
with_a_prior_it_is_the_ridge_of_others (void)
{
  double values[200];
  guint8 hits[100];
  g_auto (GfLogistic) fit = { 0 };

  for (guint i = 0; i < 100; i++)
    {
      values[2 * i] = i < 40;
      values[2 * i + 1] = i % 3 == 0;
      hits[i] = i < 12 || (i >= 40 && i < 43);
    }

  g_assert_true (gf_logistic_fit (&fit, values, 100, 2, hits, 2.5, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (fit.coefficients[0], -2.8163323, 1e-6);
  g_assert_cmpfloat_with_epsilon (fit.coefficients[1], 1.9562965, 1e-6);
  g_assert_cmpfloat_with_epsilon (fit.coefficients[2], -0.0715782, 1e-6);
  g_assert_cmpfloat_with_epsilon (gf_logistic_get_error (&fit, 0), 0.58498868, 1e-6);
  g_assert_cmpfloat_with_epsilon (gf_logistic_get_error (&fit, 1), 0.64156524, 1e-6);
  g_assert_cmpfloat_with_epsilon (gf_logistic_get_error (&fit, 2), 0.60806202, 1e-6);
}

/* The sum over many rows is rounded by more than a step may gain at the top. */
static void
many_rows_are_fitted (void)
{
  const gsize n_rows[] = { 7043, 20000, 300000 };

  for (gsize k = 0; k < G_N_ELEMENTS (n_rows); k++)
    {
      g_autofree guint8 *hits = g_new0 (guint8, n_rows[k]);
      g_autofree double *values = g_new0 (double, n_rows[k]);
      g_auto (GfLogistic) share = { 0 };
      g_auto (GfLogistic) flag = { 0 };
      double n_hits = 0.0;

      for (gsize i = 0; i < n_rows[k]; i++)
        {
          hits[i] = i % 15 < 4;
          values[i] = i % 7 == 0;
          n_hits += hits[i];
        }
      g_assert_true (gf_logistic_fit (&share, NULL, n_rows[k], 0, hits, 2.5, NULL, NULL));
      g_assert_true (gf_logistic_fit (&flag, values, n_rows[k], 1, hits, 2.5, NULL, NULL));
      g_assert_cmpfloat_with_epsilon (share.coefficients[0], log (n_hits / ((double) n_rows[k] - n_hits)), 1e-6);
      g_assert_cmpfloat (flag.log_likelihood, >=, share.log_likelihood - 1e-6);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logistic/without-a-prior-it-is-maximum-likelihood",
                   without_a_prior_it_is_maximum_likelihood);
  g_test_add_func ("/logistic/one-flag-gives-the-odds-of-the-counts",
                   one_flag_gives_the_odds_of_the_counts);
  g_test_add_func ("/logistic/a-prior-holds-what-would-run-away", a_prior_holds_what_would_run_away);
  g_test_add_func ("/logistic/twins-share-what-one-would-have", twins_share_what_one_would_have);
  g_test_add_func ("/logistic/with-a-prior-it-is-the-ridge-of-others", with_a_prior_it_is_the_ridge_of_others);
  g_test_add_func ("/logistic/many-rows-are-fitted", many_rows_are_fitted);
  g_test_add_func ("/logistic/without-values-it-is-the-share", without_values_it_is_the_share);

  return g_test_run ();
}
