/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-subgroup-cube.h"

#include "gf-parallel.h"

#include <string.h>

/* So many cells are 16 MiB. */
#define MOST_CELLS (1u << 22)
#define NO_PLACE 0

static void
axis_free (gpointer data)
{
  GfSubgroupAxis *self = data;

  g_array_unref (self->conditions);
  g_array_unref (self->spans);
  g_free (self->places);
  g_free (self->starts);
  g_free (self);
}

typedef struct
{
  const GfSubgroupRows *rows;
  GPtrArray *candidates;
  const guint *chosen;
  GPtrArray *axes;
} Filling;

static const GfCandidate *
get_condition (const Filling        *self,
               const GfSubgroupAxis *axis,
               guint                 i)
{
  return g_ptr_array_index (self->candidates, self->chosen[g_array_index (axis->conditions, guint, i)]);
}

/* The pieces that conditions are about get places in their order, so that neighbours stay neighbours. */
static guint16 *
number_pieces (const Filling  *self,
               GfSubgroupAxis *axis)
{
  guint16 *place_of = g_new0 (guint16, axis->atoms->n_atoms + 1);

  for (guint i = 0; i < axis->conditions->len; i++)
    {
      const GfCandidate *candidate = get_condition (self, axis, i);

      for (guint piece = candidate->first; piece <= candidate->last; piece++)
        place_of[piece] = 1;
      axis->ranged |= candidate->first < candidate->last;
    }

  axis->n_places = 1;
  for (guint piece = 0; piece <= axis->atoms->n_atoms; piece++)
    if (place_of[piece] != NO_PLACE)
      place_of[piece] = (guint16) axis->n_places++;

  for (guint i = 0; i < axis->conditions->len; i++)
    {
      const GfCandidate *candidate = get_condition (self, axis, i);
      GfSubgroupSpan span = { place_of[candidate->first] - 1u, place_of[candidate->last] };

      g_array_append_val (axis->spans, span);
    }

  return place_of;
}

static void
fill_places (const GfSubgroupRows *rows,
             GfSubgroupAxis       *axis,
             const guint16        *place_of)
{
  const GfAtoms *atoms = axis->atoms;
  g_autofree guint16 *place_of_code = g_new (guint16, atoms->n_codes + 1);

  for (guint code = 0; code < atoms->n_codes; code++)
    place_of_code[code] = place_of[atoms->map[code]];

  axis->places = g_new0 (guint16, rows->n_words * 64 + 1);
  for (gsize row = 0; row < atoms->n_rows; row++)
    if (rows->position[row] != GF_SUBGROUP_LEFT_OUT)
      axis->places[rows->position[row]] = place_of_code[atoms->codes[row]];
}

/* A set's places go in the order of the positions: they are counted first. */
static void
fill_sets (const GfSubgroupRows *rows,
           GfSubgroupAxis       *axis,
           const guint16        *place_of)
{
  const GfAtoms *atoms = axis->atoms;
  gsize n_positions = rows->n_words * 64;
  const guint32 *members;
  guint n;

  axis->starts = g_new0 (guint32, n_positions + 2);
  for (gsize row = 0; row < atoms->n_rows; row++)
    if (rows->position[row] != GF_SUBGROUP_LEFT_OUT)
      {
        members = gf_column_get_set (atoms->column, row, &n);
        for (guint i = 0; i < n; i++)
          axis->starts[rows->position[row] + 2] += place_of[members[i]] != NO_PLACE;
      }
  for (gsize i = 2; i < n_positions + 2; i++)
    axis->starts[i] += axis->starts[i - 1];

  /* while they are filled, each start is where the next place of its position goes */
  axis->places = g_new (guint16, axis->starts[n_positions + 1] + 1);
  for (gsize row = 0; row < atoms->n_rows; row++)
    if (rows->position[row] != GF_SUBGROUP_LEFT_OUT)
      {
        members = gf_column_get_set (atoms->column, row, &n);
        for (guint i = 0; i < n; i++)
          if (place_of[members[i]] != NO_PLACE)
            axis->places[axis->starts[rows->position[row] + 1]++] = place_of[members[i]];
      }
}

