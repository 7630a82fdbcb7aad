/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the segments are scored on: renamed, described, added, removed and put in order. */
#define GF_TYPE_CRITERIA_DIALOG (gf_criteria_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfCriteriaDialog, gf_criteria_dialog, GF, CRITERIA_DIALOG, AdwDialog)

AdwDialog *gf_criteria_dialog_new (GfProject *project);

G_END_DECLS
