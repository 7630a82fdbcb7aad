/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-share-axis.h"

#include "gf-interval-bar.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Two labels stand at least so far apart. */
#define GAP 2
#define MAX_LABELS 4

struct _GfShareAxis
{
  GtkWidget parent_instance;

  double base;
  double maximum;
};

G_DEFINE_FINAL_TYPE (GfShareAxis, gf_share_axis, GTK_TYPE_WIDGET)

typedef struct
{
  PangoLayout *layout;
  float x;
  float width;
  gboolean base;
} Label;

static PangoLayout *
create_layout (GfShareAxis *self,
               double       share,
               gboolean     base)
{
  g_autofree char *percent = gf_words_dup_percent (share);
  /* Translators: the share of all customers, on an axis: "all: 10 %" */
  g_autofree char *text = base ? g_strdup_printf (_("all: %s"), percent) : g_strdup (percent);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (base)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

/* Centred at its share, but inside the widget. */
static Label
place_label (GfShareAxis *self,
             double       share,
             gboolean     base)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  Label label = { create_layout (self, share, base), 0, 0, base };
  GfIntervalGeometry geometry;
  int text_width;

  gf_interval_geometry (NAN, share, share, NAN, self->maximum, width, 20,
                        gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, &geometry);
  pango_layout_get_pixel_size (label.layout, &text_width, NULL);
  label.width = (float) text_width;
  label.x = fmaxf (0, fminf (geometry.low_x - label.width / 2, width - label.width));

  return label;
}

static gboolean
overlaps (const Label *labels,
          guint        n,
          const Label *other)
{
  for (guint i = 0; i < n; i++)
    if (labels[i].x < other->x + other->width + GAP && other->x < labels[i].x + labels[i].width + GAP)
      return TRUE;

  return FALSE;
}

static void
gf_share_axis_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  GfShareAxis *self = GF_SHARE_AXIS (widget);
  double step = gf_share_axis_choose_step (self->maximum);
  Label labels[MAX_LABELS];
  guint n = 0;
  GdkRGBA color;

  if (!isnan (self->base))
    labels[n++] = place_label (self, self->base, TRUE);
  for (double share = isnan (self->base) ? 0 : step; share <= self->maximum + 1e-9 && n < MAX_LABELS; share += step)
    {
      Label label = place_label (self, share, FALSE);

      if (overlaps (labels, n, &label))
        g_object_unref (label.layout);
      else
        labels[n++] = label;
    }

  gtk_widget_get_color (widget, &color);
  for (guint i = 0; i < n; i++)
    {
      GdkRGBA faint = color;

      if (!labels[i].base && !gf_data_high_contrast ())
        faint.alpha *= 0.55f;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (labels[i].x), 0));
      gtk_snapshot_append_layout (snapshot, labels[i].layout, &faint);
      gtk_snapshot_restore (snapshot);
      g_object_unref (labels[i].layout);
    }
}

static void
gf_share_axis_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  g_autoptr (PangoLayout) layout = create_layout (GF_SHARE_AXIS (widget), 1, TRUE);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
gf_share_axis_class_init (GfShareAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = gf_share_axis_snapshot;
  widget_class->measure = gf_share_axis_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "shareaxis");
}

static void
gf_share_axis_init (GfShareAxis *self)
{
  self->base = NAN;
  self->maximum = 1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
}

/**
 * gf_share_axis_choose_maximum:
 * @highest: the highest share to show; NaN for none
 *
 * Returns: a round share at least as high, at most 1
 */
double
gf_share_axis_choose_maximum (double highest)
{
  static const double rounds[] = { 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9 };

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    if (highest <= rounds[i])
      return rounds[i];

  return 1;
}

/**
 * gf_share_axis_choose_step:
 * @maximum: the share at the end of the axis
 *
 * Returns: the distance of labels that gives two or three of them
 */
double
gf_share_axis_choose_step (double maximum)
{
  static const double steps[] = { 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.3 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (maximum / steps[i] <= 3 + 1e-9)
      return steps[i];

  return 0.5;
}

/**
 * gf_share_axis_set_scale:
 * @base: the base rate; NaN for none
 * @maximum: the share at the end of the axis, above 0
 *
 * Sets what the bars below have been given.
 */
void
gf_share_axis_set_scale (GfShareAxis *self,
                         double       base,
                         double       maximum)
{
  g_return_if_fail (GF_IS_SHARE_AXIS (self));
  g_return_if_fail (maximum > 0);

  self->base = base;
  self->maximum = maximum;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
