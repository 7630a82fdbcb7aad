/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-ui-test.h"

#include "gf-history.h"
#include "gf-settings.h"

static GfApplication *app;

/**
 * gf_ui_test_init:
 *
 * Starts GLib test and the toolkit, with settings and state folders of their own, and registers
 * the application.
 */
void
gf_ui_test_init (int    *argc,
                 char ***argv)
{
  static const char * const homes[] = { "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                       "XDG_STATE_HOME" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("goodfit-ui-XXXXXX", &error);

  /* Not by G_TEST_OPTION_ISOLATE_DIRS: that hides the types of files from the loader of icons as
   * well. */
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    g_setenv (homes[i], folder, TRUE);

  g_test_init (argc, argv, NULL);
  app = gf_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);
}

/**
 * gf_ui_get_app:
 *
 * Returns: (transfer none): the application
 */
GfApplication *
gf_ui_get_app (void)
{
  return app;
}

static void
quit_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Runs the main loop until it has had nothing to do for a moment, which on a loaded machine is later than the clock
 * says. What never ends, as a spinner, is not waited for longer than a second. */
static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;
  guint quiet = 0;

  while (quiet < 3 && g_get_monotonic_time () < until)
    {
      if (g_main_context_iteration (NULL, FALSE))
        {
          quiet = 0;
        }
      else
        {
          quiet++;
          g_usleep (8000);
        }
    }
}

/**
 * gf_ui_wait_ms:
 * @ms: milliseconds
 *
 * Runs the main loop for so long, and if that is more than a moment until what was begun by then is done.
 */
void
gf_ui_wait_ms (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add_once (ms, quit_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  if (ms >= 50)
    settle ();
}

/**
 * gf_ui_wait_until:
 * @condition: what is waited for
 * @data: its data
 *
 * Runs the main loop until @condition holds, at most twenty seconds.
 *
 * Returns: whether it holds
 */
gboolean
gf_ui_wait_until (GfUiCondition condition,
                  gpointer      data)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!condition (data) && g_get_monotonic_time () < until)
    gf_ui_wait_ms (10);

  return condition (data);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (data)) && gtk_widget_get_width (GTK_WIDGET (data)) > 0;
}

/**
 * gf_ui_new_window:
 * @width: in logical pixels
 * @height: in logical pixels
 *
 * Returns: (transfer none): a window of that size on the display, with the start page
 */
GfWindow *
gf_ui_new_window (int width,
                  int height)
{
  GtkWidget *window;

  g_settings_set_int (gf_settings_get (), "window-width", width);
  g_settings_set_int (gf_settings_get (), "window-height", height);
  window = gf_window_new (GTK_APPLICATION (app));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gf_ui_wait_until (is_mapped, window));
  gf_ui_wait_ms (50);

  return GF_WINDOW (window);
}

static gboolean
idle_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * gf_ui_settle:
 *
 * Runs the main loop until every idle callback has run.
 */
void
gf_ui_settle (void)
{
  gboolean idle = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, idle_cb, &idle, NULL);
  while (!idle)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * gf_ui_close_window:
 * @window: (transfer full): a window
 *
 * Closes it as a user does and checks that nothing keeps it alive.
 */
void
gf_ui_close_window (GfWindow *window)
{
  gpointer weak = window;

  /* AdwNavigationSplitView of libadwaita 1.7 leaves an idle callback behind when it is finalized
   * right after its content was shown, which then writes into freed memory: let every idle
   * callback run before. */
  gf_ui_settle ();
  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  gf_ui_assert_soon (weak == NULL);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  return gtk_widget_get_tooltip_text (widget);
}

/**
 * gf_ui_find:
 * @root: where to look
 * @type: what to look for
 * @text: (nullable): its label, title or tooltip
 *
 * Returns: (transfer none) (nullable): the first such widget below @root
 */
GtkWidget *
gf_ui_find (GtkWidget  *root,
            GType       type,
            const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (text == NULL || g_strcmp0 (get_text (root), text) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gf_ui_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static int
measure_minimum (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* What is to blame for it, from the outside in. */
static void
tell_widest (GtkWidget *widget)
{
  while (widget != NULL)
    {
      GtkWidget *widest = NULL;
      const char *text = get_text (widget);

      g_test_message ("%d: %s %s “%s”", measure_minimum (widget), G_OBJECT_TYPE_NAME (widget),
                      gtk_widget_get_name (widget), text != NULL ? text : "");
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child) && gtk_widget_get_child_visible (child) &&
            (widest == NULL || measure_minimum (child) > measure_minimum (widest)))
          widest = child;
      widget = widest;
    }
}

/**
 * gf_ui_assert_fits:
 * @widget: a widget
 * @width: in logical pixels
 *
 * Asserts that it can be made as narrow as that.
 */
void
gf_ui_assert_fits (GtkWidget *widget,
                   int        width)
{
  if (measure_minimum (widget) > width)
    tell_widest (widget);
  g_assert_cmpint (measure_minimum (widget), <=, width);
}

/**
 * gf_ui_fixture_open:
 * @self: (out caller-allocates): a window with a new project
 * @where: the step, and perhaps the view, to show: "market/overview"
 * @fill: (nullable): what to put into the project; nothing of it can be undone
 *
 * Opens a window as a test begins with.
 */
void
gf_ui_fixture_open (GfUiFixture *self,
                    const char  *where,
                    void       (*fill) (GfProject *project))
{
  self->window = gf_ui_new_window (1280, 800);
  gf_window_new_project (self->window);
  self->project = gf_window_get_project (self->window);
  if (fill != NULL)
    fill (self->project);
  gf_history_clear (gf_window_get_history (self->window));
  g_assert_true (gf_window_go (self->window, where));
  gf_ui_wait_ms (300);
}

/**
 * gf_ui_fixture_close:
 * @self: what gf_ui_fixture_open() opened
 * @data: not used, so that it can be a test's last function
 *
 * Closes the window as a user does.
 */
void
gf_ui_fixture_close (GfUiFixture   *self,
                     gconstpointer  data)
{
  gf_ui_close_window (self->window);
}

/**
 * gf_ui_fixture_find:
 * @self: an open window
 * @type: what to look for
 * @text: (nullable): its label, title or tooltip
 *
 * Returns: (transfer none) (nullable): the first such widget of the window
 */
GtkWidget *
gf_ui_fixture_find (GfUiFixture *self,
                    GType        type,
                    const char  *text)
{
  return gf_ui_find (GTK_WIDGET (self->window), type, text);
}

/**
 * gf_ui_press:
 * @widget: a widget that takes keys before what is in it
 * @keyval: a key
 *
 * Presses the key, which @widget must take.
 */
void
gf_ui_press (GtkWidget *widget,
             guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        {
          g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &stop);
          g_assert_true (stop);
          return;
        }
    }
  g_assert_not_reached ();
}

/**
 * gf_ui_picture:
 * @window: a window on the display
 * @name: name of the file, without ending
 *
 * Draws the window into a PNG in the folder that `GF_UI_PICTURES` names, if it is set.
 */
void
gf_ui_picture (GtkWidget  *window,
               const char *name)
{
  const char *folder = g_getenv ("GF_UI_PICTURES");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  gf_ui_wait_ms (400);
  paintable = gtk_widget_paintable_new (window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  file_name = g_strconcat (name, ".png", NULL);
  path = g_build_filename (folder, file_name, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
