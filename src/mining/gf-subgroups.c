/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-subgroups.h"

#include "gf-popcount.h"
#include "gf-subgroup-bits.h"
#include "gf-subgroup-cube.h"
#include "gf-subgroup-top.h"

#include <math.h>
#include <string.h>

/* Beyond this many conditions the table of pair counts would not fit; triples are then bounded by
 * the count of their first pair alone. */
#define MAX_PAIR_TABLE 4096
/* What a way to count takes, in words of bits: a conjunction that is counted by itself on top of its own words,
 * a customer in a pass over all of them, and a cell. */
#define COST_OF_ONE 100
#define COST_OF_CUSTOMER 8
#define COST_OF_CELL 2
/* With more columns than this no passes are made: what is remembered of them grows with the square of their number, and
 * in the worst case with its cube, which is 16 MiB here. */
#define MOST_AXES 256

typedef struct
{
  GPtrArray *candidates;
  const GfSubgroupOptions *options;
  GfCountAnd count_and;
  double n_rows;
  double n_hits;
  gsize *rows;          /* of each condition, among the rows looked at */
  gsize *hits;

  GfSubgroupRows order;

  guint n_active;       /* conditions whose bound still beats the list, most hits first */
  guint *active;
  const guint64 **bits; /* of each active condition, NULL until it is counted by itself */
  GPtrArray *blocks;    /* what they point into */
  guint32 *pair_hits;   /* n_pairs x n_pairs */
  guint n_pairs;
  guint64 *scratch;     /* those who meet the first two conditions */
  guint64 *scratch_3;   /* the first three */
  guint64 n_counted;

  GPtrArray *axes;      /* GfSubgroupAxis: of the columns that active conditions are of */
  guint *axis_of;       /* of each active condition */
  guint8 **done;        /* of each two columns: with which third ones they have been counted in one pass; NULL for none */
  GArray **open;        /* of each two columns: the active conditions that have yet to be counted with them; filled late */
  guint *all;           /* the same for two columns with which none has been counted: 0, 1, 2, ... */
  guint32 *hit_cells;
  guint32 *other_cells;
  gsize n_cells;        /* there is room for */

  GfSubgroupTop top;
  gsize least_hits;     /* no refinement of one with fewer comes into the list */
} Search;

static void
store_and (const guint64 *a,
           const guint64 *b,
           guint64       *out,
           gsize          n)
{
  for (gsize i = 0; i < n; i++)
    out[i] = a[i] & b[i];
}

/* Exact for WRAcc, times N^2: whole numbers below 2^53 for up to ninety million customers. */
static double
quality (const Search *self,
         gsize         hits,
         gsize         rows)
{
  switch (self->options->quality)
    {
    case GF_QUALITY_WRACC:
      return (double) hits * self->n_rows - (double) rows * self->n_hits;

    case GF_QUALITY_LIFT:
      return (double) hits / (double) rows - self->n_hits / self->n_rows;

    case GF_QUALITY_BINOMIAL:
    default:
      return ((double) hits - (double) rows * self->n_hits / self->n_rows) / sqrt ((double) rows);
    }
}

/* The best that a refinement with so many hits can be: these hits and no others, but not fewer customers
 * than are asked for. */
static double
bound (const Search *self,
       gsize         hits)
{
  if (hits == 0)
    return self->options->quality == GF_QUALITY_LIFT ? -self->n_hits / self->n_rows : 0.0;

  return quality (self, hits, MAX (hits, self->options->min_rows));
}

static inline gboolean
is_hopeless (const Search *self,
             gsize         hits)
{
  return hits < self->least_hits;
}

