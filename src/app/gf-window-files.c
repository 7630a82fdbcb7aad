/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-window-private.h"

#include "gf-customers-import.h"
#include "gf-feedback.h"
#include "gf-project-file.h"
#include "gf-settings.h"

#include <glib/gi18n-lib.h>

/* Starting, opening and recovering projects, and giving them a file; files dropped on the window. */

/* A window at its start page takes a project itself; one that has a project leaves it alone. */
static GfWindow *
get_free_window (GfWindow *self)
{
  GtkWidget *window;

  if (self->project == NULL)
    return self;

  window = gf_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  gtk_window_present (GTK_WINDOW (window));

  return GF_WINDOW (window);
}

static GfWindow *
find_window_of_path (GfWindow   *self,
                     const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    if (GF_IS_WINDOW (l->data) && GF_WINDOW (l->data)->store != NULL &&
        g_strcmp0 (gf_store_get_path (GF_WINDOW (l->data)->store), path) == 0)
      return GF_WINDOW (l->data);

  return NULL;
}

static void
show_loaded (GfWindow  *self,
             GfStore   *store,
             GfHistory *history)
{
  gf_history_clear (history);
  gf_window_set_project (self, store, history);
  _gf_window_remember (self);
}

static gboolean
is_project_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".goodfit");
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GfStore *store = GF_STORE (source);
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!gf_store_open_finish (store, result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gf_show_error (GTK_WIDGET (self), _("This Project Cannot Be Read"), error);
      return;
    }

  show_loaded (self, store, g_object_get_data (G_OBJECT (store), "gf-history"));
}

/* A store and a history for a project, or for a new one with nothing in it. */
static GfStore *
new_store (GfProject *from)
{
  g_autoptr (GfProject) project = from != NULL ? g_object_ref (from) : gf_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);
  GfStore *store = gf_store_new (project, history, NULL);

  g_object_set_data_full (G_OBJECT (store), "gf-history", g_steal_pointer (&history),
                          g_object_unref);

  return store;
}

/**
 * gf_window_new_project:
 *
 * Shows a new project, in another window if this one has a project.
 */
void
gf_window_new_project (GfWindow *self)
{
  g_autoptr (GfStore) store = NULL;
  GfWindow *window;

  g_return_if_fail (GF_IS_WINDOW (self));

  window = get_free_window (self);
  store = new_store (NULL);
  gf_window_set_project (window, store, g_object_get_data (G_OBJECT (store), "gf-history"));
}

/**
 * gf_window_open:
 * @file: a project, or a list of customers
 *
 * Opens @file: a project in this window if it has none, else in another; a list of customers in
 * the project of this window. A project that is open already is brought to the front.
 */
void
gf_window_open (GfWindow *self,
                GFile    *file)
{
  g_autofree char *path = NULL;
  g_autoptr (GfStore) store = NULL;
  GfWindow *window;

  g_return_if_fail (GF_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!is_project_file (file))
    {
      gf_window_import (self, file);
      return;
    }

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                                      _("Projects are opened from this computer. Copy the file here first."));

      gf_show_error (GTK_WIDGET (self), _("This Project Cannot Be Read"), error);
      return;
    }

  window = find_window_of_path (self, path);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  window = get_free_window (self);
  g_clear_object (&window->opening);
  window->opening = g_cancellable_new ();
  store = new_store (NULL);
  gf_store_open_async (store, path, window->opening, open_cb, g_object_ref (window));
}

/**
 * gf_window_open_copy:
 * @file: a project
 *
 * Shows a copy of @file that has no file of its own yet, so that the original stays as it is.
 */
void
gf_window_open_copy (GfWindow *self,
                     GFile    *file)
{
  g_autoptr (GfProject) project = NULL;
  g_autoptr (GfStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GF_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  project = gf_project_load (g_file_peek_path (file), &error);
  if (project == NULL)
    {
      gf_show_error (GTK_WIDGET (self), _("This Project Cannot Be Read"), error);
      return;
    }

  store = new_store (project);
  gf_window_set_project (get_free_window (self), store,
                         g_object_get_data (G_OBJECT (store), "gf-history"));
}

static void
recover_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GfStore *store = GF_STORE (source);
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!gf_store_recover_finish (store, result, &error))
    {
      gf_show_error (GTK_WIDGET (self), _("This Project Cannot Be Read"), error);
      return;
    }

  show_loaded (get_free_window (self), store, g_object_get_data (G_OBJECT (store), "gf-history"));
}

