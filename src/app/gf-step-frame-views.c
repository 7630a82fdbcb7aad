/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-frame-private.h"

/* The views of a frame: those that can be visited, by place and by name. */

/**
 * gf_step_frame_get_n_views:
 *
 * Returns: how many views can be visited
 */
guint
gf_step_frame_get_n_views (GfStepFrame *self)
{
  guint n = 0;

  g_return_val_if_fail (GF_IS_STEP_FRAME (self), 0);

  while (gf_step_frame_get_view (self, n) != NULL)
    n++;

  return n;
}

/**
 * gf_step_frame_get_view:
 * @position: its place among those that can be visited
 *
 * Returns: (transfer none) (nullable): the view, NULL past the last
 */
GfStepView *
gf_step_frame_get_view (GfStepFrame *self,
                        guint        position)
{
  g_autoptr (GtkSelectionModel) pages = NULL;
  guint n;

  g_return_val_if_fail (GF_IS_STEP_FRAME (self), NULL);

  if (self->stack == NULL)
    return NULL;

  pages = adw_view_stack_get_pages (self->stack);
  n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      if (adw_view_stack_page_get_visible (page) && position-- == 0)
        return GF_STEP_VIEW (adw_view_stack_page_get_child (page));
    }

  return NULL;
}

/**
 * gf_step_frame_find_view:
 * @name: the name of a view
 *
 * Returns: (transfer none) (nullable): that view, NULL if there is none or it cannot be visited now
 */
GfStepView *
gf_step_frame_find_view (GfStepFrame *self,
                         const char  *name)
{
  GfStepView *view;

  g_return_val_if_fail (GF_IS_STEP_FRAME (self), NULL);

  for (guint i = 0; (view = gf_step_frame_get_view (self, i)) != NULL; i++)
    if (g_strcmp0 (gf_step_view_get_name (view), name) == 0)
      return view;

  return NULL;
}

/**
 * gf_step_frame_get_position:
 *
 * Returns: the place of the visible view among those that can be visited, -1 without any
 */
int
gf_step_frame_get_position (GfStepFrame *self)
{
  GfStepView *visible;
  GfStepView *view;

  g_return_val_if_fail (GF_IS_STEP_FRAME (self), -1);

  visible = gf_step_frame_get_visible_view (self);
  for (guint i = 0; (view = gf_step_frame_get_view (self, i)) != NULL; i++)
    if (view == visible)
      return (int) i;

  return -1;
}

/**
 * gf_step_frame_get_visible_view:
 *
 * Returns: (transfer none) (nullable): the view that is shown
 */
GfStepView *
gf_step_frame_get_visible_view (GfStepFrame *self)
{
  GtkWidget *child;

  g_return_val_if_fail (GF_IS_STEP_FRAME (self), NULL);

  child = self->stack != NULL ? adw_view_stack_get_visible_child (self->stack) : NULL;

  return child != NULL ? GF_STEP_VIEW (child) : NULL;
}

/**
 * gf_step_frame_set_visible_view:
 * @view: one of the views
 *
 * Shows @view.
 */
void
gf_step_frame_set_visible_view (GfStepFrame *self,
                                GfStepView  *view)
{
  g_return_if_fail (GF_IS_STEP_FRAME (self));
  g_return_if_fail (GF_IS_STEP_VIEW (view));

  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (view));
}
