/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* What the best, or the bad fits, have in common: the rule that says most, and all traits with how clear they are. */
#define GF_TYPE_FINDINGS_VIEW (gf_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (GfFindingsView, gf_findings_view, GF, FINDINGS_VIEW, GfStepView)

G_END_DECLS
