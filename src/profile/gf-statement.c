/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-statement.h"

GF_DEFINE_ENUM (GfVoice, gf_voice,
                { GF_VOICE_NONE, "GF_VOICE_NONE", "none" },
                { GF_VOICE_HAPPY, "GF_VOICE_HAPPY", "happy" },
                { GF_VOICE_CHURNED, "GF_VOICE_CHURNED", "churned" })

static const GfField fields[] = {
  GF_FIELD_STRING ("label"),
  GF_FIELD_STRING ("lead"),
  GF_FIELD_STRING ("text"),
  GF_FIELD_STRING ("quote"),
  GF_FIELD_STRING ("speaker"),
  GF_FIELD_ENUM ("voice", gf_voice_get_type, GF_VOICE_NONE),
  GF_FIELD_LIST ("evidence", gf_evidence_get_type),
};

GF_DEFINE_RECORD (GfStatement, gf_statement, fields)
