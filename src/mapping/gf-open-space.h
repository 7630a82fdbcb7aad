/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-map-geometry.h"

G_BEGIN_DECLS

/* Where nobody stands: rectangles of the map (x to the right, y upwards) without a competitor in
 * them. A proposal that a person looks at, not a finding. */

double   gf_open_space_find   (const GfMapPlace *taken,
                               guint             n_taken,
                               double            margin,
                               GfMapRect        *space);
gboolean gf_open_space_narrow (const GfMapPlace *wanted,
                               guint             n_wanted,
                               double            margin,
                               GfMapRect        *space);
guint    gf_open_space_count  (const GfMapPlace *places,
                               guint             n_places,
                               const GfMapRect  *space);

G_END_DECLS
