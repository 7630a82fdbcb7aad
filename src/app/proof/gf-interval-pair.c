/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interval-pair.h"

#include <math.h>

#define NATURAL_WIDTH 204
#define MINIMUM_WIDTH 120
#define HEIGHT 40
#define SIDE 6.0f
#define BAND 3.0f

struct _GfIntervalPair
{
  GtkWidget parent_instance;

  GfIntervalPart inside;
  GfIntervalPart outside;
  double target;
};

G_DEFINE_FINAL_TYPE (GfIntervalPair, gf_interval_pair, GTK_TYPE_WIDGET)

static float
get_x (double   value,
       double   maximum,
       float    width,
       gboolean rtl)
{
  float x = SIDE + (width - 2 * SIDE) * (float) CLAMP (value / maximum, 0.0, 1.0);

  return rtl ? width - x : x;
}

static void
append_line (GtkSnapshot   *snapshot,
             float          x1,
             float          y1,
             float          x2,
             float          y2,
             float          line,
             const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (line);

  gsk_path_builder_move_to (builder, x1, y1);
  gsk_path_builder_line_to (builder, x2, y2);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
append_part (GtkSnapshot          *snapshot,
             GtkWidget            *widget,
             const GfIntervalPart *part,
             GfDataRole            role,
             double                maximum,
             float                 y)
{
  float width = (float) gtk_widget_get_width (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color;
  float x;

  if (isnan (part->value))
    return;

  gf_data_color_get (role, widget, &color);
  if (!isnan (part->low) && !isnan (part->high))
    {
      GdkRGBA band = color;

      if (!gf_data_high_contrast ())
        band.alpha *= 0.55f;
      append_line (snapshot, get_x (part->low, maximum, width, rtl), y,
                   get_x (part->high, maximum, width, rtl), y, BAND, &band);
    }

  x = get_x (part->value, maximum, width, rtl);
  if (role == GF_DATA_BEST)
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), 5);
  else
    gsk_path_builder_add_rect (builder, &GRAPHENE_RECT_INIT (x - 4.5f, y - 4.5f, 9, 9));
  path = gsk_path_builder_to_path (builder);
  gf_data_append_fill (snapshot, widget, path, role);
}

static void
gf_interval_pair_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GfIntervalPair *self = GF_INTERVAL_PAIR (widget);
  double maximum = gf_interval_pair_get_maximum (&self->inside, &self->outside, self->target);
  float width = (float) gtk_widget_get_width (widget);
  float top = floorf (((float) gtk_widget_get_height (widget) - HEIGHT) / 2);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA ink;

  gtk_widget_get_color (widget, &ink);
  if (!gf_data_high_contrast ())
    ink.alpha *= 0.2f;
  append_line (snapshot, 0, top + HEIGHT - 1.5f, width, top + HEIGHT - 1.5f, 1, &ink);

  if (!isnan (self->target))
    {
      float x = roundf (get_x (self->target, maximum, width, rtl)) + 0.5f;
      GdkRGBA color;

      gf_data_color_get (GF_DATA_DONE, widget, &color);
      append_line (snapshot, x, top + 1, x, top + HEIGHT - 2, gf_data_high_contrast () ? 2 : 1.5f,
                   &color);
    }

  append_part (snapshot, widget, &self->inside, GF_DATA_BEST, maximum, top + 11.5f);
  append_part (snapshot, widget, &self->outside, GF_DATA_OTHER, maximum, top + 27.5f);
}

static void
gf_interval_pair_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
gf_interval_pair_class_init (GfIntervalPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = gf_interval_pair_measure;
  widget_class->snapshot = gf_interval_pair_snapshot;

  gtk_widget_class_set_css_name (widget_class, "intervalpair");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gf_interval_pair_init (GfIntervalPair *self)
{
  GfIntervalPart nothing = { NAN, NAN, NAN };

  self->inside = nothing;
  self->outside = nothing;
  self->target = NAN;
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_interval_pair_set:
 * @inside: the figure inside the profile
 * @outside: the figure outside it
 * @target: what is aimed at
 *
 * Shows two figures in the same unit. The axis begins at 0.
 */
void
gf_interval_pair_set (GfIntervalPair       *self,
                      const GfIntervalPart *inside,
                      const GfIntervalPart *outside,
                      double                target)
{
  g_return_if_fail (GF_IS_INTERVAL_PAIR (self));
  g_return_if_fail (inside != NULL && outside != NULL);

  self->inside = *inside;
  self->outside = *outside;
  self->target = target;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gf_interval_pair_get_maximum:
 * @inside: a figure
 * @outside: another
 * @target: what is aimed at
 *
 * Returns: where the axis ends, a little beyond all that is drawn; 1 when nothing is
 */
double
gf_interval_pair_get_maximum (const GfIntervalPart *inside,
                              const GfIntervalPart *outside,
                              double                target)
{
  double values[] = { inside->value, inside->high, outside->value, outside->high, target };
  double maximum = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (!isnan (values[i]))
      maximum = MAX (maximum, values[i]);

  return maximum > 0.0 ? maximum * 1.06 : 1.0;
}
