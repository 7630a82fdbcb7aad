/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-interview-dialog.h"

#include "gf-company-row.h"
#include "gf-date-row.h"
#include "gf-date.h"
#include "gf-research-words.h"
#include "gf-scripts.h"

#include <glib/gi18n-lib.h>

struct _GfInterviewDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkWidget *apply;
  AdwComboRow *kind;
  GfCompanyRow *company;
  GtkEditable *person;
  GtkEditable *role;
  GtkEditable *size;
  GfDateRow *date;
  GtkEditable *interviewer;
  AdwSpinRow *minutes;
  AdwSwitchRow *released;

  /* Owned references */
  GfProject *project;
  GfInterview *interview;   /* NULL for a new one */
};

G_DEFINE_FINAL_TYPE (GfInterviewDialog, gf_interview_dialog, ADW_TYPE_DIALOG)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_filled (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (gtk_editable_get_chars (editable, 0, -1));

  return *text != '\0';
}

static void
changed_cb (GfInterviewDialog *self)
{
  gtk_widget_set_sensitive (self->apply,
                            is_filled (GTK_EDITABLE (self->company)) || is_filled (self->person));
}

static void
store_text (GfInterview *interview,
            const char  *field,
            GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (gtk_editable_get_chars (editable, 0, -1));

  gf_record_set_string (GF_RECORD (interview), field, text);
}

static void
fill_record (GfInterviewDialog *self,
             GfInterview       *interview)
{
  gf_interview_set_kind (interview, (GfInterviewKind) adw_combo_row_get_selected (self->kind));
  store_text (interview, "company", GTK_EDITABLE (self->company));
  store_text (interview, "person", self->person);
  store_text (interview, "role", self->role);
  store_text (interview, "size", self->size);
  store_text (interview, "interviewer", self->interviewer);
  gf_interview_set_date (interview, gf_date_row_get_date (self->date));
  gf_interview_set_minutes (interview, (gint64) adw_spin_row_get_value (self->minutes));
  gf_interview_set_released (interview, adw_switch_row_get_active (self->released));
}

static void
apply_cb (GfInterviewDialog *self)
{
  g_autoptr (GfInterview) interview = NULL;

  if (!gtk_widget_get_sensitive (self->apply))
    return;

  if (self->interview != NULL)
    {
      GfInterviewKind before = gf_interview_get_kind (self->interview);

      fill_record (self, self->interview);
      if (gf_interview_get_kind (self->interview) != before)
        gf_script_replace_in (self->interview, before);
    }
  else
    {
      interview = gf_interview_new ();
      fill_record (self, interview);
      gf_script_add_to (interview);
      g_list_store_append (gf_project_get_interviews (self->project), interview);
    }

  adw_dialog_close (ADW_DIALOG (self));
  if (interview != NULL)
    g_signal_emit (self, signals[ADDED], 0, interview);
}

/* Whoever asked last asks again, most likely. */
static const char *
get_last_interviewer (GfInterviewDialog *self)
{
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (self->project));
  guint n = g_list_model_get_n_items (interviews);
  g_autoptr (GfInterview) last = n > 0 ? g_list_model_get_item (interviews, n - 1) : NULL;

  return last != NULL ? gf_interview_get_interviewer (last) : "";
}

static void
show_record (GfInterviewDialog *self)
{
  GfInterview *interview = self->interview;

  adw_dialog_set_title (ADW_DIALOG (self), _("Interview Details"));
  gtk_button_set_label (GTK_BUTTON (self->apply), _("_Save"));

  adw_combo_row_set_selected (self->kind, gf_interview_get_kind (interview));
  gf_company_row_set_name (self->company, gf_interview_get_company (interview));
  gtk_editable_set_text (self->person, gf_interview_get_person (interview));
  gtk_editable_set_text (self->role, gf_interview_get_role (interview));
  gtk_editable_set_text (self->size, gf_interview_get_size (interview));
  gtk_editable_set_text (self->interviewer, gf_interview_get_interviewer (interview));
  gf_date_row_set_date (self->date, gf_interview_get_date (interview));
  adw_spin_row_set_value (self->minutes, (double) gf_interview_get_minutes (interview));
  adw_switch_row_set_active (self->released, gf_interview_get_released (interview));
}

/* The kind that is furthest from its target comes first. */
static GfInterviewKind
propose_kind (GfInterviewDialog *self)
{
  GListModel *interviews = G_LIST_MODEL (gf_project_get_interviews (self->project));
  guint happy = 0, churned = 0;

  if (gf_project_get_table (self->project) == NULL && g_list_model_get_n_items (interviews) == 0)
    return GF_INTERVIEW_HAPPY;

  for (guint i = 0; i < g_list_model_get_n_items (interviews); i++)
    {
      g_autoptr (GfInterview) interview = g_list_model_get_item (interviews, i);

      happy += gf_interview_get_kind (interview) == GF_INTERVIEW_HAPPY;
      churned += gf_interview_get_kind (interview) == GF_INTERVIEW_CHURNED;
    }

  return happy >= 5 && churned < 3 ? GF_INTERVIEW_CHURNED : GF_INTERVIEW_HAPPY;
}

static void
show_new (GfInterviewDialog *self)
{
  g_autofree char *today = gf_days_to_iso (gf_days_today ());

  adw_combo_row_set_selected (self->kind, propose_kind (self));
  gf_date_row_set_date (self->date, today);
  gtk_editable_set_text (self->interviewer, get_last_interviewer (self));
}

static void
gf_interview_dialog_dispose (GObject *object)
{
  GfInterviewDialog *self = GF_INTERVIEW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_INTERVIEW_DIALOG);
  g_clear_object (&self->project);
  g_clear_object (&self->interview);

  G_OBJECT_CLASS (gf_interview_dialog_parent_class)->dispose (object);
}

static void
gf_interview_dialog_class_init (GfInterviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_interview_dialog_dispose;

  /**
   * GfInterviewDialog::added:
   * @interview: a new interview, already in the project
   *
   * An interview was added.
   */
  signals[ADDED] =
    g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, GF_TYPE_INTERVIEW);

  g_type_ensure (GF_TYPE_COMPANY_ROW);
  g_type_ensure (GF_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-interview-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, company);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, person);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, role);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, size);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, date);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, interviewer);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, GfInterviewDialog, released);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
gf_interview_dialog_init (GfInterviewDialog *self)
{
  g_autoptr (GtkStringList) kinds = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  kinds = gtk_string_list_new (NULL);
  for (int kind = GF_INTERVIEW_HAPPY; kind <= GF_INTERVIEW_PROSPECT; kind++)
    gtk_string_list_append (kinds, gf_interview_kind_get_label (kind));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
}

/**
 * gf_interview_dialog_new:
 * @project: the project
 * @interview: (nullable): an interview of it, NULL for a new one
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
gf_interview_dialog_new (GfProject   *project,
                         GfInterview *interview)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);
  g_return_val_if_fail (interview == NULL || GF_IS_INTERVIEW (interview), NULL);

  GfInterviewDialog *self = g_object_new (GF_TYPE_INTERVIEW_DIALOG, NULL);

  self->project = g_object_ref (project);
  gf_company_row_set_table (self->company, gf_project_get_table (project));
  if (interview != NULL)
    {
      self->interview = g_object_ref (interview);
      show_record (self);
    }
  else
    {
      show_new (self);
    }
  changed_cb (self);

  return ADW_DIALOG (self);
}
