/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-position-map.h"

G_BEGIN_DECLS

/* How the things of a map are called. */
const char *gf_map_point_kind_get_label (GfMapPointKind  kind);
char       *gf_map_point_dup_values     (GfMapPoint     *point);
char       *gf_map_point_dup_phrase     (GfMapPoint     *point,
                                         GfPositionMap  *map);
char       *gf_map_space_dup_phrase     (GfMapSpace     *space,
                                         GfPositionMap  *map);
char       *gf_position_map_dup_title   (GfPositionMap  *map);

G_END_DECLS