/* The bound rises with the hits, but for that of none. */
static gsize
find_least_hits (const Search *self)
{
  gsize low = 1, high = (gsize) self->n_hits + 1;

  if (!self->options->prune || bound (self, 0) >= self->top.threshold)
    return 0;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (bound (self, middle) < self->top.threshold)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
offer (Search      *self,
       const guint *conditions,
       guint        n,
       gsize        hits,
       gsize        rows)
{
  if (n < self->options->min_depth || rows < MAX (1, self->options->min_rows))
    return;

  GfSubgroup subgroup = { .n = n, .rows = rows, .hits = hits, .quality = quality (self, hits, rows) };
  if (subgroup.quality < self->top.threshold)
    return;

  memcpy (subgroup.candidates, conditions, n * sizeof (guint));
  if (gf_subgroup_top_offer (&self->top, &subgroup))
    self->least_hits = find_least_hits (self);
}

static int
compare_hits_cb (const void *first,
                 const void *second,
                 void       *user_data)
{
  const Search *self = user_data;
  guint i = *(const guint *) first;
  guint k = *(const guint *) second;

  if (self->hits[i] != self->hits[k])
    return self->hits[i] > self->hits[k] ? -1 : 1;

  const GfCandidate *a = g_ptr_array_index (self->candidates, i);
  const GfCandidate *b = g_ptr_array_index (self->candidates, k);

  return strcmp (a->text, b->text);
}

static void
choose_active (Search *self)
{
  self->active = g_new (guint, self->candidates->len + 1);

  for (guint i = 0; i < self->candidates->len; i++)
    if (!is_hopeless (self, self->hits[i]) && self->rows[i] >= MAX (1, self->options->min_rows))
      self->active[self->n_active++] = i;

  g_sort_array (self->active, self->n_active, sizeof (guint), compare_hits_cb, self);
}

/* Among all that are compared the conditions know their counts; among some of them they are counted in the bits. */
static void
fill_counts (Search *self,
             gsize   n_compared)
{
  gboolean all = self->n_rows == (double) n_compared;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const GfCandidate *candidate = g_ptr_array_index (self->candidates, i);

      self->rows[i] = candidate->rows;
      self->hits[i] = candidate->hits;
    }
  if (all)
    return;

  self->active = g_new (guint, self->candidates->len + 1);
  self->n_active = self->candidates->len;
  for (guint i = 0; i < self->n_active; i++)
    self->active[i] = i;
  g_autofree guint64 *all_bits = gf_subgroup_rows_fill (&self->order, self->candidates, self->active, self->n_active);

  for (guint i = 0; i < self->n_active; i++)
    {
      const guint64 *bits = all_bits + i * self->order.n_words;

      self->hits[i] = self->count_and (bits, bits, self->order.n_hit_words);
      self->rows[i] = self->count_and (bits, bits, self->order.n_words);
    }

  g_clear_pointer (&self->active, g_free);
  self->n_active = 0;
}

static const GfCandidate *
active_candidate (const Search *self,
                  guint         i)
{
  return g_ptr_array_index (self->candidates, self->active[i]);
}

static gsize
active_hits (const Search *self,
             guint         i)
{
  return self->hits[self->active[i]];
}

static const guint64 *
active_bits (const Search *self,
             guint         i)
{
  return self->bits[i];
}

static void
set_pair_hits (Search *self,
               guint   i,
               guint   j,
               gsize   hits)
{
  if (self->pair_hits == NULL)
    return;

  self->pair_hits[(gsize) i * self->n_pairs + j] = (guint32) hits;
  self->pair_hits[(gsize) j * self->n_pairs + i] = (guint32) hits;
}

static gsize
get_pair_hits (const Search *self,
               guint         i,
               guint         j)
{
  if (self->pair_hits != NULL)
    return self->pair_hits[(gsize) i * self->n_pairs + j];

  return MIN (active_hits (self, i), active_hits (self, j));
}

/* Conditions of a column that is none exclude each other. */
static gboolean
is_set (const Search *self,
        guint         i)
{
  return active_candidate (self, i)->atoms->kind == GF_ATOMS_MEMBERS;
}

static gsize
get_columns (const Search *self,
             guint         i,
             guint         j)
{
  return (gsize) self->axis_of[i] * self->axes->len + self->axis_of[j];
}

/* The conditions behind @j that have yet to be counted with the columns of two. */
static const guint *
get_open (Search *self,
          guint   i,
          guint   j,
          guint  *n)
{
  gsize columns = self->done != NULL ? get_columns (self, i, j) : 0;
  const guint8 *done = self->done != NULL ? self->done[columns] : NULL;

  if (done == NULL)
    {
      *n = self->n_active - j - 1;
      return self->all + j + 1;
    }

  if (self->open[columns] == NULL)
    {
      self->open[columns] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint k = 0; k < self->n_active; k++)
        if (!done[self->axis_of[k]] &&
            (is_set (self, k) || (self->axis_of[k] != self->axis_of[i] && self->axis_of[k] != self->axis_of[j])))
          g_array_append_val (self->open[columns], k);
    }

  const guint *open = (const guint *) (gpointer) self->open[columns]->data;
  guint low = 0, high = self->open[columns]->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (open[middle] <= j)
        low = middle + 1;
      else
        high = middle;
    }
  *n = self->open[columns]->len - low;

  return open + low;
}

