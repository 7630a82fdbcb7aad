/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-app-types.h"
#include "gf-map-view.h"

G_BEGIN_DECLS

/* Beside the map: the chosen point, all points, the open spaces, the axes. What it is asked to
 * do beyond editing it asks of its owner, the step's view, with the actions "view.*". */
#define GF_TYPE_MAP_PANE (gf_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (GfMapPane, gf_map_pane, GF, MAP_PANE, GtkWidget)

void gf_map_pane_bind   (GfMapPane          *self,
                         GtkWidget          *owner,
                         GfMapView          *view,
                         GfProject          *project,
                         GfPositionMap      *map,
                         GtkSingleSelection *selection);
void gf_map_pane_edit   (GfMapPane          *self);

G_END_DECLS
