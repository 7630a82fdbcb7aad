/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bands.h"

#include "gf-date.h"
#include "gf-ranks.h"

#include <math.h>
#include <string.h>

#define MAX_SAMPLE 20000
#define MIN_FILLED 10
#define MIN_IN_BAND 5
/* Each cut more is several ranges more to try; short lists cannot afford as many. */
#define FEW_VALUES 1000
#define MAX_EDGES_OF_FEW 4

/* A place where the scale may be cut. The lower the class, the rounder the number. */
typedef struct
{
  double value;
  guint class;
} Edge;

static void
add_edge (GArray *edges,
          double  value,
          guint   class)
{
  if (edges->len > 0 && g_array_index (edges, Edge, edges->len - 1).value >= value)
    return;

  g_array_append_val (edges, ((Edge) { value, class }));
}

/* 1, 2, 5, then 10, 25, 50, 100, 250, 500 ... up to `high`, from the decade of `low` on. */
static void
add_ladder (GArray     *edges,
            double      low,
            double      high,
            GfBandsKind kind)
{
  double decade = pow (10.0, floor (log10 (low)));

  for (; decade <= high; decade *= 10.0)
    {
      double second = decade < 10.0 && decade >= 1.0 ? 2.0 : 2.5;
      guint classes[] = { 0, 2, 1 };

      /* firms are small below 50, medium below 250 (Recommendation 2003/361/EC of the EU) */
      if (kind == GF_BANDS_PEOPLE)
        {
          classes[0] = decade == 100.0 ? 2 : 1;
          classes[1] = decade == 100.0 ? 0 : 3;
          classes[2] = decade == 10.0 ? 0 : 2;
        }

      add_edge (edges, decade, classes[0]);
      add_edge (edges, decade * second, classes[1]);
      add_edge (edges, decade * 5.0, classes[2]);
    }
}

/* Multiples of a step of 1, 2 or 5 times a power of ten that gives about ten of them. */
static void
add_steps (GArray *edges,
           double  low,
           double  high,
           double  step)
{
  if (step <= 0.0)
    {
      double rough = (high - low) / 10.0;
      double decade = pow (10.0, floor (log10 (rough)));
      double digit = rough / decade;

      step = decade * (digit <= 1.0 ? 1.0 : digit <= 2.0 ? 2.0 : digit <= 5.0 ? 5.0 : 10.0);
    }

  for (double k = ceil (low / step); k * step <= high; k += 1.0)
    {
      double value = k * step;

      /* 0.30000000000000004 is nobody's boundary */
      if (step < 1.0)
        value = round (value / step) / round (1.0 / step);

      add_edge (edges, value,
                fmod (k, 10.0) == 0.0 ? 0 : fmod (k, 5.0) == 0.0 ? 1 : fmod (k, 2.0) == 0.0 ? 2 : 3);
    }
}

static void
add_months (GArray *edges,
            double  high)
{
  static const double months[] = { 1, 3, 6, 12, 18, 24, 36, 48, 60, 84, 120, 180, 240 };

  for (gsize i = 0; i < G_N_ELEMENTS (months) && months[i] <= high; i++)
    add_edge (edges, months[i], fmod (months[i], 12.0) == 0.0 ? 0 : 1);
}

/* Years, or quarters when the dates span less than four years, or months under one. */
static void
add_dates (GArray *edges,
           double  low,
           double  high)
{
  int year, month, day;
  int last_year;
  double span = high - low;
  int step = span >= 4 * 365.0 ? 12 : span >= 365.0 ? 3 : 1;

  gf_days_to_parts ((gint32) high, &last_year, &month, &day);
  gf_days_to_parts ((gint32) low, &year, &month, &day);

  for (; year <= last_year; year++)
    for (int m = 1; m <= 12; m += step)
      {
        double value = gf_days_from_parts (year, m, 1);

        if (value > low && value <= high)
          add_edge (edges, value, m == 1 ? (year % 5 == 0 ? 0 : 1) : m % 3 == 1 ? 2 : 3);
      }
}

