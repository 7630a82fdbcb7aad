/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-page-format.h"
#include "gf-profile-section.h"
#include "gf-value-metric.h"

G_BEGIN_DECLS

/* An ideal customer profile: the content of one page.
 *
 *   name         text: of the segment, as the title says it
 *   segment      text: id of the segment
 *   sentence     text: the profile in one sentence
 *   owner        text
 *   version      count
 *   date         date
 *   next-review  date
 *   status       text: “Primary profile”
 *   ask-first    text: the question that tells a bad fit
 *   metric       GfValueMetric
 *   sections     GfProfileSections
 *   style        GfPageStyleId
 *   paper        GfPaper
 *   accent       text: colour of the page, “#7A2438”; empty for that of the style
 */
#define GF_TYPE_PROFILE (gf_profile_get_type ())
GF_DECLARE_RECORD (GfProfile, gf_profile, GF, PROFILE)

GF_RECORD_STRING (GfProfile, gf_profile, name, "name")
GF_RECORD_STRING (GfProfile, gf_profile, segment, "segment")
GF_RECORD_STRING (GfProfile, gf_profile, sentence, "sentence")
GF_RECORD_STRING (GfProfile, gf_profile, owner, "owner")
GF_RECORD_INT (GfProfile, gf_profile, version, "version")
GF_RECORD_STRING (GfProfile, gf_profile, date, "date")
GF_RECORD_STRING (GfProfile, gf_profile, next_review, "next-review")
GF_RECORD_STRING (GfProfile, gf_profile, status, "status")
GF_RECORD_STRING (GfProfile, gf_profile, ask_first, "ask-first")
GF_RECORD_RECORD (GfProfile, gf_profile, metric, "metric", GfValueMetric)
GF_RECORD_LIST (GfProfile, gf_profile, sections, "sections")
GF_RECORD_ENUM (GfProfile, gf_profile, style, "style", GfPageStyleId)
GF_RECORD_ENUM (GfProfile, gf_profile, paper, "paper", GfPaper)
GF_RECORD_STRING (GfProfile, gf_profile, accent, "accent")

G_END_DECLS
