/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-view-private.h"

/* The plain getters and setters of #GfStepView. */

/**
 * gf_step_view_get_name:
 *
 * Returns: (nullable): the name by which actions know the view
 */
const char *
gf_step_view_get_name (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return *_gf_step_view_get_string_field (self, PROP_NAME);
}

/**
 * gf_step_view_get_title:
 *
 * Returns: (nullable): the title
 */
const char *
gf_step_view_get_title (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return *_gf_step_view_get_string_field (self, PROP_TITLE);
}

/**
 * gf_step_view_set_title:
 * @title: the title, in Header Capitals
 *
 * Sets #GfStepView:title.
 */
void
gf_step_view_set_title (GfStepView *self,
                        const char *title)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  _gf_step_view_set_string (self, PROP_TITLE, title);
}

/**
 * gf_step_view_get_subtitle:
 *
 * Returns: (nullable): the second line of the title
 */
const char *
gf_step_view_get_subtitle (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return *_gf_step_view_get_string_field (self, PROP_SUBTITLE);
}

/**
 * gf_step_view_set_subtitle:
 * @subtitle: (nullable): the second line of the title
 *
 * Sets #GfStepView:subtitle.
 */
void
gf_step_view_set_subtitle (GfStepView *self,
                           const char *subtitle)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  _gf_step_view_set_string (self, PROP_SUBTITLE, subtitle);
}

/**
 * gf_step_view_get_icon_name:
 *
 * Returns: (nullable): the icon in the view switcher
 */
const char *
gf_step_view_get_icon_name (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return *_gf_step_view_get_string_field (self, PROP_ICON_NAME);
}

/**
 * gf_step_view_get_pane:
 *
 * Returns: (transfer none) (nullable): the widget of the pane
 */
GtkWidget *
gf_step_view_get_pane (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return *_gf_step_view_get_widget_field (self, PROP_PANE);
}

/**
 * gf_step_view_set_pane:
 * @pane: (transfer floating) (nullable): the widget of the pane
 *
 * Sets #GfStepView:pane.
 */
void
gf_step_view_set_pane (GfStepView *self,
                       GtkWidget  *pane)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));
  g_return_if_fail (pane == NULL || GTK_IS_WIDGET (pane));

  _gf_step_view_set_widget (self, PROP_PANE, pane);
}

/**
 * gf_step_view_set_pane_title:
 * @title: the title above the pane
 * @subtitle: (nullable): its second line
 *
 * Sets #GfStepView:pane-title and #GfStepView:pane-subtitle.
 */
void
gf_step_view_set_pane_title (GfStepView *self,
                             const char *title,
                             const char *subtitle)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  _gf_step_view_set_string (self, PROP_PANE_TITLE, title);
  _gf_step_view_set_string (self, PROP_PANE_SUBTITLE, subtitle);
}

/**
 * gf_step_view_get_primary:
 *
 * Returns: (transfer none) (nullable): the view's own blue button
 */
GtkWidget *
gf_step_view_get_primary (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return *_gf_step_view_get_widget_field (self, PROP_PRIMARY);
}

/**
 * gf_step_view_set_primary:
 * @primary: (nullable): the view's own blue button, which stands anywhere in the view
 *
 * Sets #GfStepView:primary.
 */
void
gf_step_view_set_primary (GfStepView *self,
                          GtkWidget  *primary)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));
  g_return_if_fail (primary == NULL || GTK_IS_WIDGET (primary));

  _gf_step_view_set_widget (self, PROP_PRIMARY, primary);
}

/**
 * gf_step_view_get_hint:
 *
 * Returns: (nullable): the sentence at the foot
 */
const char *
gf_step_view_get_hint (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return *_gf_step_view_get_string_field (self, PROP_HINT);
}

/**
 * gf_step_view_set_hint:
 * @hint: (nullable): the next most useful thing, from the data
 *
 * Sets #GfStepView:hint.
 */
void
gf_step_view_set_hint (GfStepView *self,
                       const char *hint)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  _gf_step_view_set_string (self, PROP_HINT, hint);
}

/**
 * gf_step_view_set_banner:
 * @title: (nullable): the state in words, or NULL to hide the banner
 * @button_label: (nullable): the label of its button
 * @action_name: (nullable): what the button does, a detailed action looked up from the view
 *
 * Shows a state under the header bar.
 */
void
gf_step_view_set_banner (GfStepView *self,
                         const char *title,
                         const char *button_label,
                         const char *action_name)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  _gf_step_view_set_string (self, PROP_BANNER_ACTION, action_name);
  _gf_step_view_set_string (self, PROP_BANNER_BUTTON, button_label);
  _gf_step_view_set_string (self, PROP_BANNER_TITLE, title);
}

/**
 * gf_step_view_get_next_label:
 *
 * Returns: (nullable): the label of Next in a pushed view
 */
const char *
gf_step_view_get_next_label (GfStepView *self)
{
  g_return_val_if_fail (GF_IS_STEP_VIEW (self), NULL);

  return *_gf_step_view_get_string_field (self, PROP_NEXT_LABEL);
}

/**
 * gf_step_view_set_next_label:
 * @label: (nullable): the label of Next in a pushed view, NULL for no such button
 *
 * Sets #GfStepView:next-label.
 */
void
gf_step_view_set_next_label (GfStepView *self,
                             const char *label)
{
  g_return_if_fail (GF_IS_STEP_VIEW (self));

  _gf_step_view_set_string (self, PROP_NEXT_LABEL, label);
}

