/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-proposal.h"
#include "gf-score.h"
#include "gf-segment.h"

G_BEGIN_DECLS

const char *gf_score_source_get_label       (GfScoreSource      source);
const char *gf_score_source_get_icon_name   (GfScoreSource      source);
char       *gf_proposal_dup_words           (const GfProposal  *proposal);
const char *gf_segment_standing_get_label   (GfSegmentStanding  standing);

G_END_DECLS
