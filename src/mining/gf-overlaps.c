/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-overlaps.h"

#include "gf-ranks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Two measures whose ranks agree this well say the same. */
#define SAME_RANKS 0.9
/* A product may miss by this much, as prices change over the months, in one row of ten at most. */
#define PRODUCT_ERROR 0.15
#define PRODUCT_ROWS 0.9
#define MIN_ROWS 10
#define MAX_SAMPLE 20000

/* Evenly spaced rows, as many as it takes to tell. */
static gsize
sample_row (gsize i,
            gsize n,
            gsize n_rows)
{
  return (gsize) ((double) i * ((double) n_rows / (double) n));
}

/* Spearman's, 0 where there are too few to tell. */
static double
rank_agreement (const double *a,
                const double *b,
                gsize         n_rows)
{
  gsize n = MIN (n_rows, MAX_SAMPLE);
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = g_new (double, n + 1);
  gsize n_pairs;

  for (gsize i = 0; i < n; i++)
    {
      x[i] = a[sample_row (i, n, n_rows)];
      y[i] = b[sample_row (i, n, n_rows)];
    }

  double correlation = gf_rank_correlation (x, y, n, &n_pairs);

  return n_pairs >= MIN_ROWS && !isnan (correlation) ? correlation : 0.0;
}

/* A factor that is the same everywhere multiplies nothing: it must differ, and so must the part. */
static gboolean
is_product (const double *whole,
            const double *part,
            const double *factor,
            gsize         n_rows)
{
  gsize n = MIN (n_rows, MAX_SAMPLE);
  gsize n_known = 0;
  gsize n_right = 0;
  double low = INFINITY;
  double high = -INFINITY;

  for (gsize i = 0; i < n; i++)
    {
      gsize row = sample_row (i, n, n_rows);
      double product = part[row] * factor[row];

      if (!isfinite (product) || !isfinite (whole[row]) || whole[row] == 0.0)
        continue;
      n_known++;
      low = fmin (low, factor[row]);
      high = fmax (high, factor[row]);
      if (fabs (product - whole[row]) <= PRODUCT_ERROR * fabs (whole[row]))
        n_right++;
    }

  return n_known >= MIN_ROWS && high > low && (double) n_right >= PRODUCT_ROWS * (double) n_known;
}

static const double *
find_numbers (GfTable         *table,
              const GfMeasure *measure)
{
  GfColumn *column = measure->weight > 0.0 ? gf_table_find_column (table, measure->column) : NULL;

  return column != NULL ? gf_column_get_numbers (column) : NULL;
}

/* The column of numbers that makes @whole out of @part; NULL if none does. */
static const char *
find_factor (GfTable      *table,
             const double *whole,
             const double *part)
{
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      GfColumnType type = gf_column_get_column_type (column);
      /* Of other columns they would be laid out for nothing. */
      const double *numbers = type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY ? gf_column_get_numbers (column) : NULL;

      if (numbers == NULL || numbers == whole || numbers == part)
        continue;
      if (is_product (whole, part, numbers, gf_table_get_n_rows (table)))
        return gf_column_get_name (column);
    }

  return NULL;
}

/* The one that weighs less counts twice; of equal ones the later. */
static gboolean
weighs_less (const GfMeasure *measures,
             guint            a,
             guint            b)
{
  return measures[a].weight < measures[b].weight || (measures[a].weight == measures[b].weight && a > b);
}

/**
 * gf_overlaps_find:
 * @table: the customers
 * @measures: (array length=n_measures): what makes a customer good
 * @n_measures: how many there are
 *
 * Finds the measures that count what another one counts already: the other is the product of it and a third column
 * (within 15 % in nine rows of ten, as a total is of the price and the months) and more of both is better, or less;
 * or the ranks of both agree by at least 0.9 (Spearman), each from its worse end, and it weighs less. Where they run
 * against each other as closely, as revenue and tickets where those who pay more ask more, they cancel each other.
 * Measures without a weight do not count. An empty cell tells nothing, and
 * neither do fewer than ten rows.
 *
 * Returns: (transfer full) (element-type GfOverlap): the overlaps, one for a measure at most
 */
GArray *
gf_overlaps_find (GfTable         *table,
                  const GfMeasure *measures,
                  guint            n_measures)
{
  g_return_val_if_fail (table != NULL && (n_measures == 0 || measures != NULL), NULL);

  GArray *overlaps = g_array_new (FALSE, FALSE, sizeof (GfOverlap));
  gsize n_rows = gf_table_get_n_rows (table);

  for (guint i = 0; i < n_measures; i++)
    {
      const double *part = find_numbers (table, &measures[i]);
      GfOverlap overlap = { measures[i].column, NULL, NULL, FALSE };

      for (guint k = 0; part != NULL && k < n_measures && overlap.whole == NULL; k++)
        {
          const double *whole = k != i ? find_numbers (table, &measures[k]) : NULL;

          if (whole == NULL || whole == part)
            continue;

          gboolean same_way = !measures[i].lower_is_better == !measures[k].lower_is_better;
          overlap.times = same_way ? find_factor (table, whole, part) : NULL;
          if (overlap.times == NULL && !weighs_less (measures, i, k))
            continue;

          double agreement = overlap.times != NULL ? 1.0
                                                   : (same_way ? 1.0 : -1.0) * rank_agreement (part, whole, n_rows);
          if (fabs (agreement) < SAME_RANKS)
            continue;
          overlap.whole = measures[k].column;
          overlap.cancels = agreement < 0.0;
        }
      if (overlap.whole != NULL)
        g_array_append_val (overlaps, overlap);
    }

  return overlaps;
}

/**
 * gf_overlap_dup_sentence:
 * @self: an overlap
 *
 * Returns: (transfer full): "Monthly revenue is part of Lifetime value (times Months kept): it counts
 *   twice"
 */
char *
gf_overlap_dup_sentence (const GfOverlap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->times != NULL)
    /* TRANSLATORS: three columns, the first, the one that holds it, and the one it is multiplied by: "Price is part of
     * Total (times Months): it counts twice" */
    return g_strdup_printf (_("%s is part of %s (times %s): it counts twice"), self->part, self->whole,
                            self->times);

  if (self->cancels)
    /* TRANSLATORS: two columns */
    return g_strdup_printf (_("%s counts against %s, though they say the same: they cancel each other"), self->part,
                            self->whole);

  /* TRANSLATORS: two columns */
  return g_strdup_printf (_("%s goes with %s nearly everywhere: it counts twice"), self->part, self->whole);
}
