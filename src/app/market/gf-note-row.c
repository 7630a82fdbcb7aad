/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-note-row.h"

#include "gf-research-words.h"

#include <glib/gi18n-lib.h>

struct _GfNoteRow
{
  AdwActionRow parent_instance;

  /* Children */
  GtkLabel *effect;

  /* Owned references */
  GfMarketNote *note;
};

G_DEFINE_FINAL_TYPE (GfNoteRow, gf_note_row, ADW_TYPE_ACTION_ROW)

static void
show_effect (GfNoteRow     *self,
             GfMarketEffect effect)
{
  GtkWidget *label = GTK_WIDGET (self->effect);

  gtk_label_set_label (self->effect, gf_market_effect_get_label (effect));
  gtk_widget_remove_css_class (label, "best");
  gtk_widget_remove_css_class (label, "bad");
  if (effect == GF_MARKET_CONFIRMS)
    gtk_widget_add_css_class (label, "best");
  else if (effect == GF_MARKET_CONTRADICTS)
    gtk_widget_add_css_class (label, "bad");
}

static void
update (GfNoteRow *self)
{
  GfMarketEffect effect = gf_market_note_get_effect (self->note);
  const char *claim = gf_market_note_get_claim (self->note);
  const char *source = gf_market_note_get_source (self->note);
  g_autofree char *date = gf_date_dup_text (gf_market_note_get_date (self->note), FALSE);
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  if (*source == '\0')
    source = _("No source");
  if (*date != '\0')
    /* Translators: a source and a date */
    subtitle = g_strdup_printf (_("%s · %s"), source, date);
  else
    subtitle = g_strdup (source);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), claim);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  show_effect (self, effect);

  /* Translators: a note for screen readers: the claim, source and date, what it does to what is believed */
  name = g_strdup_printf (_("%s %s. %s."), claim, subtitle, gf_market_effect_get_label (effect));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
gf_note_row_dispose (GObject *object)
{
  g_clear_object (&GF_NOTE_ROW (object)->note);

  G_OBJECT_CLASS (gf_note_row_parent_class)->dispose (object);
}

static void
gf_note_row_class_init (GfNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gf_note_row_dispose;
}

static void
gf_note_row_init (GfNoteRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);

  self->effect = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->effect), "chip");
  gtk_widget_add_css_class (GTK_WIDGET (self->effect), "caption");
  gtk_widget_set_valign (GTK_WIDGET (self->effect), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->effect));
}

/**
 * gf_note_row_new:
 * @note: a note
 *
 * Returns: (transfer floating): a row that follows it
 */
GtkWidget *
gf_note_row_new (GfMarketNote *note)
{
  g_return_val_if_fail (GF_IS_MARKET_NOTE (note), NULL);

  GfNoteRow *self = g_object_new (GF_TYPE_NOTE_ROW, NULL);

  self->note = g_object_ref (note);
  g_signal_connect_object (note, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * gf_note_row_get_note:
 *
 * Returns: (transfer none): the note
 */
GfMarketNote *
gf_note_row_get_note (GfNoteRow *self)
{
  g_return_val_if_fail (GF_IS_NOTE_ROW (self), NULL);

  return self->note;
}
