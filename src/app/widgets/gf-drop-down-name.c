/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-drop-down-name.h"

/**
 * gf_drop_down_set_name:
 * @name: what is chosen with it: "Encoding"
 *
 * Tells a screen reader @name, then what is chosen: "Encoding UTF-8". GtkDropDown (GTK 4.18) is labelled by what its
 * button shows, which goes before a label that is only set, so that "UTF-8" alone would be spoken.
 */
void
gf_drop_down_set_name (GtkDropDown *self,
                       const char  *name)
{
  GtkWidget *button;
  GtkWidget *shown;

  g_return_if_fail (GTK_IS_DROP_DOWN (self) && name != NULL);

  button = gtk_widget_get_first_child (GTK_WIDGET (self));
  shown = button != NULL ? gtk_widget_get_first_child (button) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (shown != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, shown, NULL, -1);
}
