/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-label-placement.h"

#include <math.h>

#define NOBODY G_MAXUINT
#define SEVERAL (G_MAXUINT - 1)
#define NUMBER_WIDTH 18.0
#define THIN 6.0

/* The distances of a label that has a line to its point, from the point's edge. */
static const double leader_lengths[] = { 14.0, 26.0, 40.0, 56.0, 76.0, 100.0, 130.0 };

/* The angles tried at each distance, in degrees, counted upwards from the right. */
static const double leader_angles[] = {
  30, 150, 330, 210, 0, 180, 55, 125, 305, 235, 90, 270, 15, 165, 345, 195,
};

typedef struct
{
  const GfLabelRequest *requests;
  guint n_requests;
  const GfMapRect *bounds;
  const GfMapRect *obstacles;
  guint n_obstacles;
  double gap;
  GfLabelPlace *places;
} Run;

static GfMapRect
get_mark (const GfLabelRequest *request)
{
  GfMapRect mark = {
    request->at.x - request->radius, request->at.y - request->radius,
    2.0 * request->radius, 2.0 * request->radius,
  };

  return mark;
}

static GfMapRect
get_box_beside (const Run   *run,
                guint        i,
                double       width,
                GfLabelSide  side)
{
  const GfLabelRequest *request = &run->requests[i];
  double off = request->radius + run->gap;
  GfMapRect box = {
    request->at.x - width / 2.0, request->at.y - request->height / 2.0, width, request->height,
  };

  switch (side)
    {
    case GF_LABEL_RIGHT: box.x = request->at.x + off; break;
    case GF_LABEL_LEFT: box.x = request->at.x - off - width; break;
    case GF_LABEL_ABOVE: box.y = request->at.y - off - request->height; break;
    case GF_LABEL_BELOW: box.y = request->at.y + off; break;
    case GF_LABEL_NONE:
    case GF_LABEL_LEADER:
    case GF_LABEL_NUMBER:
    default: g_assert_not_reached ();
    }

  return box;
}

/* Whether the box is free of everything that cannot move: edges, points, obstacles. */
static gboolean
is_on_free_ground (const Run       *run,
                   const GfMapRect *box)
{
  if (!gf_map_rect_contains (run->bounds, box))
    return FALSE;

  for (guint i = 0; i < run->n_requests; i++)
    {
      GfMapRect mark = get_mark (&run->requests[i]);

      if (gf_map_rect_overlaps (&mark, box))
        return FALSE;
    }

  for (guint i = 0; i < run->n_obstacles; i++)
    if (gf_map_rect_overlaps (&run->obstacles[i], box))
      return FALSE;

  return TRUE;
}

/* Which label, other than that of ITSELF and IGNORED, covers the box or leads a line through it. */
static guint
find_blocker (const Run       *run,
              const GfMapRect *box,
              guint            itself,
              guint            ignored)
{
  guint found = NOBODY;

  for (guint i = 0; i < run->n_requests; i++)
    {
      const GfLabelPlace *place = &run->places[i];

      if (i == itself || i == ignored || place->side == GF_LABEL_NONE)
        continue;
      if (!gf_map_rect_overlaps (&place->box, box)
          && !(place->side == GF_LABEL_LEADER
               && gf_map_rect_meets_line (box, place->line_from, place->line_to)))
        continue;
      if (found != NOBODY)
        return SEVERAL;
      found = i;
    }

  return found;
}

static gboolean
place_beside (Run      *run,
              guint     i,
              double    width,
              gboolean  as_number)
{
  for (guint side = GF_LABEL_RIGHT; side <= GF_LABEL_BELOW; side++)
    {
      GfMapRect box = get_box_beside (run, i, width, side);

      if (!is_on_free_ground (run, &box) || find_blocker (run, &box, i, NOBODY) != NOBODY)
        continue;

      run->places[i].side = as_number ? GF_LABEL_NUMBER : side;
      run->places[i].box = box;
      return TRUE;
    }

  return FALSE;
}

/* Takes a place that one other label holds, if that label has another place beside its own point.
 * */
static gboolean
place_by_moving_one (Run   *run,
                     guint  i)
{
  for (guint side = GF_LABEL_RIGHT; side <= GF_LABEL_BELOW; side++)
    {
      GfMapRect box = get_box_beside (run, i, run->requests[i].width, side);
      guint blocker;

      if (!is_on_free_ground (run, &box))
        continue;

      blocker = find_blocker (run, &box, i, NOBODY);
      if (blocker == SEVERAL || blocker == NOBODY)
        continue;

      GfLabelPlace kept = run->places[blocker];

      run->places[i].side = side;
      run->places[i].box = box;
      run->places[blocker].side = GF_LABEL_NONE;
      if (place_beside (run, blocker, run->requests[blocker].width, FALSE))
        return TRUE;

      run->places[blocker] = kept;
      run->places[i].side = GF_LABEL_NONE;
    }

  return FALSE;
}

/* How near the line comes to a place. */
static double
get_distance (GfMapPlace place,
              GfMapPlace from,
              GfMapPlace to)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double length = dx * dx + dy * dy;
  double at = length > 0.0 ? ((place.x - from.x) * dx + (place.y - from.y) * dy) / length : 0.0;

  at = CLAMP (at, 0.0, 1.0);

  return hypot (place.x - from.x - at * dx, place.y - from.y - at * dy);
}

