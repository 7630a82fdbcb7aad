/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-proportion.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#define MAX_TERMS 100000

/* The continued fraction of the incomplete beta function (DLMF 8.17.22), by the modified Lentz
 * method. It converges for x < (a + 1) / (a + b + 2) in about sqrt (max (a, b)) terms. */
static double
continued_fraction (double a,
                    double b,
                    double x)
{
  const double tiny = 1e-300;
  double c = 1.0;
  double d = 1.0 - (a + b) * x / (a + 1.0);

  d = 1.0 / (fabs (d) < tiny ? tiny : d);
  double result = d;

  for (int m = 1; m < MAX_TERMS; m++)
    {
      double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));

      d = 1.0 + even * d;
      c = 1.0 + even / c;
      d = 1.0 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      result *= d * c;

      d = 1.0 + odd * d;
      c = 1.0 + odd / c;
      d = 1.0 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;

      double step = d * c;
      result *= step;
      if (fabs (step - 1.0) < 1e-15)
        break;
    }

  return result;
}

/**
 * gf_incomplete_beta:
 * @a: more than 0
 * @b: more than 0
 * @x: where, in 0..1
 *
 * The regularised incomplete beta function, which is the distribution function of Beta (a, b).
 * GSL's own stops after 512 terms, too few beyond some hundred thousand customers; this one takes as
 * many as it needs. Source: NIST Digital Library of Mathematical Functions, 8.17.
 *
 * Returns: the probability of at most @x; NaN for arguments out of range
 */
double
gf_incomplete_beta (double a,
                    double b,
                    double x)
{
  if (!(a > 0.0 && b > 0.0 && x >= 0.0 && x <= 1.0))
    return NAN;
  if (x == 0.0 || x == 1.0)
    return x;

  double log_front = a * log (x) + b * log1p (-x) - gsl_sf_lnbeta (a, b);

  if (x < (a + 1.0) / (a + b + 2.0))
    return exp (log_front) * continued_fraction (a, b, x) / a;

  return 1.0 - exp (log_front) * continued_fraction (b, a, 1.0 - x) / b;
}

/**
 * gf_incomplete_beta_inverse:
 * @a: more than 0
 * @b: more than 0
 * @p: a probability, in 0..1
 *
 * The quantile function of Beta (a, b): Newton steps on gf_incomplete_beta(), kept inside a bracket
 * that every step narrows, so that it ends for all arguments.
 *
 * Returns: the @x with gf_incomplete_beta (a, b, x) = @p; NaN for arguments out of range
 */
double
gf_incomplete_beta_inverse (double a,
                            double b,
                            double p)
{
  if (!(a > 0.0 && b > 0.0 && p >= 0.0 && p <= 1.0))
    return NAN;
  if (p == 0.0 || p == 1.0)
    return p;

  double low = 0.0, high = 1.0;
  double x = a / (a + b);
  double log_beta = gsl_sf_lnbeta (a, b);

  for (int i = 0; i < 200; i++)
    {
      double error = gf_incomplete_beta (a, b, x) - p;

      if (error > 0.0)
        high = x;
      else
        low = x;

      double density = exp ((a - 1.0) * log (x) + (b - 1.0) * log1p (-x) - log_beta);
      double next = x - error / density;
      if (!(next > low && next < high))
        next = (low + high) / 2.0;

      double step = fabs (next - x);
      x = next;
      if (step <= 1e-14 * x || high - low <= 1e-15 * high)
        break;
    }

  return x;
}

/**
 * gf_jeffreys_interval:
 * @hits: how many of the rows are in question
 * @rows: how many rows there are; with 0 nothing is known and the interval is 0..1
 * @level: the coverage wanted, such as 0.95
 * @low: (out): the lower end
 * @high: (out): the upper end
 *
 * The equal-tailed Jeffreys interval of a share: quantiles of Beta (hits + 1/2, rows - hits + 1/2),
 * with the lower end 0 when nothing hits and the upper end 1 when everything does.
 * Source: Brown, Cai, DasGupta (2001), Interval Estimation for a Binomial Proportion, Statistical
 * Science 16, section 3.1.2.
 */