static void
fill_axis_cb (guint    index,
              gpointer user_data)
{
  const Filling *self = user_data;
  GfSubgroupAxis *axis = g_ptr_array_index (self->axes, index);
  g_autofree guint16 *place_of = number_pieces (self, axis);

  /* More places than can be told apart: no cube is made of it. */
  if (axis->n_places > G_MAXUINT16)
    return;

  if (axis->atoms->codes != NULL)
    fill_places (self->rows, axis, place_of);
  else
    fill_sets (self->rows, axis, place_of);
}

/**
 * gf_subgroup_axes_new:
 * @candidates: (element-type GfCandidate): conditions
 * @chosen: (array length=n_chosen): some of them by their index
 * @n_chosen: how many
 *
 * Makes an axis of each column that has any of the chosen conditions. No cube is made of it until it is filled.
 *
 * Returns: (transfer full) (element-type GfSubgroupAxis): the axes; their conditions are indices of @chosen
 */
GPtrArray *
gf_subgroup_axes_new (GPtrArray   *candidates,
                      const guint *chosen,
                      guint        n_chosen)
{
  GPtrArray *axes = g_ptr_array_new_with_free_func (axis_free);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_chosen; i++)
    {
      const GfCandidate *candidate = g_ptr_array_index (candidates, chosen[i]);
      GfSubgroupAxis *axis = g_hash_table_lookup (known, candidate->atoms);

      if (axis == NULL)
        {
          axis = g_new0 (GfSubgroupAxis, 1);
          axis->atoms = candidate->atoms;
          axis->conditions = g_array_new (FALSE, FALSE, sizeof (guint));
          axis->spans = g_array_new (FALSE, FALSE, sizeof (GfSubgroupSpan));
          g_hash_table_insert (known, (gpointer) candidate->atoms, axis);
          g_ptr_array_add (axes, axis);
        }
      g_array_append_val (axis->conditions, i);
    }

  return axes;
}

/**
 * gf_subgroup_axes_fill:
 * @axes: (element-type GfSubgroupAxis): axes of gf_subgroup_axes_new()
 * @rows: the customers
 * @candidates: (element-type GfCandidate): the conditions they were made of
 * @chosen: those that were chosen
 *
 * Finds the places of all customers, two bytes each on each axis, several axes at once.
 */
void
gf_subgroup_axes_fill (GPtrArray            *axes,
                       const GfSubgroupRows *rows,
                       GPtrArray            *candidates,
                       const guint          *chosen)
{
  Filling filling = { rows, candidates, chosen, axes };

  gf_parallel_for (axes->len, gf_atoms_choose_threads (rows->n_rows), fill_axis_cb, &filling);
}

/**
 * gf_subgroup_cube_init:
 * @self: (out caller-allocates): the cube, which lives no longer than @axes
 * @axes: (element-type GfSubgroupAxis): axes
 * @which: (array length=n_axes): different ones of them
 * @n_axes: 2 for a square, 3 for a cube
 *
 * Lays a cube out; a set becomes its last axis.
 *
 * Returns: whether it can be counted: there are not too many cells, and there is one set at most
 */
gboolean
gf_subgroup_cube_init (GfSubgroupCube *self,
                       GPtrArray      *axes,
                       const guint    *which,
                       guint           n_axes)
{
  g_return_val_if_fail (n_axes >= 2 && n_axes <= GF_SUBGROUP_CUBE_MAX_AXES, FALSE);

  guint n_sets = 0, n = 0;

  *self = (GfSubgroupCube) { .n_axes = n_axes, .n_cells = 1 };
  for (guint i = 0; i < n_axes; i++)
    {
      const GfSubgroupAxis *axis = g_ptr_array_index (axes, which[i]);

      if (axis->places == NULL)
        return FALSE;
      if (axis->starts != NULL)
        n_sets++;
      self->axes[axis->starts != NULL ? n_axes - 1 : n++] = axis;
      if (n_sets > 1)
        return FALSE;
    }

  for (guint i = n_axes; i-- > 0;)
    {
      self->strides[i] = (guint32) self->n_cells;
      self->n_cells *= self->axes[i]->n_places;
      if (self->n_cells > MOST_CELLS)
        return FALSE;
    }

  return TRUE;
}

