/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-kpi.h"

#include <math.h>

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("unit"),
  GF_FIELD_DOUBLE ("inside", -1e300, 1e300, NAN),
  GF_FIELD_INT ("inside-count", 0, G_MAXINT32, 0),
  GF_FIELD_INT ("inside-of", 0, G_MAXINT32, 0),
  GF_FIELD_DOUBLE ("outside", -1e300, 1e300, NAN),
  GF_FIELD_INT ("outside-count", 0, G_MAXINT32, 0),
  GF_FIELD_INT ("outside-of", 0, G_MAXINT32, 0),
  GF_FIELD_DOUBLE ("target", -1e300, 1e300, NAN),
  GF_FIELD_BOOLEAN ("lower-is-better", FALSE),
  GF_FIELD_STRING ("source"),
  GF_FIELD_BOOLEAN ("on-page", TRUE),
};

GF_DEFINE_RECORD (GfKpi, gf_kpi, fields)
