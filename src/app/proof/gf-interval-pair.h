/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-data-color.h"

G_BEGIN_DECLS

/* Two figures above each other, each a mark in a band: a disc for inside, a square for outside, and
 * a
 * small upright line for what is aimed at. It is a picture of what stands beside it in words, so it
 * has the role "presentation". NaN leaves a part out. */
typedef struct
{
  double value;
  double low;
  double high;
} GfIntervalPart;

#define GF_TYPE_INTERVAL_PAIR (gf_interval_pair_get_type ())
G_DECLARE_FINAL_TYPE (GfIntervalPair, gf_interval_pair, GF, INTERVAL_PAIR, GtkWidget)

void   gf_interval_pair_set         (GfIntervalPair       *self,
                                     const GfIntervalPart *inside,
                                     const GfIntervalPart *outside,
                                     double                target);
double gf_interval_pair_get_maximum (const GfIntervalPart *inside,
                                     const GfIntervalPart *outside,
                                     double                target);

G_END_DECLS
