/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-bar.h"

struct _GfStepBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *stop;
  GtkWidget *hint;
  GtkLabel *back_label;
  GtkLabel *next_label;

  gboolean show_hint;
};

G_DEFINE_FINAL_TYPE (GfStepBar, gf_step_bar, GTK_TYPE_WIDGET)

static void
set_button_label (GtkWidget  *button,
                  GtkLabel   *label,
                  const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (button, text != NULL);
}

static void
gf_step_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_STEP_BAR);

  G_OBJECT_CLASS (gf_step_bar_parent_class)->dispose (object);
}

static void
gf_step_bar_class_init (GfStepBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gf_step_bar_dispose;

  gtk_widget_class_set_css_name (widget_class, "stepbar");
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-step-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GfStepBar, box);
  gtk_widget_class_bind_template_child (widget_class, GfStepBar, back);
  gtk_widget_class_bind_template_child (widget_class, GfStepBar, next);
  gtk_widget_class_bind_template_child (widget_class, GfStepBar, stop);
  gtk_widget_class_bind_template_child (widget_class, GfStepBar, hint);
  gtk_widget_class_bind_template_child (widget_class, GfStepBar, back_label);
  gtk_widget_class_bind_template_child (widget_class, GfStepBar, next_label);
}

static void
gf_step_bar_init (GfStepBar *self)
{
  self->show_hint = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * gf_step_bar_set_back_label:
 * @label: (nullable): where Back leads, NULL hides the button
 */
void
gf_step_bar_set_back_label (GfStepBar  *self,
                            const char *label)
{
  g_return_if_fail (GF_IS_STEP_BAR (self));

  set_button_label (self->back, self->back_label, label);
}

/**
 * gf_step_bar_set_next_label:
 * @label: (nullable): where Next leads, NULL hides the button
 */
void
gf_step_bar_set_next_label (GfStepBar  *self,
                            const char *label)
{
  g_return_if_fail (GF_IS_STEP_BAR (self));

  set_button_label (self->next, self->next_label, label);
}

/**
 * gf_step_bar_set_hint:
 * @hint: (nullable): the sentence in the middle
 */
void
gf_step_bar_set_hint (GfStepBar  *self,
                      const char *hint)
{
  g_return_if_fail (GF_IS_STEP_BAR (self));

  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_tooltip_text (self->hint, hint);
  gtk_widget_set_visible (self->hint, self->show_hint && hint != NULL);
}

/**
 * gf_step_bar_set_show_hint:
 * @show_hint: whether there is room for the hint
 */
void
gf_step_bar_set_show_hint (GfStepBar *self,
                           gboolean   show_hint)
{
  g_return_if_fail (GF_IS_STEP_BAR (self));

  self->show_hint = !!show_hint;
  gtk_widget_set_visible (self->hint,
                          self->show_hint && *gtk_label_get_label (GTK_LABEL (self->hint)) != '\0');
}

/**
 * gf_step_bar_set_show_stop:
 * @show_stop: whether a long work is under way that can be stopped
 */
void
gf_step_bar_set_show_stop (GfStepBar *self,
                           gboolean   show_stop)
{
  g_return_if_fail (GF_IS_STEP_BAR (self));

  gtk_widget_set_visible (self->stop, show_stop);
}

/**
 * gf_step_bar_get_suggested:
 *
 * Returns: whether Next is the blue button
 */
gboolean
gf_step_bar_get_suggested (GfStepBar *self)
{
  g_return_val_if_fail (GF_IS_STEP_BAR (self), FALSE);

  return gtk_widget_has_css_class (self->next, "suggested-action");
}

/**
 * gf_step_bar_set_suggested:
 * @suggested: whether Next is the blue button
 */
void
gf_step_bar_set_suggested (GfStepBar *self,
                           gboolean   suggested)
{
  g_return_if_fail (GF_IS_STEP_BAR (self));

  if (suggested)
    gtk_widget_add_css_class (self->next, "suggested-action");
  else
    gtk_widget_remove_css_class (self->next, "suggested-action");
}

/**
 * gf_step_bar_is_pressed:
 *
 * Returns: whether a button of the bar is being pressed, so that its look must not change now
 */
gboolean
gf_step_bar_is_pressed (GfStepBar *self)
{
  g_return_val_if_fail (GF_IS_STEP_BAR (self), FALSE);

  return (gtk_widget_get_state_flags (self->next) & GTK_STATE_FLAG_ACTIVE) != 0;
}
