/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interval-bar.h"

#include <math.h>

#define BAR_HEIGHT 11
#define BAR_RADIUS 2
#define CAP 4
#define LINE 1.6f
#define NATURAL_WIDTH 204
#define MINIMUM_WIDTH 96
#define MINIMUM_HEIGHT 20
/* A bar of length 0 is still seen to begin somewhere. */
#define LEAST_BAR 2

struct _GfIntervalBar
{
  GtkWidget parent_instance;

  double share;
  double low;
  double high;
  double base;
  double maximum;
  GfDataRole role;
};

G_DEFINE_FINAL_TYPE (GfIntervalBar, gf_interval_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_SHARE = 1,
  PROP_LOW,
  PROP_HIGH,
  PROP_BASE,
  PROP_MAXIMUM,
  PROP_ROLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static float
position (double   share,
          double   maximum,
          float    width,
          gboolean rtl)
{
  /* Half a line and half a pixel of room at both ends, so that caps are never cut. */
  float room = width - 2;
  float x = 1 + room * (float) CLAMP (share / maximum, 0, 1);

  return rtl ? width - x : x;
}

/**
 * gf_interval_geometry:
 * @share: the share, a fraction; NaN for no bar
 * @low: the lower end of the interval; NaN for no interval
 * @high: the upper end
 * @base: the base rate; NaN for none
 * @maximum: the share at the end of the axis, above 0
 * @width: of the widget, in logical pixels
 * @height: of the widget
 * @rtl: whether the axis runs from right to left
 * @geometry: (out caller-allocates): where things stand
 *
 * Lays out a #GfIntervalBar. What lies beyond the axis is drawn at its end.
 */
void
gf_interval_geometry (double              share,
                      double              low,
                      double              high,
                      double              base,
                      double              maximum,
                      float               width,
                      float               height,
                      gboolean            rtl,
                      GfIntervalGeometry *geometry)
{
  float zero;
  float end;

  g_return_if_fail (geometry != NULL);
  g_return_if_fail (maximum > 0);

  zero = position (0, maximum, width, rtl);
  end = isnan (share) ? zero : position (share, maximum, width, rtl);
  if (!isnan (share) && fabsf (end - zero) < LEAST_BAR)
    end = rtl ? zero - LEAST_BAR : zero + LEAST_BAR;

  geometry->middle_y = floorf (height / 2) + 0.5f;
  geometry->cap = CAP;
  graphene_rect_init (&geometry->bar, MIN (zero, end), geometry->middle_y - (float) BAR_HEIGHT / 2,
                      fabsf (end - zero), BAR_HEIGHT);
  geometry->low_x = isnan (low) ? NAN : position (low, maximum, width, rtl);
  geometry->high_x = isnan (high) ? NAN : position (high, maximum, width, rtl);
  geometry->high_is_cut = high > maximum;
  geometry->base_x = isnan (base) ? NAN : roundf (position (base, maximum, width, rtl)) + 0.5f;
}

static void
append_base (GtkWidget                *widget,
             GtkSnapshot              *snapshot,
             const GfIntervalGeometry *geometry,
             float                     height)
{
  static const float dash[] = { 4, 3 };
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (gf_data_high_contrast () ? 2 : 1);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (!gf_data_high_contrast ())
    color.alpha *= 0.45f;
  gsk_stroke_set_dash (stroke, dash, G_N_ELEMENTS (dash));
  gsk_path_builder_move_to (builder, geometry->base_x, 0);
  gsk_path_builder_line_to (builder, geometry->base_x, height);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

static void
append_interval (GtkWidget                *widget,
                 GtkSnapshot              *snapshot,
                 const GfIntervalGeometry *geometry)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (gf_data_high_contrast () ? 2 : LINE);
  float ends[] = { geometry->low_x, geometry->high_x };
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  gsk_path_builder_move_to (builder, geometry->low_x, geometry->middle_y);
  gsk_path_builder_line_to (builder, geometry->high_x, geometry->middle_y);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      /* what goes on beyond the axis has no end to see */
      if (i == 1 && geometry->high_is_cut)
        continue;
      gsk_path_builder_move_to (builder, ends[i], geometry->middle_y - geometry->cap);
      gsk_path_builder_line_to (builder, ends[i], geometry->middle_y + geometry->cap);
    }
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

static void
gf_interval_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GfIntervalBar *self = GF_INTERVAL_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GfIntervalGeometry geometry;

  gf_interval_geometry (self->share, self->low, self->high, self->base, self->maximum, width,
                        height,
                        gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, &geometry);

  if (!isnan (self->share))
    {
      g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
      g_autoptr (GskPath) path = NULL;
      GskRoundedRect rounded;

      gsk_rounded_rect_init_from_rect (&rounded, &geometry.bar,
                                       MIN (BAR_RADIUS, geometry.bar.size.width / 2));
      gsk_path_builder_add_rounded_rect (builder, &rounded);
      path = gsk_path_builder_to_path (builder);
      gf_data_append_fill (snapshot, widget, path, self->role);
    }
  if (!isnan (geometry.base_x))
    append_base (widget, snapshot, &geometry, height);
  if (!isnan (geometry.low_x) && !isnan (geometry.high_x))
    append_interval (widget, snapshot, &geometry);
}

