/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bad-fits.h"
#include "gf-mining.h"
#include "gf-ranking.h"

G_BEGIN_DECLS

/* One run of an analysis: copies of the inputs, and the results as they come. Internal to GfAnalysis; a
 * run is touched by one thread at a time, but for its progress. */
typedef struct
{
  GfTable *table;
  GArray *measures;        /* GfMeasure with texts of its own */
  GArray *bad_rules;       /* GfBadRule likewise */
  GfBestRule *rule;        /* a copy of its own */
  guint depth;

  GfRanking *ranking;
  GfBitset *bad;
  GfBitset *bad_known;     /* of whom it is known whether they are bad fits; NULL: all */
  GArray *bad_counts;      /* gsize for each rule */
  GfFindings *findings;
  GfFindings *bad_findings;
  GStrv notes;
  char *message;
  int permille;            /* of the work done, atomic */
} GfAnalysisRun;

GArray        *gf_measures_copy          (const GfMeasure     *measures,
                                          guint                n_measures);
GArray        *gf_bad_rules_copy         (const GfBadRule     *rules,
                                          guint                n_rules);
gboolean       gf_measures_equal         (const GArray        *a,
                                          const GArray        *b);
gboolean       gf_bad_rules_equal        (const GArray        *a,
                                          const GArray        *b);

void           gf_analysis_run_free      (GfAnalysisRun       *self);
void           gf_analysis_run_rank      (GfAnalysisRun       *self,
                                          GCancellable        *cancellable);
gboolean       gf_analysis_run_mine      (GfAnalysisRun       *self,
                                          GCancellable        *cancellable,
                                          GError             **error);

G_END_DECLS
