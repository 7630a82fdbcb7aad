/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-application.h"

#include "gf-feedback.h"
#include "gf-preferences-dialog.h"
#include "gf-shortcuts.h"
#include "gf-window.h"

#include <glib/gi18n-lib.h>

struct _GfApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (GfApplication, gf_application, ADW_TYPE_APPLICATION)

/* The window the user is in; a new one when there is none. */
static GfWindow *
ensure_window (GfApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!GF_IS_WINDOW (window))
    window = GTK_WINDOW (gf_window_new (GTK_APPLICATION (self)));
  gtk_window_present (window);

  return GF_WINDOW (window);
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  gtk_window_present (GTK_WINDOW (gf_window_new (GTK_APPLICATION (data))));
}

static void
open_sample_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  GfWindow *window = ensure_window (GF_APPLICATION (data));
  g_autofree char *path = gf_application_dup_sample_path ();
  g_autoptr (GFile) file = NULL;

  if (path == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                                      _("The sample was not installed with this copy of Goodfit."));

      gf_show_error (GTK_WIDGET (window), _("The Sample Is Missing"), error);
      return;
    }

  file = g_file_new_for_path (path);
  if (g_str_has_suffix (path, ".goodfit"))
    gf_window_open_copy (window, file);
  else
    {
      /* Never into a project that is the user's own. */
      if (gf_window_get_project (window) != NULL)
        window = GF_WINDOW (gf_window_new (GTK_APPLICATION (data)));
      gtk_window_present (GTK_WINDOW (window));
      gf_window_import (window, file);
    }
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  adw_dialog_present (ADW_DIALOG (gf_preferences_dialog_new ()),
                      GTK_WIDGET (ensure_window (GF_APPLICATION (data))));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  adw_dialog_present (gf_shortcuts_dialog_new (),
                      GTK_WIDGET (ensure_window (GF_APPLICATION (data))));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-name", _("Goodfit"),
                "application-icon", GF_APP_ID,
                "version", GF_VERSION,
                "developer-name", _("The Goodfit authors"),
                "comments", _("Find out who your best customers are, and write it down on one page."),
                "copyright", _("© 2026 The Goodfit authors"),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your names, one a line */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (dialog, GTK_WIDGET (ensure_window (GF_APPLICATION (data))));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each window writes what is not written yet; one that cannot stays. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
gf_application_activate (GApplication *application)
{
  ensure_window (GF_APPLICATION (application));
}

static void
gf_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    gf_window_open (ensure_window (GF_APPLICATION (application)), files[i]);
}

static void
gf_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new-window", .activate = new_window_cb },
    { .name = "open-sample", .activate = open_sample_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };

  G_APPLICATION_CLASS (gf_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gf_shortcuts_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (GF_APP_ID);
}

static void
gf_application_class_init (GfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = gf_application_activate;
  application_class->open = gf_application_open;
  application_class->startup = gf_application_startup;
}

static void
gf_application_init (GfApplication *self)
{
}

/**
 * gf_application_new:
 * @flags: flags beside %G_APPLICATION_HANDLES_OPEN
 *
 * Returns: (transfer full): the application
 */
GfApplication *
gf_application_new (GApplicationFlags flags)
{
  return g_object_new (GF_TYPE_APPLICATION,
                       "application-id", GF_APP_ID,
                       "resource-base-path", GF_RESOURCE_BASE,
                       "flags", G_APPLICATION_HANDLES_OPEN | flags,
                       NULL);
}

/**
 * gf_application_dup_sample_path:
 *
 * Finds the DataGlyph sample: where `GF_SAMPLE_DIR` says (the sources), else where it was
 * installed.
 *
 * Returns: (transfer full) (nullable): the path of the project, or of its customers if only they
 * are there; NULL if
 *   neither is
 */
char *
gf_application_dup_sample_path (void)
{
  static const char * const names[] = { "dataglyph.goodfit", "dataglyph-companies.csv" };
  const char *set = g_getenv ("GF_SAMPLE_DIR");
  g_autofree char *folder = set != NULL ? g_strdup (set)
                                        : g_build_filename (GF_PKGDATADIR, "sample", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return NULL;
}