/* Points that lie on each other cannot be led out of without crossing; they are no hindrance. */
static gboolean
line_is_free (const Run  *run,
              guint       itself,
              GfMapPlace  from,
              GfMapPlace  to)
{
  for (guint i = 0; i < run->n_requests; i++)
    {
      const GfLabelRequest *other = &run->requests[i], *own = &run->requests[itself];

      if (i == itself)
        continue;
      if (hypot (other->at.x - own->at.x, other->at.y - own->at.y) > other->radius + own->radius
          && get_distance (other->at, from, to) < other->radius + 1.0)
        return FALSE;
      if (run->places[i].side != GF_LABEL_NONE
          && gf_map_rect_meets_line (&run->places[i].box, from, to))
        return FALSE;
    }

  for (guint i = 0; i < run->n_obstacles; i++)
    if (MIN (run->obstacles[i].width, run->obstacles[i].height) > THIN
        && gf_map_rect_meets_line (&run->obstacles[i], from, to))
      return FALSE;

  return TRUE;
}

static gboolean
try_leader (Run    *run,
            guint   i,
            double  length,
            double  degrees)
{
  const GfLabelRequest *request = &run->requests[i];
  double angle = degrees * G_PI / 180.0;
  double dx = cos (angle), dy = -sin (angle);
  GfMapPlace from = { request->at.x + dx * request->radius, request->at.y + dy * request->radius };
  GfMapPlace to = { from.x + dx * length, from.y + dy * length };
  GfMapRect box = { to.x - request->width / 2.0, to.y - request->height / 2.0,
                    request->width, request->height };

  if (fabs (dx) > 0.4)
    box.x = dx > 0.0 ? to.x + 2.0 : to.x - 2.0 - request->width;
  else
    box.y = dy > 0.0 ? to.y + 1.0 : to.y - 1.0 - request->height;

  if (!is_on_free_ground (run, &box)
      || find_blocker (run, &box, i, NOBODY) != NOBODY
      || !line_is_free (run, i, from, to))
    return FALSE;

  run->places[i].side = GF_LABEL_LEADER;
  run->places[i].box = box;
  run->places[i].line_from = from;
  run->places[i].line_to = to;

  return TRUE;
}

static gboolean
place_with_leader (Run   *run,
                   guint  i)
{
  for (guint l = 0; l < G_N_ELEMENTS (leader_lengths); l++)
    for (guint a = 0; a < G_N_ELEMENTS (leader_angles); a++)
      if (try_leader (run, i, leader_lengths[l], leader_angles[a]))
        return TRUE;

  return FALSE;
}

static void
place_number (Run   *run,
              guint  i,
              guint  number)
{
  double width = MIN (NUMBER_WIDTH, run->requests[i].width);

  /* On a map so full that not even a number finds room it stands on its point. */
  if (!place_beside (run, i, width, TRUE))
    {
      GfMapRect box = { run->requests[i].at.x - width / 2.0,
                        run->requests[i].at.y - run->requests[i].height / 2.0,
                        width, run->requests[i].height };

      run->places[i].side = GF_LABEL_NUMBER;
      run->places[i].box = box;
    }

  run->places[i].number = number;
}

/**
 * gf_label_placement_run:
 * @requests: (array length=n_requests): the points and the sizes of their labels, the most
 * important
 *   first
 * @n_requests: how many
 * @bounds: what no label leaves
 * @obstacles: (array length=n_obstacles) (nullable): what no label covers besides; a line to a
 * label may
 *   cross those thinner than 6 pixels, such as the sides of a frame
 * @n_obstacles: how many
 * @gap: what stays free between a point and its label
 * @places: (out caller-allocates) (array length=n_requests): where the labels stand
 *
 * Places the labels as the header says. Only a number on a map with no room at all can cover
 * something.
 */
void
gf_label_placement_run (const GfLabelRequest *requests,
                        guint                 n_requests,
                        const GfMapRect      *bounds,
                        const GfMapRect      *obstacles,
                        guint                 n_obstacles,
                        double                gap,
                        GfLabelPlace         *places)
{
  Run run = { requests, n_requests, bounds, obstacles, n_obstacles, gap, places };
  g_autofree gboolean *waiting = g_new0 (gboolean, n_requests + 1);
  guint n_numbers = 0;

  g_return_if_fail (n_requests == 0 || (requests != NULL && places != NULL));
  g_return_if_fail (bounds != NULL);
  g_return_if_fail (n_obstacles == 0 || obstacles != NULL);

  for (guint i = 0; i < n_requests; i++)
    places[i] = (GfLabelPlace) { GF_LABEL_NONE };

  for (guint i = 0; i < n_requests; i++)
    if (requests[i].width > 0.0)
      waiting[i] = !place_beside (&run, i, requests[i].width, FALSE)
                   && !place_by_moving_one (&run, i);

  /* Lines come last, when it is known where the labels without one stand. */
  for (guint i = 0; i < n_requests; i++)
    if (waiting[i] && !place_with_leader (&run, i))
      place_number (&run, i, ++n_numbers);
}
