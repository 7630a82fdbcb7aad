/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Is a difference between two groups more than chance, and what remains after many looks. */

double gf_fisher_log_p             (gsize         a,
                                    gsize         b,
                                    gsize         c,
                                    gsize         d);
double gf_fisher_p                 (gsize         a,
                                    gsize         b,
                                    gsize         c,
                                    gsize         d);
double gf_fisher_greater_log_p     (gsize         a,
                                    gsize         b,
                                    gsize         c,
                                    gsize         d);
void   gf_benjamini_hochberg       (const double *p,
                                    gsize         n,
                                    double       *q);
void   gf_benjamini_hochberg_log   (const double *log_p,
                                    gsize         n,
                                    double        n_tests,
                                    double       *log_q);

G_END_DECLS
