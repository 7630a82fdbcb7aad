/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-decision.h"

static const GfField fields[] = {
  GF_FIELD_DATE ("date"),
  GF_FIELD_STRING ("would-change"),
  GF_FIELD_STRING ("note"),
};

GF_DEFINE_RECORD (GfDecision, gf_decision, fields)
