/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where things of a positioning map stand in an area of pixels. Pure functions over plain values:
 * the
 * widget that draws, its hit test, its keys and the tests use the same ones.
 *
 *   map:   x to the right and y upwards, both from 1 to 5
 *   area:  x to the right and y downwards, in pixels
 *
 * One scale serves both axes, so that a distance means the same in every direction.
 */
#define GF_MAP_LOW 1.0
#define GF_MAP_HIGH 5.0
#define GF_MAP_MIDDLE 3.0

typedef struct
{
  double x;
  double y;
} GfMapPlace;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} GfMapRect;

typedef struct
{
  GfMapRect plot;
  double unit;
} GfMapFrame;

typedef enum
{
  GF_MAP_RIGHT,
  GF_MAP_LEFT,
  GF_MAP_UP,
  GF_MAP_DOWN,
} GfMapDirection;

gboolean   gf_map_rect_overlaps     (const GfMapRect  *a,
                                     const GfMapRect  *b);
gboolean   gf_map_rect_contains     (const GfMapRect  *outer,
                                     const GfMapRect  *inner);
gboolean   gf_map_rect_meets_line   (const GfMapRect  *rect,
                                     GfMapPlace        from,
                                     GfMapPlace        to);

void       gf_map_frame_init        (GfMapFrame       *frame,
                                     const GfMapRect  *area,
                                     double            margin);
GfMapPlace gf_map_frame_to_area     (const GfMapFrame *frame,
                                     GfMapPlace        place);
GfMapPlace gf_map_frame_from_area   (const GfMapFrame *frame,
                                     GfMapPlace        place);
double     gf_map_round             (double            value);
double     gf_map_bubble_radius     (double            size,
                                     double            largest,
                                     double            smallest_radius,
                                     double            largest_radius);

guint      gf_map_nearest_toward    (const GfMapPlace *places,
                                     guint             n_places,
                                     guint             from,
                                     GfMapDirection    direction);

G_END_DECLS
