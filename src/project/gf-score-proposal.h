/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-criterion-proposal.h"
#include "gf-project.h"

G_BEGIN_DECLS

/* What all that a project knows says about the score of a segment: its customers, else its interviews (pain)
 * and its map (room). */
gboolean          gf_project_propose_score        (GfProject        *self,
                                                  GfSegment        *segment,
                                                  GfCriterion      *criterion,
                                                  GfProposal       *proposal);

/* All of them: segment and criterion -> GfProposal. Finding them sorts a column of the customers for each segment
 * and criterion, so they are for keeping until the customers change. */
GHashTable       *gf_project_find_proposals       (GfProject        *self);
const GfProposal *gf_proposals_find               (GHashTable       *proposals,
                                                  GfSegment        *segment,
                                                  GfCriterion      *criterion);
guint             gf_project_count_open_proposals (GfProject        *self,
                                                  GHashTable       *proposals);
guint             gf_project_use_proposals        (GfProject        *self,
                                                  GHashTable       *proposals);
void              gf_proposal_use                 (const GfProposal *self,
                                                  GfSegment        *segment,
                                                  GfCriterion      *criterion);

G_END_DECLS
