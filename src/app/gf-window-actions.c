/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-window-private.h"

#include "gf-steps.h"

#include <glib/gi18n-lib.h>

/* Where the walk leads from a view: to another view of the step, or to another step. */
static char *
dup_back_label (GfWindow *self,
                guint     position)
{
  GfStepPage *page = g_ptr_array_index (self->pages, position);
  GfStepPage *previous;
  int place = gf_step_page_get_position (page);
  guint n;

  if (place > 0)
    return g_strdup (gf_step_view_get_title (gf_step_page_get_view (page, (guint) place - 1)));
  if (position == 0)
    return NULL;

  previous = _gf_window_ensure_page (self, position - 1);
  n = gf_step_page_get_n_views (previous);
  if (n > 1)
    return g_strdup (gf_step_view_get_title (gf_step_page_get_view (previous, n - 1)));

  return g_strdup (_(gf_steps_get (position - 1)->title));
}

static char *
dup_next_label (GfWindow *self,
                guint     position)
{
  GfStepPage *page = g_ptr_array_index (self->pages, position);
  int place = gf_step_page_get_position (page);

  if (place >= 0 && (guint) place + 1 < gf_step_page_get_n_views (page))
    return g_strdup (gf_step_view_get_title (gf_step_page_get_view (page, (guint) place + 1)));
  if (gf_steps_get_n () == 1)
    return NULL;

  /* After the last step the circle closes. */
  return g_strdup (_(gf_steps_get ((position + 1) % gf_steps_get_n ())->title));
}

void
_gf_window_update_walk (GfWindow *self)
{
  int position = _gf_window_get_position (self);
  g_autofree char *back = NULL;
  g_autofree char *next = NULL;

  if (position < 0)
    return;

  if (gf_step_page_get_pushed (self->visible_page))
    {
      int place = MAX (0, gf_step_page_get_position (self->visible_page));
      GfStepView *root = gf_step_page_get_view (self->visible_page, (guint) place);

      back = g_strdup (gf_step_page_get_n_views (self->visible_page) > 1
                         ? gf_step_view_get_title (root)
                         : adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self->visible_page)));
      next = g_strdup (gf_step_view_get_next_label (gf_step_page_get_visible_view (self->visible_page)));
    }
  else
    {
      back = dup_back_label (self, (guint) position);
      next = dup_next_label (self, (guint) position);
    }
  gf_step_page_set_walk (self->visible_page, back, next);
  _gf_window_update_notice (self);
}

/* Back (-1) or Next (1): every view in order, then on to the neighbouring step. */
void
_gf_window_walk (GfWindow *self,
                 int       direction)
{
  int position = _gf_window_get_position (self);
  int place;
  GfStepView *view = NULL;

  g_return_if_fail (position >= 0);

  if (gf_step_page_get_pushed (self->visible_page))
    {
      if (direction < 0)
        gf_step_page_pop (self->visible_page);
      else
        gf_step_view_next (gf_step_page_get_visible_view (self->visible_page));
      return;
    }

  place = gf_step_page_get_position (self->visible_page) + direction;
  if (place >= 0)
    view = gf_step_page_get_view (self->visible_page, (guint) place);
  if (view == NULL)
    {
      GfStepPage *page;
      guint n = gf_steps_get_n ();

      if (direction < 0 && position == 0)
        return;
      position = (int) (((guint) position + n + (guint) direction) % n);
      page = _gf_window_ensure_page (self, (guint) position);
      place = direction > 0 ? 0 : (int) gf_step_page_get_n_views (page) - 1;
      view = gf_step_page_get_view (page, (guint) place);
    }

  _gf_window_show_step (self, (guint) position, view != NULL ? gf_step_view_get_name (view) : NULL);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
walk_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  _gf_window_walk (GF_WINDOW (widget), g_str_equal (action_name, "win.step-back") ? -1 : 1);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);

  if (self->history == NULL)
    return;

  if (g_str_equal (action_name, "win.undo"))
    gf_history_undo (self->history);
  else
    gf_history_redo (self->history);
}

