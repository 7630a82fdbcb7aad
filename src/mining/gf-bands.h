/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where people would cut a scale. */
typedef enum
{
  GF_BANDS_NUMBERS,
  GF_BANDS_PEOPLE,     /* employees: 10, 50, 250 and 1,000 come first */
  GF_BANDS_MONTHS,     /* a duration in months: years and half years come first */
  GF_BANDS_DATES,      /* days since 1970-01-01: years, quarters or months */
} GfBandsKind;

#define GF_BANDS_MAX_EDGES 5

GfBandsKind gf_bands_guess_kind (const char   *name);
double     *gf_bands_choose     (const double *values,
                                 gsize         n,
                                 GfBandsKind   kind,
                                 guint        *n_edges);

G_END_DECLS
