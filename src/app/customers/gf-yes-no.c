/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-yes-no.h"

#include <glib/gi18n-lib.h>

/**
 * gf_yes_no_new:
 * @question: what is asked, for who hears it
 * @given: the answer that was given, -1 for none
 *
 * Makes the two buttons that answer a question.
 *
 * Returns: (transfer floating): an #AdwToggleGroup whose active toggle is GF_NO or GF_YES
 */
GtkWidget *
gf_yes_no_new (const char *question,
               int         given)
{
  GtkWidget *answer = adw_toggle_group_new ();
  const char *titles[] = { _("No"), _("Yes") };

  g_return_val_if_fail (question != NULL, answer);

  adw_toggle_group_set_can_shrink (ADW_TOGGLE_GROUP (answer), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, titles[i]);
      adw_toggle_group_add (ADW_TOGGLE_GROUP (answer), toggle);
    }
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (answer), given < 0 ? GTK_INVALID_LIST_POSITION : (guint) given);
  gtk_widget_set_valign (answer, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (answer), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);

  return answer;
}
