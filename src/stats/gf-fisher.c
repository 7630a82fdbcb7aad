/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-fisher.h"

#include <float.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

/* A table
 *
 *        hit   not
 *   in    a     b    | rows
 *   out   c     d    |
 *        ----
 *        hits        | all
 *
 * with its margins fixed: then a alone says it all, and is hypergeometric. */
typedef struct
{
  double rows;
  double hits;
  double all;
  double low;        /* the least and the largest a that the margins allow */
  double high;
  double log_all;    /* log of the number of ways to draw the rows */
} Margins;

static double
log_choose (double n,
            double k)
{
  if (k <= 0.0 || k >= n)
    return 0.0;

  /* 1 / ((n + 1) B (k + 1, n - k + 1)), which GSL keeps exact for large arguments */
  return -log1p (n) - gsl_sf_lnbeta (k + 1.0, n - k + 1.0);
}

static Margins
margins (gsize a,
         gsize b,
         gsize c,
         gsize d)
{
  Margins m = { 0 };

  m.rows = (double) (a + b);
  m.hits = (double) (a + c);
  m.all = (double) (a + b + c + d);
  m.low = MAX (0.0, m.rows + m.hits - m.all);
  m.high = MIN (m.rows, m.hits);
  m.log_all = log_choose (m.all, m.rows);

  return m;
}

static double
log_density (const Margins *m,
             double         a)
{
  return log_choose (m->hits, a) + log_choose (m->all - m->hits, m->rows - a) - m->log_all;
}

/* The sum of the tail from `from` outwards, over the density at `from`: the terms fall faster and
 * faster, so the sum ends when they no longer count. */
static double
tail_ratio (const Margins *m,
            double         from,
            gboolean       upwards)
{
  double term = 1.0, sum = 1.0;
  double a = from;

  while (upwards ? a < m->high : a > m->low)
    {
      if (upwards)
        {
          term *= (m->hits - a) * (m->rows - a) /
                  ((a + 1.0) * (m->all - m->hits - m->rows + a + 1.0));
          a += 1.0;
        }
      else
        {
          term *= a * (m->all - m->hits - m->rows + a) /
                  ((m->hits - a + 1.0) * (m->rows - a + 1.0));
          a -= 1.0;
        }

      sum += term;
      if (term < sum * DBL_EPSILON / 16.0)
        break;
    }

  return sum;
}

/* The nearest value on the other side of the mode whose density is no larger than `limit`; `found`
 * tells whether there is one. The density is unimodal, so halving finds it. */
static double
opposite (const Margins *m,
          double         mode,
          double         limit,
          gboolean       upwards,
          gboolean      *found)
{
  double inside = mode;
  double outside = upwards ? m->high : m->low;

  *found = log_density (m, outside) <= limit;
  if (!*found)
    return outside;

  while (fabs (outside - inside) > 1.0)
    {
      double middle = floor ((inside + outside) / 2.0);

      if (log_density (m, middle) <= limit)
        outside = middle;
      else
        inside = middle;
    }

  return log_density (m, inside) <= limit ? inside : outside;
}

/**
 * gf_fisher_log_p:
 * @a: hits among the rows in question
 * @b: the others among the rows in question
 * @c: hits elsewhere
 * @d: the others elsewhere
 *
 * Fisher's exact test of a 2 x 2 table, two-sided: the probability, margins given, of a table that
 * is at most as likely as this one. As R's fisher.test does, tables within a relative 1e-7 count as
 * equally likely. Works in logarithms and sums only the terms that count, so that a million rows
 * neither underflow nor take long. Source: Fisher (1935), The Design of Experiments, II; R stats.
 *
 * Returns: the natural logarithm of p, at most 0
 */
double
gf_fisher_log_p (gsize a,
                 gsize b,
                 gsize c,
                 gsize d)
{
  Margins m = margins (a, b, c, d);

  if (m.low == m.high)
    return 0.0;

  double at = (double) a;
  double density = log_density (&m, at);
  double limit = density + log1p (1e-7);
  double mode = floor ((m.rows + 1.0) * (m.hits + 1.0) / (m.all + 2.0));

  mode = CLAMP (mode, m.low, m.high);
  if (log_density (&m, mode) <= limit)
    return 0.0;

  gboolean upwards = at > mode;
  double ratio = tail_ratio (&m, at, upwards);
  gboolean found;
  double other = opposite (&m, mode, limit, !upwards, &found);

  if (found)
    ratio += exp (log_density (&m, other) - density) * tail_ratio (&m, other, !upwards);

  return MIN (0.0, density + log (ratio));
}

