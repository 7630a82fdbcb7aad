/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* What reports, reviews and news say about the market. */
#define GF_TYPE_NOTES_VIEW (gf_notes_view_get_type ())
G_DECLARE_FINAL_TYPE (GfNotesView, gf_notes_view, GF, NOTES_VIEW, GfStepView)

G_END_DECLS
