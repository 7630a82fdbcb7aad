/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-map-view-private.h"

#include "gf-map-words.h"

#include <math.h>

/* What the pointer and the keys do with a map: choose points, and move them. */

#define DRAG_THRESHOLD 4.0
#define STEP 0.1

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
  if (n_press == 2 && self->map != NULL && gf_map_layout_pick (_gf_map_view_get_layout (self), x, y) != NULL)
    _gf_map_view_activate (self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           GfMapView                *self)
{
  GfMapItem *item = self->map != NULL ? gf_map_layout_pick (_gf_map_view_get_layout (self), x, y) : NULL;

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

  item = gf_map_layout_pick (_gf_map_view_get_layout (self), x, y);
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
  _gf_map_view_activate (GF_MAP_VIEW (widget));

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

  layout = _gf_map_view_get_layout (self);
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

  item = _gf_map_view_get_layout (self) != NULL ? gf_map_layout_pick (self->layout, x, y) : NULL;
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

  if (self->held == NULL || _gf_map_view_get_layout (self) == NULL)
    return;
  if (!self->dragging && hypot (x - self->pressed_at.x, y - self->pressed_at.y) < DRAG_THRESHOLD)
    return;

  self->held_at = gf_map_frame_from_area (&self->layout->frame,
                                          (GfMapPlace) { x + self->held_offset.x,
                                                                               y + self->held_offset.y });
  self->dragging = TRUE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  _gf_map_view_invalidate (self);
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
  _gf_map_view_invalidate (self);
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
    _gf_map_view_invalidate (self);

  return dragging;
}

void
_gf_map_view_install_keys (GtkWidgetClass *widget_class)
{
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GF_MAP_RIGHT, 1, 0);
  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GF_MAP_LEFT, -1, 0);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GF_MAP_UP, 0, 1);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GF_MAP_DOWN, 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
_gf_map_view_follow_hand (GfMapView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

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
}
