/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-market-note.h"

G_BEGIN_DECLS

/* The size of the market, counted from the bottom up, and notes about it.
 *
 *   description       text: who is counted
 *   total             number: firms with the need (TAM); NaN if unknown
 *   total-note        text: how it was counted, and its source
 *   serviceable       number: firms that we can serve (SAM)
 *   serviceable-note  text
 *   obtainable        number: firms that we can win (SOM)
 *   obtainable-note   text
 *   yearly-value      number: what one firm pays a year
 *   notes             GfMarketNotes
 */
#define GF_TYPE_MARKET (gf_market_get_type ())
GF_DECLARE_RECORD (GfMarket, gf_market, GF, MARKET)

GF_RECORD_STRING (GfMarket, gf_market, description, "description")
GF_RECORD_DOUBLE (GfMarket, gf_market, total, "total")
GF_RECORD_STRING (GfMarket, gf_market, total_note, "total-note")
GF_RECORD_DOUBLE (GfMarket, gf_market, serviceable, "serviceable")
GF_RECORD_STRING (GfMarket, gf_market, serviceable_note, "serviceable-note")
GF_RECORD_DOUBLE (GfMarket, gf_market, obtainable, "obtainable")
GF_RECORD_STRING (GfMarket, gf_market, obtainable_note, "obtainable-note")
GF_RECORD_DOUBLE (GfMarket, gf_market, yearly_value, "yearly-value")
GF_RECORD_LIST (GfMarket, gf_market, notes, "notes")

G_END_DECLS
