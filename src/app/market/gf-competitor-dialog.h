/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* A new competitor. Nothing is recorded before Add is pressed; then it is one step of undo. */
#define GF_TYPE_COMPETITOR_DIALOG (gf_competitor_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfCompetitorDialog, gf_competitor_dialog, GF, COMPETITOR_DIALOG, AdwDialog)

AdwDialog      *gf_competitor_dialog_new (GfProject *project);
GtkStringList  *gf_price_levels_new      (void);

G_END_DECLS
