/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-review.h"

static const GfField fields[] = {
  GF_FIELD_DATE ("date"),
  GF_FIELD_STRING ("attendees"),
  GF_FIELD_STRING ("notes"),
  GF_FIELD_STRING ("decisions"),
  GF_FIELD_DATE ("next"),
};

GF_DEFINE_RECORD (GfReview, gf_review, fields)
