/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-window-private.h"

#include "gf-settings.h"
#include "gf-steps.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GfWindow, gf_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_PROJECT = 1,
  PROP_HISTORY,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
page_status_cb (GfWindow   *self,
                GParamSpec *pspec,
                GfStepPage *page)
{
  int position = gf_steps_find (gf_step_page_get_step (page));

  gf_step_row_set_status (g_ptr_array_index (self->rows, (guint) position),
                          gf_step_page_get_state (page), gf_step_page_get_status (page));
}

static void
walk_changed_cb (GfWindow   *self,
                 GfStepPage *page)
{
  /* Any page may change where Back and Next of the visible one lead. */
  _gf_window_update_walk (self);
  if (page == self->visible_page)
    _gf_window_update_actions (self);
}

/* Makes the page of a step when it is first needed, so that a window opens with one page only. */
GfStepPage *
_gf_window_ensure_page (GfWindow *self,
                        guint     position)
{
  GfStepPage *page = g_ptr_array_index (self->pages, position);

  if (page != NULL)
    return page;

  page = g_object_ref_sink (gf_steps_create (position));
  self->pages->pdata[position] = page;
  g_signal_connect_object (page, "notify::status", G_CALLBACK (page_status_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::state", G_CALLBACK (page_status_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "walk-changed", G_CALLBACK (walk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gf_step_page_set_width_class (page, self->width);
  gf_step_page_set_project (page, self->project);

  return page;
}

static gboolean
fill_cb (gpointer data)
{
  GfWindow *self = data;

  for (guint i = 0; i < self->pages->len; i++)
    if (g_ptr_array_index (self->pages, i) == NULL)
      {
        _gf_window_ensure_page (self, i);
        return G_SOURCE_CONTINUE;
      }

  self->fill_source = 0;
  _gf_window_update_walk (self);

  return G_SOURCE_REMOVE;
}

int
_gf_window_get_position (GfWindow *self)
{
  return self->visible_page != NULL ? gf_steps_find (gf_step_page_get_step (self->visible_page)) : -1;
}

void
_gf_window_show_step (GfWindow   *self,
                      guint       position,
                      const char *view)
{
  GfStepPage *page = _gf_window_ensure_page (self, position);
  GtkListBoxRow *row = g_ptr_array_index (self->rows, position);

  if (view != NULL)
    gf_step_page_show_view (page, view);
  if (self->visible_page != page)
    {
      /* A page that was shown stays in the window: one that leaves it and comes back makes the widgets of its lists
       * and the entries of its menus anew. */
      self->visible_page = page;
      if (gtk_widget_get_parent (GTK_WIDGET (page)) == NULL)
        gtk_stack_add_child (self->step_stack, GTK_WIDGET (page));
      gtk_stack_set_visible_child (self->step_stack, GTK_WIDGET (page));
      adw_navigation_page_set_title (self->step_page, adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)));
    }
  if (gtk_list_box_get_selected_row (self->steps) != row)
    gtk_list_box_select_row (self->steps, row);

  /* Keys that go elsewhere must not leave the focus on the step that was left. */
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->steps)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  _gf_window_update_walk (self);
  _gf_window_update_actions (self);
}

static void
step_selected_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  GfWindow      *self)
{
  if (row != NULL)
    _gf_window_show_step (self, (guint) gtk_list_box_row_get_index (row), NULL);
}

