/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* The step Market: the view from outside. */
#define GF_TYPE_MARKET_PAGE (gf_market_page_get_type ())
G_DECLARE_FINAL_TYPE (GfMarketPage, gf_market_page, GF, MARKET_PAGE, GfStepPage)

/* How many competitors are good enough. */
#define GF_COMPETITOR_TARGET 3

G_END_DECLS
