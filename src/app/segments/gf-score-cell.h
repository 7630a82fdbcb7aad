/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-project.h"
#include "gf-proposal.h"

G_BEGIN_DECLS

/* The score of one segment on one criterion: number, five pips and where it is from. 1 to 5 set it,
 * 0 makes it unknown, Enter opens the anchors. What the data propose for one that is not known stands pale.
 * Its name: "Budget, Mid-size tech, 5 of 5, from customers". */
#define GF_TYPE_SCORE_CELL (gf_score_cell_get_type ())
G_DECLARE_FINAL_TYPE (GfScoreCell, gf_score_cell, GF, SCORE_CELL, GtkButton)

GtkWidget  *gf_score_cell_new      (GfProject   *project,
                                    GfSegment   *segment,
                                    GfCriterion *criterion);
void        gf_score_cell_set_tight (GfScoreCell *self,
                                    gboolean     tight);
void        gf_score_cell_update   (GfScoreCell      *self,
                                    const GfProposal *proposal);
GfSegment  *gf_score_cell_get_segment   (GfScoreCell *self);
GfCriterion *gf_score_cell_get_criterion (GfScoreCell *self);
guint       gf_score_cell_get_value (GfScoreCell *self);
const char *gf_score_cell_get_words (GfScoreCell *self);

G_END_DECLS
