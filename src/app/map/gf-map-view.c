/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-view.h"

#include "gf-data-color.h"
#include "gf-map-drawing.h"
#include "gf-map-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DRAG_THRESHOLD 4.0
#define STEP 0.1

struct _GfMapView
{
  GtkWidget parent_instance;

  /* Owned references */
  GfPositionMap *map;
  GtkSingleSelection *selection;
  GfMapLayout *layout;
  GfMapPoint *held;

  GfMapPlace pressed_at;
  GfMapPlace held_offset;
  GfMapPlace held_at;
  guint numbers_source;
  gboolean dragging;
  gboolean show_customers;
};

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

static GfMapLayout *
get_layout (GfMapView *self)
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

static void
invalidate (GfMapView *self)
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
  invalidate (self);
}

static void
announce_chosen (GfMapView *self)
{
  GfMapPoint *chosen = gf_map_view_get_chosen (self);
  g_autofree char *phrase = NULL;

  if (chosen == NULL)
    return;

  phrase = gf_map_point_dup_phrase (chosen, self->map);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), phrase,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
announce_move (GfMapView  *self,
               GfMapPoint *point)
{
  g_autofree char *phrase = g_strdup_printf ("%s %.1f, %s %.1f",
                                             gf_position_map_get_x_name (self->map), gf_map_point_get_x (point),
                                             gf_position_map_get_y_name (self->map), gf_map_point_get_y (point));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), phrase,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
