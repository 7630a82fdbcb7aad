/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interview.h"

GF_DEFINE_ENUM (GfInterviewKind, gf_interview_kind,
                { GF_INTERVIEW_HAPPY, "GF_INTERVIEW_HAPPY", "happy" },
                { GF_INTERVIEW_CHURNED, "GF_INTERVIEW_CHURNED", "churned" },
                { GF_INTERVIEW_LOST, "GF_INTERVIEW_LOST", "lost" },
                { GF_INTERVIEW_PROSPECT, "GF_INTERVIEW_PROSPECT", "prospect" })

static const GfField fields[] = {
  GF_FIELD_ENUM ("kind", gf_interview_kind_get_type, GF_INTERVIEW_HAPPY),
  GF_FIELD_STRING ("company"),
  GF_FIELD_STRING ("person"),
  GF_FIELD_STRING ("role"),
  GF_FIELD_STRING ("size"),
  GF_FIELD_DATE ("date"),
  GF_FIELD_STRING ("interviewer"),
  GF_FIELD_INT ("minutes", 0, 1440, 0),
  GF_FIELD_BOOLEAN ("released", FALSE),
  GF_FIELD_LIST ("answers", gf_answer_get_type),
  GF_FIELD_LIST ("quotes", gf_quote_get_type),
  GF_FIELD_LIST ("ratings", gf_rating_get_type),
};

GF_DEFINE_RECORD (GfInterview, gf_interview, fields)
