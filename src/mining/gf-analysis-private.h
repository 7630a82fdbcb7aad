/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-analysis.h"
#include "gf-analysis-run.h"

G_BEGIN_DECLS

struct _GfAnalysis
{
  GObject parent_instance;

  /* inputs */
  GfTable *table;
  GArray *measures;
  GArray *bad_rules;
  GfBestRule *rule;
  guint depth;

  /* results */
  GfRanking *ranking;
  GfBitset *bad;
  GArray *bad_counts;
  GfFindings *findings;
  GfFindings *bad_findings;
  GStrv notes;
  char *message;
  double progress;
  gboolean running;
  gboolean out_of_date;

  /* the run on its way; the run itself belongs to its task */
  GCancellable *cancellable;
  GfAnalysisRun *run;
  GSource *start_source;
  GSource *progress_source;
};

G_END_DECLS
