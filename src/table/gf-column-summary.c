/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-column-summary.h"

#include "gf-column-private.h"
#include "gf-date.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (GfColumnSummary, gf_column_summary, gf_column_summary_ref, gf_column_summary_unref)

/* About so many bars are drawn. */
#define GOOD_BARS 12
/* Positive values that span more than this are shown by their magnitude. */
#define WIDE_SPAN 100.0

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const gsize *counts = data;
  guint x = *(const guint *) a, y = *(const guint *) b;

  if (counts[x] != counts[y])
    return counts[x] > counts[y] ? -1 : 1;

  return x < y ? -1 : x > y;
}

static void
count_levels (GfColumnSummary *self,
              GfColumn        *column)
{
  gsize n_rows = gf_column_get_n_rows (column);
  gboolean set = gf_column_get_column_type (column) == GF_COLUMN_SET;

  self->n_levels = gf_column_get_n_levels (column);
  self->levels = g_new (guint, self->n_levels + 1);
  self->counts = g_new0 (gsize, self->n_levels + 1);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (set)
        {
          guint n;
          const guint32 *codes = gf_column_get_set (column, row, &n);

          for (guint i = 0; i < n; i++)
            self->counts[codes[i]]++;
        }
      else
        {
          guint32 code = gf_column_get_code (column, row);

          if (code != GF_CODE_MISSING)
            self->counts[code]++;
        }
    }
  for (guint i = 0; i < self->n_levels; i++)
    self->levels[i] = i;
  g_sort_array (self->levels, self->n_levels, sizeof (guint), compare_counts, self->counts);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The next of 1, 2, 5, 10 ... that is at least @value. */
static double
nice_step (double value)
{
  double power = pow (10, floor (log10 (value)));
  double digits = value / power;

  return power * (digits <= 1.0 ? 1 : digits <= 2.0 ? 2 : digits <= 5.0 ? 5 : 10);
}

/* The greatest of 1, 2, 5, 10 ... that is at most @value, or the next above it. */
static double
magnitude_edge (double   value,
                gboolean next)
{
  static const double digits[] = { 1, 2, 5, 10 };
  double power = pow (10, floor (log10 (value) + 1e-9));

  for (guint i = 3; i > 0; i--)
    if (value >= digits[i - 1] * power * (1 - 1e-9))
      return next ? digits[i] * power : digits[i - 1] * power;

  return next ? 2 * power : power;
}

static void
set_magnitude_edges (GfColumnSummary *self,
                     double           low,
                     double           high)
{
  double edge = magnitude_edge (low, FALSE);

  self->edges[0] = edge;
  while (edge <= high && self->n_bars < GF_SUMMARY_MAX_BARS)
    {
      edge = magnitude_edge (edge, TRUE);
      self->edges[++self->n_bars] = edge;
    }
}

static void
set_even_edges (GfColumnSummary *self,
                double           low,
                double           high,
                gboolean         whole)
{
  double step = low < high ? nice_step ((high - low) / GOOD_BARS) : MAX (1, fabs (low) / 10);
  double start;

  if (whole)
    step = MAX (1, step);
  start = floor (low / step) * step;
  self->n_bars = (guint) CLAMP (floor ((high - start) / step + 1e-9) + 1, 1, GF_SUMMARY_MAX_BARS);
  /* A value on the last edge stays below it. */
  if (self->n_bars > 1 && fabs (start + (self->n_bars - 1) * step - high) < 1e-9 * step)
    self->n_bars--;
  for (guint i = 0; i <= self->n_bars; i++)
    self->edges[i] = start + i * step;
}

/* Months since the year 0. */
static int
month_of_days (double days)
{
  int year, month, day;

  gf_days_to_parts ((gint32) days, &year, &month, &day);

  return year * 12 + month - 1;
}

