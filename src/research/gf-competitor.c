/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-competitor.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("serves"),
  GF_FIELD_INT ("price-level", 0, 5, 0),
  GF_FIELD_STRING ("strengths"),
  GF_FIELD_STRING ("weaknesses"),
  GF_FIELD_STRINGS ("sources"),
  GF_FIELD_DATE ("seen"),
  GF_FIELD_LIST ("ratings", gf_rating_get_type),
};

GF_DEFINE_RECORD (GfCompetitor, gf_competitor, fields)
