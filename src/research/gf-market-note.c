/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-market-note.h"

GF_DEFINE_ENUM (GfMarketEffect, gf_market_effect,
                { GF_MARKET_NEW, "GF_MARKET_NEW", "new" },
                { GF_MARKET_CONFIRMS, "GF_MARKET_CONFIRMS", "confirms" },
                { GF_MARKET_CONTRADICTS, "GF_MARKET_CONTRADICTS", "contradicts" })

static const GfField fields[] = {
  GF_FIELD_STRING ("claim"),
  GF_FIELD_STRING ("source"),
  GF_FIELD_DATE ("date"),
  GF_FIELD_ENUM ("effect", gf_market_effect_get_type, GF_MARKET_NEW),
};

GF_DEFINE_RECORD (GfMarketNote, gf_market_note, fields)