static void
set_date_edges (GfColumnSummary *self,
                double           low,
                double           high)
{
  static const int steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200 };
  int from = month_of_days (low);
  int to = month_of_days (high);
  int step = 0;

  if (to - from < 2)
    {
      set_even_edges (self, low, high, TRUE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps) && step == 0; i++)
    if ((to - from) / steps[i] < GF_SUMMARY_MAX_BARS - 1)
      step = steps[i];
  if (step == 0)
    {
      set_even_edges (self, low, high, TRUE);
      return;
    }

  from -= from % step;
  self->n_bars = (guint) ((to - from) / step) + 1;
  for (guint i = 0; i <= self->n_bars; i++)
    {
      int month = from + (int) i * step;

      self->edges[i] = gf_days_from_parts (month / 12, month % 12 + 1, 1);
    }
}

static void
count_bars (GfColumnSummary *self,
            const double    *sorted,
            gsize            n)
{
  guint bar = 0;

  for (gsize i = 0; i < n; i++)
    {
      while (bar + 1 < self->n_bars && sorted[i] >= self->edges[bar + 1])
        bar++;
      self->bars[bar]++;
    }
}

static void
summarise_numbers (GfColumnSummary *self,
                   GfColumn        *column)
{
  const double *numbers = gf_column_get_numbers (column);
  g_autofree double *sorted = g_new (double, self->n_rows + 1);
  gboolean whole = TRUE;
  gsize n = 0;

  for (gsize row = 0; row < self->n_rows; row++)
    if (isfinite (numbers[row]))
      {
        whole = whole && numbers[row] == floor (numbers[row]);
        sorted[n++] = numbers[row];
      }
  if (n == 0)
    return;

  qsort (sorted, n, sizeof (double), compare_doubles);
  for (guint i = 0; i < G_N_ELEMENTS (self->five); i++)
    {
      double place = 0.25 * i * (double) (n - 1);
      gsize below = (gsize) floor (place);
      gsize above = MIN (below + 1, n - 1);

      self->five[i] = sorted[below] + (place - (double) below) * (sorted[above] - sorted[below]);
    }

  if (gf_column_get_column_type (column) == GF_COLUMN_DATE)
    set_date_edges (self, sorted[0], sorted[n - 1]);
  else if (sorted[0] > 0 && sorted[n - 1] / sorted[0] > WIDE_SPAN)
    set_magnitude_edges (self, MAX (sorted[0], sorted[n - 1] / 1e7), sorted[n - 1]);
  else
    set_even_edges (self, sorted[0], sorted[n - 1], whole);
  count_bars (self, sorted, n);
}

static GfColumnSummary *
summarise (GfColumn *column)
{
  GfColumnSummary *self = g_new0 (GfColumnSummary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = gf_column_get_n_rows (column);
  self->n_filled = gf_column_count_filled (column);
  for (guint i = 0; i < G_N_ELEMENTS (self->five); i++)
    self->five[i] = NAN;
  if (gf_column_get_n_levels (column) > 0)
    count_levels (self, column);
  else if (gf_column_has_numbers (column))
    summarise_numbers (self, column);

  return self;
}

/**
 * gf_column_summary_of:
 * @column: a column
 *
 * Counts what @column holds when this is first asked for, from any thread, and keeps it with the column. A
 * column of text has neither levels nor bars.
 *
 * Returns: (transfer full): the summary
 */
GfColumnSummary *
gf_column_summary_of (GfColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  gpointer *kept = &column->values->summary;
  GfColumnSummary *summary = g_atomic_pointer_get (kept);

  if (summary == NULL)
    {
      summary = summarise (column);
      /* Another thread may have been quicker. */
      if (!g_atomic_pointer_compare_and_exchange (kept, NULL, summary))
        {
          gf_column_summary_unref (summary);
          summary = g_atomic_pointer_get (kept);
        }
    }

  return gf_column_summary_ref (summary);
}

/**
 * gf_column_summary_ref:
 * @self: a summary
 *
 * Returns: (transfer full): @self
 */
GfColumnSummary *
gf_column_summary_ref (GfColumnSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_column_summary_unref:
 * @self: (transfer full): a summary
 *
 * Frees it with the last reference.
 */
void
gf_column_summary_unref (GfColumnSummary *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->levels);
  g_free (self->counts);
  g_free (self);
}
