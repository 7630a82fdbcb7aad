/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* One review of the profile.
 *
 *   date       date
 *   attendees  text
 *   notes      text
 *   decisions  text
 *   next       date: when the next one is
 */
#define GF_TYPE_REVIEW (gf_review_get_type ())
GF_DECLARE_RECORD (GfReview, gf_review, GF, REVIEW)

GF_RECORD_STRING (GfReview, gf_review, date, "date")
GF_RECORD_STRING (GfReview, gf_review, attendees, "attendees")
GF_RECORD_STRING (GfReview, gf_review, notes, "notes")
GF_RECORD_STRING (GfReview, gf_review, decisions, "decisions")
GF_RECORD_STRING (GfReview, gf_review, next, "next")

G_END_DECLS
