/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-map-point.h"
#include "gf-map-space.h"

G_BEGIN_DECLS

/* A map of two axes that the user names, both from 1 to 5.
 *
 *   name     text
 *   x-name   text
 *   x-low    text: what the left end means
 *   x-high   text
 *   y-name   text
 *   y-low    text: what the lower end means
 *   y-high   text
 *   on-page  yes or no: whether the page shows it
 *   points   GfMapPoints
 *   spaces   GfMapSpaces
 */
#define GF_TYPE_POSITION_MAP (gf_position_map_get_type ())
GF_DECLARE_RECORD (GfPositionMap, gf_position_map, GF, POSITION_MAP)

GF_RECORD_STRING (GfPositionMap, gf_position_map, name, "name")
GF_RECORD_STRING (GfPositionMap, gf_position_map, x_name, "x-name")
GF_RECORD_STRING (GfPositionMap, gf_position_map, x_low, "x-low")
GF_RECORD_STRING (GfPositionMap, gf_position_map, x_high, "x-high")
GF_RECORD_STRING (GfPositionMap, gf_position_map, y_name, "y-name")
GF_RECORD_STRING (GfPositionMap, gf_position_map, y_low, "y-low")
GF_RECORD_STRING (GfPositionMap, gf_position_map, y_high, "y-high")
GF_RECORD_BOOLEAN (GfPositionMap, gf_position_map, on_page, "on-page")
GF_RECORD_LIST (GfPositionMap, gf_position_map, points, "points")
GF_RECORD_LIST (GfPositionMap, gf_position_map, spaces, "spaces")

G_END_DECLS
