/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-ranking.h"

G_BEGIN_DECLS

/* What the customers themselves say about a segment's scores: a figure, and why. 0 is: they do not tell. */
typedef struct
{
  int score;
  char *reason;
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfProposal, gf_proposal_clear)

G_END_DECLS
