/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-map-geometry.h"

G_BEGIN_DECLS

/* Where the labels of a map stand, so that none covers another, a point, or leaves the map.
 *
 *   first    beside its point: right, left, above, below
 *   then     the same, with one other label moved out of the way to another of its own four places
 *   then     further off, with a line that leads to the point and crosses nothing
 *   else     a number beside the point; the name is then found in the list beside the map
 *
 * Requests that come first choose first. The result depends on nothing but the arguments, so that a
 * map looks the same whenever it is drawn. Cost: O(n^2) for n labels.
 */
typedef enum
{
  GF_LABEL_NONE,
  GF_LABEL_RIGHT,
  GF_LABEL_LEFT,
  GF_LABEL_ABOVE,
  GF_LABEL_BELOW,
  GF_LABEL_LEADER,
  GF_LABEL_NUMBER,
} GfLabelSide;

typedef struct
{
  GfMapPlace at;       /* the middle of the point, in pixels */
  double radius;       /* of the point */
  double width;        /* of the label; 0 for a point without one */
  double height;
} GfLabelRequest;

typedef struct
{
  GfLabelSide side;
  GfMapRect box;       /* of the label, or of the number */
  GfMapPlace line_from;
  GfMapPlace line_to;  /* the two ends of a leader, at the point and at the label */
  guint number;        /* from 1; 0 unless the side is GF_LABEL_NUMBER */
} GfLabelPlace;

void gf_label_placement_run (const GfLabelRequest *requests,
                             guint                 n_requests,
                             const GfMapRect      *bounds,
                             const GfMapRect      *obstacles,
                             guint                 n_obstacles,
                             double                gap,
                             GfLabelPlace         *places);

G_END_DECLS