static void
search_pairs_of (Search *self,
                 guint   i)
{
  const guint64 *bits = active_bits (self, i);
  gsize others = self->order.n_words - self->order.n_hit_words;

  for (guint j = i + 1; j < self->n_active; j++)
    {
      /* the conditions are in order of their hits: what follows has no more */
      if (is_hopeless (self, active_hits (self, j)))
        break;
      if (active_candidate (self, j)->attribute == active_candidate (self, i)->attribute ||
          (self->done != NULL && self->done[get_columns (self, i, j)] != NULL))
        continue;

      gsize hits = self->count_and (bits, active_bits (self, j), self->order.n_hit_words);
      self->n_counted++;
      set_pair_hits (self, i, j, hits);
      if (is_hopeless (self, hits))
        continue;

      gsize rows = hits + self->count_and (bits + self->order.n_hit_words,
                                     active_bits (self, j) + self->order.n_hit_words, others);
      guint conditions[] = { self->active[i], self->active[j] };
      offer (self, conditions, 2, hits, rows);
    }
}

/* Any three conditions of a fourth are bounded by each of their pairs; the first three by their own hits. */
static void
search_fours_of_triple (Search *self,
                        guint   i,
                        guint   j,
                        guint   k,
                        gsize   triple)
{
  const guint first[] = { i, j, k };
  gsize others = self->order.n_words - self->order.n_hit_words;
  gboolean stored = FALSE;

  for (guint l = k + 1; l < self->n_active; l++)
    {
      gsize most = triple;
      gboolean same_attribute = FALSE;

      if (is_hopeless (self, active_hits (self, l)))
        break;
      for (gsize m = 0; m < G_N_ELEMENTS (first); m++)
        {
          most = MIN (most, get_pair_hits (self, first[m], l));
          same_attribute |= active_candidate (self, first[m])->attribute ==
                            active_candidate (self, l)->attribute;
        }
      if (same_attribute || is_hopeless (self, most))
        continue;

      if (!stored)
        store_and (self->scratch, active_bits (self, k), self->scratch_3, self->order.n_words);
      stored = TRUE;

      gsize hits = self->count_and (self->scratch_3, active_bits (self, l), self->order.n_hit_words);
      self->n_counted++;
      if (is_hopeless (self, hits))
        continue;

      gsize rows = hits + self->count_and (self->scratch_3 + self->order.n_hit_words,
                                           active_bits (self, l) + self->order.n_hit_words, others);
      guint conditions[] = { self->active[i], self->active[j], self->active[k], self->active[l] };
      offer (self, conditions, 4, hits, rows);
    }
}

/* With the depth 4 the triples are walked again, for the fours that begin with them. */
static void
search_triples_of_pair (Search *self,
                        guint   i,
                        guint   j,
                        guint   depth)
{
  gsize others = self->order.n_words - self->order.n_hit_words;
  gsize pair = get_pair_hits (self, i, j);
  guint attribute_i = active_candidate (self, i)->attribute;
  guint attribute_j = active_candidate (self, j)->attribute;
  gboolean stored = FALSE;
  guint n_open;
  const guint *open = get_open (self, i, j, &n_open);

  for (guint at = 0; at < n_open; at++)
    {
      guint k = open[at];
      const GfCandidate *candidate = active_candidate (self, k);

      if (is_hopeless (self, active_hits (self, k)))
        break;
      if (candidate->attribute == attribute_i || candidate->attribute == attribute_j)
        continue;
      if (is_hopeless (self, MIN (pair, MIN (get_pair_hits (self, i, k), get_pair_hits (self, j, k)))))
        continue;

      if (!stored)
        store_and (active_bits (self, i), active_bits (self, j), self->scratch, self->order.n_words);
      stored = TRUE;

      gsize hits = self->count_and (self->scratch, active_bits (self, k), self->order.n_hit_words);
      self->n_counted++;
      if (is_hopeless (self, hits))
        continue;

      if (depth == 4)
        {
          search_fours_of_triple (self, i, j, k, hits);
          continue;
        }

      gsize rows = hits + self->count_and (self->scratch + self->order.n_hit_words,
                                     active_bits (self, k) + self->order.n_hit_words, others);
      guint conditions[] = { self->active[i], self->active[j], self->active[k] };
      offer (self, conditions, 3, hits, rows);
    }
}

