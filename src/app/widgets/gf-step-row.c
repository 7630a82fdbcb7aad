/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-row.h"

#include <glib/gi18n-lib.h>

struct _GfStepRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *status;
  GtkImage *state;
};

G_DEFINE_FINAL_TYPE (GfStepRow, gf_step_row, GTK_TYPE_LIST_BOX_ROW)

/* How a state looks: by shape first, then by colour; and how it is said. */
static const struct
{
  const char *icon_name;
  const char *css_class;
  const char *words;
} states[] = {
  [GF_STEP_STATE_EMPTY] = { "gf-state-empty-symbolic", "state-empty", N_("empty") },
  [GF_STEP_STATE_STARTED] = { "gf-state-half-symbolic", "state-started", N_("under way") },
  [GF_STEP_STATE_DONE] = { "gf-state-done-symbolic", "state-done", N_("has what it needs") },
  [GF_STEP_STATE_ATTENTION] = { "gf-state-attention-symbolic", "state-attention",
                               N_("needs attention") },
};

static void
gf_step_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_STEP_ROW);

  G_OBJECT_CLASS (gf_step_row_parent_class)->dispose (object);
}

static void
gf_step_row_class_init (GfStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_step_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GfStepRow, icon);
  gtk_widget_class_bind_template_child (widget_class, GfStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, GfStepRow, status);
  gtk_widget_class_bind_template_child (widget_class, GfStepRow, state);
}

static void
gf_step_row_init (GfStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gf_step_row_set_status (self, GF_STEP_STATE_EMPTY, NULL);
}

/**
 * gf_step_row_new:
 * @title: the title of the step, translated
 * @icon_name: its icon
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
gf_step_row_new (const char *title,
                 const char *icon_name)
{
  GfStepRow *self = g_object_new (GF_TYPE_STEP_ROW, NULL);

  gtk_label_set_label (self->title, title);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * gf_step_row_set_status:
 * @state: how far the step is
 * @status: (nullable): how things stand
 *
 * Shows both, and says both to a screen reader.
 */
void
gf_step_row_set_status (GfStepRow   *self,
                        GfStepState  state,
                        const char  *status)
{
  g_autofree char *description = NULL;

  g_return_if_fail (GF_IS_STEP_ROW (self));
  g_return_if_fail (state < G_N_ELEMENTS (states));

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), states[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), states[state].css_class);
  gtk_image_set_from_icon_name (self->state, states[state].icon_name);
  gtk_label_set_label (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);

  if (status != NULL)
    /* Translators: what a screen reader says of a step: "5 happy, 2 churned", "under way" */
    description = g_strdup_printf (_("%s, %s"), status, _(states[state].words));
  else
    description = g_strdup (_(states[state].words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}
