/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bad-fits.h"
#include "gf-ranking.h"

G_BEGIN_DECLS

/* What the columns themselves propose. Texts belong to the table and live as long as it. */

/* A column that says nearly the same as a measure and would "explain" it: not an attribute. */
typedef struct
{
  const char *column;
  const char *measure;
  double correlation;
} GfLeak;

GArray *gf_measures_suggest      (GfTable         *table);
GArray *gf_bad_rules_suggest     (GfTable         *table);
GArray *gf_leaks_find            (GfTable         *table,
                                  const GfMeasure *measures,
                                  guint            n_measures);
char   *gf_leak_dup_sentence     (const GfLeak    *leak);
gboolean gf_measure_guess_lower_is_better
                                 (const char      *name);

G_END_DECLS