static void
search_triples_of (Search *self,
                   guint   i,
                   guint   depth)
{
  for (guint j = i + 1; j < self->n_active; j++)
    {
      if (active_candidate (self, i)->attribute == active_candidate (self, j)->attribute)
        continue;
      if (!is_hopeless (self, get_pair_hits (self, i, j)))
        search_triples_of_pair (self, i, j, depth);
    }
}

static guint
axis_condition (const GfSubgroupAxis *axis,
                guint                 i)
{
  return g_array_index (axis->conditions, guint, i);
}

/* How many conjunctions of the columns would have to be counted; beyond @most it does not matter how many. */
static gsize
count_hopeful (const Search         *self,
               const GfSubgroupCube *cube,
               gsize                 most)
{
  const GfSubgroupAxis *a = cube->axes[0], *b = cube->axes[1], *c = cube->axes[2];
  gsize n = 0;

  if (cube->n_axes == 2)
    return (gsize) a->conditions->len * b->conditions->len;

  for (guint i = 0; i < a->conditions->len && n <= most; i++)
    for (guint j = 0; j < b->conditions->len && n <= most; j++)
      {
        guint x = axis_condition (a, i), y = axis_condition (b, j);

        if (is_hopeless (self, get_pair_hits (self, x, y)))
          continue;
        for (guint k = 0; k < c->conditions->len; k++)
          {
            guint z = axis_condition (c, k);

            n += !is_hopeless (self, get_pair_hits (self, x, z)) && !is_hopeless (self, get_pair_hits (self, y, z));
          }
      }

  return n;
}

/* Whether a pass over all customers takes less than counting what is to be counted one by one. */
static gboolean
is_worth_a_pass (const Search         *self,
                 const GfSubgroupCube *cube)
{
  double pass = COST_OF_CUSTOMER * self->n_rows + COST_OF_CELL * (double) cube->n_cells;
  double most = pass / (double) (self->order.n_words + COST_OF_ONE);

  return (double) count_hopeful (self, cube, (gsize) most) > most;
}

static void
make_room (Search *self,
           gsize   n_cells)
{
  if (n_cells <= self->n_cells)
    return;

  g_free (self->hit_cells);
  g_free (self->other_cells);
  self->hit_cells = g_new (guint32, n_cells);
  self->other_cells = g_new (guint32, n_cells);
  self->n_cells = n_cells;
}

/* The conjunctions of the last column's conditions with some of the others. The others than hits are counted as soon as
 * any has hits enough. */
static void
search_line (Search               *self,
             const GfSubgroupCube *cube,
             const guint          *which,
             gboolean             *others_counted)
{
  const GfSubgroupAxis *last = cube->axes[cube->n_axes - 1];
  guint n = cube->n_axes - 1;
  guint active[GF_SUBGROUP_CUBE_MAX_AXES], conditions[GF_SUBGROUP_CUBE_MAX_AXES];
  GfSubgroupCorners corners;

  for (guint i = 0; i < n; i++)
    {
      active[i] = axis_condition (cube->axes[i], which[i]);
      conditions[i] = self->active[active[i]];
    }
  gf_subgroup_cube_get_corners (cube, which, &corners);

  for (guint k = 0; k < last->conditions->len; k++)
    {
      guint z = axis_condition (last, k);
      gboolean hopeless = is_hopeless (self, active_hits (self, z));

      for (guint i = 0; i < n && n > 1; i++)
        hopeless |= is_hopeless (self, get_pair_hits (self, active[i], z));
      if (hopeless)
        continue;

      gsize hits = gf_subgroup_cube_get (cube, self->hit_cells, &corners, k);
      self->n_counted++;
      if (n == 1)
        set_pair_hits (self, active[0], z, hits);
      if (is_hopeless (self, hits))
        continue;

      if (!*others_counted)
        gf_subgroup_cube_count (cube, self->order.n_hit_words * 64, self->order.n_words * 64, self->other_cells);
      *others_counted = TRUE;
      conditions[n] = self->active[z];
      offer (self, conditions, n + 1, hits, hits + gf_subgroup_cube_get (cube, self->other_cells, &corners, k));
    }
}

