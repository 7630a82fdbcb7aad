/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-answer.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("question"),
  GF_FIELD_STRING ("text"),
};

GF_DEFINE_RECORD (GfAnswer, gf_answer, fields)
