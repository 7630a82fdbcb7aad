/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-market.h"

#include <math.h>

static const GfField fields[] = {
  GF_FIELD_STRING ("description"),
  GF_FIELD_DOUBLE ("total", 0, 1e15, NAN),
  GF_FIELD_STRING ("total-note"),
  GF_FIELD_DOUBLE ("serviceable", 0, 1e15, NAN),
  GF_FIELD_STRING ("serviceable-note"),
  GF_FIELD_DOUBLE ("obtainable", 0, 1e15, NAN),
  GF_FIELD_STRING ("obtainable-note"),
  GF_FIELD_DOUBLE ("yearly-value", 0, 1e15, NAN),
  GF_FIELD_LIST ("notes", gf_market_note_get_type),
};

GF_DEFINE_RECORD (GfMarket, gf_market, fields)
