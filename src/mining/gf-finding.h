/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-selector.h"
#include "gf-verdict.h"

G_BEGIN_DECLS

/* When findings are ordered by share, each is taken as if so many more customers had been seen who are like all. */
#define GF_PRIOR_ROWS 20

/* What a trait, or several traits together, says about the best or the bad fits. Immutable: made once
 * by the mining, read by any thread; an object only so that lists of the toolkit can hold it. */
#define GF_TYPE_FINDING (gf_finding_get_type ())
G_DECLARE_FINAL_TYPE (GfFinding, gf_finding, GF, FINDING, GObject)

GfFinding   *gf_finding_new                (GPtrArray      *selectors,
                                            const GfCounts *counts,
                                            GfAgainst       against,
                                            double          log_p,
                                            double          log_q,
                                            double          n_looks);
GfFinding   *gf_finding_evaluate           (GPtrArray      *selectors,
                                            GfTable        *table,
                                            const GfBitset *target,
                                            const GfBitset *among,
                                            GfAgainst       against,
                                            double          n_tests);

GPtrArray   *gf_finding_get_selectors      (GfFinding *self);
guint        gf_finding_get_n_selectors    (GfFinding *self);
GfSelector  *gf_finding_get_selector       (GfFinding *self,
                                            guint      i);
GfAgainst    gf_finding_get_against        (GfFinding *self);
const GfCounts *gf_finding_get_counts      (GfFinding *self);
gsize        gf_finding_get_rows           (GfFinding *self);
gsize        gf_finding_get_hits           (GfFinding *self);
double       gf_finding_get_share          (GfFinding *self);
void        gf_finding_set_choices (GfFinding *self,
                                    double     n_choices);
void        gf_finding_set_ranges  (GfFinding *self,
                                    GArray    *band_rows);
double       gf_finding_get_low            (GfFinding *self);
double       gf_finding_get_high           (GfFinding *self);
double       gf_finding_get_rest_share     (GfFinding *self);
double       gf_finding_get_base_rate      (GfFinding *self);
double       gf_finding_get_lift           (GfFinding *self);
double       gf_finding_get_coverage       (GfFinding *self);
void         gf_finding_get_coverage_interval
                                           (GfFinding *self,
                                            double    *low,
                                            double    *high);
double       gf_finding_get_rest_coverage  (GfFinding *self);
double       gf_finding_get_p              (GfFinding *self);
double       gf_finding_get_q              (GfFinding *self);
double       gf_finding_get_log_clearness  (GfFinding *self);
gboolean     gf_finding_is_best_of_several (GfFinding *self);
gboolean     gf_finding_is_small_difference (GfFinding *self);
void         gf_finding_add_twin           (GfFinding  *self,
                                            GfSelector *twin);
GPtrArray   *gf_finding_get_twins          (GfFinding *self);
double       gf_finding_get_quality        (GfFinding *self);
GfVerdict    gf_finding_get_verdict        (GfFinding *self);
GfDirection  gf_finding_get_direction      (GfFinding *self);

gboolean     gf_finding_same_traits        (GfFinding *self,
                                            GfFinding *other);
int          gf_finding_compare            (GfFinding *a,
                                            GfFinding *b);
double       gf_finding_get_steady_share   (GfFinding *self);
int          gf_finding_compare_share      (GfFinding *a,
                                            GfFinding *b);
GfBitset    *gf_finding_match              (GfFinding *self,
                                            GfTable   *table);
gboolean     gf_finding_holds_without_one  (GfFinding *self);

G_END_DECLS
