/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-feedback.h"

#include "gf-window.h"

#include <glib/gi18n-lib.h>

static void
add_toast (GtkWidget *widget,
           AdwToast  *toast)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GF_IS_WINDOW (root))
    gf_window_add_toast (GF_WINDOW (root), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

/**
 * gf_toast:
 * @widget: any widget of the window
 * @text: what happened, as a sentence without a full stop
 *
 * Says something in passing.
 */
void
gf_toast (GtkWidget  *widget,
          const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  add_toast (widget, toast);
}

/**
 * gf_toast_undo:
 * @widget: any widget of the window
 * @text: what was removed: "Theme removed"
 *
 * Says that something was removed, with a button that takes it back.
 */
void
gf_toast_undo (GtkWidget  *widget,
               const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  add_toast (widget, toast);
}

/**
 * gf_toast_go:
 * @widget: any widget of the window
 * @text: what happened: "Segment made"
 * @button_label: where it can be seen, in Header Capitals: "Open Segments"
 * @where: the target of win.go
 *
 * Says what came to be, with a button that leads there.
 */
void
gf_toast_go (GtkWidget  *widget,
             const char *text,
             const char *button_label,
             const char *where)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_action_name (toast, "win.go");
  adw_toast_set_action_target (toast, "s", where);
  add_toast (widget, toast);
}

/**
 * gf_announce:
 * @widget: any widget of the window
 * @text: what happened
 *
 * Tells a screen reader what can only be seen.
 */
void
gf_announce (GtkWidget  *widget,
             const char *text)
{
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  /* The context of GTK's own tests cannot announce and would crash (GTK 4.18). */
  if (context == NULL || g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * gf_show_error:
 * @widget: any widget of the window
 * @heading: what did not work, in Header Capitals: "This Project Cannot Be Read"
 * @error: why, with a sentence the user can act on
 *
 * Shows an error that stops what the user wanted to do.
 */
void
gf_show_error (GtkWidget    *widget,
               const char   *heading,
               const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, error != NULL ? error->message : NULL);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, widget);
}
