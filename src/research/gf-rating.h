/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* How somebody or something rates on a scale that the user named.
 *
 *   scale  text: name of the scale
 *   value  number: 1 the least, 5 the most
 */
#define GF_TYPE_RATING (gf_rating_get_type ())
GF_DECLARE_RECORD (GfRating, gf_rating, GF, RATING)

GF_RECORD_STRING (GfRating, gf_rating, scale, "scale")
GF_RECORD_DOUBLE (GfRating, gf_rating, value, "value")

G_END_DECLS
