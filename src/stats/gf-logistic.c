/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-logistic.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

#define MOST_STEPS 50
#define TOLERANCE 1e-10
#define ROUNDING 1e-12
#define MOST_LOG_ODDS 50.0

/* GSL would end the program where a matrix has no inverse, which is told by a value just as well. The handler is
 * the whole program's and stays off, as others may be counting at the same time. */
static void
keep_gsl_quiet (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      gsl_set_error_handler_off ();
      g_once_init_leave (&done, 1);
    }
}

/* One fit on its way. */
typedef struct
{
  const double *values;
  gsize n_rows;
  gsize n_values;
  const guint8 *hits;
  double precision;           /* of the prior: 1 / variance, 0 for none */
  gsl_vector *coefficients;
  gsl_vector *gradient;
  gsl_matrix *curvature;
} Fit;

static double
linear (const Fit        *fit,
        const gsl_vector *coefficients,
        gsize             row)
{
  const double *x = fit->values + row * fit->n_values;
  const double *b = coefficients->data;
  double sum = b[0];

  for (gsize j = 0; j < fit->n_values; j++)
    sum += b[j + 1] * x[j];

  return sum;
}

/* log (1 + exp (z)) that does not overflow. */
static double
log1pexp (double z)
{
  return z > 0.0 ? z + log1p (exp (-z)) : log1p (exp (z));
}

static double
log_likelihood (const Fit        *fit,
                const gsl_vector *coefficients)
{
  double sum = 0.0;

  for (gsize row = 0; row < fit->n_rows; row++)
    {
      double z = linear (fit, coefficients, row);

      sum += (fit->hits[row] ? z : 0.0) - log1pexp (z);
    }

  return sum;
}

static double
objective (const Fit        *fit,
           const gsl_vector *coefficients)
{
  double sum = log_likelihood (fit, coefficients);

  for (gsize j = 1; j <= fit->n_values; j++)
    {
      double b = gsl_vector_get (coefficients, j);

      sum -= 0.5 * fit->precision * b * b;
    }

  return sum;
}

static void
add_row (Fit   *fit,
         gsize  row)
{
  const double *x = fit->values + row * fit->n_values;
  double z = linear (fit, fit->coefficients, row);
  double p = 1.0 / (1.0 + exp (-z));
  double weight = p * (1.0 - p);
  double rest = (fit->hits[row] ? 1.0 : 0.0) - p;
  double *gradient = fit->gradient->data;
  double *curvature = fit->curvature->data;
  gsize stride = fit->curvature->tda;

  gradient[0] += rest;
  curvature[0] += weight;
  for (gsize j = 0; j < fit->n_values; j++)
    {
      if (x[j] == 0.0)
        continue;

      double weighted = weight * x[j];
      double *line = curvature + (j + 1) * stride;

      gradient[j + 1] += rest * x[j];
      line[0] += weighted;
      for (gsize k = 0; k <= j; k++)
        line[k + 1] += weighted * x[k];
    }
}

/* The slope and the curvature of the objective where the fit stands; the lower triangle is enough. */
static void
look_around (Fit *fit)
{
  gsl_vector_set_zero (fit->gradient);
  gsl_matrix_set_zero (fit->curvature);
  for (gsize row = 0; row < fit->n_rows; row++)
    add_row (fit, row);

  for (gsize j = 1; j <= fit->n_values; j++)
    {
      fit->gradient->data[j] -= fit->precision * fit->coefficients->data[j];
      *gsl_matrix_ptr (fit->curvature, j, j) += fit->precision;
    }
}

/* What a step gains is less than this where nothing is left to gain: the sum over many rows is rounded. */
static double
choose_tolerance (double objective_now)
{
  return TOLERANCE + ROUNDING * fabs (objective_now);
}

/* One step of Newton's, halved until it leads upwards. Returns by how much; NaN where no step does. */
static double
step (Fit        *fit,
      gsl_vector *direction,
      gsl_vector *trial)
{
  double before = objective (fit, fit->coefficients);

  for (double length = 1.0; length > 1e-6; length /= 2.0)
    {
      gsl_vector_memcpy (trial, fit->coefficients);
      gsl_vector_axpby (length, direction, 1.0, trial);

      double gain = objective (fit, trial) - before;
      if (gain >= -choose_tolerance (before))
        {
          gsl_vector_memcpy (fit->coefficients, trial);
          return gain;
        }
    }

  return NAN;
}

