/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* Which segment to aim at first, which two at most beside it, why, and what would change that. */
#define GF_TYPE_DECISION_DIALOG (gf_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfDecisionDialog, gf_decision_dialog, GF, DECISION_DIALOG, AdwDialog)

AdwDialog *gf_decision_dialog_new (GfProject *project);

G_END_DECLS
