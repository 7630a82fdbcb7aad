/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-criterion-proposal.h"
#include "gf-project.h"

G_BEGIN_DECLS

/* What all that a project knows says about the score of a segment: its customers, else its interviews (pain)
 * and its map (room). */
gboolean gf_project_propose_score (GfProject   *self,
                                   GfSegment   *segment,
                                   GfCriterion *criterion,
                                   GfProposal  *proposal);

G_END_DECLS
