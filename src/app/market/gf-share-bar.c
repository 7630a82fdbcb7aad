/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-share-bar.h"

#include <math.h>

#define HEIGHT 16
#define RADIUS 4

struct _GfShareBar
{
  GtkWidget parent_instance;

  GfDataRole role;
  double share;
};

G_DEFINE_FINAL_TYPE (GfShareBar, gf_share_bar, GTK_TYPE_WIDGET)

static GskPath *
new_path (float x,
          float width)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (x, 0, width, HEIGHT), MIN (RADIUS, width / 2));
  gsk_path_builder_add_rounded_rect (builder, &rounded);

  return gsk_path_builder_to_path (builder);
}

static void
gf_share_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  GfShareBar *self = GF_SHARE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float filled = isnan (self->share) ? 0 : width * (float) CLAMP (self->share, 0, 1);
  float top = roundf (((float) gtk_widget_get_height (widget) - HEIGHT) / 2);
  g_autoptr (GskPath) ground = new_path (0, width);
  GdkRGBA color;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, top));

  gtk_widget_get_color (widget, &color);
  if (gf_data_high_contrast ())
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (1);

      gtk_snapshot_append_stroke (snapshot, ground, stroke, &color);
    }
  else
    {
      color.alpha *= 0.07f;
      gtk_snapshot_append_fill (snapshot, ground, GSK_FILL_RULE_WINDING, &color);
    }

  /* What is there at all is seen, however little it is. */
  if (self->share > 0)
    {
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      g_autoptr (GskPath) bar = NULL;

      filled = MAX (filled, 3);
      bar = new_path (rtl ? width - filled : 0, filled);
      gf_data_append_fill (snapshot, widget, bar, self->role);
    }
  gtk_snapshot_restore (snapshot);
}

static void
gf_share_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 40;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
gf_share_bar_class_init (GfShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = gf_share_bar_snapshot;
  widget_class->measure = gf_share_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sharebar");
}

static void
gf_share_bar_init (GfShareBar *self)
{
  self->share = NAN;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_share_bar_new:
 * @role: what the colour means
 *
 * Returns: (transfer floating): a bar of a share not known
 */
GtkWidget *
gf_share_bar_new (GfDataRole role)
{
  GfShareBar *self = g_object_new (GF_TYPE_SHARE_BAR, "valign", GTK_ALIGN_CENTER, NULL);

  self->role = role;

  return GTK_WIDGET (self);
}

/**
 * gf_share_bar_set:
 * @share: the share, NaN if unknown
 * @name: the same in words: "31 percent of 41,000"
 *
 * Sets the bar.
 */
void
gf_share_bar_set (GfShareBar *self,
                  double      share,
                  const char *name)
{
  g_return_if_fail (GF_IS_SHARE_BAR (self));

  self->share = share;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
