/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-ranking.h"

G_BEGIN_DECLS

/* Measures that count one thing twice, as what one says is in another already, or that take back what another says. Texts belong to the table and live as
 * long as it. Looking costs a pass over at most 20,000 rows for each pair of measures and column of numbers. */
typedef struct
{
  const char *part;         /* the measure that counts twice */
  const char *whole;        /* the measure that holds it already */
  const char *times;        /* the column that it is multiplied by there, NULL if it goes with it by itself */
  gboolean cancels;         /* more of the one and less of the other is better, yet they go together */
} GfOverlap;

GArray *gf_overlaps_find         (GfTable         *table,
                                  const GfMeasure *measures,
                                  guint            n_measures);
char   *gf_overlap_dup_sentence  (const GfOverlap *self);

G_END_DECLS
