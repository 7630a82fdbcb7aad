/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Logistic regression, drawn towards no effect.
 *
 *   model:       log odds of a hit = coefficient 0 + sum of coefficient j x value j
 *   prior:       coefficients 1 .. p are normal about 0 with the standard deviation given, the first one,
 *                the intercept, is free; an infinite one gives the plain maximum likelihood
 *   covariance:  the inverse of the curvature at the optimum (Laplace's approximation), (p + 1) x (p + 1)
 *   cost:        O(n p^2) a step, five to ten steps
 *   owner:       plain data of the caller's, freed by gf_logistic_clear()
 */
typedef struct
{
  gsize n_coefficients;       /* p + 1 */
  double *coefficients;
  double *covariance;
  double log_likelihood;      /* without the prior */
  guint n_steps;
} GfLogistic;

gboolean gf_logistic_fit       (GfLogistic   *self,
                                const double *values,
                                gsize         n_rows,
                                gsize         n_values,
                                const guint8 *hits,
                                double        prior_deviation,
                                GCancellable *cancellable,
                                GError      **error);
double   gf_logistic_get_error (const GfLogistic *self,
                                gsize             coefficient);
void     gf_logistic_clear     (GfLogistic   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfLogistic, gf_logistic_clear)

G_END_DECLS
