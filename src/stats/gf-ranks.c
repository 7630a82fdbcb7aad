/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-ranks.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <string.h>
#include <stdlib.h>

/* Eleven bits of the key at a time: six passes. */
#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)
#define N_PASSES 6

typedef struct
{
  guint64 key;
  guint32 index;
} Entry;

/* Rises as the value does; both zeros are one. */
static guint64
value_key (double value)
{
  guint64 bits;

  value += 0.0;
  memcpy (&bits, &value, sizeof bits);

  return bits >> 63 != 0 ? ~bits : bits | G_GUINT64_CONSTANT (1) << 63;
}

/* Sorts by the digit that @shift points at, and keeps the order of equals. Returns whether anything moved. */
static gboolean
sort_by_digit (const Entry *from,
               Entry       *to,
               gsize        n,
               guint        shift)
{
  gsize starts[N_DIGITS] = { 0 };
  gsize sum = 0;

  for (gsize i = 0; i < n; i++)
    starts[from[i].key >> shift & (N_DIGITS - 1)]++;
  if (starts[from[0].key >> shift & (N_DIGITS - 1)] == n)
    return FALSE;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      gsize count = starts[digit];

      starts[digit] = sum;
      sum += count;
    }
  for (gsize i = 0; i < n; i++)
    to[starts[from[i].key >> shift & (N_DIGITS - 1)]++] = from[i];

  return TRUE;
}

/**
 * gf_rising_order:
 * @values: (array length=n): the values
 * @n: how many there are, at most 2^32
 * @order: (out caller-allocates) (array length=n): the places of the values in rising order; equal ones keep theirs,
 *   NaN comes last
 *
 * Sorts by radix, which takes O(n).
 *
 * Returns: how many values are present
 */
gsize
gf_rising_order (const double *values,
                 gsize         n,
                 guint32      *order)
{
  g_return_val_if_fail (n == 0 || (values != NULL && order != NULL), 0);

  g_autofree Entry *entries = g_new (Entry, n + 1);
  g_autofree Entry *others = g_new (Entry, n + 1);
  Entry *from = entries, *to = others;
  gsize n_present = 0, n_missing = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      from[n_present++] = (Entry) { value_key (values[i]), (guint32) i };

  for (guint pass = 0; pass < N_PASSES && n_present > 1; pass++)
    if (sort_by_digit (from, to, n_present, pass * DIGIT_BITS))
      {
        Entry *swap = from;

        from = to;
        to = swap;
      }

  for (gsize i = 0; i < n_present; i++)
    order[i] = from[i].index;
  for (gsize i = 0; i < n; i++)
    if (isnan (values[i]))
      order[n_present + n_missing++] = (guint32) i;

  return n_present;
}

static int
compare_doubles (const void *first,
                 const void *second)
{
  double a = *(const double *) first;
  double b = *(const double *) second;

  return a < b ? -1 : a > b;
}

/**
 * gf_percentile_ranks:
 * @values: (array length=n): the values; NaN is left out
 * @n: how many there are
 * @ranks: (out caller-allocates) (array length=n): for each value the share of the values below it
 *   plus half the share of those equal to it; NaN where the value is. May be @values itself.
 *
 * Mid-ranks over the number of values present: strictly between 0 and 1, 1/2 on average, and the
 * same for ties. Turning the values round turns the ranks round.
 *
 * Returns: how many values are present
 */
gsize
gf_percentile_ranks (const double *values,
                     gsize         n,
                     double       *ranks)
{
  g_return_val_if_fail (n == 0 || (values != NULL && ranks != NULL), 0);

  g_autofree guint32 *order = g_new (guint32, n + 1);
  gsize n_present = gf_rising_order (values, n, order);
  g_autofree double *middle = g_new (double, n_present + 1);

  for (gsize i = 0, end; i < n_present; i = end)
    {
      for (end = i + 1; end < n_present && values[order[end]] == values[order[i]];)
        end++;

      for (gsize k = i; k < end; k++)
        middle[k] = (double) (i + end) / 2.0 / (double) n_present;
    }

  /* the ranks may take the place of the values */
  for (gsize i = 0; i < n_present; i++)
    ranks[order[i]] = middle[i];
  for (gsize i = n_present; i < n; i++)
    ranks[order[i]] = NAN;

  return n_present;
}

