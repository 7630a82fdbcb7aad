/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-label-placement.h"
#include "gf-position-map.h"

G_BEGIN_DECLS

/* Where everything on a map stands in a widget of one size: worked out once, then drawn, and
 * asked what lies under the pointer. */
typedef struct
{
  GfMapPoint *point;
  GfMapPlace at;          /* in pixels */
  double radius;
  PangoLayout *text;      /* NULL without a label */
  GfLabelPlace label;
} GfMapItem;

typedef struct
{
  GfMapSpace *space;
  GfMapRect rect;         /* in pixels */
  PangoLayout *title;
  PangoLayout *phrase;    /* NULL where it does not fit */
  GfMapRect title_box;
  GfMapRect phrase_box;
} GfMapArea;

typedef struct
{
  GfMapFrame frame;
  GArray *items;          /* GfMapItem, the most important first */
  GArray *areas;          /* GfMapArea */
} GfMapLayout;

GfMapLayout *gf_map_layout_new  (GtkWidget     *widget,
                                 GfPositionMap *map,
                                 GfMapPoint    *chosen,
                                 GfMapPoint    *held,
                                 GfMapPlace     held_at,
                                 gboolean       show_customers);
void         gf_map_layout_free (GfMapLayout   *self);
GfMapItem   *gf_map_layout_find (GfMapLayout   *self,
                                 GfMapPoint    *point);
GfMapItem   *gf_map_layout_pick (GfMapLayout   *self,
                                 double         x,
                                 double         y);

PangoLayout *gf_map_layout_new_text (GtkWidget  *widget,
                                     const char *text,
                                     double      scale,
                                     gboolean    bold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfMapLayout, gf_map_layout_free)

G_END_DECLS