static void
search_cube (Search               *self,
             const GfSubgroupCube *cube)
{
  guint n_second = cube->n_axes == 2 ? 1 : cube->axes[1]->conditions->len;
  gboolean others_counted = FALSE;

  make_room (self, cube->n_cells);
  gf_subgroup_cube_count (cube, 0, self->order.n_hit_words * 64, self->hit_cells);
  for (guint i = 0; i < cube->axes[0]->conditions->len; i++)
    for (guint j = 0; j < n_second; j++)
      {
        guint which[] = { i, j };
        guint x = axis_condition (cube->axes[0], i);

        if (!is_hopeless (self, cube->n_axes == 2 ? active_hits (self, x)
                                                  : get_pair_hits (self, x, axis_condition (cube->axes[1], j))))
          search_line (self, cube, which, &others_counted);
      }
}

static void
mark_done (Search *self,
           guint   i,
           guint   j,
           guint   k)
{
  guint8 **done = &self->done[(gsize) i * self->axes->len + j];

  if (*done == NULL)
    *done = g_new0 (guint8, self->axes->len);
  (*done)[k] = 1;
}

static void
search_columns (Search      *self,
                const guint *which,
                guint        n_axes)
{
  GfSubgroupCube cube;

  if (!gf_subgroup_cube_init (&cube, self->axes, which, n_axes) || !is_worth_a_pass (self, &cube))
    return;

  search_cube (self, &cube);
  for (guint i = 0; i < n_axes; i++)
    for (guint j = 0; j < n_axes; j++)
      if (i != j)
        mark_done (self, which[i], which[j], which[n_axes == 2 ? i : 3 - i - j]);
}

static const GArray *
get_conditions (const Search *self,
                guint         axis)
{
  return ((const GfSubgroupAxis *) g_ptr_array_index (self->axes, axis))->conditions;
}

/* How many conjunctions of three columns there are at most, the third with so many conditions. */
static double
most_triples (const Search *self,
              guint         i,
              guint         j,
              guint         n_third)
{
  const GArray *a = get_conditions (self, i), *b = get_conditions (self, j);
  double n = 0;

  for (guint x = 0; x < a->len; x++)
    for (guint y = 0; y < b->len; y++)
      n += !is_hopeless (self, get_pair_hits (self, g_array_index (a, guint, x), g_array_index (b, guint, y)));

  return n * (double) n_third;
}

typedef struct
{
  GfProgressFunc function;
  gpointer data;
  double from;          /* of a level or a part of it */
  double to;
} Part;

/* The first of @n have the most partners left: done is 1 - (rest)^depth. */
static void
tell_progress (const Part *part,
               guint       depth,
               guint       n_done,
               guint       n)
{
  double rest = 1.0 - (double) n_done / (double) n;

  if (part->function != NULL)
    part->function (part->from + (1.0 - pow (rest, depth)) * (part->to - part->from), part->data);
}

/* Counts the conjunctions of two or three columns in one pass where there are very many: ranges and levels of which
 * most beat the list as far as their hits tell. */
static gboolean
search_in_passes (Search        *self,
                  guint          depth,
                  GCancellable  *cancellable,
                  const Part    *part,
                  GError       **error)
{
  double least = COST_OF_CUSTOMER * self->n_rows / (double) (self->order.n_words + COST_OF_ONE);
  guint n = self->axes->len, n_third = 0;

  for (guint i = 0; i < n; i++)
    n_third = MAX (n_third, get_conditions (self, i)->len);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = i + 1; j < n; j++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;

          if (depth == 2)
            search_columns (self, (const guint[]) { i, j }, 2);
          else if (most_triples (self, i, j, n_third) > least)
            for (guint k = j + 1; k < n; k++)
              search_columns (self, (const guint[]) { i, j, k }, 3);
        }
      tell_progress (part, depth, i + 1, n);
    }

  return TRUE;
}

static void
clear_level (Search *self)
{
  for (gsize i = 0; self->done != NULL && i < (gsize) self->axes->len * self->axes->len; i++)
    {
      g_free (self->done[i]);
      g_clear_pointer (&self->open[i], g_array_unref);
    }
  g_clear_pointer (&self->done, g_free);
  g_clear_pointer (&self->open, g_free);
  g_clear_pointer (&self->axes, g_ptr_array_unref);
  g_clear_pointer (&self->axis_of, g_free);
  g_clear_pointer (&self->all, g_free);
}

