/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-preferences-dialog.h"

#include "gf-settings.h"

struct _GfPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* Template widgets */
  AdwSwitchRow *step_bar;
  AdwComboRow *paper;
  AdwButtonRow *show_intros;
};

G_DEFINE_FINAL_TYPE (GfPreferencesDialog, gf_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
paper_cb (GfPreferencesDialog *self)
{
  g_settings_set_enum (gf_settings_get (), "paper", (int) adw_combo_row_get_selected (self->paper));
}

static void
update_intros (GfPreferencesDialog *self)
{
  g_auto (GStrv) hidden = g_settings_get_strv (gf_settings_get (), "hidden-intros");

  gtk_widget_set_sensitive (GTK_WIDGET (self->show_intros), hidden[0] != NULL);
}

static void
show_intros_cb (GfPreferencesDialog *self)
{
  g_settings_reset (gf_settings_get (), "hidden-intros");
}

static void
gf_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (gf_preferences_dialog_parent_class)->dispose (object);
}

static void
gf_preferences_dialog_class_init (GfPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               GF_RESOURCE_BASE "/ui/gf-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfPreferencesDialog, step_bar);
  gtk_widget_class_bind_template_child (widget_class, GfPreferencesDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, GfPreferencesDialog, show_intros);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_intros_cb);
}

static void
gf_preferences_dialog_init (GfPreferencesDialog *self)
{
  GSettings *settings = gf_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, "show-step-bar", self->step_bar, "active", G_SETTINGS_BIND_DEFAULT);
  adw_combo_row_set_selected (self->paper, (guint) g_settings_get_enum (settings, "paper"));
  g_signal_connect_object (settings, "changed::hidden-intros",
                           G_CALLBACK (update_intros), self, G_CONNECT_SWAPPED);
  update_intros (self);
}

/**
 * gf_preferences_dialog_new:
 *
 * Returns: (transfer floating): the preferences
 */
GfPreferencesDialog *
gf_preferences_dialog_new (void)
{
  return g_object_new (GF_TYPE_PREFERENCES_DIALOG, NULL);
}
