/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-export.h"

#include "gf-feedback.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GtkWidget *widget;
  GBytes *bytes;
  char *done;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->widget);
  g_bytes_unref (job->bytes);
  g_free (job->done);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    gf_toast (job->widget, job->done);
  else
    gf_show_error (job->widget, _("The List Cannot Be Saved"), error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  GBytes *bytes = job->bytes;

  /* The file is written beside and then takes the place of the old one, so it is never half there. */
  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb,
                                         g_steal_pointer (&job));
}

/**
 * gf_table_to_csv:
 * @table: the customers
 *
 * Returns: (transfer full): the table as RFC 4180 CSV in UTF-8, the names of the columns first
 */
GBytes *
gf_table_to_csv (GfTable *table)
{
  GString *text;

  g_return_val_if_fail (table != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (table, i));

      if (i > 0)
        g_string_append_c (text, ',');
      gf_csv_append_cell (text, name, strlen (name));
    }
  g_string_append (text, "\r\n");
  for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
    {
      gf_table_append_line (table, row, text);
      g_string_append (text, "\r\n");
    }

  return g_string_free_to_bytes (text);
}

/**
 * gf_customers_export_choose:
 * @widget: any widget of the window
 * @bytes: what is saved
 * @name: the name that is proposed for the file
 * @done: what is said afterwards
 *
 * Lets the user choose where a CSV file goes, and writes it there in one piece.
 */
void
gf_customers_export_choose (GtkWidget  *widget,
                            GBytes     *bytes,
                            const char *name,
                            const char *done)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget) && bytes != NULL);

  job->widget = g_object_ref (widget);
  job->bytes = g_bytes_ref (bytes);
  job->done = g_strdup (done);
  gtk_file_dialog_set_title (dialog, _("Export"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, job);
}
