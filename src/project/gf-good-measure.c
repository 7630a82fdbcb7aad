/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-good-measure.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("column"),
  GF_FIELD_DOUBLE ("weight", 0, 100, 20),
  GF_FIELD_BOOLEAN ("lower-is-better", FALSE),
};

GF_DEFINE_RECORD (GfGoodMeasure, gf_good_measure, fields)
