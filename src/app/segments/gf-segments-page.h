/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* The step Segments: which group of customers to aim at. */
#define GF_TYPE_SEGMENTS_PAGE (gf_segments_page_get_type ())
G_DECLARE_FINAL_TYPE (GfSegmentsPage, gf_segments_page, GF, SEGMENTS_PAGE, GfStepPage)

G_END_DECLS
