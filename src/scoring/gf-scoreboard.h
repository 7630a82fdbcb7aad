/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-criterion.h"
#include "gf-scoring.h"
#include "gf-segment.h"

G_BEGIN_DECLS

/* The segments of a project on its criteria, at one moment: the records read once, and the scoring of
 * what they say. Immutable; it holds copies of the names and scores, not the records. */
typedef struct _GfScoreboard GfScoreboard;

#define GF_TYPE_SCOREBOARD (gf_scoreboard_get_type ())
GType gf_scoreboard_get_type (void) G_GNUC_CONST;

GfScoreboard *gf_scoreboard_new             (GListModel         *segments,
                                             GListModel         *criteria);
GfScoreboard *gf_scoreboard_ref             (GfScoreboard       *self);
void          gf_scoreboard_unref           (GfScoreboard       *self);

GfScoring    *gf_scoreboard_get_scoring     (const GfScoreboard *self);
guint         gf_scoreboard_get_n_segments  (const GfScoreboard *self);
guint         gf_scoreboard_get_n_criteria  (const GfScoreboard *self);
const char   *gf_scoreboard_get_segment     (const GfScoreboard *self,
                                             guint               segment);
const char   *gf_scoreboard_get_criterion   (const GfScoreboard *self,
                                             guint               criterion);
guint         gf_scoreboard_get_score       (const GfScoreboard *self,
                                             guint               segment,
                                             guint               criterion);
double        gf_scoreboard_get_weight_sum  (const GfScoreboard *self);
guint         gf_scoreboard_count_unknown   (const GfScoreboard *self);

char         *gf_scoreboard_dup_headline    (const GfScoreboard *self);
char         *gf_scoreboard_dup_explanation (const GfScoreboard *self);
char         *gf_scoreboard_dup_places      (const GfScoreboard *self,
                                             guint               segment);

/* One cell of it, in the records */
GfScore      *gf_segment_find_score         (GfSegment          *segment,
                                             GfCriterion        *criterion);
GfScore      *gf_segment_ensure_score       (GfSegment          *segment,
                                             GfCriterion        *criterion);
void          gf_segment_score              (GfSegment          *segment,
                                             GfCriterion        *criterion,
                                             guint               value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfScoreboard, gf_scoreboard_unref)

G_END_DECLS