/**
 * gf_sorted_values:
 * @values: (array length=n): the values; NaN is left out
 * @n: how many there are
 * @n_sorted: (out): how many are present
 *
 * Returns: (transfer full) (array length=n_sorted): the values present, in rising order
 */
double *
gf_sorted_values (const double *values,
                  gsize         n,
                  gsize        *n_sorted)
{
  g_return_val_if_fail (n_sorted != NULL, NULL);

  double *sorted = g_new (double, n + 1);

  *n_sorted = 0;
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      sorted[(*n_sorted)++] = values[i];

  qsort (sorted, *n_sorted, sizeof (double), compare_doubles);

  return sorted;
}

/**
 * gf_quantile_sorted:
 * @sorted: (array length=n): values in rising order, without NaN
 * @n: how many there are
 * @share: which quantile, in 0..1
 *
 * Interpolates between order statistics: definition 7 of Hyndman and Fan (1996), Sample Quantiles in
 * Statistical Packages, The American Statistician 50, as R and spreadsheets do.
 *
 * Returns: the quantile; NaN of nothing
 */
double
gf_quantile_sorted (const double *sorted,
                    gsize         n,
                    double        share)
{
  g_return_val_if_fail (share >= 0.0 && share <= 1.0, NAN);

  if (n == 0)
    return NAN;

  double at = share * (double) (n - 1);
  gsize below = MIN ((gsize) at, n - 1);
  gsize above = MIN (below + 1, n - 1);

  return sorted[below] + (at - (double) below) * (sorted[above] - sorted[below]);
}

/**
 * gf_quantile:
 * @values: (array length=n): values in any order; NaN is left out
 * @n: how many there are
 * @share: which quantile, in 0..1; 0.5 is the median
 *
 * Returns: gf_quantile_sorted() of the values present
 */
double
gf_quantile (const double *values,
             gsize         n,
             double        share)
{
  gsize n_sorted;
  g_autofree double *sorted = gf_sorted_values (values, n, &n_sorted);

  return gf_quantile_sorted (sorted, n_sorted, share);
}

/**
 * gf_rank_correlation:
 * @x: (array length=n): values
 * @y: (array length=n): values of the same rows
 * @n: how many rows there are
 * @n_pairs: (out) (optional): how many rows have both
 *
 * Spearman's rank correlation over the rows that have both values, with mid-ranks for ties.
 * Source: Spearman (1904), American Journal of Psychology 15, 72-101.
 *
 * Returns: -1..1; NaN for fewer than three pairs or when either side is constant
 */
double
gf_rank_correlation (const double *x,
                     const double *y,
                     gsize         n,
                     gsize        *n_pairs)
{
  g_autofree double *a = g_new (double, n + 1);
  g_autofree double *b = g_new (double, n + 1);
  gsize n_both = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (x[i]) && !isnan (y[i]))
      {
        a[n_both] = x[i];
        b[n_both] = y[i];
        n_both++;
      }

  if (n_pairs != NULL)
    *n_pairs = n_both;
  if (n_both < 3)
    return NAN;

  gf_percentile_ranks (a, n_both, a);
  gf_percentile_ranks (b, n_both, b);

  double sd_a = gsl_stats_sd (a, 1, n_both);
  double sd_b = gsl_stats_sd (b, 1, n_both);

  /* ranks are halves over n: what is constant comes out as rounding noise at most */
  if (sd_a < 1e-9 || sd_b < 1e-9)
    return NAN;

  return CLAMP (gsl_stats_covariance (a, 1, b, 1, n_both) / (sd_a * sd_b), -1.0, 1.0);
}
