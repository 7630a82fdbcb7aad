/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-rating.h"

G_BEGIN_DECLS

/* Another way to solve the problem of the customers.
 *
 *   name         text
 *   serves       text: whom
 *   price-level  count: 1 free to 5 very high; 0 if unknown
 *   strengths    text
 *   weaknesses   text
 *   sources      texts: where this is known from
 *   seen         date: when it was looked at
 *   ratings      GfRatings
 */
#define GF_TYPE_COMPETITOR (gf_competitor_get_type ())
GF_DECLARE_RECORD (GfCompetitor, gf_competitor, GF, COMPETITOR)

GF_RECORD_STRING (GfCompetitor, gf_competitor, name, "name")
GF_RECORD_STRING (GfCompetitor, gf_competitor, serves, "serves")
GF_RECORD_INT (GfCompetitor, gf_competitor, price_level, "price-level")
GF_RECORD_STRING (GfCompetitor, gf_competitor, strengths, "strengths")
GF_RECORD_STRING (GfCompetitor, gf_competitor, weaknesses, "weaknesses")
GF_RECORD_STRINGS (GfCompetitor, gf_competitor, sources, "sources")
GF_RECORD_STRING (GfCompetitor, gf_competitor, seen, "seen")
GF_RECORD_LIST (GfCompetitor, gf_competitor, ratings, "ratings")

G_END_DECLS
