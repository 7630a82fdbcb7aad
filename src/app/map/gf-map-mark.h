/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-data-color.h"
#include "gf-map-point.h"

G_BEGIN_DECLS

/* The shape of a point: a star for us, a square for a competitor, a ring for a segment, a dot
 * for a customer. On the map it is drawn with the functions; in a list or a legend this widget
 * shows it. */
GfDataRole gf_map_mark_get_role   (GfMapPointKind  kind);
float      gf_map_mark_get_radius (GfMapPointKind  kind);
GskPath   *gf_map_mark_new_path   (GfMapPointKind  kind,
                                   float           x,
                                   float           y,
                                   float           radius);
void       gf_map_mark_append     (GtkSnapshot    *snapshot,
                                   GtkWidget      *widget,
                                   GfMapPointKind  kind,
                                   float           x,
                                   float           y,
                                   float           radius);

#define GF_TYPE_MAP_MARK (gf_map_mark_get_type ())
G_DECLARE_FINAL_TYPE (GfMapMark, gf_map_mark, GF, MAP_MARK, GtkWidget)

void       gf_map_mark_set_kind   (GfMapMark      *self,
                                   GfMapPointKind  kind);

G_END_DECLS
