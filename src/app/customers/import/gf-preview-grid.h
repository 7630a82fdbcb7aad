/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The first twenty rows of a file as they will be read, with role and type below each name.
 *
 *   columns: at most a hundred; what is behind them is told by the caption
 *   doubts:  columns to look at have their heading in the colour of attention and a word
 *   menus:   a secondary click on a heading changes role and type, one on a row (or Enter) makes
 *            it the row of the names
 */
#define GF_TYPE_PREVIEW_GRID (gf_preview_grid_get_type ())
G_DECLARE_FINAL_TYPE (GfPreviewGrid, gf_preview_grid, GF, PREVIEW_GRID, AdwBin)

void gf_preview_grid_show (GfPreviewGrid      *self,
                           GfTable            *table,
                           const char * const *doubts);

G_END_DECLS
