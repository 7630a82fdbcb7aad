/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-frame-private.h"

#include "gf-settings.h"

#include <glib/gi18n-lib.h>

/* The pane of the visible view: what it shows, and whether it is open. */

/* "customers/findings", under which the pane is remembered as put away, or as wanted. */
static char *
dup_view_key (GfStepFrame *self,
              GfStepView  *view)
{
  return g_strdup_printf ("%s/%s", self->step != NULL ? self->step : "",
                          gf_step_view_get_name (view));
}

static gboolean
is_closed_at_first (GfStepView *view)
{
  gboolean closed;

  g_object_get (view, "pane-closed", &closed, NULL);

  return closed;
}

/* Opens or closes the pane, which is not remembered. */
void
_gf_step_frame_show_pane (GfStepFrame *self,
                          gboolean     show_pane)
{
  show_pane = show_pane && gf_step_frame_has_pane (self);
  if (self->show_pane == !!show_pane)
    return;

  self->show_pane = !!show_pane;
  gtk_widget_set_tooltip_text (self->pane_toggle,
                               show_pane ? _("Hide Details") : _("Show Details"));

  /* AdwOverlaySplitView (1.7) divides the speed of its animation by the width of the sidebar, which
   * is 0 until it was laid out once: before that there is no animation. */
  if (gtk_widget_get_width (GTK_WIDGET (self->split)) <= 0 ||
      gtk_widget_get_width (self->pane_toolbar) <= 0)
    {
      GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

      g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
      g_object_notify (G_OBJECT (self), "show-pane");
      gtk_settings_reset_property (settings, "gtk-enable-animations");
      return;
    }

  g_object_notify (G_OBJECT (self), "show-pane");
}

static gboolean
reset_tick_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  GfStepFrame *self = GF_STEP_FRAME (widget);

  if (gdk_frame_clock_get_frame_counter (clock) < 2)
    return G_SOURCE_CONTINUE;

  self->reset_tick = 0;
  _gf_step_frame_reset_pane (self);

  return G_SOURCE_REMOVE;
}

/* Before the first frames of a window libadwaita 1.7 computes no number for the first step of an
 * animation. */
static gboolean
wait_for_frames (GfStepFrame *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      gdk_frame_clock_get_frame_counter (clock) >= 2)
    return FALSE;

  if (self->reset_tick == 0)
    self->reset_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reset_tick_cb, NULL, NULL);

  return TRUE;
}

/* Whether the pane stands open by itself in the visible view: only beside the content, and as the user has left
 * it there. */
void
_gf_step_frame_reset_pane (GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  g_autofree char *key = NULL;

  if (view == NULL || self->width != GF_WIDTH_WIDE)
    {
      _gf_step_frame_show_pane (self, FALSE);
      return;
    }

  if (wait_for_frames (self))
    return;

  key = dup_view_key (self, view);
  _gf_step_frame_show_pane (self, is_closed_at_first (view) ? gf_settings_list_has ("shown-panes", key)
                                                            : !gf_settings_list_has ("hidden-panes", key));
}

void
_gf_step_frame_update_pane (GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  GtkWidget *pane = view != NULL ? gf_step_view_get_pane (view) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  gboolean on_activate = FALSE;
  gboolean wide = FALSE;

  if (pane != NULL)
    {
      g_object_get (view,
                    "pane-title", &title, "pane-subtitle", &subtitle,
                    "pane-on-activate", &on_activate, "wide-pane", &wide,
                    NULL);
      if (gtk_widget_get_parent (pane) == NULL)
        gtk_stack_add_child (self->pane_stack, pane);
      gtk_stack_set_visible_child (self->pane_stack, pane);
    }

  /* AdwOverlaySplitView (1.7) measures its sidebar for a width of 0 when it is hidden while the window
   * shrinks; what is not visible is not measured. */
  gtk_widget_set_visible (self->pane_toolbar, pane != NULL);
  adw_window_title_set_title (self->pane_title, title != NULL ? title : "");
  adw_window_title_set_subtitle (self->pane_title, subtitle != NULL ? subtitle : "");
  adw_overlay_split_view_set_max_sidebar_width (self->split, wide ? 460 : 322);
  adw_overlay_split_view_set_min_sidebar_width (self->split, wide ? 360 : 300);
  adw_overlay_split_view_set_sidebar_width_fraction (self->split, wide ? 0.42 : 0.3);
  gtk_widget_set_visible (self->pane_toggle,
                          pane != NULL && !(on_activate && self->width == GF_WIDTH_NARROW));
  _gf_step_frame_reset_pane (self);
}

/* A view asks for its pane, which is not the wish of the user to have it always. */
void
_gf_step_frame_open_pane (GfStepFrame *self)
{
  _gf_step_frame_show_pane (self, TRUE);
}

/**
 * gf_step_frame_has_pane:
 *
 * Returns: whether the visible view has a pane
 */
gboolean
gf_step_frame_has_pane (GfStepFrame *self)
{
  GfStepView *view;

  g_return_val_if_fail (GF_IS_STEP_FRAME (self), FALSE);

  view = gf_step_frame_get_visible_view (self);

  return view != NULL && gf_step_view_get_pane (view) != NULL;
}

/**
 * gf_step_frame_get_show_pane:
 *
 * Returns: whether the pane is open
 */
gboolean
gf_step_frame_get_show_pane (GfStepFrame *self)
{
  g_return_val_if_fail (GF_IS_STEP_FRAME (self), FALSE);

  return self->show_pane;
}

/**
 * gf_step_frame_set_show_pane:
 * @show_pane: whether the pane shall be open
 *
 * Opens or closes the pane as the user wants it. Where it stands beside the content this is
 * remembered for the view.
 */
void
gf_step_frame_set_show_pane (GfStepFrame *self,
                             gboolean     show_pane)
{
  g_return_if_fail (GF_IS_STEP_FRAME (self));

  if (self->show_pane == !!show_pane)
    return;

  if (self->width == GF_WIDTH_WIDE && gf_step_frame_has_pane (self))
    {
      GfStepView *view = gf_step_frame_get_visible_view (self);
      g_autofree char *key = dup_view_key (self, view);

      if (is_closed_at_first (view))
        gf_settings_list_set ("shown-panes", key, show_pane);
      else
        gf_settings_list_set ("hidden-panes", key, !show_pane);
    }
  _gf_step_frame_show_pane (self, show_pane);
}
