/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sparkline.h"

#include "gf-data-color.h"

#include <math.h>
#include <string.h>

#define N_BARS 10
#define WIDTH 62
#define HEIGHT 26

struct _GfSparkline
{
  GtkWidget parent_instance;

  gsize bars[N_BARS];
  guint n_bars;
};

G_DEFINE_FINAL_TYPE (GfSparkline, gf_sparkline, GTK_TYPE_WIDGET)

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const gsize *counts = data;
  guint code_a = *(const guint *) a;
  guint code_b = *(const guint *) b;

  if (counts[code_a] != counts[code_b])
    return counts[code_a] > counts[code_b] ? -1 : 1;

  return code_a < code_b ? -1 : code_a > code_b;
}

/**
 * gf_column_count_levels:
 * @column: a column
 * @codes: (out) (array): the codes of its levels, the most frequent first
 * @counts: (out) (array): how many customers have a level, by code
 *
 * Counts the levels of a category, a set or a flag.
 *
 * Returns: how many levels there are; 0 for other types
 */
guint
gf_column_count_levels (GfColumn *column,
                        guint   **codes,
                        gsize   **counts)
{
  guint n;
  gsize n_rows;
  GfColumnType type;

  g_return_val_if_fail (column != NULL && codes != NULL && counts != NULL, 0);

  n = gf_column_get_n_levels (column);
  n_rows = gf_column_get_n_rows (column);
  type = gf_column_get_column_type (column);
  *codes = g_new (guint, n + 1);
  *counts = g_new0 (gsize, n + 1);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (type == GF_COLUMN_SET)
        {
          guint n_codes;
          const guint32 *set = gf_column_get_set (column, row, &n_codes);

          for (guint i = 0; i < n_codes; i++)
            (*counts)[set[i]]++;
        }
      else if (type == GF_COLUMN_FLAG)
        {
          if (!gf_column_is_missing (column, row))
            (*counts)[gf_column_get_number (column, row) > 0.5 ? 1 : 0]++;
        }
      else if (type == GF_COLUMN_CATEGORY)
        {
          guint32 code = gf_column_get_code (column, row);

          if (code != GF_CODE_MISSING)
            (*counts)[code]++;
        }
    }
  for (guint i = 0; i < n; i++)
    (*codes)[i] = i;
  g_sort_array (*codes, n, sizeof (guint), compare_counts, *counts);

  return n;
}

static void
count_numbers (GfSparkline *self,
               GfColumn    *column)
{
  const double *numbers = gf_column_get_numbers (column);
  gsize n_rows = gf_column_get_n_rows (column);
  double low = INFINITY;
  double high = -INFINITY;

  for (gsize row = 0; row < n_rows; row++)
    if (!isnan (numbers[row]))
      {
        low = MIN (low, numbers[row]);
        high = MAX (high, numbers[row]);
      }
  if (low > high)
    return;

  self->n_bars = low < high ? N_BARS : 1;
  for (gsize row = 0; row < n_rows; row++)
    if (!isnan (numbers[row]))
      {
        double place = low < high ? (numbers[row] - low) / (high - low) * N_BARS : 0;

        self->bars[MIN (N_BARS - 1, (guint) place)]++;
      }
}

static void
gf_sparkline_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
gf_sparkline_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  GfSparkline *self = GF_SPARKLINE (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float bar = width / N_BARS;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gsize most = 1;
  GdkRGBA color;

  gf_data_color_get (GF_DATA_OTHER, widget, &color);
  for (guint i = 0; i < self->n_bars; i++)
    most = MAX (most, self->bars[i]);
  for (guint i = 0; i < self->n_bars; i++)
    {
      float size = self->bars[i] > 0 ? MAX (1.5f, height * (float) self->bars[i] / (float) most) : 0;
      float x = bar * (float) i;

      if (rtl)
        x = width - x - bar;
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (x, height - size, bar - 1, size));
    }
}

static void
gf_sparkline_class_init (GfSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = gf_sparkline_measure;
  widget_class->snapshot = gf_sparkline_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gf_sparkline_init (GfSparkline *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_sparkline_new:
 *
 * Returns: (transfer floating): bars of nothing
 */
GtkWidget *
gf_sparkline_new (void)
{
  return g_object_new (GF_TYPE_SPARKLINE, NULL);
}

/**
 * gf_sparkline_set_column:
 * @column: a column
 *
 * Shows how its values are spread.
 */
void
gf_sparkline_set_column (GfSparkline *self,
                         GfColumn    *column)
{
  g_return_if_fail (GF_IS_SPARKLINE (self) && column != NULL);

  self->n_bars = 0;
  memset (self->bars, 0, sizeof self->bars);
  if (gf_column_get_n_levels (column) > 0)
    {
      g_autofree guint *codes = NULL;
      g_autofree gsize *counts = NULL;
      guint n = gf_column_count_levels (column, &codes, &counts);

      self->n_bars = MIN (n, N_BARS);
      for (guint i = 0; i < self->n_bars; i++)
        self->bars[i] = counts[codes[i]];
    }
  else if (gf_column_get_numbers (column) != NULL)
    count_numbers (self, column);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
