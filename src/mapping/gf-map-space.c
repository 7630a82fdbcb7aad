/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-space.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("note"),
  GF_FIELD_DOUBLE ("left", 1, 5, 2),
  GF_FIELD_DOUBLE ("right", 1, 5, 4),
  GF_FIELD_DOUBLE ("bottom", 1, 5, 2),
  GF_FIELD_DOUBLE ("top", 1, 5, 4),
};

GF_DEFINE_RECORD (GfMapSpace, gf_map_space, fields)
