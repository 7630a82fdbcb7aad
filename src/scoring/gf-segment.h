/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-condition.h"
#include "gf-score.h"

G_BEGIN_DECLS

typedef enum
{
  GF_SEGMENT_OPEN,
  GF_SEGMENT_PRIMARY,
  GF_SEGMENT_SECONDARY,
} GfSegmentStanding;

#define GF_TYPE_SEGMENT_STANDING (gf_segment_standing_get_type ())
GType gf_segment_standing_get_type (void) G_GNUC_CONST;

/* A group of customers to aim at.
 *
 *   name         text
 *   description  text
 *   standing     GfSegmentStanding
 *   reason       text: why it was chosen, or not
 *   conditions   GfConditions
 *   scores       GfScores
 */
#define GF_TYPE_SEGMENT (gf_segment_get_type ())
GF_DECLARE_RECORD (GfSegment, gf_segment, GF, SEGMENT)

GF_RECORD_STRING (GfSegment, gf_segment, name, "name")
GF_RECORD_STRING (GfSegment, gf_segment, description, "description")
GF_RECORD_ENUM (GfSegment, gf_segment, standing, "standing", GfSegmentStanding)
GF_RECORD_STRING (GfSegment, gf_segment, reason, "reason")
GF_RECORD_LIST (GfSegment, gf_segment, conditions, "conditions")
GF_RECORD_LIST (GfSegment, gf_segment, scores, "scores")

G_END_DECLS