/**
 * gf_window_recover:
 * @id: of a snapshot in the state folder
 *
 * Shows what an earlier session left there.
 */
void
gf_window_recover (GfWindow   *self,
                   const char *id)
{
  g_autoptr (GfStore) store = NULL;

  g_return_if_fail (GF_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  store = new_store (NULL);
  gf_store_recover_async (store, id, recover_cb, g_object_ref (self));
}

/**
 * gf_window_import:
 * @file: a list of customers
 *
 * Goes to Customers, in a new project if there is none, and offers to import @file.
 *
 * Returns: FALSE when nothing there can import
 */
gboolean
gf_window_import (GfWindow *self,
                  GFile    *file)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (GF_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (self->project == NULL)
    gf_window_new_project (self);
  gf_window_go (self, "customers");
  uri = g_file_get_uri (file);

  return gtk_widget_activate_action (GTK_WIDGET (gf_step_page_get_visible_view (self->visible_page)),
                                     "page.import-file", "s", uri);
}

/* --- dialogs --- */

static void
set_folder (GtkFileDialog *dialog)
{
  g_autofree char *uri = g_settings_get_string (gf_settings_get (), "last-folder");

  if (*uri != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uri);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }
}

static void
remember_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      g_settings_set_string (gf_settings_get (), "last-folder", uri);
    }
}

static void
save_as_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = NULL;

  if (file == NULL || self->store == NULL)
    return;

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_clear_error (&error);
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                   _("Projects are saved on this computer. Choose another folder."));
      gf_show_error (GTK_WIDGET (self), _("The Project Cannot Be Saved"), error);
      return;
    }

  /* What goes wrong is told by the banner. */
  gf_store_save_as (self->store, path);
  remember_folder (file);
  _gf_window_remember (self);
}

static GListModel *
new_filters (gboolean with_lists)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) projects = gtk_file_filter_new ();

  gtk_file_filter_set_name (projects,
                            with_lists ? _("Projects and Customer Lists") : _("Goodfit Projects"));
  gtk_file_filter_add_suffix (projects, "goodfit");
  if (with_lists)
    gf_customers_add_suffixes (projects);
  g_list_store_append (filters, projects);

  return G_LIST_MODEL (filters);
}

static void
save_as_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = new_filters (FALSE);
  g_autofree char *name = _gf_window_dup_project_name (self);
  g_autofree char *file_name = g_strconcat (name, ".goodfit", NULL);

  gtk_file_dialog_set_title (dialog, _("Save As"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (file_name, "/", '-'));
  set_folder (dialog);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, save_as_cb, g_object_ref (self));
}

static void
open_dialog_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GfWindow) self = GF_WINDOW (data);
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;

  remember_folder (file);
  gf_window_open (self, file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = new_filters (TRUE);

  gtk_file_dialog_set_title (dialog, _("Open"));
  gtk_file_dialog_set_filters (dialog, filters);
  set_folder (dialog);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, open_dialog_cb, g_object_ref (widget));
}

static void
new_project_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);

  gf_window_new_project (self);
  if (g_str_equal (action_name, "win.new-without-customers"))
    gf_window_go (self, "market");
}

static void
open_file_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (action_name, "win.recover"))
    {
      gf_window_recover (GF_WINDOW (widget), text);
      return;
    }

  file = g_file_new_for_uri (text);
  gf_window_open (GF_WINDOW (widget), file);
}

/* --- dropping --- */

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GfWindow      *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;

  gf_window_open (self, files->data);

  return TRUE;
}

static void
active_cb (GfWindow *self)
{
  if (self->store == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  gf_store_check_disk (self->store);
  _gf_window_remind (self);
}

void
_gf_window_init_files (GfWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Drop a customer list or a project here to open it"),
                                  -1);
}

void
_gf_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-project", NULL, new_project_action);
  gtk_widget_class_install_action (widget_class, "win.new-without-customers", NULL,
                                   new_project_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-file", "s", open_file_action);
  gtk_widget_class_install_action (widget_class, "win.recover", "s", open_file_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
}
