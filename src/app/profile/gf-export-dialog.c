/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-export-dialog.h"

#include "gf-export.h"
#include "gf-feedback.h"
#include "gf-project-analysis.h"
#include "gf-project-report.h"

#include <glib/gi18n.h>

struct _GfExportDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  AdwComboRow *format;
  AdwComboRow *paper;
  GtkWidget *left_out_group;
  GtkLabel *left_out;
  GtkWidget *save;

  /* Owned */
  GfProject *project;
  GfProfile *profile;
};

G_DEFINE_FINAL_TYPE (GfExportDialog, gf_export_dialog, ADW_TYPE_DIALOG)

static GfExportFormat
get_format (GfExportDialog *self)
{
  /* The list of the template follows the order of the enum. */
  return (GfExportFormat) adw_combo_row_get_selected (self->format);
}

static GfDocument *
make_document (GfExportDialog *self)
{
  GfAnalysis *analysis = gf_project_get_analysis (self->project);

  return gf_project_make_document (self->project, self->profile, gf_analysis_get_findings (analysis));
}

static void
show_left_out (GfExportDialog *self)
{
  gboolean paged = get_format (self) != GF_EXPORT_HTML && get_format (self) != GF_EXPORT_MARKDOWN;
  g_autoptr (GfDocument) document = make_document (self);
  g_autoptr (GfPageLayout) page = gf_page_layout_new (document, gf_profile_get_style (self->profile),
                                                      gf_profile_get_paper (self->profile));
  g_autofree char *sentence = gf_page_layout_dup_left_out_sentence (page);

  gtk_label_set_text (self->left_out, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->left_out_group,
                          paged && !gf_page_layout_fits (page) && sentence != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), paged);
}

static void
format_cb (GfExportDialog *self)
{
  if (self->profile != NULL)
    show_left_out (self);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GfExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save, TRUE);
  if (!gf_document_export_finish (result, NULL, &error))
    {
      gf_show_error (GTK_WIDGET (self), _("The Page Could Not Be Exported"), error);
      return;
    }

  gf_toast (GTK_WIDGET (self), _("Page exported"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GfExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    gf_export_dialog_write (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    gf_show_error (GTK_WIDGET (self), _("No File Was Chosen"), error);
}

static char *
dup_file_name (GfExportDialog *self)
{
  const char *suffix = gf_export_format_get_suffix (get_format (self));
  g_autofree char *name = g_strdup (gf_profile_get_name (self->profile));

  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  if (*name == '\0')
    return g_strconcat (_("Ideal customer profile"), *suffix == '.' ? "" : ".", suffix, NULL);

  return g_strconcat (name, *suffix == '.' ? "" : ".", suffix, NULL);
}

static void
save_cb (GfExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = dup_file_name (self);

  gtk_file_dialog_set_title (dialog, _("Export the Page"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                        g_object_ref (self));
}

static void
gf_export_dialog_dispose (GObject *object)
{
  GfExportDialog *self = GF_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GF_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->project);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (gf_export_dialog_parent_class)->dispose (object);
}

static void
gf_export_dialog_class_init (GfExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, GfExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, GfExportDialog, left_out_group);
  gtk_widget_class_bind_template_child (widget_class, GfExportDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, GfExportDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
}

static void
gf_export_dialog_init (GfExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
paper_to_selected (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      user_data)
{
  g_value_set_uint (to, (guint) g_value_get_enum (from));

  return TRUE;
}

static gboolean
selected_to_paper (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      user_data)
{
  g_value_set_enum (to, (int) g_value_get_uint (from));

  return TRUE;
}

static void
paper_changed_cb (GfExportDialog *self)
{
  show_left_out (self);
}

/**
 * gf_export_dialog_new:
 * @project: a project
 * @profile: one of its profiles
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
gf_export_dialog_new (GfProject *project,
                      GfProfile *profile)
{
  g_return_val_if_fail (GF_IS_PROJECT (project) && GF_IS_PROFILE (profile), NULL);

  GfExportDialog *self = g_object_new (GF_TYPE_EXPORT_DIALOG, NULL);

  self->project = g_object_ref (project);
  self->profile = g_object_ref (profile);
  g_object_bind_property_full (profile, "paper", self->paper, "selected",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, paper_to_selected,
                               selected_to_paper, NULL, NULL);
  g_signal_connect_object (profile, "notify::paper", G_CALLBACK (paper_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_left_out (self);

  return ADW_DIALOG (self);
}

/**
 * gf_export_dialog_write:
 * @self: a dialog
 * @file: where to
 *
 * Writes the page in the chosen format, tells of it, and closes; or says why it could not.
 */
void
gf_export_dialog_write (GfExportDialog *self,
                        GFile          *file)
{
  g_return_if_fail (GF_IS_EXPORT_DIALOG (self) && G_IS_FILE (file));

  g_autoptr (GfDocument) document = make_document (self);
  GfExportOptions options = { gf_profile_get_style (self->profile),
                              gf_profile_get_paper (self->profile), 0 };

  gtk_widget_set_sensitive (self->save, FALSE);
  gf_document_export_async (document, file, get_format (self), &options, NULL, exported_cb,
                            g_object_ref (self));
}