static void
count_positions (const GfSubgroupCube *self,
                 gsize                 from,
                 gsize                 to,
                 guint32              *cells)
{
  /* a square is a cube whose second axis has no length */
  gboolean square = self->n_axes == 2;
  const guint16 *first = self->axes[0]->places;
  const guint16 *second = square ? first : self->axes[1]->places;
  const GfSubgroupAxis *last = self->axes[self->n_axes - 1];
  guint32 stride = self->strides[0], second_stride = square ? 0 : self->strides[1];

  if (last->starts == NULL)
    {
      for (gsize i = from; i < to; i++)
        cells[first[i] * stride + second[i] * second_stride + last->places[i]]++;
      return;
    }

  for (gsize i = from; i < to; i++)
    {
      guint32 *line = cells + (first[i] * stride + second[i] * second_stride);

      for (guint32 k = last->starts[i]; k < last->starts[i + 1]; k++)
        line[last->places[k]]++;
    }
}

/* Each cell becomes the sum of those at and before its place on the axis. */
static void
sum_along (const GfSubgroupCube *self,
           guint                 axis,
           guint32              *cells)
{
  gsize stride = self->strides[axis];
  gsize block = stride * self->axes[axis]->n_places;

  for (guint32 *start = cells; start < cells + self->n_cells; start += block)
    for (gsize i = stride; i < block; i++)
      start[i] += start[i - stride];
}

/**
 * gf_subgroup_cube_count:
 * @self: a cube
 * @from: the first position of the customers to count
 * @to: the one behind the last
 * @cells: (array): room for its n_cells
 *
 * Counts customers at each place, and sums them along the axes that have conditions of several places.
 */
void
gf_subgroup_cube_count (const GfSubgroupCube *self,
                        gsize                 from,
                        gsize                 to,
                        guint32              *cells)
{
  memset (cells, 0, self->n_cells * sizeof (guint32));
  count_positions (self, from, to, cells);
  for (guint i = 0; i < self->n_axes; i++)
    if (self->axes[i]->ranged)
      sum_along (self, i, cells);
}

/**
 * gf_subgroup_cube_get_corners:
 * @self: a cube
 * @conditions: (array): for each axis but the last, which of its conditions
 * @corners: (out caller-allocates): where the counts are
 *
 * Finds where the conjunctions of these conditions and any one of the last axis are counted: gf_subgroup_cube_get().
 */
void
gf_subgroup_cube_get_corners (const GfSubgroupCube *self,
                              const guint          *conditions,
                              GfSubgroupCorners    *corners)
{
  guint32 more[4] = { 0 }, less[4] = { 0 };
  guint n_more = 1, n_less = 0;

  for (guint axis = 0; axis + 1 < self->n_axes; axis++)
    {
      const GfSubgroupSpan *span = &g_array_index (self->axes[axis]->spans, GfSubgroupSpan, conditions[axis]);
      guint32 last = span->last * self->strides[axis], before = span->before * self->strides[axis];
      guint n = n_more, m = n_less;

      if (self->axes[axis]->ranged)
        {
          for (guint i = 0; i < m; i++)
            more[n_more++] = less[i] + before;
          for (guint i = 0; i < n; i++)
            less[n_less++] = more[i] + before;
        }
      for (guint i = 0; i < n; i++)
        more[i] += last;
      for (guint i = 0; i < m; i++)
        less[i] += last;
    }

  corners->n_more = n_more;
  corners->n = n_more + n_less;
  for (guint i = 0; i < corners->n; i++)
    corners->cells[i] = i < n_more ? more[i] : less[i - n_more];
}
