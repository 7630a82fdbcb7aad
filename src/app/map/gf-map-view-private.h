/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-map-layout.h"
#include "gf-map-view.h"

G_BEGIN_DECLS

struct _GfMapView
{
  GtkWidget parent_instance;

  /* Owned references */
  GfPositionMap *map;
  GtkSingleSelection *selection;
  GfMapLayout *layout;
  GfMapPoint *held;

  GfMapPlace pressed_at;
  GfMapPlace held_offset;
  GfMapPlace held_at;
  guint numbers_source;
  gboolean dragging;
  gboolean show_customers;
};

/* gf-map-view.c */
GfMapLayout *_gf_map_view_get_layout   (GfMapView      *self);
void         _gf_map_view_invalidate   (GfMapView      *self);
void         _gf_map_view_activate     (GfMapView      *self);

/* gf-map-view-hand.c */
void         _gf_map_view_install_keys (GtkWidgetClass *widget_class);
void         _gf_map_view_follow_hand  (GfMapView      *self);

G_END_DECLS
