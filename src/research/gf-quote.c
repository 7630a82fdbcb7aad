/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-quote.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("answer"),
  GF_FIELD_STRING ("text"),
  GF_FIELD_STRING ("theme"),
  GF_FIELD_STRING ("note"),
};

GF_DEFINE_RECORD (GfQuote, gf_quote, fields)
