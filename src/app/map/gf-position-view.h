/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-map-view.h"
#include "gf-step-view.h"

G_BEGIN_DECLS

/* The view of the step Map in which points are placed by hand. */
#define GF_TYPE_POSITION_VIEW (gf_position_view_get_type ())
G_DECLARE_FINAL_TYPE (GfPositionView, gf_position_view, GF, POSITION_VIEW, GfStepView)

GfMapView *gf_position_view_get_map_view (GfPositionView *self);

G_END_DECLS
