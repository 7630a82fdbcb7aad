/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-step-frame-private.h"

/* What the frame shows of its visible view, part by part: each function reads the view's
 * properties and brings one part up to date, so that any of them may be called at any time. */

#define BUSY_SHOW_MS 300
#define BUSY_WORDS_MS 2000

void
_gf_step_frame_update_title (GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  gboolean several = gf_step_frame_get_n_views (self) > 1;
  gboolean narrow = self->width == GF_WIDTH_NARROW;
  const char *title = self->title;
  const char *subtitle = NULL;

  if (view != NULL)
    {
      subtitle = several ? gf_step_view_get_title (view) : gf_step_view_get_subtitle (view);
      if (title == NULL)
        title = gf_step_view_get_title (view);
    }

  adw_window_title_set_title (self->window_title, title != NULL ? title : "");
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
  gtk_stack_set_visible_child (self->title_stack,
                               several && !narrow ? self->switcher : GTK_WIDGET (self->window_title));
  /* A switcher that is not seen must not decide how narrow the window may be. */
  gtk_widget_set_visible (self->switcher, several && !narrow);
  gtk_widget_set_visible (self->narrow_switcher, several && narrow);
}

static gboolean
blue_cb (gpointer data)
{
  GfStepFrame *self = data;
  GfStepView *view = gf_step_frame_get_visible_view (self);
  GtkWidget *primary = view != NULL ? gf_step_view_get_primary (view) : NULL;
  gboolean next;

  /* Never under the pointer while a button is pressed. */
  if (gf_step_bar_is_pressed (self->bar) ||
      (primary != NULL && (gtk_widget_get_state_flags (primary) & GTK_STATE_FLAG_ACTIVE) != 0))
    return G_SOURCE_CONTINUE;

  self->blue_source = 0;
  next = primary == NULL || gf_step_view_get_complete (view);
  gf_step_bar_set_suggested (self->bar, next);
  if (primary != NULL && next)
    gtk_widget_remove_css_class (primary, "suggested-action");
  else if (primary != NULL)
    gtk_widget_add_css_class (primary, "suggested-action");

  return G_SOURCE_REMOVE;
}

void
_gf_step_frame_update_blue (GfStepFrame *self)
{
  if (self->blue_source == 0 && blue_cb (self) == G_SOURCE_CONTINUE)
    self->blue_source = g_timeout_add (100, blue_cb, self);
}

void
_gf_step_frame_update_tools (GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  g_autoptr (GtkWidget) tools = NULL;
  g_autoptr (GtkWidget) start_tools = NULL;

  if (view != NULL)
    g_object_get (view, "tools", &tools, "start-tools", &start_tools, NULL);
  if (adw_bin_get_child (self->tools) != tools)
    adw_bin_set_child (self->tools, tools);
  if (adw_bin_get_child (self->start_tools) != start_tools)
    adw_bin_set_child (self->start_tools, start_tools);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), tools != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->start_tools), start_tools != NULL);
}

void
_gf_step_frame_update_banner (GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  g_autofree char *title = NULL;
  g_autofree char *button = NULL;

  if (self->notice_title != NULL)
    {
      title = g_strdup (self->notice_title);
      button = g_strdup (self->notice_button);
    }
  else if (view != NULL)
    {
      g_object_get (view, "banner-title", &title, "banner-button", &button, NULL);
    }
  if (title != NULL)
    adw_banner_set_title (self->banner, title);
  adw_banner_set_button_label (self->banner, button);
  adw_banner_set_revealed (self->banner, title != NULL);
}

GfIntroCard *
_gf_step_frame_find_intro (GfStepFrame *self,
                           GfStepView  *only)
{
  guint n = gf_step_frame_get_n_views (self);

  for (guint i = 0; i < n; i++)
    {
      GfStepView *view = gf_step_frame_get_view (self, i);
      g_autoptr (GtkWidget) intro = NULL;

      if (only != NULL && view != only)
        continue;
      g_object_get (view, "intro", &intro, NULL);
      if (GF_IS_INTRO_CARD (intro))
        return GF_INTRO_CARD (intro);
    }

  return NULL;
}

void
_gf_step_frame_update_about (GfStepFrame *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->about),
                          self->width != GF_WIDTH_NARROW && _gf_step_frame_find_intro (self,
                                                                                       NULL) != NULL);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (data));
  return G_SOURCE_CONTINUE;
}

void
_gf_step_frame_update_hint (GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  g_autofree char *text = NULL;
  gboolean busy = FALSE;

  if (view != NULL)
    g_object_get (view, "busy", &busy, "busy-text", &text, NULL);

  if (busy && self->busy_source == 0)
    gf_step_bar_set_hint (self->bar, self->words_source == 0 ? text : NULL);
  else
    gf_step_bar_set_hint (self->bar, view != NULL ? gf_step_view_get_hint (view) : NULL);
}

void
_gf_step_frame_update_progress (GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  double fraction = -1;

  if (view != NULL)
    g_object_get (view, "progress", &fraction, NULL);

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->progress)))
    self->pulse_source = g_timeout_add (120, pulse_cb, self->progress);
}

static gboolean
busy_cb (gpointer data)
{
  GfStepFrame *self = data;
  GfStepView *view = gf_step_frame_get_visible_view (self);

  self->busy_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gf_step_bar_set_show_stop (self->bar, view != NULL && gf_step_view_can_stop (view));
  _gf_step_frame_update_progress (self);
  _gf_step_frame_update_hint (self);

  return G_SOURCE_REMOVE;
}

static gboolean
words_cb (gpointer data)
{
  GfStepFrame *self = data;

  self->words_source = 0;
  _gf_step_frame_update_hint (self);

  return G_SOURCE_REMOVE;
}

void
_gf_step_frame_update_busy (GfStepFrame *self)
{
  GfStepView *view = gf_step_frame_get_visible_view (self);
  gboolean busy = FALSE;

  if (view != NULL)
    g_object_get (view, "busy", &busy, NULL);

  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_clear_handle_id (&self->words_source, g_source_remove);
  if (busy)
    {
      self->busy_source = g_timeout_add (BUSY_SHOW_MS, busy_cb, self);
      self->words_source = g_timeout_add (BUSY_WORDS_MS, words_cb, self);
    }
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
      gf_step_bar_set_show_stop (self->bar, FALSE);
      _gf_step_frame_update_progress (self);
    }
  _gf_step_frame_update_hint (self);
}
