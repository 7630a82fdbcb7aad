/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-filter-bar.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The columns of a table, one row each; at most one is unfolded. */
#define GF_TYPE_COLUMNS_PANE (gf_columns_pane_get_type ())
G_DECLARE_FINAL_TYPE (GfColumnsPane, gf_columns_pane, GF, COLUMNS_PANE, AdwBin)

void gf_columns_pane_set_table (GfColumnsPane *self,
                                GfTable       *table);
void gf_columns_pane_update_ranges (GfColumnsPane *self,
                                    GfFilterBar   *filters);

G_END_DECLS
