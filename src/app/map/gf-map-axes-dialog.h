/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-position-map.h"

G_BEGIN_DECLS

/* What the two axes of a map are called, and their ends. */
#define GF_TYPE_MAP_AXES_DIALOG (gf_map_axes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfMapAxesDialog, gf_map_axes_dialog, GF, MAP_AXES_DIALOG, AdwDialog)

AdwDialog *gf_map_axes_dialog_new (GfPositionMap *map);

G_END_DECLS
