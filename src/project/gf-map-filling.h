/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

G_BEGIN_DECLS

/* What the rest of a project knows about the places on a positioning map.
 *
 *   axes          the two scales that most competitors are rated on, else ease of use and price
 *   competitors   by their rating on the scale with the name of the axis; an axis named “Price”
 * also
 *                 by their price level
 *   us            by the mean of what was said in interviews on that scale
 *
 * An axis that nothing is known about puts a point into the middle, and the point says no source.
 */

GfPositionMap *gf_map_create              (GfProject     *project);
guint          gf_map_take_from_market    (GfProject     *project,
                                           GfPositionMap *map);
guint          gf_map_count_in_market     (GfProject     *project,
                                           GfPositionMap *map);
gboolean       gf_map_find_rated_place    (GfProject     *project,
                                           GfPositionMap *map,
                                           GfMapPoint    *point,
                                           double        *x,
                                           double        *y,
                                           char         **source);

G_END_DECLS