void
gf_jeffreys_interval (gsize   hits,
                      gsize   rows,
                      double  level,
                      double *low,
                      double *high)
{
  g_return_if_fail (hits <= rows);
  g_return_if_fail (level > 0.0 && level < 1.0);
  g_return_if_fail (low != NULL && high != NULL);

  double tail = (1.0 - level) / 2.0;

  *low = gf_jeffreys_low (hits, rows, tail);
  *high = gf_jeffreys_high (hits, rows, tail);
}

/**
 * gf_jeffreys_low:
 * @hits: how many of the rows are in question
 * @rows: how many rows there are
 * @tail: the chance that is to lie below, more than 0
 *
 * Returns: the lower end of gf_jeffreys_interval() that leaves @tail below it
 */
double
gf_jeffreys_low (gsize  hits,
                 gsize  rows,
                 double tail)
{
  g_return_val_if_fail (hits <= rows && tail > 0.0, NAN);

  return hits == 0 ? 0.0 : gf_incomplete_beta_inverse ((double) hits + 0.5, (double) (rows - hits) + 0.5, tail);
}

/**
 * gf_jeffreys_high:
 * @hits: how many of the rows are in question
 * @rows: how many rows there are
 * @tail: the chance that is to lie above, more than 0
 *
 * Returns: the upper end of gf_jeffreys_interval() that leaves @tail above it
 */
double
gf_jeffreys_high (gsize  hits,
                  gsize  rows,
                  double tail)
{
  return 1.0 - gf_jeffreys_low (rows - hits, rows, tail);
}

/**
 * gf_jeffreys_excludes:
 * @hits: how many of the rows are in question
 * @rows: how many rows there are
 * @level: the coverage wanted, such as 0.95
 * @share: a share, in 0..1
 *
 * The same as looking whether @share lies outside gf_jeffreys_interval(), without finding where its ends are.
 *
 * Returns: whether the interval does not hold @share; %FALSE for NaN
 */
gboolean
gf_jeffreys_excludes (gsize  hits,
                      gsize  rows,
                      double level,
                      double share)
{
  g_return_val_if_fail (hits <= rows, FALSE);
  g_return_val_if_fail (level > 0.0 && level < 1.0, FALSE);

  double a = (double) hits + 0.5;
  double b = (double) (rows - hits) + 0.5;
  double tail = (1.0 - level) / 2.0;

  return (hits > 0 && gf_incomplete_beta (a, b, share) < tail) ||
         (hits < rows && gf_incomplete_beta (b, a, 1.0 - share) < tail);
}

/**
 * gf_shrunk_share:
 * @hits: hits among the rows looked at
 * @rows: the rows looked at
 * @base: the share among all
 * @prior_rows: how many rows at @base the prior is worth; more than 0
 *
 * A share that few rows cannot carry far: the posterior mean with the prior Beta (@prior_rows * @base,
 * @prior_rows * (1 - @base)), as if @prior_rows more had been seen of which the share of all hits.
 * Source: Gelman et al. (2013), Bayesian Data Analysis, section 2.4.
 *
 * Returns: the mean in 0..1; @base without any rows; NaN where @base is
 */
double
gf_shrunk_share (gsize  hits,
                 gsize  rows,
                 double base,
                 double prior_rows)
{
  g_return_val_if_fail (hits <= rows && prior_rows > 0.0, NAN);

  return ((double) hits + prior_rows * base) / ((double) rows + prior_rows);
}

/**
 * gf_lift:
 * @hits: hits among the rows looked at
 * @rows: the rows looked at
 * @all_hits: hits among all rows
 * @all_rows: all rows
 *
 * Returns: the share among the rows looked at over the share among all; NaN if either has no rows or
 *   nothing hits at all
 */
double
gf_lift (gsize hits,
         gsize rows,
         gsize all_hits,
         gsize all_rows)
{
  if (rows == 0 || all_hits == 0)
    return NAN;

  return ((double) hits / (double) rows) / ((double) all_hits / (double) all_rows);
}
