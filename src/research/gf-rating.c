/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-rating.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("scale"),
  GF_FIELD_DOUBLE ("value", 1, 5, 3),
};

GF_DEFINE_RECORD (GfRating, gf_rating, fields)