activate (GfMapView *self)
{
  if (gf_map_view_get_chosen (self) != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               GfMapView      *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (gf_map_view_press (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                GfMapView      *self)
{
  gf_map_view_drag (self, self->pressed_at.x + dx, self->pressed_at.y + dy);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             GfMapView      *self)
{
  gf_map_view_release (self);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           GfMapView        *self)
{
  gf_map_view_cancel (self);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GfMapView       *self)
{
  if (n_press == 2 && self->map != NULL && gf_map_layout_pick (get_layout (self), x, y) != NULL)
    activate (self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           GfMapView                *self)
{
  GfMapItem *item = self->map != NULL ? gf_map_layout_pick (get_layout (self), x, y) : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->dragging ? "grabbing" : item != NULL
                                   ? "grab" : NULL);
}

static gboolean
query_tooltip_cb (GfMapView  *self,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  GfMapItem *item;
  g_autofree char *phrase = NULL;
  GdkRectangle rect;

  if (self->map == NULL || self->dragging || by_keyboard)
    return FALSE;

  item = gf_map_layout_pick (get_layout (self), x, y);
  if (item == NULL)
    return FALSE;

  phrase = gf_map_point_dup_phrase (item->point, self->map);
  gtk_tooltip_set_text (tooltip, phrase);
  rect = (GdkRectangle) { (int) (item->at.x - item->radius), (int) (item->at.y - item->radius),
                          (int) (2 * item->radius), (int) (2 * item->radius) };
  gtk_tooltip_set_tip_area (tooltip, &rect);

  return TRUE;
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  gf_map_view_walk (GF_MAP_VIEW (widget), (GfMapDirection) g_variant_get_int32 (args));

  /* At the last point the focus stays here; Tab leads on. */
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  int across, up;

  g_variant_get (args, "(ii)", &across, &up);
  if (!gf_map_view_move_chosen (GF_MAP_VIEW (widget), across, up))
    gtk_widget_error_bell (widget);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  activate (GF_MAP_VIEW (widget));

  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  return gf_map_view_cancel (GF_MAP_VIEW (widget));
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
    gf_map_drawing_append (snapshot, widget, self->map, get_layout (self),
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
  if (gf_map_view_get_chosen (self) == NULL && get_layout (self) != NULL
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
add_arrow (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           GfMapDirection  direction,
           int             across,
           int             up)
{
  gtk_widget_class_add_binding (widget_class, key, 0, walk_cb, "i", (int) direction);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, walk_cb, "i", (int) direction);
  gtk_widget_class_add_binding (widget_class, key, GDK_ALT_MASK, move_cb, "(ii)", across, up);
  gtk_widget_class_add_binding (widget_class, keypad_key, GDK_ALT_MASK, move_cb, "(ii)", across,
                                up);
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

  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GF_MAP_RIGHT, 1, 0);
  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GF_MAP_LEFT, -1, 0);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GF_MAP_UP, 0, 1);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GF_MAP_DOWN, 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gf_map_view_init (GfMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->show_customers = TRUE;

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
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
  invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CUSTOMERS]);
}

static gboolean
put (GfMapView  *self,
     GfMapPoint *point,
     GfMapPlace  place)
{
  double x = gf_map_round (place.x), y = gf_map_round (place.y);
  gboolean moved = fabs (gf_map_point_get_x (point) - x) > 1e-9 || fabs (gf_map_point_get_y (point) - y) > 1e-9;

  if (moved)
    {
      /* Both in one turn of the main loop, which makes one step of undo. */
      gf_map_point_set_x (point, x);
      gf_map_point_set_y (point, y);
      announce_move (self, point);
    }

  return moved;
}

/**
 * gf_map_view_move_chosen:
 * @across: tenths to the right
 * @up: tenths upwards
 *
 * Moves the chosen point.
 *
 * Returns: whether it moved: not if none is chosen or it stands at the edge
 */
gboolean
gf_map_view_move_chosen (GfMapView *self,
                         int        across,
                         int        up)
{
  GfMapPoint *point = gf_map_view_get_chosen (self);

  g_return_val_if_fail (GF_IS_MAP_VIEW (self), FALSE);

  if (point == NULL)
    return FALSE;

  return put (self, point, (GfMapPlace) { gf_map_point_get_x (point) + across * STEP,
                                          gf_map_point_get_y (point) + up * STEP });
}

/**
 * gf_map_view_walk:
 * @direction: where to
 *
 * Chooses the nearest point that way; the first point if none is chosen.
 *
 * Returns: whether there was one
 */
gboolean
gf_map_view_walk (GfMapView      *self,
                  GfMapDirection  direction)
{
  GfMapLayout *layout;
  GfMapItem *from;
  g_autofree GfMapPlace *places = NULL;
  guint n, to;

  g_return_val_if_fail (GF_IS_MAP_VIEW (self), FALSE);

  layout = get_layout (self);
  n = layout != NULL ? layout->items->len : 0;
  if (n == 0)
    return FALSE;

  from = gf_map_layout_find (layout, gf_map_view_get_chosen (self));
  to = 0;
  if (from != NULL)
    {
      places = g_new (GfMapPlace, n);
      for (guint i = 0; i < n; i++)
        {
          GfMapPoint *point = g_array_index (layout->items, GfMapItem, i).point;

          places[i] = (GfMapPlace) { gf_map_point_get_x (point), gf_map_point_get_y (point) };
        }
      to = gf_map_nearest_toward (places, n,
                                  (guint) (from - (GfMapItem *) (gpointer) layout->items->data), direction);
      if (to == n)
        return FALSE;
    }

  gf_map_view_choose (self, g_array_index (layout->items, GfMapItem, to).point);
  announce_chosen (self);

  return TRUE;
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

  item = get_layout (self) != NULL ? gf_map_layout_find (self->layout, point) : NULL;
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

  item = get_layout (self) != NULL ? gf_map_layout_find (self->layout, point) : NULL;

  return item != NULL ? item->label.number : 0;
}

/**
 * gf_map_view_press:
 * @x: in pixels
 * @y: in pixels
 *
 * Chooses the point there and takes hold of it.
 *
 * Returns: whether there is one
 */
gboolean
gf_map_view_press (GfMapView *self,
                   double     x,
                   double     y)
{
  GfMapItem *item;

  g_return_val_if_fail (GF_IS_MAP_VIEW (self), FALSE);

  item = get_layout (self) != NULL ? gf_map_layout_pick (self->layout, x, y) : NULL;
  if (item == NULL)
    return FALSE;

  self->pressed_at = (GfMapPlace) { x, y };
  self->held_offset = (GfMapPlace) { item->at.x - x, item->at.y - y };
  g_set_object (&self->held, item->point);
  if (item->point != gf_map_view_get_chosen (self))
    {
      gf_map_view_choose (self, self->held);
      announce_chosen (self);
    }

  return TRUE;
}

/**
 * gf_map_view_drag:
 * @x: in pixels
 * @y: in pixels
 *
 * Shows the point that is held where the pointer is. A hand that only trembles does not move it.
 */
void
gf_map_view_drag (GfMapView *self,
                  double     x,
                  double     y)
{
  g_return_if_fail (GF_IS_MAP_VIEW (self));

  if (self->held == NULL || get_layout (self) == NULL)
    return;
  if (!self->dragging && hypot (x - self->pressed_at.x, y - self->pressed_at.y) < DRAG_THRESHOLD)
    return;

  self->held_at = gf_map_frame_from_area (&self->layout->frame,
                                          (GfMapPlace) { x + self->held_offset.x,
                                                                               y + self->held_offset.y });
  self->dragging = TRUE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  invalidate (self);
}

/**
 * gf_map_view_release:
 *
 * Puts the point that is held where it is shown.
 */
void
gf_map_view_release (GfMapView *self)
{
  g_autoptr (GfMapPoint) held = NULL;
  gboolean dragging;

  g_return_if_fail (GF_IS_MAP_VIEW (self));

  held = g_steal_pointer (&self->held);
  dragging = self->dragging;
  self->dragging = FALSE;
  if (held == NULL || !dragging)
    return;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
  put (self, held, self->held_at);
  invalidate (self);
}

/**
 * gf_map_view_cancel:
 *
 * Lets the point that is held go back to where it was.
 *
 * Returns: whether one was being dragged
 */
gboolean
gf_map_view_cancel (GfMapView *self)
{
  gboolean dragging;

  g_return_val_if_fail (GF_IS_MAP_VIEW (self), FALSE);

  dragging = self->dragging;
  self->dragging = FALSE;
  g_clear_object (&self->held);
  if (dragging)
    invalidate (self);

  return dragging;
}
