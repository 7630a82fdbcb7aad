/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-association.h"

#include <math.h>

static guint
count_used (const gsize *sums,
            guint        n)
{
  guint used = 0;

  for (guint i = 0; i < n; i++)
    used += sums[i] > 0;

  return used;
}

static double
chi_square (const gsize *counts,
            const gsize *rows,
            guint        n_a,
            const gsize *columns,
            guint        n_b,
            gsize        n)
{
  double sum = 0.0;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      {
        double expected = (double) rows[i] * (double) columns[j] / (double) n;
        double rest = (double) counts[i * n_b + j] - expected;

        if (expected > 0.0)
          sum += rest * rest / expected;
      }

  return sum;
}

/**
 * gf_cramers_v:
 * @a: (array length=n): for each customer one of @n_a levels
 * @n_a: levels of @a; more than that is a missing cell
 * @b: (array length=n): for each customer one of @n_b levels
 * @n_b: levels of @b
 * @n: customers
 *
 * Measures how well either tells the other, corrected for what chance alone gives with many levels. Customers of
 * whom one is missing are left out. Source: Bergsma (2013), A bias-correction for Cramér's V and Tschuprow's T,
 * Journal of the Korean Statistical Society 42.
 *
 * Returns: 0 for nothing to 1 for all; NaN with fewer than two customers or where a level is alone
 */
double
gf_cramers_v (const guint32 *a,
              guint          n_a,
              const guint32 *b,
              guint          n_b,
              gsize          n)
{
  g_return_val_if_fail (n == 0 || (a != NULL && b != NULL), NAN);

  g_autofree gsize *counts = g_new0 (gsize, (gsize) n_a * n_b + 1);
  g_autofree gsize *rows = g_new0 (gsize, n_a + 1);
  g_autofree gsize *columns = g_new0 (gsize, n_b + 1);
  gsize known = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (a[i] >= n_a || b[i] >= n_b)
        continue;
      counts[(gsize) a[i] * n_b + b[i]]++;
      rows[a[i]]++;
      columns[b[i]]++;
      known++;
    }

  double r = count_used (rows, n_a), c = count_used (columns, n_b);
  if (known < 2 || r < 2.0 || c < 2.0)
    return NAN;

  double total = (double) known;
  double phi2 = chi_square (counts, rows, n_a, columns, n_b, known) / total;
  double corrected = fmax (0.0, phi2 - (r - 1.0) * (c - 1.0) / (total - 1.0));
  double r_corrected = r - (r - 1.0) * (r - 1.0) / (total - 1.0);
  double c_corrected = c - (c - 1.0) * (c - 1.0) / (total - 1.0);
  double least = fmin (r_corrected, c_corrected) - 1.0;

  return least > 0.0 ? fmin (1.0, sqrt (corrected / least)) : 0.0;
}
