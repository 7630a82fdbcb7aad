/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-answer.h"
#include "gf-quote.h"
#include "gf-rating.h"

G_BEGIN_DECLS

typedef enum
{
  GF_INTERVIEW_HAPPY,
  GF_INTERVIEW_CHURNED,
  GF_INTERVIEW_LOST,
  GF_INTERVIEW_PROSPECT,
} GfInterviewKind;

#define GF_TYPE_INTERVIEW_KIND (gf_interview_kind_get_type ())
GType gf_interview_kind_get_type (void) G_GNUC_CONST;

/* One conversation with a customer, a former customer or somebody who may become one.
 *
 *   kind         GfInterviewKind
 *   company      text
 *   person       text
 *   role         text: what the person does there
 *   size         text: how large the company is, as it may be printed: “140 people”
 *   date         date
 *   interviewer  text
 *   minutes      count: how long it took; 0 if unknown
 *   released     yes or no: whether the name may be printed
 *   answers      GfAnswers
 *   quotes       GfQuotes
 *   ratings      GfRatings
 */
#define GF_TYPE_INTERVIEW (gf_interview_get_type ())
GF_DECLARE_RECORD (GfInterview, gf_interview, GF, INTERVIEW)

GF_RECORD_ENUM (GfInterview, gf_interview, kind, "kind", GfInterviewKind)
GF_RECORD_STRING (GfInterview, gf_interview, company, "company")
GF_RECORD_STRING (GfInterview, gf_interview, person, "person")
GF_RECORD_STRING (GfInterview, gf_interview, role, "role")
GF_RECORD_STRING (GfInterview, gf_interview, size, "size")
GF_RECORD_STRING (GfInterview, gf_interview, date, "date")
GF_RECORD_STRING (GfInterview, gf_interview, interviewer, "interviewer")
GF_RECORD_INT (GfInterview, gf_interview, minutes, "minutes")
GF_RECORD_BOOLEAN (GfInterview, gf_interview, released, "released")
GF_RECORD_LIST (GfInterview, gf_interview, answers, "answers")
GF_RECORD_LIST (GfInterview, gf_interview, quotes, "quotes")
GF_RECORD_LIST (GfInterview, gf_interview, ratings, "ratings")

G_END_DECLS
