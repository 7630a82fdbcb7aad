/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-map-layout.h"

G_BEGIN_DECLS

/* The drawing of a map that is laid out. */
void gf_map_drawing_append (GtkSnapshot   *snapshot,
                            GtkWidget     *widget,
                            GfPositionMap *map,
                            GfMapLayout   *layout,
                            GfMapPoint    *chosen,
                            gboolean       show_focus);

G_END_DECLS
