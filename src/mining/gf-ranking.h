/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-best-rule.h"
#include "gf-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What makes a customer good: a column of numbers, how much it counts, and which way. */
typedef struct
{
  const char *column;
  double weight;
  gboolean lower_is_better;
} GfMeasure;

/* Who is best: each customer's weighted mean of percentile ranks. Immutable.
 *
 *   rank of a measure:  share of the customers below plus half of those equal, turned round where lower
 *                       is better; missing cells have none
 *   score:              the mean over the measures a customer has, by weight; 0..1; NaN with none at all
 *   order:              the chosen before all others; then by score, then by the heavier measures one after the
 *                       other, then by row
 *   best:               the first n_best in that order
 */
typedef struct _GfRanking GfRanking;

#define GF_TYPE_RANKING (gf_ranking_get_type ())
GType gf_ranking_get_type (void) G_GNUC_CONST;

GfRanking      *gf_ranking_new              (GfTable         *table,
                                             const GfMeasure *measures,
                                             guint            n_measures,
                                             double           share,
                                             GError         **error);
GfRanking      *gf_ranking_new_by_rule      (GfTable         *table,
                                             const GfMeasure *measures,
                                             guint            n_measures,
                                             const GfBestRule *rule,
                                             GCancellable    *cancellable,
                                             GError         **error);
GfRanking      *gf_ranking_ref              (GfRanking       *self);
void            gf_ranking_unref            (GfRanking       *self);

gsize           gf_ranking_get_n_rows       (const GfRanking *self);
gsize           gf_ranking_get_n_scored     (const GfRanking *self);
gsize           gf_ranking_get_n_best       (const GfRanking *self);
GfBitset       *gf_ranking_get_compared     (const GfRanking *self);
GfBitset       *gf_ranking_get_best         (const GfRanking *self);
const GfBestRule *
                gf_ranking_get_rule         (const GfRanking *self);
gboolean        gf_ranking_is_raised        (const GfRanking *self);
gsize           gf_ranking_get_n_tied       (const GfRanking *self,
                                             gboolean        *are_best);
double          gf_ranking_get_score        (const GfRanking *self,
                                             gsize            row);
gsize           gf_ranking_get_row          (const GfRanking *self,
                                             gsize            place);
gsize           gf_ranking_get_place        (const GfRanking *self,
                                             gsize            row);
guint           gf_ranking_get_n_measures   (const GfRanking *self);
const char     *gf_ranking_get_column       (const GfRanking *self,
                                             guint            measure);
double          gf_ranking_get_weight       (const GfRanking *self,
                                             guint            measure);
gboolean        gf_ranking_get_lower_is_better
                                            (const GfRanking *self,
                                             guint            measure);
gsize           gf_ranking_get_n_filled     (const GfRanking *self,
                                             guint            measure);
double          gf_ranking_get_measure_rank (const GfRanking *self,
                                             guint            measure,
                                             gsize            row);

char           *gf_ranking_dup_headline     (const GfRanking *self);
char           *gf_ranking_dup_share_sentence
                                            (const GfRanking *self,
                                             GfTable         *table);
char           *gf_ranking_dup_reason       (const GfRanking *self,
                                             GfTable         *table,
                                             gsize            row,
                                             guint            max_parts);
char           *gf_ranking_dup_facts        (const GfRanking *self,
                                             GfTable         *table,
                                             gsize            row,
                                             guint            max_parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfRanking, gf_ranking_unref)

G_END_DECLS
