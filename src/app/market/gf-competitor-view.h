/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-competitor.h"
#include "gf-step-view.h"

G_BEGIN_DECLS

/* One competitor, pushed over the market. All fields write to the record at once. */
#define GF_TYPE_COMPETITOR_VIEW (gf_competitor_view_get_type ())
G_DECLARE_FINAL_TYPE (GfCompetitorView, gf_competitor_view, GF, COMPETITOR_VIEW, GfStepView)

GfStepView *gf_competitor_view_new (GfCompetitor *competitor);

G_END_DECLS
