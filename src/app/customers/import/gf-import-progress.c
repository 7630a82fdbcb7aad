/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-progress.h"

#include "gf-customers-import.h"
#include "gf-feedback.h"
#include "gf-format.h"

#include <glib/gi18n-lib.h>

/* The rest of the reading after the user said yes, with a small dialog when it takes longer than a
 * blink. */

#define POLL_MS 50
#define PATIENCE_US (300 * G_TIME_SPAN_MILLISECOND)
#define ANNOUNCE_SHARE 0.25

typedef struct
{
  GfStepPage *page;
  GfImportReading *reading;
  GfImportChoices *choices;
  GCancellable *cancellable;
  AdwDialog *dialog;
  GtkProgressBar *bar;
  GtkLabel *words;
  gint64 started;
  gulong changed;
  guint poll;
  guint quarter;
} Job;

static void
job_free (Job *job)
{
  g_clear_handle_id (&job->poll, g_source_remove);
  g_clear_signal_handler (&job->changed, job->reading);
  g_clear_object (&job->page);
  g_clear_object (&job->reading);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->dialog);
  g_clear_pointer (&job->choices, gf_import_choices_free);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* Without waiting for the threads, which end when they see it. */
static void
closed_cb (Job *job)
{
  g_cancellable_cancel (job->cancellable);
  gf_import_reading_stop (job->reading);
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
  g_signal_connect_swapped (job->dialog, "closed", G_CALLBACK (closed_cb), job);
  adw_dialog_present (job->dialog, GTK_WIDGET (job->page));
}

/* What is left, as far as the time so far tells. */
static char *
dup_left (Job    *job,
          double  share)
{
  gint64 elapsed = g_get_monotonic_time () - job->started;
  double left = share > 0.02 ? (double) elapsed / G_USEC_PER_SEC * (1 - share) / share : -1;

  if (left < 0)
    return NULL;
  if (left < 10)
    return g_strdup (_("a few seconds left"));
  if (left < 90)
    return g_strdup (_("about a minute left"));

  return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", (guint) (left / 60 + 0.5)),
                          (guint) (left / 60 + 0.5));
}

static void
update (Job *job)
{
  double share = gf_import_reading_get_share (job->reading);
  gsize n_rows = gf_import_estimate_rows (gf_import_reading_get_import (job->reading));
  g_autofree char *of = gf_format_of ((guint64) (share * (double) n_rows), n_rows);
  g_autofree char *left = dup_left (job, share);
  g_autofree char *text = NULL;

  if (left != NULL)
    /* Translators: “49,730 of 80,214 rows, a few seconds left” */
    text = g_strdup_printf (_("%s rows, %s"), of, left);
  else
    /* Translators: “49,730 of 80,214 rows” */
    text = g_strdup_printf (_("%s rows"), of);
  gtk_label_set_label (job->words, text);
  gtk_progress_bar_set_fraction (job->bar, share);
  if ((guint) (share / ANNOUNCE_SHARE) > job->quarter)
    {
      job->quarter = (guint) (share / ANNOUNCE_SHARE);
      gf_announce (GTK_WIDGET (job->bar), text);
    }
}

static gboolean
poll_cb (gpointer data)
{
  Job *job = data;

  if (g_cancellable_is_cancelled (job->cancellable))
    {
      job->poll = 0;
      /* While the choices are applied their callback is still to come. */
      if (job->changed != 0)
        job_free (job);
      return G_SOURCE_REMOVE;
    }
  if (g_get_monotonic_time () - job->started < PATIENCE_US)
    return G_SOURCE_CONTINUE;

  if (job->dialog == NULL)
    show_dialog (job);
  update (job);

  return G_SOURCE_CONTINUE;
}

static void
end_dialog (Job *job)
{
  if (job->dialog == NULL || g_cancellable_is_cancelled (job->cancellable))
    return;

  g_signal_handlers_disconnect_by_data (job->dialog, job);
  adw_dialog_force_close (job->dialog);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImportDraft) draft = gf_import_draft_make_finish (result, &error);

  end_dialog (job);
  if (gf_step_page_get_project (job->page) == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (draft != NULL && draft->trouble != NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, draft->trouble);
  if (error == NULL)
    gf_customers_import_take (job->page, gf_import_reading_get_import (job->reading), draft, job->choices,
                              gf_import_reading_get_name (job->reading));
  else
    gf_show_error (GTK_WIDGET (job->page), _("This File Cannot Be Read"), error);
}

/* Once all is read. */
static void
changed_cb (Job *job)
{
  const GError *error = gf_import_reading_get_error (job->reading);

  if (!gf_import_reading_is_done (job->reading))
    return;

  g_clear_signal_handler (&job->changed, job->reading);
  if (error != NULL)
    {
      end_dialog (job);
      gf_show_error (GTK_WIDGET (job->page), _("This File Cannot Be Read"), error);
      job_free (job);
      return;
    }

  gf_import_draft_make_async (job->choices, gf_import_reading_get_import (job->reading), job->cancellable,
                              applied_cb, job);
}

/**
 * gf_import_progress_run:
 * @page: the page of the step Customers
 * @reading: a list of customers whose beginning is known at least
 * @choices: what is settled about it
 *
 * Reads what is left of it and makes its customers those of the project. When that takes longer, a
 * dialog tells how far it is; closing it leaves the project as it was.
 */
void
gf_import_progress_run (GfStepPage            *page,
                        GfImportReading       *reading,
                        const GfImportChoices *choices)
{
  Job *job;

  g_return_if_fail (GF_IS_STEP_PAGE (page) && GF_IS_IMPORT_READING (reading) && choices != NULL);
  g_return_if_fail (gf_import_reading_get_import (reading) != NULL);

  job = g_new0 (Job, 1);
  job->page = g_object_ref (page);
  job->reading = g_object_ref (reading);
  job->choices = gf_import_choices_copy (choices);
  job->cancellable = g_cancellable_new ();
  job->started = g_get_monotonic_time ();
  job->poll = g_timeout_add (POLL_MS, poll_cb, job);
  job->changed = g_signal_connect_swapped (reading, "changed", G_CALLBACK (changed_cb), job);
  changed_cb (job);
}
