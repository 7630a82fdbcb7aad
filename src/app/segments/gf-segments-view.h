/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* Segments scored on weighted criteria, how firm their order is, and which of them was chosen. */
#define GF_TYPE_SEGMENTS_VIEW (gf_segments_view_get_type ())
G_DECLARE_FINAL_TYPE (GfSegmentsView, gf_segments_view, GF, SEGMENTS_VIEW, GfStepView)

G_END_DECLS
