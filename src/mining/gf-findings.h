/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-mining-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* All that one run of the mining found. Immutable once handed out.
 *
 *   traits:        single conditions, sorted by evidence
 *   combinations:  two or three conditions, sorted by evidence; raw: by quality
 *   customers:     those who were compared
 *   tests:         how many comparisons were made in all, shown or not; each list is corrected for its own
 */
#define GF_TYPE_FINDINGS (gf_findings_get_type ())
G_DECLARE_FINAL_TYPE (GfFindings, gf_findings, GF, FINDINGS, GObject)

GfFindings *gf_findings_new                 (GListModel *traits,
                                             GListModel *combinations,
                                             const GfMiningOptions *options,
                                             gsize       n_rows,
                                             gsize       n_hits,
                                             double      n_trait_tests,
                                             double      n_combination_tests);

const GfMiningOptions *
            gf_findings_get_options         (GfFindings *self);
GListModel *gf_findings_get_traits          (GfFindings *self);
GListModel *gf_findings_get_combinations    (GfFindings *self);
GfFinding  *gf_findings_get_trait           (GfFindings *self,
                                             guint       i);
GfFinding  *gf_findings_get_combination     (GfFindings *self,
                                             guint       i);
guint       gf_findings_get_n_traits        (GfFindings *self);
guint       gf_findings_get_n_combinations  (GfFindings *self);
guint       gf_findings_count_verdict       (GfFindings *self,
                                             GfVerdict   at_least);
GfAgainst   gf_findings_get_against         (GfFindings *self);
gsize       gf_findings_get_n_rows          (GfFindings *self);
gsize       gf_findings_get_n_left_out      (GfFindings *self);
gsize       gf_findings_get_n_hits          (GfFindings *self);
double      gf_findings_get_base_rate       (GfFindings *self);
double      gf_findings_get_n_tests         (GfFindings *self);
double      gf_findings_get_n_combination_tests
                                            (GfFindings *self);
gboolean    gf_findings_are_too_few         (GfFindings *self);
GfFinding  *gf_findings_find_headline       (GfFindings *self);
GfFinding  *gf_findings_find_rarest         (GfFindings *self);
void        gf_findings_set_marks_both      (GfFindings *self,
                                             GfFinding  *finding);
void        gf_findings_set_sides_compared  (GfFindings *self);
gboolean    gf_findings_get_sides_compared  (GfFindings *self);
gboolean    gf_findings_get_marks_both      (GfFindings *self,
                                             GfFinding  *finding);
void        gf_findings_find_overlap_async  (GfFindings           *self,
                                             GfFinding            *finding,
                                             GfTable              *table,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GfFinding  *gf_findings_find_overlap_finish (GfFindings           *self,
                                             GAsyncResult         *result,
                                             gsize                *n_both,
                                             GError              **error);

G_END_DECLS
