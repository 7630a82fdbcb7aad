/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-criterion.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_DOUBLE ("weight", 0, 100, 10),
  GF_FIELD_STRING ("poor"),
  GF_FIELD_STRING ("fair"),
  GF_FIELD_STRING ("excellent"),
};

GF_DEFINE_RECORD (GfCriterion, gf_criterion, fields)
