/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How many are the best, or which: a share, a number, from a limit on, or picked by hand. What is chosen is set
 * in the customers of the project at once.
 */
#define GF_TYPE_BEST_CHOOSER (gf_best_chooser_get_type ())
G_DECLARE_FINAL_TYPE (GfBestChooser, gf_best_chooser, GF, BEST_CHOOSER, AdwBin)

void     gf_best_chooser_show     (GfBestChooser *self,
                                   GfProject     *project);
gboolean gf_best_chooser_get_wide (GfBestChooser *self);

G_END_DECLS
