/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-criterion.h"
#include "gf-proposal.h"
#include "gf-segment.h"

G_BEGIN_DECLS

gboolean gf_proposal_from_criterion (GfProposal      *self,
                                     GfCriterion     *criterion,
                                     GfSegment       *segment,
                                     GfTable         *table,
                                     const GfRanking *ranking,
                                     const GfBitset  *bad);

G_END_DECLS
