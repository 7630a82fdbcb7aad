/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* The factors of the market's size, each with its source. What comes out of them is shown while one types; nothing is
 * recorded before Save is pressed, then it is one step of undo. */
#define GF_TYPE_MARKET_SIZE_DIALOG (gf_market_size_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfMarketSizeDialog, gf_market_size_dialog, GF, MARKET_SIZE_DIALOG, AdwDialog)

AdwDialog *gf_market_size_dialog_new (GfProject *project);

G_END_DECLS