static void
step_activated_cb (GtkListBox    *list,
                   GtkListBoxRow *row,
                   GfWindow      *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* Return or Space on a step leads on into its page; a click only shows it. */
static void
step_entered_cb (GfWindow *self)
{
  GtkWidget *content = self->visible_page != NULL ? gf_step_page_get_area (self->visible_page, 0) : NULL;

  if (content != NULL && !gtk_widget_grab_focus (content))
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

void
_gf_window_update_actions (GfWindow *self)
{
  static const char * const for_projects[] = {
    "win.save-as", "win.export", "win.print", "win.search", "win.add", "win.step-back", "win.step-next",
    "win.stop", "win.about-step", "win.toggle-pane", "win.go", "win.go-step", "win.go-view", "win.focus-area",
    "win.go-up",
  };
  gboolean open = self->project != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (for_projects); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), for_projects[i], open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 open && gf_history_get_can_undo (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 open && gf_history_get_can_redo (self->history));
}

char *
_gf_window_dup_project_name (GfWindow *self)
{
  const char *name = self->project != NULL ? gf_project_get_name (self->project) : "";
  const char *path = self->store != NULL ? gf_store_get_path (self->store) : NULL;
  g_autofree char *base = NULL;

  if (*name != '\0')
    return g_strdup (name);
  if (path == NULL)
    return g_strdup (_("New Project"));

  base = g_filename_display_basename (path);
  if (g_str_has_suffix (base, ".goodfit"))
    base[strlen (base) - strlen (".goodfit")] = '\0';

  return g_steal_pointer (&base);
}

static void
update_title (GfWindow *self)
{
  g_autofree char *name = _gf_window_dup_project_name (self);

  adw_window_title_set_title (self->sidebar_title, name);
  adw_navigation_page_set_title (self->sidebar_page, name);
  gtk_window_set_title (GTK_WINDOW (self), self->project != NULL ? name : _("Goodfit"));
}

static void
breakpoint_cb (GfWindow *self)
{
  AdwBreakpoint *current = adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self));
  GfWidth width = GF_WIDTH_WIDE;

  if (current != NULL)
    width = (GfWidth) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (current), "gf-width"));
  if (self->width == width)
    return;

  self->width = width;
  adw_navigation_split_view_set_collapsed (self->split, width >= GF_WIDTH_SMALL);
  gf_start_page_set_narrow (self->start_page, width == GF_WIDTH_NARROW);
  for (guint i = 0; i < self->pages->len; i++)
    if (g_ptr_array_index (self->pages, i) != NULL)
      gf_step_page_set_width_class (g_ptr_array_index (self->pages, i), width);
  if (width == GF_WIDTH_NARROW)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
add_breakpoint (GfWindow   *self,
                const char *condition,
                GfWidth     width)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (condition));

  g_object_set_data (G_OBJECT (breakpoint), "gf-width", GUINT_TO_POINTER (width));
  adw_application_window_add_breakpoint (ADW_APPLICATION_WINDOW (self), breakpoint);
}