/**
 * gf_fisher_p:
 * @a: hits among the rows in question
 * @b: the others among the rows in question
 * @c: hits elsewhere
 * @d: the others elsewhere
 *
 * Returns: gf_fisher_log_p() as a probability; never 0, the least is the smallest normal double
 */
double
gf_fisher_p (gsize a,
             gsize b,
             gsize c,
             gsize d)
{
  return MAX (DBL_MIN, exp (gf_fisher_log_p (a, b, c, d)));
}

/**
 * gf_fisher_greater_log_p:
 * @a: hits among the rows in question
 * @b: the others among the rows in question
 * @c: hits elsewhere
 * @d: the others elsewhere
 *
 * The one-sided test: how likely are at least @a hits among the rows in question.
 *
 * Returns: the natural logarithm of p, at most 0
 */
double
gf_fisher_greater_log_p (gsize a,
                         gsize b,
                         gsize c,
                         gsize d)
{
  Margins m = margins (a, b, c, d);
  double at = (double) a;
  double mode = floor ((m.rows + 1.0) * (m.hits + 1.0) / (m.all + 2.0));

  if (at <= m.low)
    return 0.0;

  /* below the mode the upper tail is long, the lower one short */
  if (at <= mode)
    {
      double below = log_density (&m, at - 1.0);
      double share = exp (below) * tail_ratio (&m, at - 1.0, FALSE);

      return share < 1.0 ? log1p (-share) : 0.0;
    }

  return MIN (0.0, log_density (&m, at) + log (tail_ratio (&m, at, TRUE)));
}

static int
compare_indices_cb (const void *first,
                    const void *second,
                    void       *user_data)
{
  const double *values = user_data;
  double x = values[*(const gsize *) first];
  double y = values[*(const gsize *) second];

  if (x != y)
    return x < y ? -1 : 1;

  return *(const gsize *) first < *(const gsize *) second ? -1 : 1;
}

/**
 * gf_benjamini_hochberg_log:
 * @log_p: (array length=n): logarithms of p-values; NaN marks what was not tested
 * @n: how many there are
 * @n_tests: how many tests were made in all, at least as many as are not NaN
 * @log_q: (out caller-allocates) (array length=n): logarithms of the adjusted values; NaN stays NaN
 *
 * The step-up adjustment of Benjamini and Hochberg in logarithms. @n_tests may be larger than what
 * is handed in, when more was tried than is put forward (of many ranges only the best): what is not
 * put forward can then not be a discovery, yet counts as a test. Such a list still keeps the false
 * discovery rate, because it is self-consistent in the sense of Blanchard and Roquain.
 * Sources: Benjamini, Hochberg (1995), J. R. Statist. Soc. B 57, 289-300; Blanchard, Roquain (2008),
 * Two simple sufficient conditions for FDR control, Electronic Journal of Statistics 2, 963-992.
 */
void
gf_benjamini_hochberg_log (const double *log_p,
                           gsize         n,
                           double        n_tests,
                           double       *log_q)
{
  g_autofree gsize *order = g_new (gsize, n + 1);
  gsize n_tested = 0;

  for (gsize i = 0; i < n; i++)
    {
      log_q[i] = NAN;
      if (!isnan (log_p[i]))
        order[n_tested++] = i;
    }

  g_sort_array (order, n_tested, sizeof (gsize), compare_indices_cb, (gpointer) log_p);

  double all = log (MAX (n_tests, (double) n_tested));
  double least = 0.0;

  for (gsize i = n_tested; i-- > 0;)
    {
      least = MIN (least, log_p[order[i]] + all - log ((double) (i + 1)));
      log_q[order[i]] = least;
    }
}

/**
 * gf_benjamini_hochberg:
 * @p: (array length=n): p-values; NaN marks what was not tested and does not count
 * @n: how many there are
 * @q: (out caller-allocates) (array length=n): the adjusted values; NaN stays NaN
 *
 * The step-up adjustment of Benjamini and Hochberg (1995), as R's p.adjust (method "BH").
 */
void
gf_benjamini_hochberg (const double *p,
                       gsize         n,
                       double       *q)
{
  g_autofree double *log_p = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    log_p[i] = log (p[i]);

  gf_benjamini_hochberg_log (log_p, n, 0.0, q);

  for (gsize i = 0; i < n; i++)
    q[i] = exp (q[i]);
}
