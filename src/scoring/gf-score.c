/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-score.h"

GF_DEFINE_ENUM (GfScoreSource, gf_score_source,
                { GF_SCORE_HAND, "GF_SCORE_HAND", "hand" },
                { GF_SCORE_CUSTOMERS, "GF_SCORE_CUSTOMERS", "customers" },
                { GF_SCORE_INTERVIEWS, "GF_SCORE_INTERVIEWS", "interviews" },
                { GF_SCORE_MARKET, "GF_SCORE_MARKET", "market" })

static const GfField fields[] = {
  GF_FIELD_STRING ("criterion"),
  GF_FIELD_INT ("value", 0, 5, 0),
  GF_FIELD_ENUM ("source", gf_score_source_get_type, GF_SCORE_HAND),
  GF_FIELD_STRING ("note"),
};

GF_DEFINE_RECORD (GfScore, gf_score, fields)
