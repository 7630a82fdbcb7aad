/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sparkline.h"

#include "gf-data-color.h"

#include <string.h>

#define N_BARS 10
#define WIDTH 70
#define HEIGHT 26

struct _GfSparkline
{
  GtkWidget parent_instance;

  gsize bars[GF_SUMMARY_MAX_BARS];
  guint n_bars;
};

G_DEFINE_FINAL_TYPE (GfSparkline, gf_sparkline, GTK_TYPE_WIDGET)

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
  float bar = width / (float) MAX (N_BARS, self->n_bars);
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
 * gf_sparkline_set:
 * @summary: (nullable): what a column holds; NULL while that is not known
 *
 * Shows how its values are spread.
 */
void
gf_sparkline_set (GfSparkline     *self,
                  GfColumnSummary *summary)
{
  g_return_if_fail (GF_IS_SPARKLINE (self));

  self->n_bars = 0;
  if (summary != NULL && summary->n_levels > 0)
    {
      self->n_bars = MIN (summary->n_levels, N_BARS);
      for (guint i = 0; i < self->n_bars; i++)
        self->bars[i] = summary->counts[summary->levels[i]];
    }
  else if (summary != NULL)
    {
      self->n_bars = summary->n_bars;
      memcpy (self->bars, summary->bars, sizeof self->bars);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