/* Few different values: every one of them may begin a band. */
static gboolean
add_distinct (GArray       *edges,
              const double *sorted,
              gsize         n)
{
  guint n_distinct = 1;

  for (gsize i = 1; i < n; i++)
    if (sorted[i] != sorted[i - 1] && ++n_distinct > GF_BANDS_MAX_EDGES + 1)
      return FALSE;

  for (gsize i = 1; i < n; i++)
    if (sorted[i] != sorted[i - 1])
      add_edge (edges, sorted[i], 0);

  return TRUE;
}

static gsize
count_below (const double *sorted,
             gsize         n,
             double        value)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (sorted[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Takes edges away until every band holds enough: always an edge of the smallest band, the less round one,
 * else the one towards the smaller neighbour. */
static void
thin_edges (GArray       *edges,
            const double *sorted,
            gsize         n)
{
  gsize least = MAX (MIN_IN_BAND, n / 16);

  while (edges->len > 0)
    {
      g_autofree gsize *sizes = g_new (gsize, edges->len + 1);
      gsize before = 0;
      guint smallest = 0;

      for (guint i = 0; i <= edges->len; i++)
        {
          gsize up_to = i < edges->len
                            ? count_below (sorted, n, g_array_index (edges, Edge, i).value) : n;

          sizes[i] = up_to - before;
          before = up_to;
          if (sizes[i] < sizes[smallest])
            smallest = i;
        }

      if (sizes[smallest] >= least)
        return;

      guint drop;
      if (smallest == 0)
        {
          drop = 0;
        }
      else if (smallest == edges->len)
        {
          drop = edges->len - 1;
        }
      else
        {
          guint left = g_array_index (edges, Edge, smallest - 1).class;
          guint right = g_array_index (edges, Edge, smallest).class;

          if (left != right)
            drop = left > right ? smallest - 1 : smallest;
          else
            drop = sizes[smallest - 1] <= sizes[smallest + 1] ? smallest - 1 : smallest;
        }

      g_array_remove_index (edges, drop);
    }
}

/* Takes the least round edges away until no more are left than allowed; of equals the one between the bands
 * that hold least together. */
static void
limit_edges (GArray       *edges,
             guint         max_edges,
             const double *sorted,
             gsize         n)
{
  while (edges->len > max_edges)
    {
      guint drop = 0, drop_class = 0;
      gsize drop_size = 0;

      for (guint i = 0; i < edges->len; i++)
        {
          guint class = g_array_index (edges, Edge, i).class;
          gsize from = i == 0 ? 0 : count_below (sorted, n, g_array_index (edges, Edge, i - 1).value);
          gsize to = i + 1 == edges->len
                         ? n : count_below (sorted, n, g_array_index (edges, Edge, i + 1).value);

          if (i == 0 || class > drop_class || (class == drop_class && to - from < drop_size))
            {
              drop = i;
              drop_class = class;
              drop_size = to - from;
            }
        }

      g_array_remove_index (edges, drop);
    }
}

static void
add_candidates (GArray       *edges,
                const double *sorted,
                gsize         n,
                GfBandsKind   kind)
{
  double least = sorted[0], most = sorted[n - 1];
  double low = gf_quantile_sorted (sorted, n, 0.02);
  double high = gf_quantile_sorted (sorted, n, 0.98);

  if (kind == GF_BANDS_DATES)
    {
      add_dates (edges, least, most);
      return;
    }
  if (add_distinct (edges, sorted, n))
    return;

  if (kind == GF_BANDS_MONTHS && least >= 0.0)
    {
      add_months (edges, most);
      return;
    }

  double lower = gf_quantile_sorted (sorted, n, 0.1);
  double upper = gf_quantile_sorted (sorted, n, 0.9);
  gboolean skewed = least >= 0.0 && upper > 0.0 && (lower <= 0.0 || upper / lower >= 8.0);

  if (kind == GF_BANDS_PEOPLE || skewed)
    {
      gsize n_zero = count_below (sorted, n, 5e-324);
      double first = n_zero < n ? sorted[n_zero] : most;

      if (least >= 0.0 && first > 0.0)
        {
          add_ladder (edges, MAX (first, most / 1e9), most, kind);
          return;
        }
    }

  if (high > low)
    add_steps (edges, low, high, 0.0);
}

/**
 * gf_bands_guess_kind:
 * @name: the name of a column
 *
 * Returns: whether the name speaks of people or of months, which people cut at boundaries of their
 *   own; else plain numbers
 */
GfBandsKind
gf_bands_guess_kind (const char *name)
{
  static const char * const people[] = {
    "employee", "headcount", "staff", "people", "company size", "team size", "fte",
    "mitarbeiter", "empleados", "effectif", "salari", "dipendenti", "medewerkers",
  };

  g_return_val_if_fail (name != NULL, GF_BANDS_NUMBERS);

  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (strstr (folded, people[i]) != NULL)
      return GF_BANDS_PEOPLE;

  if (g_str_equal (folded, "size"))
    return GF_BANDS_PEOPLE;
  if (strstr (folded, "month") != NULL || strstr (folded, "monate") != NULL)
    return GF_BANDS_MONTHS;

  return GF_BANDS_NUMBERS;
}

/**
 * gf_bands_choose:
 * @values: (array length=n): the numbers, or days since 1970-01-01; NaN is left out
 * @n: how many there are
 * @kind: what they count
 * @n_edges: (out): how many boundaries were chosen, at most %GF_BANDS_MAX_EDGES
 *
 * Chooses where to cut a scale, without a look at who is best, so that the choice costs no honesty.
 *
 * The candidates are boundaries people use: 1, 2, 5, 10, 25, 50, 100, 250 and so on where the
 * values spread over more than a factor of eight, even steps of 1, 2 or 5 times a power of ten
 * where they do not, every value where there are few, years, quarters or months for dates. Of these
 * the less round ones go, until every band holds a sixteenth of the values and at least five: what
 * stays lies near quantiles; at most five, in lists of fewer than 1,000 at most four. Columns of
 * more than 20,000 values are judged by as many, evenly spaced. With fewer than ten values, or only one that differs, nothing is cut.
 *
 * Returns: (transfer full) (array length=n_edges): the boundaries in rising order; n + 1 bands
 */
double *
gf_bands_choose (const double *values,
                 gsize         n,
                 GfBandsKind   kind,
                 guint        *n_edges)
{
  g_return_val_if_fail (n_edges != NULL, NULL);
  g_return_val_if_fail (n == 0 || values != NULL, NULL);

  gsize n_sample = MIN (n, MAX_SAMPLE);
  g_autofree double *sample = g_new (double, n_sample + 1);
  for (gsize i = 0; i < n_sample; i++)
    sample[i] = values[(gsize) ((double) i * ((double) n / (double) n_sample))];

  gsize n_sorted;
  g_autofree double *sorted = gf_sorted_values (sample, n_sample, &n_sorted);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  if (n_sorted >= MIN_FILLED && sorted[0] < sorted[n_sorted - 1] && isfinite (sorted[0]) &&
      isfinite (sorted[n_sorted - 1]))
    {
      add_candidates (edges, sorted, n_sorted, kind);
      thin_edges (edges, sorted, n_sorted);
      limit_edges (edges, n_sorted < FEW_VALUES ? MAX_EDGES_OF_FEW : GF_BANDS_MAX_EDGES, sorted, n_sorted);
    }

  double *chosen = g_new (double, edges->len + 1);
  for (guint i = 0; i < edges->len; i++)
    chosen[i] = g_array_index (edges, Edge, i).value;
  *n_edges = edges->len;

  return chosen;
}
