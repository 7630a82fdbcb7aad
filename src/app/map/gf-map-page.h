/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* The step Map: see who stands where. */
#define GF_TYPE_MAP_PAGE (gf_map_page_get_type ())
G_DECLARE_FINAL_TYPE (GfMapPage, gf_map_page, GF, MAP_PAGE, GfStepPage)

G_END_DECLS
