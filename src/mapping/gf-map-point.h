/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

typedef enum
{
  GF_MAP_POINT_US,
  GF_MAP_POINT_COMPETITOR,
  GF_MAP_POINT_SEGMENT,
  GF_MAP_POINT_CUSTOMER,
} GfMapPointKind;

#define GF_TYPE_MAP_POINT_KIND (gf_map_point_kind_get_type ())
GType gf_map_point_kind_get_type (void) G_GNUC_CONST;

/* A point of a positioning map.
 *
 *   name    text
 *   kind    GfMapPointKind
 *   x       number
 *   y       number
 *   size    number: what the bubble shows, for instance customers; NaN for a plain point
 *   source  text: where the place is known from
 */
#define GF_TYPE_MAP_POINT (gf_map_point_get_type ())
GF_DECLARE_RECORD (GfMapPoint, gf_map_point, GF, MAP_POINT)

GF_RECORD_STRING (GfMapPoint, gf_map_point, name, "name")
GF_RECORD_ENUM (GfMapPoint, gf_map_point, kind, "kind", GfMapPointKind)
GF_RECORD_DOUBLE (GfMapPoint, gf_map_point, x, "x")
GF_RECORD_DOUBLE (GfMapPoint, gf_map_point, y, "y")
GF_RECORD_DOUBLE (GfMapPoint, gf_map_point, size, "size")
GF_RECORD_STRING (GfMapPoint, gf_map_point, source, "source")

G_END_DECLS
