/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

typedef enum
{
  GF_MARKET_NEW,
  GF_MARKET_CONFIRMS,
  GF_MARKET_CONTRADICTS,
} GfMarketEffect;

#define GF_TYPE_MARKET_EFFECT (gf_market_effect_get_type ())
GType gf_market_effect_get_type (void) G_GNUC_CONST;

/* A claim about the market, with its source.
 *
 *   claim   text
 *   source  text
 *   date    date
 *   effect  GfMarketEffect
 */
#define GF_TYPE_MARKET_NOTE (gf_market_note_get_type ())
GF_DECLARE_RECORD (GfMarketNote, gf_market_note, GF, MARKET_NOTE)

GF_RECORD_STRING (GfMarketNote, gf_market_note, claim, "claim")
GF_RECORD_STRING (GfMarketNote, gf_market_note, source, "source")
GF_RECORD_STRING (GfMarketNote, gf_market_note, date, "date")
GF_RECORD_ENUM (GfMarketNote, gf_market_note, effect, "effect", GfMarketEffect)

G_END_DECLS
