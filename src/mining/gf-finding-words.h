/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-best-rule.h"
#include "gf-findings.h"

G_BEGIN_DECLS

/* Findings in the words of the person who reads them: counts before shares, no statistics. */

const char *gf_verdict_get_label            (GfVerdict   verdict);
char       *gf_finding_describe             (GfFinding  *self,
                                             GfTable    *table);
char       *gf_finding_dup_headline         (GfFinding  *self,
                                             GfTable    *table);
char       *gf_finding_dup_rule_sentence    (GfFinding  *self);
char       *gf_finding_dup_sentence         (GfFinding  *self,
                                             GfTable    *table);
char       *gf_finding_dup_counts           (GfFinding  *self);
char       *gf_finding_dup_luck_sentence    (GfFinding  *self,
                                             GfFindings *findings);
char       *gf_finding_dup_one_out_sentence (GfFinding  *self);
char       *gf_finding_dup_accessible       (GfFinding  *self,
                                             GfTable    *table);
char       *gf_findings_dup_headline        (GfFindings *self,
                                             GfTable    *table);
char       *gf_findings_dup_explanation     (GfFindings *self);
char       *gf_findings_dup_left_out_sentence
                                            (GfFindings       *self,
                                             const GfBestRule *rule);

G_END_DECLS