static void
gf_interval_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : MINIMUM_HEIGHT;
}

static double *
get_double (GfIntervalBar *self,
            guint          prop_id)
{
  switch (prop_id)
    {
    case PROP_SHARE: return &self->share;
    case PROP_LOW: return &self->low;
    case PROP_HIGH: return &self->high;
    case PROP_BASE: return &self->base;
    case PROP_MAXIMUM: return &self->maximum;
    default: return NULL;
    }
}

static void
set_double (GfIntervalBar *self,
            guint          prop_id,
            double         value)
{
  double *field = get_double (self, prop_id);

  if ((isnan (*field) && isnan (value)) || (*field >= value && *field <= value))
    return;

  *field = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
gf_interval_bar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  GfIntervalBar *self = GF_INTERVAL_BAR (object);

  if (prop_id == PROP_ROLE)
    g_value_set_enum (value, (int) self->role);
  else if (get_double (self, prop_id) != NULL)
    g_value_set_double (value, *get_double (self, prop_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gf_interval_bar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  GfIntervalBar *self = GF_INTERVAL_BAR (object);

  if (prop_id == PROP_ROLE)
    gf_interval_bar_set_role (self, (GfDataRole) g_value_get_enum (value));
  else if (get_double (self, prop_id) != NULL)
    set_double (self, prop_id, g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
gf_interval_bar_class_init (GfIntervalBarClass *klass)
{
  static const char * const names[] = { NULL, "share", "low", "high", "base", "maximum" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_interval_bar_get_property;
  object_class->set_property = gf_interval_bar_set_property;
  widget_class->snapshot = gf_interval_bar_snapshot;
  widget_class->measure = gf_interval_bar_measure;

  /* The shares of the bar, its interval and the base rate, and the share at the end of the axis. */
  for (guint i = PROP_SHARE; i <= PROP_MAXIMUM; i++)
    properties[i] = g_param_spec_double (names[i], NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE,
                                         i == PROP_MAXIMUM ? 1 : 0,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfIntervalBar:role:
   *
   * What the bar means.
   */
  properties[PROP_ROLE] =
    g_param_spec_enum ("role", NULL, NULL, GF_TYPE_DATA_ROLE, GF_DATA_BEST,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "intervalbar");
}

static void
gf_interval_bar_init (GfIntervalBar *self)
{
  self->share = NAN;
  self->low = NAN;
  self->high = NAN;
  self->base = NAN;
  self->maximum = 1;
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_interval_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
gf_interval_bar_new (void)
{
  return g_object_new (GF_TYPE_INTERVAL_BAR, NULL);
}

/**
 * gf_interval_bar_set:
 * @share: the share, a fraction; NaN for no bar
 * @low: the lower end of the interval; NaN for no interval
 * @high: the upper end
 *
 * Sets what is shown.
 */
void
gf_interval_bar_set (GfIntervalBar *self,
                     double         share,
                     double         low,
                     double         high)
{
  g_return_if_fail (GF_IS_INTERVAL_BAR (self));

  set_double (self, PROP_SHARE, share);
  set_double (self, PROP_LOW, low);
  set_double (self, PROP_HIGH, high);
}

/**
 * gf_interval_bar_set_scale:
 * @base: the base rate; NaN for none
 * @maximum: the share at the end of the axis, above 0; the same for all bars of a list
 *
 * Sets the axis.
 */
void
gf_interval_bar_set_scale (GfIntervalBar *self,
                           double         base,
                           double         maximum)
{
  g_return_if_fail (GF_IS_INTERVAL_BAR (self));
  g_return_if_fail (maximum > 0);

  set_double (self, PROP_BASE, base);
  set_double (self, PROP_MAXIMUM, maximum);
}

/**
 * gf_interval_bar_set_role:
 * @role: what the bar means
 *
 * Sets #GfIntervalBar:role.
 */
void
gf_interval_bar_set_role (GfIntervalBar *self,
                          GfDataRole     role)
{
  g_return_if_fail (GF_IS_INTERVAL_BAR (self));

  if (self->role == role)
    return;

  self->role = role;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}
