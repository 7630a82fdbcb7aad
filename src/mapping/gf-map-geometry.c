/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-geometry.h"

#include <math.h>

/**
 * gf_map_rect_overlaps:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether the two share more than an edge
 */
gboolean
gf_map_rect_overlaps (const GfMapRect *a,
                      const GfMapRect *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

/**
 * gf_map_rect_contains:
 * @outer: a rectangle
 * @inner: another
 *
 * Returns: whether @inner lies in @outer, edges included
 */
gboolean
gf_map_rect_contains (const GfMapRect *outer,
                      const GfMapRect *inner)
{
  g_return_val_if_fail (outer != NULL && inner != NULL, FALSE);

  return inner->x >= outer->x && inner->x + inner->width <= outer->x + outer->width
         && inner->y >= outer->y && inner->y + inner->height <= outer->y + outer->height;
}

/* Cuts the part of a line that is still in, FROM..TO of its length, at one edge of a rectangle. */
static gboolean
clip (double  direction,
      double  distance,
      double *from,
      double *to)
{
  if (fabs (direction) < 1e-12)
    return distance >= 0.0;

  double at = distance / direction;

  if (direction < 0.0)
    *from = MAX (*from, at);
  else
    *to = MIN (*to, at);

  return *from <= *to;
}

/**
 * gf_map_rect_meets_line:
 * @rect: a rectangle
 * @from: where the line begins
 * @to: where it ends
 *
 * Source: Liang and Barsky (1984), A New Concept and Method for Line Clipping, ACM Transactions on
 * Graphics 3.
 *
 * Returns: whether any part of the line lies in the rectangle
 */
gboolean
gf_map_rect_meets_line (const GfMapRect *rect,
                        GfMapPlace       from,
                        GfMapPlace       to)
{
  double first = 0.0, last = 1.0;
  double dx = to.x - from.x, dy = to.y - from.y;

  g_return_val_if_fail (rect != NULL, FALSE);

  return clip (-dx, from.x - rect->x, &first, &last)
         && clip (dx, rect->x + rect->width - from.x, &first, &last)
         && clip (-dy, from.y - rect->y, &first, &last)
         && clip (dy, rect->y + rect->height - from.y, &first, &last);
}

/**
 * gf_map_frame_init:
 * @frame: (out caller-allocates): the frame
 * @area: where the map may be drawn
 * @margin: what stays free between the outermost lines of the map, 1 and 5, and the plot's edges,
 * in
 *   units of the map
 *
 * Puts the largest square that fits in the middle of @area. An area without room gives a plot
 * without size, in which every place is its middle.
 */
void
gf_map_frame_init (GfMapFrame      *frame,
                   const GfMapRect *area,
                   double           margin)
{
  g_return_if_fail (frame != NULL && area != NULL);
  g_return_if_fail (margin >= 0.0);

  double side = MAX (0.0, MIN (area->width, area->height));

  frame->plot.width = side;
  frame->plot.height = side;
  frame->plot.x = area->x + (area->width - side) / 2.0;
  frame->plot.y = area->y + (area->height - side) / 2.0;
  frame->unit = side / (GF_MAP_HIGH - GF_MAP_LOW + 2.0 * margin);
}

/**
 * gf_map_frame_to_area:
 * @frame: a frame
 * @place: a place on the map
 *
 * Returns: that place in pixels
 */
GfMapPlace
gf_map_frame_to_area (const GfMapFrame *frame,
                      GfMapPlace        place)
{
  GfMapPlace result = {
    frame->plot.x + frame->plot.width / 2.0 + (place.x - GF_MAP_MIDDLE) * frame->unit,
    frame->plot.y + frame->plot.height / 2.0 - (place.y - GF_MAP_MIDDLE) * frame->unit,
  };

  return result;
}

/**
 * gf_map_frame_from_area:
 * @frame: a frame
 * @place: a place in pixels
 *
 * Returns: that place on the map, the nearest one where it lies beyond the map
 */
GfMapPlace
gf_map_frame_from_area (const GfMapFrame *frame,
                        GfMapPlace        place)
{
  GfMapPlace result = { GF_MAP_MIDDLE, GF_MAP_MIDDLE };

  if (frame->unit > 0.0)
    {
      result.x += (place.x - frame->plot.x - frame->plot.width / 2.0) / frame->unit;
      result.y -= (place.y - frame->plot.y - frame->plot.height / 2.0) / frame->unit;
    }

  result.x = CLAMP (result.x, GF_MAP_LOW, GF_MAP_HIGH);
  result.y = CLAMP (result.y, GF_MAP_LOW, GF_MAP_HIGH);

  return result;
}

/**
 * gf_map_round:
 * @value: a coordinate; NaN stays NaN
 *
 * Returns: the nearest tenth from 1 to 5, the fineness in which places are kept
 */
double
gf_map_round (double value)
{
  return isnan (value) ? value : CLAMP (round (value * 10.0), 10.0, 50.0) / 10.0;
}

/**
 * gf_map_bubble_radius:
 * @size: what the bubble shows; NaN or nothing for a plain point
 * @largest: the largest size on the map
 * @smallest_radius: the radius of a plain point, below which no bubble goes
 * @largest_radius: the radius of @largest
 *
 * Returns: the radius with which the area of the bubble, not its width, is as its size
 */
double
gf_map_bubble_radius (double size,
                      double largest,
                      double smallest_radius,
                      double largest_radius)
{
  if (!(size > 0.0 && largest > 0.0))
    return smallest_radius;

  return MAX (smallest_radius, largest_radius * sqrt (MIN (size / largest, 1.0)));
}

/* How far PLACE lies from FROM in the direction, and how far beside it. */
static void
measure (GfMapPlace     from,
         GfMapPlace     place,
         GfMapDirection direction,
         double        *along,
         double        *beside)
{
  double dx = place.x - from.x, dy = place.y - from.y;

  switch (direction)
    {
    case GF_MAP_RIGHT: *along = dx; *beside = fabs (dy); break;
    case GF_MAP_LEFT: *along = -dx; *beside = fabs (dy); break;
    case GF_MAP_UP: *along = dy; *beside = fabs (dx); break;
    case GF_MAP_DOWN: *along = -dy; *beside = fabs (dx); break;
    default: g_assert_not_reached ();
    }
}

/**
 * gf_map_nearest_toward:
 * @places: where the points stand, on the map
 * @n_places: how many there are
 * @from: the point to go from
 * @direction: where to
 *
 * Finds the point that an arrow key leads to: the nearest one within 45 degrees of the direction,
 * else the nearest one on that side at all. Points in one place follow each other to the right in
 * their order, so that none is out of reach. Points whose place is NaN are passed over.
 *
 * Returns: the number of the point, @n_places when there is none that way
 */
guint
gf_map_nearest_toward (const GfMapPlace *places,
                       guint             n_places,
                       guint             from,
                       GfMapDirection    direction)
{
  guint in_cone = n_places, on_side = n_places;
  double best_in_cone = INFINITY, best_on_side = INFINITY;

  g_return_val_if_fail (from < n_places, n_places);

  for (guint i = 0; i < n_places; i++)
    {
      double along, beside;

      if (i == from)
        continue;

      measure (places[from], places[i], direction, &along, &beside);

      if (fabs (along) + beside < 1e-9)
        {
          if (direction == GF_MAP_RIGHT && i > from)
            return i;
          if (direction == GF_MAP_LEFT && i < from)
            in_cone = i, best_in_cone = 0.0;
          continue;
        }

      double distance = hypot (along, beside);

      if (along > 1e-9 && beside <= along + 1e-9 && distance < best_in_cone)
        in_cone = i, best_in_cone = distance;
      if (along > 1e-9 && distance < best_on_side)
        on_side = i, best_on_side = distance;
    }

  return in_cone < n_places ? in_cone : on_side;
}
