/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-popover-search.h"

static void
stop_search_cb (GtkWidget *search)
{
  GtkWidget *popover = gtk_widget_get_ancestor (search, GTK_TYPE_POPOVER);
  GtkWidget *opener;

  if (popover == NULL)
    return;

  opener = gtk_widget_get_parent (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  if (opener != NULL)
    gtk_widget_grab_focus (opener);
}

/**
 * gf_popover_search_closes:
 * @search: a search that stands in a popover, or will
 *
 * Lets Escape close the popover and give the focus back to what it is attached to: a search takes
 * the key for itself, so that the popover never sees it.
 */
void
gf_popover_search_closes (GtkSearchEntry *search)
{
  g_return_if_fail (GTK_IS_SEARCH_ENTRY (search));

  g_signal_connect (search, "stop-search", G_CALLBACK (stop_search_cb), NULL);
}
