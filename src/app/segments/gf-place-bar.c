/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-place-bar.h"

#include "gf-data-color.h"

#define HEIGHT 10
#define GAP 2

struct _GfPlaceBar
{
  GtkWidget parent_instance;

  double first;
  double second;
};

G_DEFINE_FINAL_TYPE (GfPlaceBar, gf_place_bar, GTK_TYPE_WIDGET)

static void
append_part (GfPlaceBar  *self,
             GtkSnapshot *snapshot,
             float        from,
             float        to,
             GfDataRole   role)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  if (to - from < 1)
    return;

  gf_data_color_get (role, GTK_WIDGET (self), &color);
  /* Without colour the second is half as high. */
  gboolean half = gf_data_high_contrast () && role == GF_DATA_SAME;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (rtl ? width - to : from, half ? HEIGHT / 4.0f : 0,
                                                  to - from, half ? HEIGHT / 2.0f : HEIGHT));
}

static void
gf_place_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  GfPlaceBar *self = GF_PLACE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float first = (float) self->first * width;
  float second = (float) (self->first + self->second) * width;
  GskRoundedRect outline;
  GdkRGBA ground;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, HEIGHT), HEIGHT / 2.0f);
  gtk_widget_get_color (widget, &ground);
  ground.alpha *= 0.08f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0, (float) (gtk_widget_get_height (widget) - HEIGHT) / 2.0f));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  append_part (self, snapshot, 0, first, GF_DATA_BEST);
  append_part (self, snapshot, first >= 1 ? first + GAP : 0, second, GF_DATA_SAME);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
gf_place_bar_measure (GtkWidget      *widget,
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
gf_place_bar_class_init (GfPlaceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = gf_place_bar_snapshot;
  widget_class->measure = gf_place_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "placebar");
}

static void
gf_place_bar_init (GfPlaceBar *self)
{
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_place_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
gf_place_bar_new (void)
{
  return g_object_new (GF_TYPE_PLACE_BAR, NULL);
}

/**
 * gf_place_bar_set:
 * @self: a bar
 * @first: how often first, 0 to 1
 * @second: how often second, 0 to 1
 *
 * Sets what it shows.
 */
void
gf_place_bar_set (GfPlaceBar *self,
                  double      first,
                  double      second)
{
  g_return_if_fail (GF_IS_PLACE_BAR (self));

  self->first = CLAMP (first, 0.0, 1.0);
  self->second = CLAMP (second, 0.0, 1.0 - self->first);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