static void
add_rows (GfWindow *self)
{
  guint n = gf_steps_get_n ();

  g_ptr_array_set_size (self->pages, (int) n);
  for (guint i = 0; i < n; i++)
    {
      const GfStepInfo *info = gf_steps_get (i);
      GtkWidget *row = gf_step_row_new (_(info->title), info->icon_name);

      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->steps, row);
      g_signal_connect_object (row, "activate", G_CALLBACK (step_entered_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
}

static void
remember_size (GfWindow *self)
{
  GSettings *settings = gf_settings_get ();
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_delay (settings);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_apply (settings);
}

static gboolean
gf_window_close_request (GtkWindow *window)
{
  GfWindow *self = GF_WINDOW (window);

  remember_size (self);
  if (!self->closing && self->store != NULL)
    {
      _gf_window_close_project (self);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (gf_window_parent_class)->close_request (window);
}

static void
gf_window_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  GfWindow *self = GF_WINDOW (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, gf_window_get_project (self));
      break;

    case PROP_HISTORY:
      g_value_set_object (value, gf_window_get_history (self));
      break;

    case PROP_STORE:
      g_value_set_object (value, gf_window_get_store (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gf_window_dispose (GObject *object)
{
  GfWindow *self = GF_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_handle_id (&self->remember_source, g_source_remove);
  g_clear_handle_id (&self->arm_source, g_source_remove);
  g_clear_weak_pointer (&self->undo_toast);
  if (self->project != NULL)
    gf_window_set_project (self, NULL, NULL);
  self->visible_page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), GF_TYPE_WINDOW);
  for (guint i = 0; i < self->pages->len; i++)
    g_clear_object (&self->pages->pdata[i]);

  G_OBJECT_CLASS (gf_window_parent_class)->dispose (object);
}

static void
gf_window_finalize (GObject *object)
{
  GfWindow *self = GF_WINDOW (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->opening);

  G_OBJECT_CLASS (gf_window_parent_class)->finalize (object);
}

static void
gf_window_class_init (GfWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gf_window_get_property;
  object_class->dispose = gf_window_dispose;
  object_class->finalize = gf_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = gf_window_close_request;

  /**
   * GfWindow:project:
   *
   * The project, or NULL while the start page is shown.
   */
  properties[PROP_PROJECT] =
    g_param_spec_object ("project", NULL, NULL, GF_TYPE_PROJECT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfWindow:history:
   *
   * Undo and redo of the project.
   */
  properties[PROP_HISTORY] =
    g_param_spec_object ("history", NULL, NULL, GF_TYPE_HISTORY,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * GfWindow:store:
   *
   * What keeps the project on the disk.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, GF_TYPE_STORE,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GF_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, GF_RESOURCE_BASE "/ui/gf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GfWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GfWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GfWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, GfWindow, split);
  gtk_widget_class_bind_template_child (widget_class, GfWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, GfWindow, step_page);
  gtk_widget_class_bind_template_child (widget_class, GfWindow, step_stack);
  gtk_widget_class_bind_template_child (widget_class, GfWindow, sidebar_title);
  gtk_widget_class_bind_template_child (widget_class, GfWindow, steps);
  gtk_widget_class_bind_template_callback (widget_class, step_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);

  _gf_window_install_actions (widget_class);
  _gf_window_install_file_actions (widget_class);
  _gf_window_install_saving_actions (widget_class);
}

static void
gf_window_init (GfWindow *self)
{
  GSettings *settings = gf_settings_get ();

  self->pages = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (GF_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  add_breakpoint (self, "max-width: 1100sp", GF_WIDTH_MEDIUM);
  add_breakpoint (self, "max-width: 860sp", GF_WIDTH_SMALL);
  add_breakpoint (self, "max-width: 600sp", GF_WIDTH_NARROW);
  g_signal_connect (self, "notify::current-breakpoint", G_CALLBACK (breakpoint_cb), NULL);

  add_rows (self);
  _gf_window_init_files (self);
  _gf_window_update_actions (self);
  update_title (self);
}

/**
 * gf_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with the start page; the application owns it
 */
GtkWidget *
gf_window_new (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (GF_TYPE_WINDOW, "application", application, NULL);
}

/**
 * gf_window_get_project:
 *
 * Returns: (transfer none) (nullable): the project, NULL while the start page is shown
 */
GfProject *
gf_window_get_project (GfWindow *self)
{
  g_return_val_if_fail (GF_IS_WINDOW (self), NULL);

  return self->project;
}

/**
 * gf_window_get_history:
 *
 * Returns: (transfer none) (nullable): undo and redo of the project
 */
GfHistory *
gf_window_get_history (GfWindow *self)
{
  g_return_val_if_fail (GF_IS_WINDOW (self), NULL);

  return self->history;
}

/**
 * gf_window_get_store:
 *
 * Returns: (transfer none) (nullable): what keeps the project on the disk
 */
GfStore *
gf_window_get_store (GfWindow *self)
{
  g_return_val_if_fail (GF_IS_WINDOW (self), NULL);

  return self->store;
}

static void
notify_all (GfWindow *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
drop_project (GfWindow *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_handle_id (&self->remember_source, g_source_remove);
  g_clear_handle_id (&self->arm_source, g_source_remove);
  if (self->project == NULL)
    return;

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);

  g_signal_handlers_disconnect_by_data (self->project, self);
  g_signal_handlers_disconnect_by_data (self->history, self);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_object (&self->history);
  g_clear_object (&self->project);
}

/**
 * gf_window_set_project:
 * @store: (nullable) (transfer none): a store with its project, or NULL
 * @history: (nullable): the history of that project
 *
 * Shows the project of @store, beginning with its first step, or the start page. What was shown is
 * not closed: see gf_store_close_async().
 */
void
gf_window_set_project (GfWindow  *self,
                       GfStore   *store,
                       GfHistory *history)
{
  g_return_if_fail (GF_IS_WINDOW (self));
  g_return_if_fail ((store == NULL) == (history == NULL));

  drop_project (self);
  self->reminding = FALSE;
  if (store != NULL)
    {
      self->store = g_object_ref (store);
      self->history = g_object_ref (history);
      self->project = g_object_ref (gf_store_get_project (store));
      g_signal_connect_object (self->project, "notify::name", G_CALLBACK (update_title), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->project, "notify::next-review", G_CALLBACK (_gf_window_update_notice),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->project, "changed", G_CALLBACK (_gf_window_forget_undo), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->history, "notify", G_CALLBACK (_gf_window_update_actions),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->store, "notify", G_CALLBACK (_gf_window_update_saving), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->store, "notify::path", G_CALLBACK (update_title), self,
                               G_CONNECT_SWAPPED);
    }

  for (guint i = 0; i < self->pages->len; i++)
    if (g_ptr_array_index (self->pages, i) != NULL)
      gf_step_page_set_project (g_ptr_array_index (self->pages, i), self->project);

  if (self->project != NULL)
    {
      _gf_window_show_step (self, 0, NULL);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->split));
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
    }
  else if (self->stack != NULL)
    {
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->start_page));
    }

  if (self->stack != NULL)
    {
      update_title (self);
      _gf_window_update_actions (self);
      _gf_window_update_saving (self);
      _gf_window_remind (self);
    }
  notify_all (self);
}

/**
 * gf_window_get_page:
 * @step: the id of a step
 *
 * Returns: (transfer none) (nullable): its page, made now if it was not yet; NULL when there is no
 * such step
 */
GfStepPage *
gf_window_get_page (GfWindow   *self,
                    const char *step)
{
  int position;

  g_return_val_if_fail (GF_IS_WINDOW (self), NULL);

  position = gf_steps_find (step);

  return position >= 0 ? _gf_window_ensure_page (self, (guint) position) : NULL;
}

/**
 * gf_window_get_visible_page:
 *
 * Returns: (transfer none) (nullable): the page of the chosen step
 */
GfStepPage *
gf_window_get_visible_page (GfWindow *self)
{
  g_return_val_if_fail (GF_IS_WINDOW (self), NULL);

  return self->visible_page;
}

/**
 * gf_window_go:
 * @where: the id of a step, or of a step and a view: "market", "customers/findings"
 *
 * Goes there.
 *
 * Returns: FALSE when there is no such step
 */
gboolean
gf_window_go (GfWindow   *self,
              const char *where)
{
  g_auto (GStrv) parts = NULL;
  int position;

  g_return_val_if_fail (GF_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (where != NULL, FALSE);

  parts = g_strsplit (where, "/", 2);
  position = parts[0] != NULL ? gf_steps_find (parts[0]) : -1;
  if (position < 0 || self->project == NULL)
    return FALSE;

  _gf_window_show_step (self, (guint) position, parts[1]);
  adw_navigation_split_view_set_show_content (self->split, TRUE);

  return TRUE;
}

/**
 * gf_window_get_width_class:
 *
 * Returns: how much room the window has
 */
GfWidth
gf_window_get_width_class (GfWindow *self)
{
  g_return_val_if_fail (GF_IS_WINDOW (self), GF_WIDTH_WIDE);

  return self->width;
}
