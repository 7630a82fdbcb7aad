/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-competitor-dialog.h"

#include "gf-date.h"
#include "gf-research-words.h"

struct _GfCompetitorDialog
{
  AdwDialog parent_instance;

  /* Template widgets */
  GtkWidget *apply;
  GtkEditable *name;
  GtkEditable *serves;
  AdwComboRow *price;
  GtkEditable *strengths;
  GtkEditable *weaknesses;
  GtkEditable *source;

  /* Owned references */
  GfProject *project;
};

G_DEFINE_FINAL_TYPE (GfCompetitorDialog, gf_competitor_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (gtk_editable_get_chars (editable, 0, -1));
}

static void
changed_cb (GfCompetitorDialog *self)
{
  g_autofree char *name = dup_text (self->name);

  gtk_widget_set_sensitive (self->apply, *name != '\0');
}

static void
apply_cb (GfCompetitorDialog *self)
{
  g_autoptr (GfCompetitor) competitor = gf_competitor_new ();
  g_autofree char *name = dup_text (self->name);
  g_autofree char *serves = dup_text (self->serves);
  g_autofree char *strengths = dup_text (self->strengths);
  g_autofree char *weaknesses = dup_text (self->weaknesses);
  g_autofree char *source = dup_text (self->source);
  g_autofree char *today = gf_days_to_iso (gf_days_today ());
  const char * const sources[] = { source, NULL };

  if (*name == '\0')
    return;

  gf_competitor_set_name (competitor, name);
  gf_competitor_set_serves (competitor, serves);
  gf_competitor_set_price_level (competitor, adw_combo_row_get_selected (self->price));
  gf_competitor_set_strengths (competitor, strengths);
  gf_competitor_set_weaknesses (competitor, weaknesses);
  gf_competitor_set_seen (competitor, today);
  if (*source != '\0')
    gf_competitor_set_sources (competitor, sources);
  g_list_store_append (gf_project_get_competitors (self->project), competitor);

  adw_dialog_close (ADW_DIALOG (self));
}

static void
gf_competitor_dialog_dispose (GObject *object)
{
  GfCompetitorDialog *self = GF_COMPETITOR_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_COMPETITOR_DIALOG);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (gf_competitor_dialog_parent_class)->dispose (object);
}

static void
gf_competitor_dialog_class_init (GfCompetitorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_competitor_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-competitor-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorDialog, name);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorDialog, serves);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorDialog, price);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorDialog, strengths);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorDialog, weaknesses);
  gtk_widget_class_bind_template_child (widget_class, GfCompetitorDialog, source);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
gf_competitor_dialog_init (GfCompetitorDialog *self)
{
  g_autoptr (GtkStringList) levels = gf_price_levels_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->price, G_LIST_MODEL (levels));
  changed_cb (self);
}

/**
 * gf_price_levels_new:
 *
 * Returns: (transfer full): the levels of price in words, unknown first
 */
GtkStringList *
gf_price_levels_new (void)
{
  GtkStringList *levels = gtk_string_list_new (NULL);

  for (guint level = 0; level <= 5; level++)
    gtk_string_list_append (levels, gf_price_level_get_label (level));

  return levels;
}

/**
 * gf_competitor_dialog_new:
 * @project: the project
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
gf_competitor_dialog_new (GfProject *project)
{
  g_return_val_if_fail (GF_IS_PROJECT (project), NULL);

  GfCompetitorDialog *self = g_object_new (GF_TYPE_COMPETITOR_DIALOG, NULL);

  self->project = g_object_ref (project);

  return ADW_DIALOG (self);
}
