/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* Which customers are the best, by what, and who is a bad fit; beside it who the best are. */
#define GF_TYPE_BEST_VIEW (gf_best_view_get_type ())
G_DECLARE_FINAL_TYPE (GfBestView, gf_best_view, GF, BEST_VIEW, GfStepView)

G_END_DECLS
