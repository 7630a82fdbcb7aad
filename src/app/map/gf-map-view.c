/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-view-private.h"

#include "gf-data-color.h"
#include "gf-map-drawing.h"
#include "gf-map-words.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GfMapView, gf_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_SHOW_CUSTOMERS = 1,
  N_PROPS
};

enum
{
  ACTIVATED,
  NUMBERS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
numbers_cb (gpointer data)
{
  GfMapView *self = data;

  self->numbers_source = 0;
  g_signal_emit (self, signals[NUMBERS_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

GfMapLayout *
_gf_map_view_get_layout (GfMapView *self)
{
  if (self->layout == NULL && self->map != NULL)
    {
      self->layout = gf_map_layout_new (GTK_WIDGET (self), self->map, gf_map_view_get_chosen (self),
                                        self->dragging
                                          ? self->held : NULL, self->held_at, self->show_customers);
      if (self->numbers_source == 0)
        self->numbers_source = g_idle_add (numbers_cb, self);
    }

  return self->layout;
}

void
_gf_map_view_invalidate (GfMapView *self)
{
  g_clear_pointer (&self->layout, gf_map_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whoever cannot see the map hears what it is and which point is chosen. */
static void
update_words (GfMapView *self)
{
  GfMapPoint *chosen = gf_map_view_get_chosen (self);
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  if (self->map == NULL)
    return;

  /* Translators: the names of the two axes */
  label = g_strdup_printf (_("Map of %s and %s"), gf_position_map_get_x_name (self->map),
                           gf_position_map_get_y_name (self->map));
  description = chosen != NULL ? gf_map_point_dup_phrase (chosen, self->map)
                               : g_strdup (_("All points are in the list beside the map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
changed_cb (GfMapView *self)
{
  update_words (self);
  _gf_map_view_invalidate (self);
}

void
_gf_map_view_activate (GfMapView *self)
{
  if (gf_map_view_get_chosen (self) != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
gf_map_view_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 240;
  *natural = 560;
}

static void
gf_map_view_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  g_clear_pointer (&GF_MAP_VIEW (widget)->layout, gf_map_layout_free);
}

static void
gf_map_view_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gf_map_view_parent_class)->css_changed (widget, change);
  g_clear_pointer (&GF_MAP_VIEW (widget)->layout, gf_map_layout_free);
}

static void
gf_map_view_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  GfMapView *self = GF_MAP_VIEW (widget);
  gboolean focus = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;

  if (self->map != NULL)
    gf_map_drawing_append (snapshot, widget, self->map, _gf_map_view_get_layout (self),
                           gf_map_view_get_chosen (self), focus);
}

static gboolean
gf_map_view_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  GfMapView *self = GF_MAP_VIEW (widget);

  if (gtk_widget_has_focus (widget))
    return FALSE;

  gtk_widget_grab_focus (widget);
  if (gf_map_view_get_chosen (self) == NULL && _gf_map_view_get_layout (self) != NULL
      && self->layout->items->len > 0)
    gf_map_view_choose (self, g_array_index (self->layout->items, GfMapItem, 0).point);

  return TRUE;
}

static void
gf_map_view_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_CUSTOMERS:
      g_value_set_boolean (value, gf_map_view_get_show_customers (GF_MAP_VIEW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_map_view_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_CUSTOMERS:
      gf_map_view_set_show_customers (GF_MAP_VIEW (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_map_view_dispose (GObject *object)
{
  GfMapView *self = GF_MAP_VIEW (object);

  g_clear_handle_id (&self->numbers_source, g_source_remove);
  gf_map_view_set_map (self, NULL);
  gf_map_view_set_selection (self, NULL);
  g_clear_object (&self->held);

  G_OBJECT_CLASS (gf_map_view_parent_class)->dispose (object);
}

static void
gf_map_view_class_init (GfMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_map_view_get_property;
  object_class->set_property = gf_map_view_set_property;
  object_class->dispose = gf_map_view_dispose;
  widget_class->measure = gf_map_view_measure;
  widget_class->size_allocate = gf_map_view_size_allocate;
  widget_class->css_changed = gf_map_view_css_changed;
  widget_class->snapshot = gf_map_view_snapshot;
  widget_class->focus = gf_map_view_focus;

  /**
   * GfMapView:show-customers:
   *
   * Whether single customers are shown.
   */
  properties[PROP_SHOW_CUSTOMERS] =
    g_param_spec_boolean ("show-customers", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * GfMapView::activated:
   *
   * The details of the chosen point are wanted.
   */
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * GfMapView::numbers-changed:
   *
   * Labels were placed anew, so that other points may have numbers instead of names.
   */
  signals[NUMBERS_CHANGED] =
    g_signal_new ("numbers-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);

  _gf_map_view_install_keys (widget_class);

  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gf_map_view_init (GfMapView *self)
{
  self->show_customers = TRUE;

  _gf_map_view_follow_hand (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gf_data_color_follow (GTK_WIDGET (self));
}

/**
 * gf_map_view_set_map:
 * @map: (nullable): the map
 *
 * Shows a map.
 */
void
gf_map_view_set_map (GfMapView     *self,
                     GfPositionMap *map)
{
  g_return_if_fail (GF_IS_MAP_VIEW (self));

  if (self->map == map)
    return;

  gf_map_view_cancel (self);
  if (self->map != NULL)
    g_signal_handlers_disconnect_by_func (self->map, changed_cb, self);
  g_set_object (&self->map, map);
  if (map != NULL)
    g_signal_connect_object (map, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/**
 * gf_map_view_set_selection:
 * @selection: (nullable): the points of the map, one of them chosen
 *
 * Shares the choice of a point with others.
 */
void
gf_map_view_set_selection (GfMapView          *self,
                           GtkSingleSelection *selection)
{
  g_return_if_fail (GF_IS_MAP_VIEW (self));

  if (self->selection == selection)
    return;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, changed_cb, self);
  g_set_object (&self->selection, selection);
  if (selection != NULL)
    g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  changed_cb (self);
}

/**
 * gf_map_view_get_chosen:
 *
 * Returns: (transfer none) (nullable): the chosen point
 */
GfMapPoint *
gf_map_view_get_chosen (GfMapView *self)
{
  g_return_val_if_fail (GF_IS_MAP_VIEW (self), NULL);

  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/**
 * gf_map_view_choose:
 * @point: (nullable): a point of the map
 *
 * Chooses a point.
 */
void
gf_map_view_choose (GfMapView  *self,
                    GfMapPoint *point)
{
  guint n;

  g_return_if_fail (GF_IS_MAP_VIEW (self));

  if (self->selection == NULL)
    return;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfMapPoint) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == point)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/**
 * gf_map_view_get_show_customers:
 *
 * Returns: whether single customers are shown
 */
gboolean
gf_map_view_get_show_customers (GfMapView *self)
{
  g_return_val_if_fail (GF_IS_MAP_VIEW (self), FALSE);

  return self->show_customers;
}

/**
 * gf_map_view_set_show_customers:
 * @show_customers: whether single customers are shown
 *
 * Sets #GfMapView:show-customers.
 */
void
gf_map_view_set_show_customers (GfMapView *self,
                                gboolean   show_customers)
{
  g_return_if_fail (GF_IS_MAP_VIEW (self));

  show_customers = !!show_customers;
  if (self->show_customers == show_customers)
    return;

  self->show_customers = show_customers;
  _gf_map_view_invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CUSTOMERS]);
}

/**
 * gf_map_view_get_point_bounds:
 * @point: a point
 * @bounds: (out): where it is drawn, in pixels of the widget
 *
 * Returns: whether it is on the map
 */
gboolean
gf_map_view_get_point_bounds (GfMapView       *self,
                              GfMapPoint      *point,
                              graphene_rect_t *bounds)
{
  GfMapItem *item;

  g_return_val_if_fail (GF_IS_MAP_VIEW (self), FALSE);

  item = _gf_map_view_get_layout (self) != NULL ? gf_map_layout_find (self->layout, point) : NULL;
  if (item == NULL)
    return FALSE;

  graphene_rect_init (bounds, (float) (item->at.x - item->radius),
                      (float) (item->at.y - item->radius),
                      (float) (2 * item->radius), (float) (2 * item->radius));

  return TRUE;
}

/**
 * gf_map_view_get_number:
 * @point: a point
 *
 * Returns: the number that stands on the map for want of room for the name; 0 if the name does
 */
guint
gf_map_view_get_number (GfMapView  *self,
                        GfMapPoint *point)
{
  GfMapItem *item;

  g_return_val_if_fail (GF_IS_MAP_VIEW (self), 0);

  item = _gf_map_view_get_layout (self) != NULL ? gf_map_layout_find (self->layout, point) : NULL;

  return item != NULL ? item->label.number : 0;
}
