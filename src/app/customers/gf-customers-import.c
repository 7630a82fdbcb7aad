/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-import.h"

#include "gf-feedback.h"
#include "gf-project-analysis.h"
#include "gf-settings.h"

#include <glib/gi18n-lib.h>

/* Ways in for customers: a file, or cells from the clipboard. */

typedef struct
{
  GfStepPage *page;
  GfStepView *view;
  char *source_file;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->page);
  g_clear_object (&job->view);
  g_free (job->source_file);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (GfStepPage *page,
         const char *source_file)
{
  Job *job = g_new0 (Job, 1);

  job->page = g_object_ref (page);
  job->view = g_object_ref (gf_step_page_get_visible_view (page));
  job->source_file = g_strdup (source_file);
  gf_step_view_set_busy (job->view, TRUE, -1);

  return job;
}

static void
finish (Job      *job,
        GfImport *import,
        GError   *error)
{
  gf_step_view_set_busy (job->view, FALSE, -1);
  if (gf_step_page_get_project (job->page) == NULL)
    return;

  if (import != NULL)
    gf_customers_import_take (job->page, import, job->source_file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gf_show_error (GTK_WIDGET (job->view), _("This File Cannot Be Read"), error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read_finish (result, &error);

  finish (job, import, error);
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GfImport) import = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL || *text == '\0')
    {
      gf_step_view_set_busy (job->view, FALSE, -1);
      gf_toast (GTK_WIDGET (job->view), _("Copy rows of a table first, then paste them here"));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  import = gf_import_read_bytes (bytes, NULL, NULL, &error);
  finish (job, import, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GfStepPage) page = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    gf_customers_import_file (page, file);
}

/**
 * gf_customers_import_choose:
 * @page: the page of the step Customers
 *
 * Lets the user choose a file and imports it.
 */
void
gf_customers_import_choose (GfStepPage *page)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) lists = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  gtk_file_filter_set_name (lists, _("Customer Lists"));
  gtk_file_filter_add_suffix (lists, "csv");
  gtk_file_filter_add_suffix (lists, "tsv");
  gtk_file_filter_add_suffix (lists, "txt");
  g_list_store_append (filters, lists);
  gtk_file_dialog_set_title (dialog, _("Open Customers"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (root), NULL, chosen_cb, g_object_ref (page));
}

/**
 * gf_customers_import_file:
 * @page: the page of the step Customers
 * @file: a list of customers
 *
 * Reads @file in a thread, with everything about it guessed, and takes what it holds.
 */
void
gf_customers_import_file (GfStepPage *page,
                          GFile      *file)
{
  g_autofree char *name = g_file_get_basename (file);

  gf_import_read_async (file, NULL, NULL, NULL, NULL, NULL, read_cb, job_new (page, name));
}

/**
 * gf_customers_import_paste:
 * @page: the page of the step Customers
 *
 * Takes customers from cells in the clipboard.
 */
void
gf_customers_import_paste (GfStepPage *page)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL,
                                 text_cb, job_new (page, ""));
}

/**
 * gf_customers_import_take:
 * @page: the page of the step Customers
 * @import: what was read
 * @source_file: the name of the file, "" for the clipboard
 *
 * Makes the customers of @import those of the project, in one step that can be undone.
 */
void
gf_customers_import_take (GfStepPage *page,
                          GfImport   *import,
                          const char *source_file)
{
  GfProject *project = gf_step_page_get_project (page);
  GfCustomers *customers = gf_project_get_customers (project);
  gsize n = gf_table_get_n_rows (gf_import_get_table (import));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *count = g_strdup_printf ("%'" G_GSIZE_FORMAT, n);
  g_autofree char *text = NULL;

  gf_project_set_table (project, gf_import_get_table (import));
  gf_customers_set_source_file (customers, source_file);
  gf_customers_set_source (customers, gf_import_get_source (import));
  gf_customers_set_imported (customers, today);
  gf_customers_suggest_rule (customers, gf_import_get_table (import));

  text = g_strdup_printf (ngettext ("%s customer imported", "%s customers imported", (gulong) n),
                          count);
  gf_toast_undo (GTK_WIDGET (page), text);
  gtk_accessible_announce (GTK_ACCESSIBLE (page), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
