/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-ranking.h"
#include "gf-score.h"

G_BEGIN_DECLS

/* What the data themselves say about a segment's score: a figure, why, and which data. 0 is: too few of them
 * to tell. */
typedef struct
{
  int score;
  char *reason;
  GfScoreSource source;
} GfProposal;

void gf_proposal_clear           (GfProposal      *self);

void gf_proposal_from_size       (GfProposal      *self,
                                  const GfBitset  *segment);
void gf_proposal_from_value      (GfProposal      *self,
                                  const GfRanking *ranking,
                                  const GfBitset  *segment);
void gf_proposal_from_column     (GfProposal      *self,
                                  GfTable         *table,
                                  const char      *column,
                                  gboolean         lower_is_better,
                                  const GfBitset  *segment);
void gf_proposal_from_best       (GfProposal      *self,
                                  const GfBitset  *best,
                                  const GfBitset  *segment);
void gf_proposal_from_bad        (GfProposal      *self,
                                  const GfBitset  *bad,
                                  const GfBitset  *segment);
void gf_proposal_from_recent     (GfProposal      *self,
                                  GfTable         *table,
                                  const char      *column,
                                  const GfBitset  *segment);
void gf_proposal_from_count      (GfProposal      *self,
                                  guint            n,
                                  guint            of);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfProposal, gf_proposal_clear)

G_END_DECLS
