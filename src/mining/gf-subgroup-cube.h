/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-subgroup-bits.h"

G_BEGIN_DECLS

/* The customers of every conjunction of two or three columns at once: one pass over the customers counts how many
 * are at each place of a square or a cube whose axes are the columns. Conditions that are runs of neighbours are
 * then told apart by sums along their axis (summed-area table: Crow 1984), so that hundreds of them cost no
 * more than their few pieces. Internal to the search.
 *
 *   place:    of a customer on an axis; 0 where no condition of the search holds
 *   ranged:   whether a condition spans several places; the cells are then sums from place 0 on
 *   set:      a customer has several places; such an axis comes last, and there is one at most
 *   cost:     a pass over the customers, and one over the cells
 */
typedef struct
{
  const GfAtoms *atoms;
  GArray *conditions;    /* guint: indices of the conditions, rising */
  GArray *spans;         /* GfSubgroupSpan: of each */
  guint n_places;
  gboolean ranged;
  guint16 *places;       /* of each position of GfSubgroupRows; of a set those of all, one behind the other */
  guint32 *starts;       /* of a set, where the places of each position begin; else NULL */
} GfSubgroupAxis;

typedef struct
{
  guint before;          /* the place before the first one */
  guint last;
} GfSubgroupSpan;

#define GF_SUBGROUP_CUBE_MAX_AXES 3

typedef struct
{
  const GfSubgroupAxis *axes[GF_SUBGROUP_CUBE_MAX_AXES];
  guint32 strides[GF_SUBGROUP_CUBE_MAX_AXES];
  guint n_axes;
  gsize n_cells;
} GfSubgroupCube;

/* Where the count of a conjunction stands: the sum of these cells, those behind n_more taken away. */
typedef struct
{
  guint32 cells[4];
  guint n;
  guint n_more;
} GfSubgroupCorners;

GPtrArray *gf_subgroup_axes_new         (GPtrArray               *candidates,
                                         const guint             *chosen,
                                         guint                    n_chosen);
void       gf_subgroup_axes_fill        (GPtrArray               *axes,
                                         const GfSubgroupRows    *rows,
                                         GPtrArray               *candidates,
                                         const guint             *chosen);
gboolean   gf_subgroup_cube_init        (GfSubgroupCube          *self,
                                         GPtrArray               *axes,
                                         const guint             *which,
                                         guint                    n_axes);
void       gf_subgroup_cube_count       (const GfSubgroupCube    *self,
                                         gsize                    from,
                                         gsize                    to,
                                         guint32                 *cells);
void       gf_subgroup_cube_get_corners (const GfSubgroupCube    *self,
                                         const guint             *conditions,
                                         GfSubgroupCorners       *corners);

/* The count of the conjunction of the conditions of @corners and condition @i of the last axis. */
static inline guint32
gf_subgroup_cube_get (const GfSubgroupCube    *self,
                      const guint32           *cells,
                      const GfSubgroupCorners *corners,
                      guint                    i)
{
  const GfSubgroupAxis *axis = self->axes[self->n_axes - 1];
  const GfSubgroupSpan *span = &g_array_index (axis->spans, GfSubgroupSpan, i);
  guint32 count = 0;

  for (guint k = 0; k < corners->n; k++)
    {
      const guint32 *line = cells + corners->cells[k];
      guint32 one = line[span->last] - (axis->ranged ? line[span->before] : 0);

      count += k < corners->n_more ? one : -one;
    }

  return count;
}

G_END_DECLS
