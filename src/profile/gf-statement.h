/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-evidence.h"

G_BEGIN_DECLS

typedef enum
{
  GF_VOICE_NONE,
  GF_VOICE_HAPPY,
  GF_VOICE_CHURNED,
} GfVoice;

#define GF_TYPE_VOICE (gf_voice_get_type ())
GType gf_voice_get_type (void) G_GNUC_CONST;

/* One line of the profile and what it rests on.
 *
 *   label     text: of a fact, “Employees”, or of a figure, “Department: Marketing”
 *   lead      text: the words that stand out, in front of the text
 *   text      text
 *   quote     text: the customer’s own words
 *   speaker   text: who said them, without a name: “head of marketing, 140 people”
 *   voice     GfVoice
 *   evidence  GfEvidences
 */
#define GF_TYPE_STATEMENT (gf_statement_get_type ())
GF_DECLARE_RECORD (GfStatement, gf_statement, GF, STATEMENT)

GF_RECORD_STRING (GfStatement, gf_statement, label, "label")
GF_RECORD_STRING (GfStatement, gf_statement, lead, "lead")
GF_RECORD_STRING (GfStatement, gf_statement, text, "text")
GF_RECORD_STRING (GfStatement, gf_statement, quote, "quote")
GF_RECORD_STRING (GfStatement, gf_statement, speaker, "speaker")
GF_RECORD_ENUM (GfStatement, gf_statement, voice, "voice", GfVoice)
GF_RECORD_LIST (GfStatement, gf_statement, evidence, "evidence")

G_END_DECLS
