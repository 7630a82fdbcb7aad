/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* How large the market is, and who else is in it. */
#define GF_TYPE_MARKET_VIEW (gf_market_view_get_type ())
G_DECLARE_FINAL_TYPE (GfMarketView, gf_market_view, GF, MARKET_VIEW, GfStepView)

G_END_DECLS
