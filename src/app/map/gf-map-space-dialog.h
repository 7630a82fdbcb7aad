/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-position-map.h"

G_BEGIN_DECLS

/* An open space of a map: its name and its four edges. */
#define GF_TYPE_MAP_SPACE_DIALOG (gf_map_space_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfMapSpaceDialog, gf_map_space_dialog, GF, MAP_SPACE_DIALOG, AdwDialog)

AdwDialog *gf_map_space_dialog_new (GfPositionMap *map,
                                    GfMapSpace    *space);

G_END_DECLS