static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gf_window_go (GF_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
go_step_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  int position = g_variant_get_int32 (parameter) - 1;

  if (position >= 0 && (guint) position < gf_steps_get_n ())
    gf_window_go (GF_WINDOW (widget), gf_steps_get ((guint) position)->id);
}

static void
go_view_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);
  int place = g_variant_get_int32 (parameter) - 1;
  GfStepView *view = place >= 0 ? gf_step_page_get_view (self->visible_page, (guint) place) : NULL;

  if (view != NULL)
    gf_step_page_show_view (self->visible_page, gf_step_view_get_name (view));
}

/* Escape: what is open inside has had its turn; then one page up, and on a phone to the list of
 * steps. */
static void
go_up_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);

  if (self->width != GF_WIDTH_WIDE && gf_step_page_get_area (self->visible_page, 1) != NULL)
    gf_step_page_toggle_pane (self->visible_page);
  else if (!gf_step_page_pop (self->visible_page))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
}

static void
focus_area_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);
  int direction = g_variant_get_int32 (parameter);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *areas[4];
  int current = direction > 0 ? -1 : 4;

  areas[0] = GTK_WIDGET (self->steps);
  for (guint i = 0; i < 3; i++)
    areas[i + 1] = gf_step_page_get_area (self->visible_page, i);
  for (int i = 0; i < 4; i++)
    if (areas[i] != NULL && focus != NULL && gtk_widget_is_ancestor (focus, areas[i]))
      current = i;

  for (int i = 0; i < 4; i++)
    {
      current = (current + direction + 4) % 4;
      if (areas[current] != NULL && gtk_widget_get_mapped (areas[current]) &&
          gtk_widget_child_focus (areas[current], GTK_DIR_TAB_FORWARD))
        return;
    }
}

/* Keys that mean something else in each view: the view that wants one installs view.NAME. */
static void
view_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);
  GfStepView *view = gf_step_page_get_visible_view (self->visible_page);
  g_autofree char *name = g_strconcat ("view.", action_name + strlen ("win."), NULL);

  if (view != NULL)
    gtk_widget_activate_action (GTK_WIDGET (view), name, NULL);
}

/* Keys that lead to a step and then run an action there. */
static void
profile_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (gf_window_go (GF_WINDOW (widget), "profile"))
    view_action (widget, action_name, parameter);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);

  if (self->project == NULL)
    gf_window_new_project (self);
  if (gf_window_go (self, "customers"))
    gtk_widget_activate_action (GTK_WIDGET (gf_step_page_get_visible_view (self->visible_page)),
                                "page.import", NULL);
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfStepView *view = gf_step_page_get_visible_view (GF_WINDOW (widget)->visible_page);

  if (view != NULL)
    gf_step_view_stop (view);
}

static void
page_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GfWindow *self = GF_WINDOW (widget);

  if (g_str_equal (action_name, "win.toggle-pane"))
    gf_step_page_toggle_pane (self->visible_page);
  else
    gf_step_page_show_about (self->visible_page);
}

void
_gf_window_install_actions (GtkWidgetClass *widget_class)
{
  /* A binding and not an accelerator: popovers, dialogs and entries have the first say. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.go-up", NULL);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.step-back", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "win.step-next", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_action);
  gtk_widget_class_install_action (widget_class, "win.go-step", "i", go_step_action);
  gtk_widget_class_install_action (widget_class, "win.go-view", "i", go_view_action);
  gtk_widget_class_install_action (widget_class, "win.go-up", NULL, go_up_action);
  gtk_widget_class_install_action (widget_class, "win.focus-area", "i", focus_area_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, view_action);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, view_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, profile_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, profile_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-pane", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "win.about-step", NULL, page_action);
}
