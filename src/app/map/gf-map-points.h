/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-map-view.h"

G_BEGIN_DECLS

/* All points of a map as a list: the same map for those who do not see it, with the same choice
 * and the same keys. */
#define GF_TYPE_MAP_POINTS (gf_map_points_get_type ())
G_DECLARE_FINAL_TYPE (GfMapPoints, gf_map_points, GF, MAP_POINTS, GtkWidget)

void gf_map_points_bind (GfMapPoints        *self,
                         GfMapView          *view,
                         GfPositionMap      *map,
                         GtkSingleSelection *selection);

G_END_DECLS
