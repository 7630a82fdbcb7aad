/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

typedef enum
{
  GF_SCORE_HAND,
  GF_SCORE_CUSTOMERS,
  GF_SCORE_INTERVIEWS,
  GF_SCORE_MARKET,
} GfScoreSource;

#define GF_TYPE_SCORE_SOURCE (gf_score_source_get_type ())
GType gf_score_source_get_type (void) G_GNUC_CONST;

/* How a segment does on one criterion.
 *
 *   criterion  text: id of the criterion
 *   value      count: 1 poor for us to 5 excellent; 0 if unknown
 *   source     GfScoreSource
 *   note       text: why
 */
#define GF_TYPE_SCORE (gf_score_get_type ())
GF_DECLARE_RECORD (GfScore, gf_score, GF, SCORE)

GF_RECORD_STRING (GfScore, gf_score, criterion, "criterion")
GF_RECORD_INT (GfScore, gf_score, value, "value")
GF_RECORD_ENUM (GfScore, gf_score, source, "source", GfScoreSource)
GF_RECORD_STRING (GfScore, gf_score, note, "note")

G_END_DECLS
