/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-analysis.h"
#include "gf-drivers-watch.h"
#include "gf-luck-watch.h"
#include "gf-project.h"

G_BEGIN_DECLS

/* The records of a project as the mining takes them. The arrays borrow their texts from the records:
 * they are for a call, not for keeping. */

GArray *gf_customers_dup_measures  (GfCustomers *self);
GfBadRule
        gf_bad_mark_get_rule       (GfBadMark   *mark);
GArray *gf_customers_dup_bad_rules (GfCustomers *self);
GfBestRule *
        gf_customers_dup_best_rule (GfCustomers *self);
gboolean
        gf_customers_is_picked     (GfCustomers *self,
                                    GfTable     *table,
                                    gsize        row);
void    gf_customers_pick          (GfCustomers   *self,
                                    GfTable       *table,
                                    const guint32 *rows,
                                    gsize          n_rows,
                                    gboolean       picked);
void    gf_customers_pick_best     (GfCustomers *self,
                                    GfTable     *table,
                                    GfRanking   *ranking);
void    gf_customers_suggest_rule  (GfCustomers *self,
                                    GfTable     *table);

void    gf_project_feed_analysis   (GfProject   *self,
                                    GfAnalysis  *analysis);
GfAnalysis *
        gf_project_get_analysis    (GfProject   *self);
GfLuckWatch *
        gf_project_get_luck_watch  (GfProject   *self);
GfDriversWatch *
        gf_project_get_drivers_watch
                                   (GfProject   *self);

/* What is known of the customers at one moment, computed at once; for programs without a main loop. */
typedef struct
{
  GfRanking *ranking;       /* NULL when no measure says who is good */
  GfBitset *bad;            /* NULL when nothing says who is a bad fit */
  GfFindings *best;
  GfFindings *bad_findings;
} GfProjectResults;

gboolean gf_project_analyse         (GfProject         *self,
                                     guint              depth,
                                     GfProjectResults  *results,
                                     GCancellable      *cancellable,
                                     GError           **error);
void     gf_project_results_clear   (GfProjectResults  *results);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfProjectResults, gf_project_results_clear)

G_END_DECLS
