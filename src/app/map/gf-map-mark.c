/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-mark.h"

#include <math.h>

#define SIZE 16
#define RING 1.6f

struct _GfMapMark
{
  GtkWidget parent_instance;

  GfMapPointKind kind;
};

G_DEFINE_FINAL_TYPE (GfMapMark, gf_map_mark, GTK_TYPE_WIDGET)

enum
{
  PROP_KIND = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/**
 * gf_map_mark_get_role:
 * @kind: what stands there
 *
 * Returns: the meaning of its colour
 */
GfDataRole
gf_map_mark_get_role (GfMapPointKind kind)
{
  switch (kind)
    {
    case GF_MAP_POINT_US: return GF_DATA_US;
    case GF_MAP_POINT_SEGMENT: return GF_DATA_BEST;
    case GF_MAP_POINT_COMPETITOR:
    case GF_MAP_POINT_CUSTOMER: return GF_DATA_OTHER;
    default: g_return_val_if_reached (GF_DATA_OTHER);
    }
}

/**
 * gf_map_mark_get_radius:
 * @kind: what stands there
 *
 * Returns: the radius of a plain point of this kind, in pixels
 */
float
gf_map_mark_get_radius (GfMapPointKind kind)
{
  switch (kind)
    {
    case GF_MAP_POINT_US: return 9;
    case GF_MAP_POINT_COMPETITOR: return 7.5f;
    case GF_MAP_POINT_SEGMENT: return 9;
    case GF_MAP_POINT_CUSTOMER: return 3.5f;
    default: g_return_val_if_reached (7);
    }
}

static GskPath *
new_star (float x,
          float y,
          float radius)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  for (int i = 0; i < 10; i++)
    {
      double angle = G_PI * (i / 5.0 - 0.5);
      double r = i % 2 == 0 ? radius : radius * 0.42;
      float px = x + (float) (r * cos (angle)), py = y + (float) (r * sin (angle));

      if (i == 0)
        gsk_path_builder_move_to (builder, px, py);
      else
        gsk_path_builder_line_to (builder, px, py);
    }
  gsk_path_builder_close (builder);

  return gsk_path_builder_to_path (builder);
}

/**
 * gf_map_mark_new_path:
 * @kind: what stands there
 * @x: the middle
 * @y: the middle
 * @radius: how far the shape reaches
 *
 * Returns: (transfer full): the outline of the shape
 */
GskPath *
gf_map_mark_new_path (GfMapPointKind kind,
                      float          x,
                      float          y,
                      float          radius)
{
  g_autoptr (GskPathBuilder) builder = NULL;

  if (kind == GF_MAP_POINT_US)
    return new_star (x, y + radius * 0.05f, radius);

  builder = gsk_path_builder_new ();
  if (kind == GF_MAP_POINT_COMPETITOR)
    {
      float half = radius * 0.93f;
      GskRoundedRect rect;

      gsk_rounded_rect_init_from_rect (&rect,
                                       &GRAPHENE_RECT_INIT (x - half, y - half, 2 * half,
                                                            2 * half), 1.5f);
      gsk_path_builder_add_rounded_rect (builder, &rect);
    }
  else
    {
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
    }

  return gsk_path_builder_to_path (builder);
}

/**
 * gf_map_mark_append:
 * @snapshot: the snapshot
 * @widget: the widget that draws
 * @kind: what stands there
 * @x: the middle
 * @y: the middle
 * @radius: how far the shape reaches
 *
 * Draws a point.
 */
void
gf_map_mark_append (GtkSnapshot    *snapshot,
                    GtkWidget      *widget,
                    GfMapPointKind  kind,
                    float           x,
                    float           y,
                    float           radius)
{
  float line = gf_data_high_contrast () ? 2 : RING;
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = NULL;
  GdkRGBA color;

  if (kind != GF_MAP_POINT_SEGMENT)
    {
      path = gf_map_mark_new_path (kind, x, y, radius);
      gf_data_append_fill (snapshot, widget, path, gf_map_mark_get_role (kind));
      return;
    }

  path = gf_map_mark_new_path (kind, x, y, radius - line / 2);
  gf_data_color_get (GF_DATA_BEST, widget, &color);
  stroke = gsk_stroke_new (line);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  if (!gf_data_high_contrast ())
    {
      color.alpha = 0.12f;
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
    }
}

static void
gf_map_mark_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
gf_map_mark_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  GfMapMark *self = GF_MAP_MARK (widget);
  float radius = MIN (gf_map_mark_get_radius (self->kind), 6.5f);

  if (self->kind == GF_MAP_POINT_US)
    radius = 8;

  gf_map_mark_append (snapshot, widget, self->kind,
                      (float) gtk_widget_get_width (widget) / 2, (float) gtk_widget_get_height (widget) / 2, radius);
}

static void
gf_map_mark_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  GfMapMark *self = GF_MAP_MARK (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_map_mark_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_KIND:
      gf_map_mark_set_kind (GF_MAP_MARK (object), (GfMapPointKind) g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_map_mark_class_init (GfMapMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_map_mark_get_property;
  object_class->set_property = gf_map_mark_set_property;
  widget_class->measure = gf_map_mark_measure;
  widget_class->snapshot = gf_map_mark_snapshot;

  /**
   * GfMapMark:kind:
   *
   * What it stands for.
   */
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, GF_TYPE_MAP_POINT_KIND, GF_MAP_POINT_US,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "mapmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gf_map_mark_init (GfMapMark *self)
{
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_map_mark_set_kind:
 * @kind: what it stands for
 *
 * Sets #GfMapMark:kind.
 */
void
gf_map_mark_set_kind (GfMapMark      *self,
                      GfMapPointKind  kind)
{
  g_return_if_fail (GF_IS_MAP_MARK (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}
