/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* The step Interviews: why customers stay, and why they leave. */
#define GF_TYPE_INTERVIEWS_PAGE (gf_interviews_page_get_type ())
G_DECLARE_FINAL_TYPE (GfInterviewsPage, gf_interviews_page, GF, INTERVIEWS_PAGE, GfStepPage)

/* How many are good enough. */
#define GF_HAPPY_TARGET 5
#define GF_CHURNED_TARGET 3

G_END_DECLS
