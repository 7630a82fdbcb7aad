/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bad-fits.h"
#include "gf-findings.h"
#include "gf-ranking.h"

G_BEGIN_DECLS

/* Keeps what is known of the current customers: who is best, who is a bad fit, what each share.
 *
 * Set the inputs; the work starts by itself when the main loop is idle, so that several changes make one
 * run, and goes on in a thread. First comes the ranking with the bad fits, within a blink, then the findings.
 * An input that changes stops the run that has become useless; the old results stay to be looked at
 * (GfAnalysis:out-of-date) until the new ones come. All of it belongs to one main context.
 */
#define GF_TYPE_ANALYSIS (gf_analysis_get_type ())
G_DECLARE_FINAL_TYPE (GfAnalysis, gf_analysis, GF, ANALYSIS, GObject)

GfAnalysis *gf_analysis_new              (void);

void        gf_analysis_set_table        (GfAnalysis      *self,
                                          GfTable         *table);
void        gf_analysis_set_measures     (GfAnalysis      *self,
                                          const GfMeasure *measures,
                                          guint            n_measures);
void        gf_analysis_set_share        (GfAnalysis      *self,
                                          double           share);
void        gf_analysis_set_rule         (GfAnalysis      *self,
                                          const GfBestRule *rule);
void        gf_analysis_set_bad_rules    (GfAnalysis      *self,
                                          const GfBadRule *rules,
                                          guint            n_rules);
void        gf_analysis_set_depth        (GfAnalysis      *self,
                                          guint            depth);
void        gf_analysis_stop             (GfAnalysis      *self);
void        gf_analysis_run_again        (GfAnalysis      *self);

GfTable    *gf_analysis_get_table        (GfAnalysis      *self);
double      gf_analysis_get_share        (GfAnalysis      *self);
guint       gf_analysis_get_depth        (GfAnalysis      *self);
GfRanking  *gf_analysis_get_ranking      (GfAnalysis      *self);
GfBitset   *gf_analysis_get_bad          (GfAnalysis      *self);
gsize       gf_analysis_get_bad_rule_count
                                         (GfAnalysis      *self,
                                          guint            rule);
GfFindings *gf_analysis_get_findings     (GfAnalysis      *self);
GfFindings *gf_analysis_get_bad_findings (GfAnalysis      *self);
const char * const *
            gf_analysis_get_notes        (GfAnalysis      *self);
const char *gf_analysis_get_message      (GfAnalysis      *self);
gboolean    gf_analysis_get_running      (GfAnalysis      *self);
gboolean    gf_analysis_get_out_of_date  (GfAnalysis      *self);
double      gf_analysis_get_progress     (GfAnalysis      *self);

G_END_DECLS
