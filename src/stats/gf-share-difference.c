/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-share-difference.h"

#include "gf-proportion.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>

#define N_STEPS 1024
#define TAIL 1e-13

typedef struct
{
  double a;
  double b;
} Beta;

static double
get_variance (Beta beta)
{
  double sum = beta.a + beta.b;

  return beta.a * beta.b / (sum * sum * (sum + 1.0));
}

/* The density over t, with x = sin^2 t. It has no poles at the ends for a and b of at least 1/2. */
static double
get_density (Beta   beta,
             double log_beta,
             double t)
{
  double sine = sin (t), cosine = cos (t);
  double log_density = log (2.0) - log_beta;

  if (beta.a > 0.5)
    log_density += (2.0 * beta.a - 1.0) * log (sine);
  if (beta.b > 0.5)
    log_density += (2.0 * beta.b - 1.0) * log (cosine);

  return exp (log_density);
}

/* The chance that a draw from BROAD is below one from NARROW: Simpson's rule over the narrow
 * density. */
static double
get_chance_below (Beta broad,
                  Beta narrow)
{
  double from = asin (sqrt (gf_incomplete_beta_inverse (narrow.a, narrow.b, TAIL)));
  double to = acos (sqrt (gf_incomplete_beta_inverse (narrow.b, narrow.a, TAIL)));
  double step = (to - from) / N_STEPS;
  double log_beta = gsl_sf_lnbeta (narrow.a, narrow.b);
  double sum = 0.0, mass = 0.0;

  for (int i = 0; i <= N_STEPS; i++)
    {
      double t = from + i * step;
      double sine = sin (t);
      double weight = (i == 0 || i == N_STEPS ? 1.0 : i % 2 == 1 ? 4.0 : 2.0)
                      * get_density (narrow, log_beta, t);

      mass += weight;
      sum += weight * gf_incomplete_beta (broad.a, broad.b, MIN (sine * sine, 1.0));
    }

  /* What the cut-off tails and the rule leave out of the whole mass, 1, is in both sums alike. */
  return CLAMP (sum / mass, 0.0, 1.0);
}

/**
 * gf_share_chance_above:
 * @hits: how many of the rows are in question
 * @rows: how many rows there are; 0 when nothing is known
 * @other_hits: how many of the other rows
 * @other_rows: how many other rows there are
 *
 * The posterior probability that the first share is above the second, when each has Jeffreys' prior
 * Beta (1/2, 1/2) and the two are independent. The same posteriors give gf_jeffreys_interval(), so
 * that what is said and what is drawn agree.
 * Source: Gelman and others (2013), Bayesian Data Analysis, 3rd edition, sections 2.4 and 2.8; the
 * integral over the densities is done numerically, to about ten digits.
 *
 * Returns: a probability, 0.5 when nothing is known of either
 */
double
gf_share_chance_above (gsize hits,
                       gsize rows,
                       gsize other_hits,
                       gsize other_rows)
{
  g_return_val_if_fail (hits <= rows, NAN);
  g_return_val_if_fail (other_hits <= other_rows, NAN);

  Beta first = { (double) hits + 0.5, (double) (rows - hits) + 0.5 };
  Beta second = { (double) other_hits + 0.5, (double) (other_rows - other_hits) + 0.5 };

  if (get_variance (first) < get_variance (second))
    return get_chance_below (second, first);

  return 1.0 - get_chance_below (first, second);
}
