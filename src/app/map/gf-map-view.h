/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-map-geometry.h"
#include "gf-position-map.h"

G_BEGIN_DECLS

/* A positioning map that is drawn, and moved by hand.
 *
 *   pointer   a press chooses a point, a drag moves it (one change, when it is let go), two presses
 *             ask for its details
 *   keys      arrows choose the nearest point that way, with Alt they move the chosen one by 0.1,
 *             Enter asks for its details, Escape during a drag takes it back
 *
 * The selection is shared with the list of all points, which is the same map for those who do not
 * see it.
 */
#define GF_TYPE_MAP_VIEW (gf_map_view_get_type ())
G_DECLARE_FINAL_TYPE (GfMapView, gf_map_view, GF, MAP_VIEW, GtkWidget)

void        gf_map_view_set_map            (GfMapView          *self,
                                            GfPositionMap      *map);
void        gf_map_view_set_selection      (GfMapView          *self,
                                            GtkSingleSelection *selection);
GfMapPoint *gf_map_view_get_chosen         (GfMapView          *self);
void        gf_map_view_choose             (GfMapView          *self,
                                            GfMapPoint         *point);
gboolean    gf_map_view_get_show_customers (GfMapView          *self);
void        gf_map_view_set_show_customers (GfMapView          *self,
                                            gboolean            show_customers);

gboolean    gf_map_view_move_chosen        (GfMapView          *self,
                                            int                 across,
                                            int                 up);
gboolean    gf_map_view_walk               (GfMapView          *self,
                                            GfMapDirection      direction);
gboolean    gf_map_view_get_point_bounds   (GfMapView          *self,
                                            GfMapPoint         *point,
                                            graphene_rect_t    *bounds);
guint       gf_map_view_get_number         (GfMapView          *self,
                                            GfMapPoint         *point);

/* A drag in four parts, in pixels of the widget, as the gesture does it. */
gboolean    gf_map_view_press              (GfMapView          *self,
                                            double              x,
                                            double              y);
void        gf_map_view_drag               (GfMapView          *self,
                                            double              x,
                                            double              y);
void        gf_map_view_release            (GfMapView          *self);
gboolean    gf_map_view_cancel             (GfMapView          *self);

G_END_DECLS
