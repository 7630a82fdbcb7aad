/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-fixture.h"

#include "gf-project.h"

#include <string.h>

/**
 * import_make_list:
 * @separator: what stands between the cells
 *
 * Returns: (transfer full): sixty customers of five columns
 */
char *
import_make_list (char separator)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Company%cIndustry%cEmployees%cTotal revenue%cChurned\n", separator, separator,
                          separator, separator);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %02u%c%s%c%u%c%u%c%s\n", i, separator, i % 3 ? "Media" : "Data", separator,
                            i * 7 + 3, separator, 90000 - i * 1000, separator, i % 10 == 9 ? "yes" : "no");

  return g_string_free (text, FALSE);
}

static GFile *
write_bytes (const char *path,
             GBytes     *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));

  return g_file_new_for_path (path);
}

static AdwDialog *
get_dialog (GfImportFixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

/* Waits for the sheet of a file that is opened. */
static void
wait_for_sheet (GfImportFixture *self)
{
  gf_ui_assert_soon (GF_IS_IMPORT_SHEET (get_dialog (self)));
  self->sheet = GF_IMPORT_SHEET (get_dialog (self));
}

/**
 * import_open_bytes:
 * @name: the name of a file
 * @bytes: what it holds
 * @width: of the window
 *
 * Opens the file in a new project.
 */
void
import_open_bytes (GfImportFixture *self,
                   const char      *name,
                   GBytes          *bytes,
                   int              width)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *folder = g_dir_make_tmp ("goodfit-XXXXXX", NULL);

  self->path = g_build_filename (folder, name, NULL);
  file = write_bytes (self->path, bytes);
  self->window = gf_ui_new_window (width, 800);
  gf_window_new_project (self->window);
  gf_window_open (self->window, file);
  wait_for_sheet (self);
}

/**
 * import_open:
 * @text: a list of customers
 * @width: of the window
 *
 * Opens it as companies.csv in a new project.
 */
void
import_open (GfImportFixture *self,
             const char      *text,
             int              width)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  import_open_bytes (self, "companies.csv", bytes, width);
}

/**
 * import_open_next:
 * @name: the name of a file beside the first, or its own
 * @bytes: what it holds
 *
 * Opens a further file in the project.
 */
void
import_open_next (GfImportFixture *self,
                  const char      *name,
                  GBytes          *bytes)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = write_bytes (path, bytes);

  gf_ui_assert_soon (get_dialog (self) == NULL);
  gf_window_open (self->window, file);
  wait_for_sheet (self);
}

/**
 * import_write_beside:
 * @name: the name of a file
 * @text: what it holds
 *
 * Returns: (transfer full): the file, beside the first
 */
GFile *
import_write_beside (GfImportFixture *self,
                     const char      *name,
                     const char      *text)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return write_bytes (path, bytes);
}

/**
 * import_close:
 *
 * Closes the sheet if it is open, and the window, and removes the files.
 */
void
import_close (GfImportFixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (parent, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFile *file;

  if (get_dialog (self) != NULL)
    adw_dialog_force_close (get_dialog (self));
  gf_ui_wait_ms (50);
  gf_ui_close_window (self->window);
  while (g_file_enumerator_iterate (files, NULL, &file, NULL, NULL) && file != NULL)
    g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (parent, NULL, NULL));
  g_free (self->path);
}

/**
 * import_find:
 * @type: what to look for
 * @text: (nullable): what it says
 *
 * Returns: (transfer none) (nullable): the first such widget of the dialog that is open, else of the window
 */
GtkWidget *
import_find (GfImportFixture *self,
             GType            type,
             const char      *text)
{
  /* One that is closing may still be there. */
  if (get_dialog (self) != NULL)
    return gf_ui_find (GTK_WIDGET (get_dialog (self)), type, text);

  return gf_ui_find (GTK_WIDGET (self->window), type, text);
}

/**
 * import_accept:
 * @button: what the blue button says
 *
 * Waits until it says so, and presses it.
 */
void
import_accept (GfImportFixture *self,
               const char      *button)
{
  gf_ui_assert_soon (import_find (self, GTK_TYPE_BUTTON, button) != NULL &&
                     gtk_widget_is_sensitive (import_find (self, GTK_TYPE_BUTTON, button)));
  g_signal_emit_by_name (import_find (self, GTK_TYPE_BUTTON, button), "clicked");
  gf_ui_assert_soon (get_dialog (self) == NULL);
  gf_ui_assert_soon (import_table (self) != NULL);
  gf_ui_wait_ms (50);
}

/**
 * import_table:
 *
 * Returns: (transfer none) (nullable): the customers of the project
 */
GfTable *
import_table (GfImportFixture *self)
{
  return gf_project_get_table (gf_window_get_project (self->window));
}

/**
 * import_picture:
 * @name: its name
 *
 * Takes a picture of the window after the dialog has come in.
 */
void
import_picture (GfImportFixture *self,
                const char      *name)
{
  if (g_getenv ("GF_UI_PICTURES") != NULL)
    gf_ui_wait_ms (800);
  gf_ui_picture (GTK_WIDGET (self->window), name);
}
