/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-looks.h"

#include "gf-finding.h"
#include "gf-fisher.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sort.h>
#include <math.h>

#define N_DRAWS 1999
#define SEED 20260901
#define MAX_ROWS 5000
/* A p that is not small by itself needs no closer look. */
#define ALPHA 0.05

typedef struct
{
  const gsize *band_rows;
  guint n_bands;
  gsize all_rows;
  gsize all_hits;
  double *log_p;        /* n_bands x n_bands x (all_hits + 1), NaN where not known yet */
  guint *hits;          /* of each band in the draw */
} Draws;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (gsl_rng, gsl_rng_free)

static double
range_log_p (Draws *self,
             guint  first,
             guint  last,
             gsize  rows,
             gsize  hits)
{
  double *log_p = self->log_p + ((gsize) first * self->n_bands + last) * (self->all_hits + 1) + hits;

  if (isnan (*log_p))
    *log_p = gf_fisher_log_p (hits, rows - hits, self->all_hits - hits,
                              self->all_rows - rows - (self->all_hits - hits));

  return *log_p;
}

/* Deals the hits to the bands at random, as many as there are. */
static void
draw (Draws   *self,
      gsl_rng *rng)
{
  gsize rows = self->all_rows, hits = self->all_hits;

  for (guint i = 0; i < self->n_bands; i++)
    {
      self->hits[i] = gsl_ran_hypergeometric (rng, (guint) hits, (guint) (rows - hits),
                                              (guint) self->band_rows[i]);
      rows -= self->band_rows[i];
      hits -= self->hits[i];
    }
}

static double
least_log_p (Draws *self)
{
  double least = 0.0;

  for (guint first = 0; first < self->n_bands; first++)
    {
      gsize rows = 0, hits = 0;

      for (guint last = first; last < self->n_bands; last++)
        {
          rows += self->band_rows[last];
          hits += self->hits[last];
          if (rows >= GF_MIN_ROWS && !(first == 0 && last == self->n_bands - 1))
            least = MIN (least, range_log_p (self, first, last, rows, hits));
        }
    }

  return least;
}

/**
 * gf_looks_of_best_range:
 * @band_rows: (array length=n_bands): how many customers each band of the scale holds
 * @n_bands: how many bands there are
 * @all_rows: customers in all
 * @all_hits: hits in all
 * @n_tried: how many ranges were tried
 * @log_p: logarithm of the least p among them
 *
 * Ranges of one scale overlap, so trying twenty of them is not twenty looks. How many it is worth is found by
 * dealing the hits out at random 1,999 times with a fixed seed and counting how often some range is as clear:
 * the single-step min-p of Westfall and Young (1993), Resampling-Based Multiple Testing. Where p is not small, or
 * smaller than the draws can tell, or there are more than 5,000 customers, all ranges tried are counted in full. Of one
 * scale the less p is never the less clear.
 *
 * Returns: what p is to be multiplied by, 1 to @n_tried
 */
double
gf_looks_of_best_range (const gsize *band_rows,
                        guint        n_bands,
                        gsize        all_rows,
                        gsize        all_hits,
                        guint        n_tried,
                        double       log_p)
{
  double all = MAX (1.0, (double) n_tried);

  /* so small a p no draw can tell from another */
  if (all_rows > MAX_ROWS || log_p >= log (ALPHA) || log_p + log (all) <= -log (N_DRAWS + 1.0))
    return all;

  gsize n_cells = (gsize) n_bands * n_bands * (all_hits + 1);
  g_autofree double *table = g_new (double, n_cells);
  g_autofree guint *hits = g_new (guint, n_bands);
  g_autoptr (gsl_rng) rng = gsl_rng_alloc (gsl_rng_mt19937);
  Draws draws = { band_rows, n_bands, all_rows, all_hits, table, hits };
  guint n_as_clear = 0;

  for (gsize i = 0; i < n_cells; i++)
    table[i] = NAN;
  gsl_rng_set (rng, SEED);

  for (guint i = 0; i < N_DRAWS; i++)
    {
      draw (&draws, rng);
      n_as_clear += least_log_p (&draws) <= log_p + 1e-9;
    }

  double p = (double) (n_as_clear + 1) / (double) (N_DRAWS + 1);

  return CLAMP (p / exp (log_p), 1.0, all);
}

/* How far the farthest range lies above the share of all, in standard errors, where only luck says who is a hit:
 * band_rows many normal numbers in each band, with a sum of nothing over all customers. */
static double
draw_farthest (gsl_rng     *rng,
               const gsize *band_rows,
               guint        n_bands,
               gsize        all_rows,
               double      *excess)
{
  double n = (double) all_rows, sum = 0.0, farthest = 0.0;
  gsize filled = 0;

  for (guint i = 0; i < n_bands; i++)
    {
      excess[i] = gsl_ran_gaussian_ziggurat (rng, sqrt ((double) band_rows[i]));
      sum += excess[i];
      filled += band_rows[i];
    }
  if (all_rows > filled)
    sum += gsl_ran_gaussian_ziggurat (rng, sqrt ((double) (all_rows - filled)));

  for (guint first = 0; first < n_bands; first++)
    {
      double rows = 0.0, above = 0.0;

      for (guint last = first; last < n_bands; last++)
        {
          rows += (double) band_rows[last];
          above += excess[last] - sum * (double) band_rows[last] / n;
          if (rows >= GF_MIN_ROWS && rows < n && !(first == 0 && last == n_bands - 1))
            farthest = fmax (farthest, above / sqrt (rows * (n - rows) / n));
        }
    }

  return farthest;
}

/**
 * gf_looks_tail_of_best_range:
 * @band_rows: (array length=n_bands): how many customers each band of the scale holds
 * @n_bands: how many bands there are
 * @all_rows: customers in all
 *
 * How far out the end of an interval has to be, on the side of the share of all, for the farthest of all ranges of a
 * scale: in one of twenty scales that have nothing to do with it some range lies farther from the share of all. As
 * ranges overlap that is less far than for as many apart. Found by drawing 1,999 scales with a fixed seed: the maxT of
 * Westfall and Young (1993), Resampling-Based Multiple Testing, in its normal limit.
 *
 * Returns: the tail beyond that end, at most 0.025
 */
double
gf_looks_tail_of_best_range (const gsize *band_rows,
                             guint        n_bands,
                             gsize        all_rows)
{
  g_return_val_if_fail (band_rows != NULL && n_bands > 0, ALPHA / 2.0);

  g_autofree double *farthest = g_new (double, N_DRAWS);
  g_autofree double *excess = g_new (double, n_bands);
  g_autoptr (gsl_rng) rng = gsl_rng_alloc (gsl_rng_mt19937);

  gsl_rng_set (rng, SEED);
  for (guint i = 0; i < N_DRAWS; i++)
    farthest[i] = draw_farthest (rng, band_rows, n_bands, all_rows, excess);
  gsl_sort (farthest, 1, N_DRAWS);

  /* the 1,900th of 1,999 leaves a chance of 1 in 20 above it */
  return fmin (gsl_cdf_ugaussian_Q (farthest[(N_DRAWS + 1) * 19 / 20 - 1]), ALPHA / 2.0);
}
