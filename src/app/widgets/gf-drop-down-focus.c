/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-drop-down-focus.h"

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *list = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && list == NULL;
       child = gtk_widget_get_next_sibling (child))
    list = find_list (child);

  return list;
}

static void
focus_cb (gpointer data)
{
  GtkDropDown *self = data;
  GtkWidget *list = find_list (GTK_WIDGET (self));
  guint selected = gtk_drop_down_get_selected (self);

  if (list != NULL && gtk_widget_get_mapped (list) && selected != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (GTK_LIST_VIEW (list), selected, GTK_LIST_SCROLL_FOCUS, NULL);
  g_object_unref (self);
}

/* The popover itself takes the focus to the first entry while it opens. */
static void
mapped_cb (GtkDropDown *self,
           GtkWidget   *popover)
{
  g_idle_add_once (focus_cb, g_object_ref (self));
}

/**
 * gf_drop_down_focus_selected:
 * @self: a drop-down without a search
 *
 * Lets its list open with the focus on what is chosen. GtkDropDown (GTK 4.18) opens it with the focus on the first
 * entry, while the tick is on another.
 */
void
gf_drop_down_focus_selected (GtkDropDown *self)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      g_signal_connect_object (child, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
