/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-value-sets.h"

#include "gf-fisher.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>

/* A level joins when it is clearer than this, times the levels tried, by itself ... */
#define JOINS_P 0.05
/* ... and its share does not differ from that of the level it joins by an exact test at this. */
#define DIFFERS_P 0.05

typedef struct
{
  guint32 level;
  gsize rows;
  gsize hits;
} LevelCount;

static LevelCount *
count_levels (const GfAtoms  *atoms,
              const GfBitset *among,
              const GfBitset *target)
{
  LevelCount *counts = g_new0 (LevelCount, atoms->n_atoms + 1);

  for (gsize row = 0; gf_bitset_next (among, &row); row++)
    {
      LevelCount *count = &counts[gf_atoms_get (atoms, row)];

      count->rows++;
      count->hits += gf_bitset_get (target, row);
    }
  for (guint i = 0; i < atoms->n_atoms; i++)
    counts[i].level = i;

  return counts;
}

static double
raised_log_p (const LevelCount *level,
              gsize             other_rows,
              gsize             other_hits)
{
  return gf_fisher_greater_log_p (level->hits, level->rows - level->hits, other_hits,
                                  other_rows - other_hits);
}

static gboolean
differ (const LevelCount *a,
        const LevelCount *b)
{
  return gf_fisher_log_p (a->hits, a->rows - a->hits, b->hits, b->rows - b->hits) < log (DIFFERS_P);
}

/* The clearest level that may still join @first; %NULL when there is none. */
static const LevelCount *
find_next (const LevelCount *counts,
           guint             n_levels,
           const gboolean   *taken,
           const LevelCount *first,
           gsize             other_rows,
           gsize             other_hits,
           gsize             min_rows,
           guint             n_tried)
{
  const LevelCount *best = NULL;
  double best_log_p = log (JOINS_P) - log ((double) n_tried);

  for (guint i = 0; i < n_levels; i++)
    {
      const LevelCount *level = &counts[i];

      if (taken[i] || level->rows < MAX (min_rows, 1) || level->hits == 0 || differ (first, level))
        continue;

      double log_p = raised_log_p (level, other_rows - level->rows, other_hits - level->hits);
      if (log_p < best_log_p)
        {
          best = level;
          best_log_p = log_p;
        }
    }

  return best;
}

static GArray *
grow (const LevelCount *counts,
      guint             n_levels,
      guint             level,
      gsize             min_rows)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *taken = g_new0 (gboolean, n_levels + 1);
  gsize other_rows = 0, other_hits = 0;
  guint n_tried = 0;

  for (guint i = 0; i < n_levels; i++)
    {
      n_tried += counts[i].rows >= MAX (min_rows, 1);
      if (i == level)
        continue;
      other_rows += counts[i].rows;
      other_hits += counts[i].hits;
    }

  for (const LevelCount *next = &counts[level]; next != NULL;)
    {
      taken[next->level] = TRUE;
      g_array_append_val (levels, next->level);
      next = find_next (counts, n_levels, taken, &counts[level], other_rows, other_hits, min_rows, MAX (n_tried, 1));
      if (next != NULL)
        {
          other_rows -= next->rows;
          other_hits -= next->hits;
        }
    }

  return levels;
}

/**
 * gf_value_set_grow:
 * @atoms: the levels of a column
 * @level: the level to begin with
 * @among: the customers to look at: those who meet the other conditions
 * @target: the customers that count as hits
 * @min_rows: a level with fewer of these customers does not join
 *
 * Finds the levels that belong with one because among the customers looked at they are hits as often: each
 * raises the share of hits against all levels that stay outside, by a one-sided exact test whose p is
 * multiplied by the number of levels tried, and cannot be told from the first level by a two-sided one. They
 * join one after the other, the clearest first.
 *
 * Returns: (transfer full) (element-type guint32): the levels, @level first; only it when none joins
 */
GArray *
gf_value_set_grow (const GfAtoms  *atoms,
                   guint           level,
                   const GfBitset *among,
                   const GfBitset *target,
                   gsize           min_rows)
{
  g_return_val_if_fail (atoms != NULL && atoms->kind == GF_ATOMS_LEVELS, NULL);
  g_return_val_if_fail (level < atoms->n_atoms && among != NULL && target != NULL, NULL);

  g_autofree LevelCount *counts = count_levels (atoms, among, target);

  return grow (counts, atoms->n_atoms, level, min_rows);
}

/**
 * gf_value_set_grow_counted:
 * @atoms: the levels of a column, counted
 * @level: the level to begin with
 * @min_rows: a level with fewer customers does not join
 *
 * The same as gf_value_set_grow() among the customers that @atoms looks at, from its own counts.
 *
 * Returns: (transfer full) (element-type guint32): the levels, @level first; only it when none joins
 */
GArray *
gf_value_set_grow_counted (const GfAtoms *atoms,
                           guint          level,
                           gsize          min_rows)
{
  g_return_val_if_fail (atoms != NULL && atoms->kind == GF_ATOMS_LEVELS, NULL);
  g_return_val_if_fail (level < atoms->n_atoms, NULL);

  g_autofree LevelCount *counts = g_new (LevelCount, atoms->n_atoms + 1);

  for (guint i = 0; i < atoms->n_atoms; i++)
    counts[i] = (LevelCount) { i, atoms->rows[i], atoms->hits[i] };

  return grow (counts, atoms->n_atoms, level, min_rows);
}

/**
 * gf_value_set_log_looks:
 * @n_levels: how many levels could have been merged, at least 1
 * @n_merged: how many were
 *
 * How many looks a merged set stands for, against one look for each single level: all the sets of that
 * size, by Bonferroni. Not less than one.
 *
 * Returns: the logarithm of binomial (@n_levels, @n_merged) / @n_levels
 */
double
gf_value_set_log_looks (guint n_levels,
                        guint n_merged)
{
  g_return_val_if_fail (n_levels >= 1 && n_merged >= 1 && n_merged <= n_levels, 0.0);

  if (n_merged == 1)
    return 0.0;

  double n = (double) n_levels, k = (double) n_merged;

  return MAX (0.0, gsl_sf_lngamma (n + 1.0) - gsl_sf_lngamma (k + 1.0) - gsl_sf_lngamma (n - k + 1.0) - log (n));
}