/* The conditions that are hopeless by now are the last ones. */
static void
drop_hopeless (Search *self)
{
  while (self->n_active > 0 && is_hopeless (self, active_hits (self, self->n_active - 1)))
    self->n_active--;
}

static gboolean
is_counted_in_passes (const Search *self,
                      guint         depth)
{
  return depth <= 3 && self->axes->len <= MOST_AXES;
}

static void
prepare_level (Search *self,
               guint   depth)
{
  drop_hopeless (self);
  clear_level (self);
  self->axes = gf_subgroup_axes_new (self->candidates, self->active, self->n_active);
  self->all = g_new (guint, self->n_active + 1);
  for (guint i = 0; i < self->n_active; i++)
    self->all[i] = i;
  if (!is_counted_in_passes (self, depth))
    return;

  gf_subgroup_axes_fill (self->axes, &self->order, self->candidates, self->active);
  self->axis_of = g_new (guint, self->n_active + 1);
  for (guint axis = 0; axis < self->axes->len; axis++)
    {
      const GfSubgroupAxis *one = g_ptr_array_index (self->axes, axis);

      for (guint i = 0; i < one->conditions->len; i++)
        self->axis_of[axis_condition (one, i)] = axis;
    }
  self->done = g_new0 (guint8 *, (gsize) self->axes->len * self->axes->len + 1);
  self->open = g_new0 (GArray *, (gsize) self->axes->len * self->axes->len + 1);
}

/* Whether any conjunction with a condition of the column has yet to be counted by itself. */
static gboolean
is_open (const Search *self,
         guint         axis,
         guint         depth)
{
  guint n = self->axes->len;

  if (self->done == NULL)
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      const GfSubgroupAxis *other = g_ptr_array_index (self->axes, i);
      const guint8 *done = self->done[(gsize) axis * n + i];

      if (done == NULL && (i != axis || other->atoms->kind == GF_ATOMS_MEMBERS))
        return TRUE;
      for (guint k = 0; k < n && done != NULL && depth == 3; k++)
        if (!done[k] && ((k != axis && k != i) ||
                         ((const GfSubgroupAxis *) g_ptr_array_index (self->axes, k))->atoms->kind == GF_ATOMS_MEMBERS))
          return TRUE;
    }

  return FALSE;
}

static void
fill_bits (Search *self,
           guint   depth)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) active = g_array_new (FALSE, FALSE, sizeof (guint));

  drop_hopeless (self);
  for (guint axis = 0; axis < self->axes->len; axis++)
    {
      const GArray *conditions = get_conditions (self, axis);

      if (!is_open (self, axis, depth))
        continue;
      for (guint k = 0; k < conditions->len; k++)
        {
          guint i = g_array_index (conditions, guint, k);

          if (i >= self->n_active || self->bits[i] != NULL)
            continue;
          g_array_append_val (chosen, self->active[i]);
          g_array_append_val (active, i);
        }
    }

  guint64 *block = gf_subgroup_rows_fill (&self->order, self->candidates, (const guint *) (gpointer) chosen->data,
                                          chosen->len);
  g_ptr_array_add (self->blocks, block);
  for (guint i = 0; i < active->len; i++)
    self->bits[g_array_index (active, guint, i)] = block + (gsize) i * self->order.n_words;
}

static gboolean
search_level (Search         *self,
              guint           depth,
              GCancellable   *cancellable,
              GfProgressFunc  progress,
              gpointer        progress_data,
              GError        **error)
{
  double from = depth == 2 ? 0.0 : depth == 3 ? 0.1 : 0.4;
  double to = depth == self->options->depth ? 1.0 : depth == 2 ? 0.1 : 0.4;
  Part by_themselves = { progress, progress_data, from, to };

  prepare_level (self, depth);
  if (is_counted_in_passes (self, depth))
    {
      const Part passes = { progress, progress_data, from, (from + to) / 2.0 };

      by_themselves.from = passes.to;
      if (!search_in_passes (self, depth, cancellable, &passes, error))
        return FALSE;
    }

  fill_bits (self, depth);

  for (guint i = 0; i < self->n_active; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (depth == 2)
        search_pairs_of (self, i);
      else if (!is_hopeless (self, active_hits (self, i)))
        search_triples_of (self, i, depth);

      if (i % 16 == 0 || i + 1 == self->n_active)
        tell_progress (&by_themselves, depth, i + 1, self->n_active);
    }

  return TRUE;
}

