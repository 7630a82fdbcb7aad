/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-position-map.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("x-name"),
  GF_FIELD_STRING ("x-low"),
  GF_FIELD_STRING ("x-high"),
  GF_FIELD_STRING ("y-name"),
  GF_FIELD_STRING ("y-low"),
  GF_FIELD_STRING ("y-high"),
  GF_FIELD_BOOLEAN ("on-page", FALSE),
  GF_FIELD_LIST ("points", gf_map_point_get_type),
  GF_FIELD_LIST ("spaces", gf_map_space_get_type),
};

GF_DEFINE_RECORD (GfPositionMap, gf_position_map, fields)
