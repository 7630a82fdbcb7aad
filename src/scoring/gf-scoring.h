/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Segments scored on weighted criteria, and how firm their order is. Immutable; arrays in, figures out.
 *
 *   scores:    segments x criteria, 1 poor to 5 excellent; 0 or NaN is unknown: anything from 1 to 5
 *   total:     the mean by weight, an unknown score counted as 3; low and high count it as 1 and as 5
 *   rank:      1 for the highest total; equal totals share a rank
 *   firmness:  10,000 weightings, drawn evenly from all there are; unknown scores are drawn from 1 to 5 each
 *              time, and a tie is split. Fixed seed: the same figures every time
 */
typedef struct _GfScoring GfScoring;

#define GF_TYPE_SCORING (gf_scoring_get_type ())
GType gf_scoring_get_type (void) G_GNUC_CONST;

/* Where a weight would have to go for another segment to lead. */
typedef struct
{
  guint criterion;
  double now;           /* the weight, as a share of all */
  double at;            /* the share at which the order flips */
  guint leader;         /* who leads beyond it */
} GfSwing;

GfScoring *gf_scoring_new            (const double    *scores,
                                      guint            n_segments,
                                      const double    *weights,
                                      guint            n_criteria);
GfScoring *gf_scoring_ref            (GfScoring       *self);
void       gf_scoring_unref          (GfScoring       *self);

guint      gf_scoring_get_n_segments (const GfScoring *self);
guint      gf_scoring_get_n_criteria (const GfScoring *self);
double     gf_scoring_get_weight     (const GfScoring *self,
                                      guint            criterion);
double     gf_scoring_get_total      (const GfScoring *self,
                                      guint            segment);
double     gf_scoring_get_low        (const GfScoring *self,
                                      guint            segment);
double     gf_scoring_get_high       (const GfScoring *self,
                                      guint            segment);
guint      gf_scoring_get_rank       (const GfScoring *self,
                                      guint            segment);
guint      gf_scoring_get_segment    (const GfScoring *self,
                                      guint            place);
double     gf_scoring_get_place_share
                                     (const GfScoring *self,
                                      guint            segment,
                                      guint            place);
double     gf_scoring_get_wins_share (const GfScoring *self,
                                      guint            segment);
gboolean   gf_scoring_find_swing     (const GfScoring *self,
                                      guint            criterion,
                                      GfSwing         *swing);
gboolean   gf_scoring_find_nearest_swing
                                     (const GfScoring *self,
                                      GfSwing         *swing);

char      *gf_scoring_dup_headline   (const GfScoring    *self,
                                      const char * const *segments);
char      *gf_scoring_dup_firmness   (const GfScoring    *self,
                                      const char * const *segments);
char      *gf_swing_dup_sentence     (const GfSwing      *swing,
                                      const char * const *segments,
                                      const char * const *criteria);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfScoring, gf_scoring_unref)

G_END_DECLS
