/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-open-space.h"

#include <math.h>

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The edges that the sides of the largest empty rectangle can lie on: the ends of the axis, and
 * both sides of what every point keeps free. */
static double *
dup_edges (const GfMapPlace *taken,
           guint             n_taken,
           double            margin,
           guint            *n_edges)
{
  double *edges = g_new (double, 2 * n_taken + 2);
  guint n = 0;

  edges[n++] = GF_MAP_LOW;
  edges[n++] = GF_MAP_HIGH;
  for (guint i = 0; i < n_taken; i++)
    {
      edges[n++] = CLAMP (taken[i].x - margin, GF_MAP_LOW, GF_MAP_HIGH);
      edges[n++] = CLAMP (taken[i].x + margin, GF_MAP_LOW, GF_MAP_HIGH);
    }
  qsort (edges, n, sizeof *edges, compare_doubles);
  *n_edges = n;

  return edges;
}

/* The highest empty run between LEFT and RIGHT, over the points sorted by y. */
static double
find_run (const GfMapPlace *sorted,
          guint             n_sorted,
          double            margin,
          double            left,
          double            right,
          double           *bottom)
{
  double from = GF_MAP_LOW, best = -1.0;

  for (guint i = 0; i <= n_sorted; i++)
    {
      double to = GF_MAP_HIGH;

      if (i < n_sorted)
        {
          if (sorted[i].x + margin <= left + 1e-9 || sorted[i].x - margin >= right - 1e-9)
            continue;
          to = sorted[i].y - margin;
        }

      if (to - from > best)
        {
          best = to - from;
          *bottom = from;
        }
      if (i < n_sorted)
        from = MAX (from, sorted[i].y + margin);
    }

  return best;
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const GfMapPlace *first = a, *second = b;

  return (first->y > second->y) - (first->y < second->y);
}

/**
 * gf_open_space_find:
 * @taken: (array length=n_taken): where somebody stands; places that are NaN are passed over
 * @n_taken: how many
 * @margin: how far the space keeps from everybody
 * @space: (out caller-allocates): the space, x and y its lower left corner
 *
 * Finds the largest rectangle of the map that keeps @margin from every place. All pairs of edges
 * that
 * can bound it are tried, so that the result is exact: O(n^3). Of several equally large ones it is
 * the
 * leftmost, then the lowest.
 *
 * Returns: its area, 0 when there is none
 */
double
gf_open_space_find (const GfMapPlace *taken,
                    guint             n_taken,
                    double            margin,
                    GfMapRect        *space)
{
  g_autofree GfMapPlace *sorted = g_new (GfMapPlace, n_taken + 1);
  g_autofree double *edges = NULL;
  guint n_sorted = 0, n_edges;
  double best = 0.0;

  g_return_val_if_fail (n_taken == 0 || taken != NULL, 0.0);
  g_return_val_if_fail (margin >= 0.0, 0.0);
  g_return_val_if_fail (space != NULL, 0.0);

  for (guint i = 0; i < n_taken; i++)
    if (!isnan (taken[i].x) && !isnan (taken[i].y))
      sorted[n_sorted++] = taken[i];
  qsort (sorted, n_sorted, sizeof *sorted, compare_heights);
  edges = dup_edges (sorted, n_sorted, margin, &n_edges);

  *space = (GfMapRect) { GF_MAP_LOW, GF_MAP_LOW, 0.0, 0.0 };
  for (guint l = 0; l < n_edges; l++)
    for (guint r = l + 1; r < n_edges; r++)
      {
        double width = edges[r] - edges[l], bottom = GF_MAP_LOW;
        double height = find_run (sorted, n_sorted, margin, edges[l], edges[r], &bottom);

        if (width * height > best + 1e-9)
          {
            best = width * height;
            *space = (GfMapRect) { edges[l], bottom, width, height };
          }
      }

  return best;
}

/**
 * gf_open_space_narrow:
 * @wanted: (array length=n_wanted): where customers and segments stand
 * @n_wanted: how many
 * @margin: what the space keeps round them
 * @space: (inout): an empty space, made smaller
 *
 * Draws a space together around those who stand in it: an open space matters where somebody wants
 * to
 * be. A space in which nobody stands is left as it is.
 *
 * Returns: whether anybody stands in it
 */
gboolean
gf_open_space_narrow (const GfMapPlace *wanted,
                      guint             n_wanted,
                      double            margin,
                      GfMapRect        *space)
{
  double left = INFINITY, right = -INFINITY, bottom = INFINITY, top = -INFINITY;

  g_return_val_if_fail (n_wanted == 0 || wanted != NULL, FALSE);
  g_return_val_if_fail (space != NULL, FALSE);

  for (guint i = 0; i < n_wanted; i++)
    {
      if (gf_open_space_count (&wanted[i], 1, space) == 0)
        continue;
      left = MIN (left, wanted[i].x);
      right = MAX (right, wanted[i].x);
      bottom = MIN (bottom, wanted[i].y);
      top = MAX (top, wanted[i].y);
    }

  if (left > right)
    return FALSE;

  left = MAX (left - margin, space->x);
  right = MIN (right + margin, space->x + space->width);
  bottom = MAX (bottom - margin, space->y);
  top = MIN (top + margin, space->y + space->height);
  *space = (GfMapRect) { left, bottom, right - left, top - bottom };

  return TRUE;
}

/**
 * gf_open_space_count:
 * @places: (array length=n_places): some places
 * @n_places: how many
 * @space: a space
 *
 * Returns: how many of the places lie in the space, edges included
 */
guint
gf_open_space_count (const GfMapPlace *places,
                     guint             n_places,
                     const GfMapRect  *space)
{
  guint count = 0;

  g_return_val_if_fail (n_places == 0 || places != NULL, 0);
  g_return_val_if_fail (space != NULL, 0);

  for (guint i = 0; i < n_places; i++)
    if (places[i].x >= space->x && places[i].x <= space->x + space->width
        && places[i].y >= space->y && places[i].y <= space->y + space->height)
      count++;

  return count;
}