/* Odds of more than a million to one are no estimate: without a prior the optimum is nowhere. */
static gboolean
runs_away (const Fit *fit)
{
  for (gsize j = 0; fit->precision == 0.0 && j <= fit->n_values; j++)
    {
      double spread = 0.0;

      for (gsize row = 0; j > 0 && row < fit->n_rows; row++)
        spread = fmax (spread, fabs (fit->values[row * fit->n_values + j - 1]));
      if (j > 0 && fabs (fit->coefficients->data[j]) * spread > MOST_LOG_ODDS)
        return TRUE;
    }

  return FALSE;
}

static void
copy_out (const Fit  *fit,
          GfLogistic *self)
{
  gsize n = fit->n_values + 1;

  self->n_coefficients = n;
  self->coefficients = g_new (double, n);
  self->covariance = g_new (double, n * n);
  memcpy (self->coefficients, fit->coefficients->data, n * sizeof (double));
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      self->covariance[i * n + j] = gsl_matrix_get (fit->curvature, i, j);
  self->log_likelihood = log_likelihood (fit, fit->coefficients);
}

static gboolean
climb (Fit          *fit,
       GfLogistic   *self,
       gsl_vector   *direction,
       gsl_vector   *trial,
       GCancellable *cancellable,
       GError      **error)
{
  for (self->n_steps = 0; self->n_steps < MOST_STEPS; self->n_steps++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      look_around (fit);
      if (gsl_linalg_cholesky_decomp1 (fit->curvature) != GSL_SUCCESS ||
          gsl_linalg_cholesky_solve (fit->curvature, fit->gradient, direction) != GSL_SUCCESS)
        break;
      double gain = step (fit, direction, trial);
      if (isnan (gain))
        break;
      gboolean there = gain < choose_tolerance (objective (fit, fit->coefficients));
      if (there && runs_away (fit))
        break;
      if (there)
        {
          gsl_linalg_cholesky_invert (fit->curvature);
          copy_out (fit, self);
          return TRUE;
        }
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("No effect can be told from the others in these columns: some say the same, or one tells "
                 "exactly who is a hit."));

  return FALSE;
}

/**
 * gf_logistic_fit:
 * @self: (out caller-allocates): the result
 * @values: (array): @n_rows rows of @n_values finite numbers, row by row
 * @n_rows: how many rows
 * @n_values: how many numbers a row, the intercept not among them
 * @hits: (array length=n_rows): 1 for a hit, else 0
 * @prior_deviation: the standard deviation of the coefficients' prior; infinite for none
 * @cancellable: (nullable): to stop
 * @error: set when stopped, or when without a prior the optimum is nowhere or not alone
 *
 * Fits the model by Newton's method, which for it is iteratively reweighted least squares. Source: McCullagh,
 * Nelder (1989), Generalized Linear Models, chapter 4; with the prior it is the ridge estimator of le Cessie,
 * van Houwelingen (1992), Applied Statistics 41.
 *
 * Returns: whether it could be fitted
 */
gboolean
gf_logistic_fit (GfLogistic   *self,
                 const double *values,
                 gsize         n_rows,
                 gsize         n_values,
                 const guint8 *hits,
                 double        prior_deviation,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_return_val_if_fail (self != NULL && hits != NULL, FALSE);
  g_return_val_if_fail (values != NULL || n_rows * n_values == 0, FALSE);
  g_return_val_if_fail (prior_deviation > 0.0, FALSE);

  keep_gsl_quiet ();

  gsize n = n_values + 1;
  gsl_vector *direction = gsl_vector_alloc (n), *trial = gsl_vector_alloc (n);
  Fit fit = {
    values, n_rows, n_values, hits, 1.0 / (prior_deviation * prior_deviation),
    gsl_vector_calloc (n), gsl_vector_alloc (n), gsl_matrix_alloc (n, n),
  };

  *self = (GfLogistic) { 0 };
  gboolean done = climb (&fit, self, direction, trial, cancellable, error);

  gsl_vector_free (direction);
  gsl_vector_free (trial);
  gsl_vector_free (fit.coefficients);
  gsl_vector_free (fit.gradient);
  gsl_matrix_free (fit.curvature);

  return done;
}

/**
 * gf_logistic_get_error:
 * @self: a fit
 * @coefficient: from 0, the intercept
 *
 * Returns: the standard error of a coefficient
 */
double
gf_logistic_get_error (const GfLogistic *self,
                       gsize             coefficient)
{
  g_return_val_if_fail (self != NULL && coefficient < self->n_coefficients, NAN);

  return sqrt (self->covariance[coefficient * self->n_coefficients + coefficient]);
}

/**
 * gf_logistic_clear:
 * @self: a fit
 *
 * Frees what it holds.
 */
void
gf_logistic_clear (GfLogistic *self)
{
  g_clear_pointer (&self->coefficients, g_free);
  g_clear_pointer (&self->covariance, g_free);
}
