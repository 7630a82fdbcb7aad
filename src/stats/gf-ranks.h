/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Order statistics over arrays in which NaN means missing. */

gsize   gf_rising_order     (const double *values,
                             gsize         n,
                             guint32      *order);
gsize   gf_percentile_ranks (const double *values,
                             gsize         n,
                             double       *ranks);
double *gf_sorted_values    (const double *values,
                             gsize         n,
                             gsize        *n_sorted);
double  gf_quantile_sorted  (const double *sorted,
                             gsize         n,
                             double        share);
double  gf_quantile         (const double *values,
                             gsize         n,
                             double        share);
double  gf_rank_correlation (const double *x,
                             const double *y,
                             gsize         n,
                             gsize        *n_pairs);

G_END_DECLS
