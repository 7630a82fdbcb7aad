/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-progress.h"

#include "gf-customers-import.h"
#include "gf-feedback.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>

/* Reading a file in a thread, with a small dialog when it takes longer than a blink. */

#define POLL_MS 100
#define PATIENCE_US (300 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  GfStepPage *page;
  char *name;
  GfImportChoices *choices;
  GCancellable *cancellable;
  AdwDialog *dialog;
  GtkProgressBar *bar;
  GtkLabel *words;
  gint64 started;
  gsize n_rows;
  guint poll;
  guint quarter;
} Job;

/* What the thread writes and the window reads. It has a life of its own: the thread frees its own. */
typedef struct
{
  gatomicrefcount ref_count;
  int permille;
} Progress;

static void
progress_unref (gpointer data)
{
  Progress *progress = data;

  if (g_atomic_ref_count_dec (&progress->ref_count))
    g_free (progress);
}

static void
progress_cb (double   share,
             gpointer data)
{
  g_atomic_int_set (&((Progress *) data)->permille, (int) (share * 1000));
}

static void
job_free (Job *job)
{
  g_clear_handle_id (&job->poll, g_source_remove);
  g_clear_object (&job->page);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->dialog);
  g_clear_pointer (&job->choices, gf_import_choices_free);
  g_free (job->name);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
closed_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
cancel_cb (AdwDialog *dialog)
{
  adw_dialog_close (dialog);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
show_dialog (Job *job)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *words = new_label ("", "numeric");
  GtkWidget *note = new_label (_("Cancel leaves the project as it was."), "caption");

  job->dialog = g_object_ref_sink (adw_dialog_new ());
  job->bar = GTK_PROGRESS_BAR (bar);
  job->words = GTK_LABEL (words);
  adw_dialog_set_title (job->dialog, _("Import Customers"));
  adw_dialog_set_content_width (job->dialog, 560);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_cb), job->dialog, G_CONNECT_SWAPPED);

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  gtk_widget_add_css_class (note, "dimmed");
  gtk_widget_add_css_class (box, "import-progress");
  gtk_box_append (GTK_BOX (box), new_label (_("Reading Your Customers"), "title-2"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), note);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), box);
  adw_dialog_set_child (job->dialog, toolbar);
  g_signal_connect_object (job->dialog, "closed", G_CALLBACK (closed_cb), job->cancellable, G_CONNECT_SWAPPED);
  adw_dialog_present (job->dialog, GTK_WIDGET (job->page));
}

static gboolean
poll_cb (gpointer data)
{
  Job *job = data;
  Progress *progress = g_object_get_data (G_OBJECT (job->cancellable), "gf-progress");
  double share = g_atomic_int_get (&progress->permille) / 1000.0;
  g_autofree char *of = NULL;
  g_autofree char *text = NULL;

  if (g_get_monotonic_time () - job->started < PATIENCE_US || g_cancellable_is_cancelled (job->cancellable))
    return G_SOURCE_CONTINUE;

  if (job->dialog == NULL)
    show_dialog (job);
  of = gf_format_of ((guint64) (share * (double) job->n_rows), job->n_rows);
  /* Translators: “49,730 of 80,214 rows” */
  text = g_strdup_printf (_("%s rows"), of);
  gtk_label_set_label (job->words, text);
  gtk_progress_bar_set_fraction (job->bar, share);
  if ((guint) (share * 4) > job->quarter)
    {
      job->quarter = (guint) (share * 4);
      gtk_accessible_announce (GTK_ACCESSIBLE (job->bar), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
    }

  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read_finish (result, &error);
  g_autoptr (GfTable) table = NULL;
  gboolean cancelled = g_cancellable_is_cancelled (job->cancellable);

  if (job->dialog != NULL)
    adw_dialog_force_close (job->dialog);
  if (cancelled || gf_step_page_get_project (job->page) == NULL)
    return;

  if (import == NULL)
    {
      gf_show_error (GTK_WIDGET (job->page), _("This File Cannot Be Read"), error);
      return;
    }

  table = gf_import_choices_apply (job->choices, gf_import_get_table (import));
  gf_customers_import_take (job->page, import, table, job->name);
}

/**
 * gf_import_progress_run:
 * @page: the page of the step Customers
 * @file: a list of customers
 * @options: what is settled about it
 * @choices: what is settled about its columns
 * @n_rows: about how many rows it has
 *
 * Reads all of @file in a thread and makes its customers those of the project. When that takes
 * longer, a dialog tells how far it is; closing it leaves the project as it was.
 */
void
gf_import_progress_run (GfStepPage            *page,
                        GFile                 *file,
                        const GfImportOptions *options,
                        const GfImportChoices *choices,
                        gsize                  n_rows)
{
  Job *job;
  Progress *progress;

  g_return_if_fail (GF_IS_STEP_PAGE (page) && G_IS_FILE (file) && choices != NULL);

  progress = g_new0 (Progress, 1);
  g_atomic_ref_count_init (&progress->ref_count);
  g_atomic_ref_count_inc (&progress->ref_count);
  job = g_new0 (Job, 1);
  job->page = g_object_ref (page);
  job->name = g_file_get_basename (file);
  job->choices = gf_import_choices_copy (choices);
  job->cancellable = g_cancellable_new ();
  job->n_rows = n_rows;
  job->started = g_get_monotonic_time ();
  job->poll = g_timeout_add (POLL_MS, poll_cb, job);
  g_object_set_data_full (G_OBJECT (job->cancellable), "gf-progress", progress, progress_unref);
  gf_import_read_async (file, options, progress_cb, progress, progress_unref, job->cancellable, read_cb, job);
}
