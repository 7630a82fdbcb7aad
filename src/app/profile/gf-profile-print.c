/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-profile-print.h"

#include "gf-export.h"
#include "gf-feedback.h"
#include "gf-project-analysis.h"
#include "gf-project-report.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget;
  GFile *file;
} Printing;

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    gf_show_error (printing->widget, _("The Page Could Not Be Printed"), error);

  g_file_delete (printing->file, NULL, NULL);
  g_object_unref (printing->file);
  g_object_unref (printing->widget);
  g_free (printing);
}

/**
 * gf_profile_print:
 * @widget: a widget of the window
 * @project: a project
 * @profile: one of its profiles
 *
 * Prints the very PDF that an export would give, through the print dialog of the desktop.
 */
void
gf_profile_print (GtkWidget *widget,
                  GfProject *project,
                  GfProfile *profile)
{
  GfAnalysis *analysis = gf_project_get_analysis (project);
  g_autoptr (GfDocument) document =
    gf_project_make_document (project, profile, gf_analysis_get_findings (analysis));
  GfExportOptions options = { gf_profile_get_style (profile), gf_profile_get_paper (profile), 0 };
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("goodfit-XXXXXX.pdf", &stream, &error);

  if (file == NULL || !gf_document_export (document, file, GF_EXPORT_PDF, &options, NULL, NULL, &error))
    {
      gf_show_error (widget, _("The Page Could Not Be Printed"), error);
      return;
    }

  Printing *printing = g_new0 (Printing, 1);
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();

  printing->widget = g_object_ref (widget);
  printing->file = g_steal_pointer (&file);
  gtk_print_dialog_set_title (dialog, gf_profile_get_name (profile));
  gtk_print_dialog_print_file (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, printing->file,
                               NULL, printed_cb, printing);
}
