/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"
#include "gf-scoreboard.h"

G_BEGIN_DECLS

/* Criteria down, segments across: weights, scores and the weighted totals. The criteria stay where they
 * are while the segments scroll; on a phone one segment is shown at a time. Arrow keys go from cell to
 * cell.
 *
 *   signal "segment-activated" (GfSegment): its header was pressed
 */
#define GF_TYPE_SCORE_MATRIX (gf_score_matrix_get_type ())
G_DECLARE_FINAL_TYPE (GfScoreMatrix, gf_score_matrix, GF, SCORE_MATRIX, AdwBin)

void gf_score_matrix_update     (GfScoreMatrix *self,
                                 GfProject     *project,
                                 GfScoreboard  *board,
                                 GHashTable    *proposals);
void gf_score_matrix_set_narrow (GfScoreMatrix *self,
                                 gboolean       narrow);

G_END_DECLS
