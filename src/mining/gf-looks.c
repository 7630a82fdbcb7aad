/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-looks.h"

#include "gf-finding.h"
#include "gf-fisher.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
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
