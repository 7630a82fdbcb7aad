/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-segment.h"

GF_DEFINE_ENUM (GfSegmentStanding, gf_segment_standing,
                { GF_SEGMENT_OPEN, "GF_SEGMENT_OPEN", "open" },
                { GF_SEGMENT_PRIMARY, "GF_SEGMENT_PRIMARY", "primary" },
                { GF_SEGMENT_SECONDARY, "GF_SEGMENT_SECONDARY", "secondary" })

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("description"),
  GF_FIELD_ENUM ("standing", gf_segment_standing_get_type, GF_SEGMENT_OPEN),
  GF_FIELD_STRING ("reason"),
  GF_FIELD_LIST ("conditions", gf_condition_get_type),
  GF_FIELD_LIST ("scores", gf_score_get_type),
};

GF_DEFINE_RECORD (GfSegment, gf_segment, fields)
