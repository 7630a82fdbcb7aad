/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-grid-private.h"

#include <glib/gi18n-lib.h>

/* The menu on a customer, with what can be done there by keys as well; see the view for the actions. */

static GMenuModel *
new_model (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();

  g_menu_append (change, _("Open Customer"), "view.open");
  g_menu_append (change, _("Edit Cell"), "view.edit");
  g_menu_append (change, _("Empty Cell"), "view.empty");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append (copy, _("Copy Customers"), "view.copy");
  g_menu_append (copy, _("Remove Customers"), "view.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));

  return G_MENU_MODEL (menu);
}

/* The focus goes back to where it was, before what was chosen is done there. */
static void
closed_cb (GfCustomerGrid *self)
{
  if (self->menu_cell != NULL)
    gtk_widget_grab_focus (self->menu_cell);
}

/* Shows the menu at a place of the grid. */
static void
popup (GfCustomerGrid     *self,
       const GdkRectangle *place)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = new_model ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  g_set_weak_pointer (&self->menu_cell, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The customer under the pointer is meant: alone, unless it is one of those that are selected. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GfCustomerGrid  *self)
{
  GtkColumnViewCell *cell = _gf_customer_grid_find_cell_at (self, x, y);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  graphene_point_t place;
  guint position;

  if (cell == NULL || !gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  position = gtk_column_view_cell_get_position (cell);
  gtk_widget_grab_focus (gtk_widget_get_parent (gtk_column_view_cell_get_child (cell)));
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  popup (self, &(GdkRectangle) { (int) place.x, (int) place.y, 1, 1 });
}

/**
 * _gf_customer_grid_show_menu:
 * @self: a grid
 *
 * Shows the menu at the cell that has the focus.
 *
 * Returns: whether a cell has it
 */
gboolean
_gf_customer_grid_show_menu (GfCustomerGrid *self)
{
  GtkWidget *label = _gf_customer_grid_find_focused (self);
  graphene_rect_t bounds;

  if (label == NULL || !gtk_widget_compute_bounds (label, GTK_WIDGET (self), &bounds))
    return FALSE;

  popup (self, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                 (int) bounds.size.height });

  return TRUE;
}

void
_gf_customer_grid_add_menu (GfCustomerGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}
