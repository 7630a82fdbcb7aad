/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shares and how sure they are. Counts come as doubles only where a real number makes sense;
 * everything here is pure, thread safe and keeps no state. */

double gf_incomplete_beta   (double  a,
                             double  b,
                             double  x);
double gf_incomplete_beta_inverse
                            (double  a,
                             double  b,
                             double  p);
void   gf_jeffreys_interval (gsize   hits,
                             gsize   rows,
                             double  level,
                             double *low,
                             double *high);
double gf_jeffreys_low      (gsize   hits,
                             gsize   rows,
                             double  tail);
double gf_jeffreys_high     (gsize   hits,
                             gsize   rows,
                             double  tail);
gboolean gf_jeffreys_excludes (gsize  hits,
                             gsize   rows,
                             double  level,
                             double  share);
double gf_shrunk_share      (gsize   hits,
                             gsize   rows,
                             double  base,
                             double  prior_rows);
double gf_lift              (gsize   hits,
                             gsize   rows,
                             gsize   all_hits,
                             gsize   all_rows);

G_END_DECLS
