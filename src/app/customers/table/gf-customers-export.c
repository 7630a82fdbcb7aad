/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-export.h"

#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-table-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

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

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Job) job = data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "export"))
    gf_customers_export_choose (job->widget, job->bytes, _("customers.csv"), job->done);
}

/* What the dialog says besides how many: nothing is changed on the way without a word. */
static char *
dup_body (guint n_columns,
          gsize n_guarded)
{
  g_autofree char *columns = gf_format_count (n_columns);
  g_autofree char *guarded = gf_format_count (n_guarded);
  g_autoptr (GString) body = g_string_new (NULL);

  g_string_append_printf (body, ngettext ("The customers shown are saved as CSV, with %s column, in the order of the table.",
                                          "The customers shown are saved as CSV, with %s columns, in the order of the table.",
                                          n_columns), columns);
  if (n_guarded > 0)
    {
      g_string_append (body, "\n\n");
      g_string_append_printf (body,
                              ngettext ("%s cell begins with =, +, - or @. It gets an apostrophe in front, so that no "
                                        "spreadsheet runs it as a formula.",
                                        "%s cells begin with =, +, - or @. They get an apostrophe in front, so that no "
                                        "spreadsheet runs them as formulas.", (gulong) n_guarded), guarded);
    }

  return g_string_free (g_steal_pointer (&body), FALSE);
}

/* --- The text is made in a thread: of a million customers it takes most of a second --- */

typedef struct
{
  GfTable *table;
  GArray *columns;
  GArray *rows;
  char delimiter;
  gsize n_guarded;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  gf_table_unref (writing->table);
  g_array_unref (writing->columns);
  g_array_unref (writing->rows);
  g_free (writing);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Writing *writing = data;
  GBytes *bytes = gf_table_export (writing->table, (const guint *) (gpointer) writing->columns->data,
                                   writing->columns->len, (const guint32 *) (gpointer) writing->rows->data,
                                   writing->rows->len, writing->delimiter, &writing->n_guarded, cancellable);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error_if_cancelled (task);
}

/**
 * gf_customers_write_async:
 * @table: the customers
 * @columns: (element-type guint): which columns, in order; not changed afterwards
 * @rows: (element-type guint32): which customers, in order; not changed afterwards
 * @delimiter: ',' for CSV, a tab for cells to copy
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes customers as text, see gf_table_export().
 */
void
gf_customers_write_async (GfTable             *table,
                          GArray              *columns,
                          GArray              *rows,
                          char                 delimiter,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->table = gf_table_ref (table);
  writing->columns = g_array_ref (columns);
  writing->rows = g_array_ref (rows);
  writing->delimiter = delimiter;
  g_task_set_source_tag (task, gf_customers_write_async);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * gf_customers_write_finish:
 * @result: the result
 * @n_guarded: (out) (optional): how many cells got an apostrophe
 * @error: where to put that it was stopped
 *
 * Returns: (transfer full) (nullable): the text
 */
GBytes *
gf_customers_write_finish (GAsyncResult  *result,
                           gsize         *n_guarded,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, gf_customers_write_async), NULL);

  if (n_guarded != NULL)
    *n_guarded = ((Writing *) g_task_get_task_data (G_TASK (result)))->n_guarded;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * gf_customers_export_ask:
 * @widget: any widget of the window
 * @bytes: the customers as CSV
 * @n_columns: how many columns they have
 * @n_rows: how many they are
 * @n_guarded: how many cells got an apostrophe
 *
 * Says what is going to be exported, and lets the user choose where to.
 */
void
gf_customers_export_ask (GtkWidget *widget,
                         GBytes    *bytes,
                         guint      n_columns,
                         gsize      n_rows,
                         gsize      n_guarded)
{
  Job *job;
  g_autofree char *count = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget) && bytes != NULL);

  count = gf_format_count (n_rows);
  job = g_new0 (Job, 1);
  job->widget = g_object_ref (widget);
  job->bytes = g_bytes_ref (bytes);
  job->done = g_strdup_printf (ngettext ("%s customer exported", "%s customers exported", (gulong) n_rows), count);
  heading = g_strdup_printf (ngettext ("Export %s Customer?", "Export %s Customers?", (gulong) n_rows), count);
  body = dup_body (n_columns, n_guarded);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));
  adw_alert_dialog_add_responses (dialog, "cancel", _("Cancel"), "export", _("Export…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "export", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "export");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, NULL, asked_cb, job);
}
