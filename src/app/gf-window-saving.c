/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-window-private.h"

#include "gf-date.h"
#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-recent.h"
#include "gf-reminder.h"

#include <glib/gi18n-lib.h>

/* What is told of saving, what is done where another program wrote the file, and the end of a session. */

static char *
dup_reminder (GfWindow *self)
{
  gint32 day;

  if (!self->reminding || !gf_days_from_iso (gf_project_get_next_review (self->project), &day) ||
      day >= gf_days_today ())
    return NULL;

  g_autofree char *date = gf_format_date (day);

  /* Translators: %s is a date */
  return g_strdup_printf (_("The review was due on %s"), date);
}

/* Reminds on every step of a review that is overdue, unless that was done today. */
void
_gf_window_remind (GfWindow *self)
{
  if (self->store != NULL && !self->reminding && gf_reminder_take (self->store))
    {
      self->reminding = TRUE;
      _gf_window_update_notice (self);
    }
}

/* Shows the state of saving only when there is trouble; what was due goes behind it. */
void
_gf_window_update_notice (GfWindow *self)
{
  g_autofree char *title = NULL;

  if (self->visible_page == NULL)
    return;

  if (self->store != NULL && gf_store_get_state (self->store) == GF_STORE_FAILED)
    {
      const char *message = gf_store_get_message (self->store);

      title = message != NULL && *message != '\0' ? g_strdup (message) : g_strdup (_("Changes cannot be saved"));
      gf_step_page_set_notice (self->visible_page, title, _("Save As…"), "win.save-as");
    }
  else if (self->store != NULL && gf_store_get_state (self->store) == GF_STORE_CONFLICT)
    {
      gf_step_page_set_notice (self->visible_page,
                               _("Another program changed the file of this project"),
                               _("Choose…"), "win.settle-conflict");
    }
  else
    {
      title = dup_reminder (self);
      gf_step_page_set_notice (self->visible_page, title, title != NULL ? _("Start Review") : NULL,
                               title != NULL ? "win.start-review" : NULL);
    }
}

static void
start_review_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);

  self->reminding = FALSE;
  gf_window_go (self, "review");
  gtk_widget_activate_action (GTK_WIDGET (gf_step_page_get_visible_view (self->visible_page)), "view.add", NULL);
}

static gboolean
remember_cb (gpointer data)
{
  GfWindow *self = data;

  self->remember_source = 0;
  if (self->project != NULL && gf_store_get_path (self->store) != NULL)
    {
      g_autofree char *name = _gf_window_dup_project_name (self);

      gf_recent_add (gf_store_get_path (self->store), name, self->project);
    }

  return G_SOURCE_REMOVE;
}

/* Tells the start pages of this project, a moment after a change. */
void
_gf_window_remember (GfWindow *self)
{
  if (self->remember_source == 0)
    self->remember_source = g_timeout_add (400, remember_cb, self);
}

void
_gf_window_update_saving (GfWindow *self)
{
  _gf_window_update_notice (self);
  if (self->store != NULL && gf_store_get_state (self->store) == GF_STORE_SAVED)
    _gf_window_remember (self);
}

static void
reload_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!gf_store_reload_finish (GF_STORE (source), result, &error))
    gf_show_error (GTK_WIDGET (self), _("This Project Cannot Be Read"), error);
}

static void
keep_copy_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = gf_store_keep_copy_finish (GF_STORE (source), result, &error);

  if (path == NULL)
    {
      gf_show_error (GTK_WIDGET (self), _("The Copy Cannot Be Written"), error);
    }
  else
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *text = g_strdup_printf (_("Your version is now in “%s”"), name);

      gf_toast (GTK_WIDGET (self), text);
    }
}

static void
conflict_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (self->store == NULL)
    return;

  if (g_str_equal (response, "reload"))
    gf_store_reload_async (self->store, reload_cb, g_object_ref (self));
  else if (g_str_equal (response, "copy"))
    gf_store_keep_copy_async (self->store, keep_copy_cb, g_object_ref (self));
}

static void
settle_conflict_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  AdwDialog *dialog =
    adw_alert_dialog_new (_("The File Was Changed by Another Program"),
                          _("Load what is in the file now, or keep what you see here as a copy beside it. "
                            "Nothing is overwritten."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "reload", _("_Load the File"),
                                  "copy", _("_Keep Mine as a Copy"),
                                  NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "copy");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "copy",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), widget, NULL, conflict_cb,
                           g_object_ref (widget));
}

/* --- closing --- */

static void
close_anyway_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "save"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
    }
  else if (g_str_equal (response, "discard"))
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

/* What could not be written is asked about, since it cannot be undone. */
static void
ask_close_anyway (GfWindow     *self,
                  const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Your Changes Could Not Be Saved"), error->message);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "discard", _("_Discard Changes"),
                                  "save", _("_Save As…"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL,
                           close_anyway_cb, g_object_ref (self));
}

static void
close_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  g_autoptr (GError) error = NULL;

  self->writing_last = FALSE;
  if (gf_store_close_finish (GF_STORE (source), result, &error))
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      ask_close_anyway (self, error);
    }
}

/* Writes what is not written yet, and closes the window when that is done. */
void
_gf_window_close_project (GfWindow *self)
{
  if (self->writing_last)
    return;

  g_clear_handle_id (&self->remember_source, g_source_remove);
  remember_cb (self);
  gf_history_commit (self->history);
  self->writing_last = TRUE;
  gf_store_close_async (self->store, close_cb, g_object_ref (self));
}

void
_gf_window_install_saving_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start-review", NULL, start_review_action);
  gtk_widget_class_install_action (widget_class, "win.settle-conflict", NULL, settle_conflict_action);
}
