/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-point.h"

#include <math.h>

GF_DEFINE_ENUM (GfMapPointKind, gf_map_point_kind,
                { GF_MAP_POINT_US, "GF_MAP_POINT_US", "us" },
                { GF_MAP_POINT_COMPETITOR, "GF_MAP_POINT_COMPETITOR", "competitor" },
                { GF_MAP_POINT_SEGMENT, "GF_MAP_POINT_SEGMENT", "segment" },
                { GF_MAP_POINT_CUSTOMER, "GF_MAP_POINT_CUSTOMER", "customer" })

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_ENUM ("kind", gf_map_point_kind_get_type, GF_MAP_POINT_COMPETITOR),
  GF_FIELD_DOUBLE ("x", 1, 5, 3),
  GF_FIELD_DOUBLE ("y", 1, 5, 3),
  GF_FIELD_DOUBLE ("size", 0, 1e15, NAN),
  GF_FIELD_STRING ("source"),
};

GF_DEFINE_RECORD (GfMapPoint, gf_map_point, fields)