static void
search_clear (Search *self)
{
  g_free (self->rows);
  g_free (self->hits);
  gf_subgroup_rows_clear (&self->order);
  g_free (self->active);
  g_free (self->bits);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self->pair_hits);
  g_free (self->scratch);
  g_free (self->scratch_3);
  clear_level (self);
  g_free (self->hit_cells);
  g_free (self->other_cells);
  gf_subgroup_top_clear (&self->top);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/**
 * gf_subgroup_wracc:
 * @hits: hits in the group
 * @rows: customers in the group
 * @all_hits: hits in all
 * @all_rows: customers in all
 *
 * Returns: weighted relative accuracy, rows/N x (share - base rate); 0 of nothing. Source: Lavrac,
 *   Flach, Zupan (1999), Rule Evaluation Measures: A Unifying View, ILP-99.
 */
double
gf_subgroup_wracc (gsize hits,
                   gsize rows,
                   gsize all_hits,
                   gsize all_rows)
{
  if (all_rows == 0)
    return 0.0;

  double n = (double) all_rows;

  return (double) hits / n - (double) rows / n * ((double) all_hits / n);
}

/**
 * gf_subgroups_search:
 * @candidates: (element-type GfCandidate): the conditions
 * @target: the customers that count as hits
 * @options: what to look for: conjunctions of min_depth to depth conditions with at least min_rows
 *   customers, the top best of them
 * @cancellable: (nullable): to stop
 * @progress: (nullable): told the share done
 * @progress_data: for @progress
 * @error: set when stopped
 *
 * Finds the best conjunctions exactly: the same list as looking at all of them. Ties go to fewer
 * conditions, then to the order of the texts. With max_rows, exactly among so many evenly spaced customers, whose
 * counts the list then has.
 *
 * Returns: (transfer full) (element-type GfSubgroup) (nullable): best first; NULL when stopped
 */
GArray *
gf_subgroups_search (GPtrArray               *candidates,
                     const GfBitset          *target,
                     const GfSubgroupOptions *options,
                     GCancellable            *cancellable,
                     GfProgressFunc           progress,
                     gpointer                 progress_data,
                     GError                 **error)
{
  g_return_val_if_fail (candidates != NULL && target != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->depth >= 1 && options->depth <= GF_SUBGROUP_MAX_DEPTH, NULL);

  g_auto (Search) self = { 0 };

  self.candidates = candidates;
  self.options = options;
  gf_subgroup_top_init (&self.top, candidates, options->top, options->one_each);
  self.count_and = gf_popcount_choose ();
  if (options->top == 0 || candidates->len == 0)
    return g_steal_pointer (&self.top.list);

  self.rows = g_new (gsize, candidates->len);
  self.hits = g_new (gsize, candidates->len);
  gf_subgroup_rows_init (&self.order, target, options->among, options->max_rows);
  self.n_rows = (double) self.order.n_rows;
  self.n_hits = (double) self.order.n_hits;
  fill_counts (&self, options->among != NULL ? gf_bitset_count (options->among) : gf_bitset_get_size (target));
  for (guint i = 0; i < candidates->len; i++)
    offer (&self, &i, 1, self.hits[i], self.rows[i]);

  choose_active (&self);
  self.bits = g_new0 (const guint64 *, self.n_active + 1);
  self.blocks = g_ptr_array_new_with_free_func (g_free);
  if (options->depth >= 3)
    {
      self.scratch = g_new (guint64, self.order.n_words + 1);
      if (self.n_active <= MAX_PAIR_TABLE)
        self.pair_hits = g_new0 (guint32, (gsize) self.n_active * self.n_active + 1);
      self.n_pairs = self.n_active;
    }

  if (options->depth >= 4)
    self.scratch_3 = g_new (guint64, self.order.n_words + 1);

  for (guint depth = 2; depth <= options->depth; depth++)
    if (!search_level (&self, depth, cancellable, progress, progress_data, error))
      return NULL;

  if (options->n_counted != NULL)
    *options->n_counted = self.n_counted;

  return g_steal_pointer (&self.top.list);
}
