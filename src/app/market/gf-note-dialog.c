/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-note-dialog.h"

#include "gf-date-row.h"
#include "gf-date.h"
#include "gf-feedback.h"
#include "gf-research-words.h"

#include <glib/gi18n-lib.h>

struct _GfNoteDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkWidget *apply;
  GtkEditable *claim;
  GtkEditable *source;
  GfDateRow *date;
  AdwComboRow *effect;
  GtkWidget *remove_group;

  /* Owned references */
  GfProject *project;
  GfMarketNote *note;       /* NULL for a new one */
};

G_DEFINE_FINAL_TYPE (GfNoteDialog, gf_note_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (gtk_editable_get_chars (editable, 0, -1));
}

static void
changed_cb (GfNoteDialog *self)
{
  g_autofree char *claim = dup_text (self->claim);

  gtk_widget_set_sensitive (self->apply, *claim != '\0');
}

static void
apply_cb (GfNoteDialog *self)
{
  g_autoptr (GfMarketNote) note = self->note != NULL ? g_object_ref (self->note) : gf_market_note_new ();
  g_autofree char *claim = dup_text (self->claim);
  g_autofree char *source = dup_text (self->source);

  if (*claim == '\0')
    return;

  gf_market_note_set_claim (note, claim);
  gf_market_note_set_source (note, source);
  gf_market_note_set_date (note, gf_date_row_get_date (self->date));
  gf_market_note_set_effect (note, (GfMarketEffect) adw_combo_row_get_selected (self->effect));
  if (self->note == NULL)
    g_list_store_append (gf_market_get_notes (gf_project_get_market (self->project)), note);

  adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_cb (GfNoteDialog *self)
{
  gf_toast_undo (GTK_WIDGET (self), _("Note removed"));
  gf_record_list_remove (gf_market_get_notes (gf_project_get_market (self->project)), self->note);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
gf_note_dialog_dispose (GObject *object)
{
  GfNoteDialog *self = GF_NOTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_NOTE_DIALOG);
  g_clear_object (&self->project);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (gf_note_dialog_parent_class)->dispose (object);
}

static void
gf_note_dialog_class_init (GfNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_note_dialog_dispose;

  g_type_ensure (GF_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfNoteDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, GfNoteDialog, claim);
  gtk_widget_class_bind_template_child (widget_class, GfNoteDialog, source);
  gtk_widget_class_bind_template_child (widget_class, GfNoteDialog, date);
  gtk_widget_class_bind_template_child (widget_class, GfNoteDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, GfNoteDialog, remove_group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
gf_note_dialog_init (GfNoteDialog *self)
{
  g_autoptr (GtkStringList) effects = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  effects = gtk_string_list_new (NULL);
  for (int effect = GF_MARKET_NEW; effect <= GF_MARKET_CONTRADICTS; effect++)
    gtk_string_list_append (effects, gf_market_effect_get_label (effect));
  adw_combo_row_set_model (self->effect, G_LIST_MODEL (effects));
}

/**
 * gf_note_dialog_new:
 * @project: the project
 * @note: (nullable): a note of its market, NULL for a new one
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
gf_note_dialog_new (GfProject    *project,
                    GfMarketNote *note)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);
  g_return_val_if_fail (note == NULL || GF_IS_MARKET_NOTE (note), NULL);

  GfNoteDialog *self = g_object_new (GF_TYPE_NOTE_DIALOG, NULL);

  self->project = g_object_ref (project);
  if (note != NULL)
    {
      self->note = g_object_ref (note);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit Note"));
      gtk_button_set_label (GTK_BUTTON (self->apply), _("_Save"));
      gtk_editable_set_text (self->claim, gf_market_note_get_claim (note));
      gtk_editable_set_text (self->source, gf_market_note_get_source (note));
      gf_date_row_set_date (self->date, gf_market_note_get_date (note));
      adw_combo_row_set_selected (self->effect, gf_market_note_get_effect (note));
    }
  else
    {
      g_autofree char *today = gf_days_to_iso (gf_days_today ());

      gf_date_row_set_date (self->date, today);
    }
  gtk_widget_set_visible (self->remove_group, note != NULL);
  changed_cb (self);

  return ADW_DIALOG (self);
}
