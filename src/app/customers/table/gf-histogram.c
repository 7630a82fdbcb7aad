/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-histogram.h"

#include "gf-column-look.h"
#include "gf-data-color.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_HEIGHT 54
#define MIN_WIDTH 120
#define NATURAL_WIDTH 250
#define GAP 1.5f

struct _GfHistogram
{
  GtkWidget parent_instance;

  /* Owned references */
  GfColumnLook *look;
  GfColumnSummary *summary;

  double low;
  double high;
  double drag_x;
  gboolean dragging;
};

G_DEFINE_FINAL_TYPE (GfHistogram, gf_histogram, GTK_TYPE_WIDGET)

enum
{
  RANGE_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * gf_histogram_pick:
 * @n_bars: how many bars there are, at least one
 * @x0: where the drag began
 * @x1: where it is
 * @width: of the bars together, more than 0
 * @rtl: whether the first bar is the rightmost
 * @first: (out): the first bar that the drag touches
 * @last: (out): the last
 *
 * Finds the bars under a drag; what lies outside counts as the bar at that end.
 */
void
gf_histogram_pick (guint    n_bars,
                   double   x0,
                   double   x1,
                   double   width,
                   gboolean rtl,
                   guint   *first,
                   guint   *last)
{
  double a = CLAMP (MIN (x0, x1), 0, width) / width * n_bars;
  double b = CLAMP (MAX (x0, x1), 0, width) / width * n_bars;
  guint from = MIN (n_bars - 1, (guint) floor (a));
  guint to = MIN (n_bars - 1, (guint) floor (b));

  *first = rtl ? n_bars - 1 - to : from;
  *last = rtl ? n_bars - 1 - from : to;
}

static gboolean
bar_is_in (GfHistogram *self,
           guint        bar)
{
  return self->summary->edges[bar] < self->high && self->summary->edges[bar + 1] > self->low;
}

static gboolean
has_range (GfHistogram *self)
{
  return isfinite (self->low) || isfinite (self->high);
}

static PangoLayout *
create_label (GfHistogram *self,
              double       value)
{
  g_autofree char *text = gf_column_look_dup_value (self->look, value);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static void
append_label (GfHistogram *self,
              GtkSnapshot *snapshot,
              double       value,
              double       place,
              float        opacity,
              float       *taken_from,
              float       *taken_to)
{
  g_autoptr (PangoLayout) layout = create_label (self, value);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float x;
  int text_width;
  GdkRGBA color;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place = 1 - place;
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  x = CLAMP ((float) place * width - (float) text_width / 2, 0, MAX (0, width - (float) text_width));
  /* A name never lies on one that is more important. */
  if (x < *taken_to + 6 && x + (float) text_width > *taken_from - 6)
    return;
  if (*taken_from > *taken_to)
    *taken_from = x, *taken_to = x + (float) text_width;
  else
    *taken_from = MIN (*taken_from, x), *taken_to = MAX (*taken_to, x + (float) text_width);

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= opacity;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, BAR_HEIGHT + 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* Where an edge stands, 0 to 1; a value between two edges in proportion. */
static double
place_of (GfHistogram *self,
          double       value)
{
  const GfColumnSummary *summary = self->summary;

  for (guint bar = 0; bar < summary->n_bars; bar++)
    if (value < summary->edges[bar + 1])
      return CLAMP ((bar + (value - summary->edges[bar]) / (summary->edges[bar + 1] - summary->edges[bar])) /
                      summary->n_bars, 0, 1);

  return 1;
}

static void
snapshot_labels (GfHistogram *self,
                 GtkSnapshot *snapshot)
{
  const GfColumnSummary *summary = self->summary;
  float from = INFINITY, to = -INFINITY;

  if (isfinite (self->low))
    append_label (self, snapshot, self->low, place_of (self, self->low), 1, &from, &to);
  if (isfinite (self->high) && self->high > self->low)
    append_label (self, snapshot, self->high, place_of (self, self->high), 1, &from, &to);
  append_label (self, snapshot, summary->edges[0], 0, 0.6f, &from, &to);
  append_label (self, snapshot, summary->edges[summary->n_bars], 1, 0.6f, &from, &to);
}

static void
gf_histogram_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  GfHistogram *self = GF_HISTOGRAM (widget);
  float width = (float) gtk_widget_get_width (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float bar_width;
  gsize most = 1;

  if (self->summary == NULL || self->summary->n_bars == 0)
    return;

  bar_width = width / (float) self->summary->n_bars;
  for (guint i = 0; i < self->summary->n_bars; i++)
    most = MAX (most, self->summary->bars[i]);
  for (guint i = 0; i < self->summary->n_bars; i++)
    {
      gsize count = self->summary->bars[i];
      float size = count > 0 ? MAX (1.5f, BAR_HEIGHT * (float) count / (float) most) : 0;
      float x = bar_width * (float) (rtl ? self->summary->n_bars - 1 - i : i);
      gboolean in = has_range (self) && bar_is_in (self, i);
      GskPathBuilder *builder = gsk_path_builder_new ();
      g_autoptr (GskPath) path = NULL;

      gsk_path_builder_add_rect (builder, &GRAPHENE_RECT_INIT (x + GAP / 2, BAR_HEIGHT - size,
                                                               MAX (1, bar_width - GAP), size));
      path = gsk_path_builder_free_to_path (builder);
      if (size > 0)
        gf_data_append_fill (snapshot, widget, path, in ? GF_DATA_BEST : GF_DATA_OTHER);
    }
  snapshot_labels (self, snapshot);
}

static void
gf_histogram_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  layout = gtk_widget_create_pango_layout (widget, "0");
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = BAR_HEIGHT + 2 + height;
}

static void
pick (GfHistogram *self,
      double       x)
{
  guint first, last;

  gf_histogram_pick (self->summary->n_bars, self->drag_x, x, MAX (1, gtk_widget_get_width (GTK_WIDGET (self))),
                     gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, &first, &last);
  gf_histogram_set_range (self, self->summary->edges[first], self->summary->edges[last + 1]);
}

static void
drag_begin_cb (GfHistogram *self,
               double       x,
               double       y)
{
  self->drag_x = x;
  self->dragging = self->summary != NULL && self->summary->n_bars > 0;
  if (self->dragging)
    pick (self, x);
}

static void
drag_update_cb (GfHistogram *self,
                double       x,
                double       y)
{
  if (self->dragging)
    pick (self, self->drag_x + x);
}

static void
drag_end_cb (GfHistogram *self,
             double       x,
             double       y)
{
  if (!self->dragging)
    return;

  self->dragging = FALSE;
  pick (self, self->drag_x + x);
  g_signal_emit (self, signals[RANGE_PICKED], 0, self->low, self->high);
}

static void
gf_histogram_finalize (GObject *object)
{
  GfHistogram *self = GF_HISTOGRAM (object);

  gf_column_look_free (self->look);
  g_clear_pointer (&self->summary, gf_column_summary_unref);

  G_OBJECT_CLASS (gf_histogram_parent_class)->finalize (object);
}

static void
gf_histogram_class_init (GfHistogramClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gf_histogram_finalize;
  widget_class->measure = gf_histogram_measure;
  widget_class->snapshot = gf_histogram_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /**
   * GfHistogram::range-picked:
   * @low: the lower edge of the first bar
   * @high: the upper edge of the last
   *
   * A drag across the bars ended.
   */
  signals[RANGE_PICKED] = g_signal_new ("range-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
gf_histogram_init (GfHistogram *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->low = -INFINITY;
  self->high = INFINITY;
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_histogram_new:
 *
 * Returns: (transfer floating): a histogram of nothing
 */
GtkWidget *
gf_histogram_new (void)
{
  return g_object_new (GF_TYPE_HISTOGRAM, NULL);
}

/* "Most lie between 50 and 100." */
static void
describe (GfHistogram *self)
{
  const GfColumnSummary *summary = self->summary;
  guint most = 0;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  for (guint i = 1; i < summary->n_bars; i++)
    if (summary->bars[i] > summary->bars[most])
      most = i;
  if (summary->n_bars > 0)
    {
      low = gf_column_look_dup_value (self->look, summary->edges[most]);
      high = gf_column_look_dup_value (self->look, summary->edges[most + 1]);
      count = gf_format_count (summary->bars[most]);
      /* Translators: what a histogram shows: its highest bar, with how many customers it holds */
      text = g_strdup_printf (_("The highest bar, with %s, is between %s and %s"), count, low, high);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gf_column_get_name (gf_column_look_get_column (self->look)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

/**
 * gf_histogram_set:
 * @column: a column of numbers, money or dates
 * @summary: its summary
 *
 * Shows how its values are spread.
 */
void
gf_histogram_set (GfHistogram     *self,
                  GfColumn        *column,
                  GfColumnSummary *summary)
{
  g_return_if_fail (GF_IS_HISTOGRAM (self) && column != NULL && summary != NULL);

  gf_column_look_free (self->look);
  self->look = gf_column_look_new (column);
  gf_column_summary_ref (summary);
  g_clear_pointer (&self->summary, gf_column_summary_unref);
  self->summary = summary;
  self->dragging = FALSE;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gf_histogram_set_range:
 * @low: the least, -INFINITY for an open side
 * @high: the greatest, INFINITY for an open side
 *
 * Marks a range.
 */
void
gf_histogram_set_range (GfHistogram *self,
                        double       low,
                        double       high)
{
  g_return_if_fail (GF_IS_HISTOGRAM (self));

  self->low = low;
  self->high = high;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
