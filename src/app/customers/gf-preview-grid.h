/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The first twenty rows of a file as they will be read, with role and type below each name. */
#define GF_TYPE_PREVIEW_GRID (gf_preview_grid_get_type ())
G_DECLARE_FINAL_TYPE (GfPreviewGrid, gf_preview_grid, GF, PREVIEW_GRID, AdwBin)

void gf_preview_grid_set_table (GfPreviewGrid *self,
                                GfTable       *table);

G_END_DECLS
