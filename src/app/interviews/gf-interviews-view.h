/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* The log of interviews: two targets, then the interviews by kind; while there are none, what to ask. */
#define GF_TYPE_INTERVIEWS_VIEW (gf_interviews_view_get_type ())
G_DECLARE_FINAL_TYPE (GfInterviewsView, gf_interviews_view, GF, INTERVIEWS_VIEW, GfStepView)

G_END_DECLS
