/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-feedback.h"
#include "gf-history.h"
#include "gf-recent.h"
#include "gf-research-fixture.h"
#include "gf-settings.h"
#include "gf-step-row.h"
#include "gf-steps.h"
#include "gf-store.h"
#include "gf-ui-test.h"

#include <glib/gstdio.h>

static GtkWidget *
find (GfWindow   *window,
      GType       type,
      const char *text)
{
  return gf_ui_find (GTK_WIDGET (window), type, text);
}

static gboolean
is_enabled (GfWindow   *window,
            const char *action)
{
  /* A button shows what the toolkit thinks of an action. */
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  gboolean sensitive;

  gtk_widget_set_parent (button, GTK_WIDGET (window));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  sensitive = gtk_widget_is_sensitive (button);
  gtk_widget_unparent (button);

  return sensitive;
}

static void
test_it_begins_with_the_question (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GtkWidget *new_project = find (window, GTK_TYPE_BUTTON, "New Project");

  g_assert_null (gf_window_get_project (window));
  g_assert_true (gtk_widget_get_mapped (find (window, GTK_TYPE_LABEL,
                                              "Who is your ideal customer?")));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == new_project);
  g_assert_true (gtk_widget_has_css_class (new_project, "suggested-action"));
  g_assert_true (is_enabled (window, "win.open"));
  g_assert_true (is_enabled (window, "win.import"));
  g_assert_false (is_enabled (window, "win.save-as"));
  g_assert_false (is_enabled (window, "win.undo"));
  g_assert_false (is_enabled (window, "win.step-next"));
  gtk_test_accessible_assert_property (window, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Drop a customer list or a project here to open it");
  gf_ui_picture (GTK_WIDGET (window), "start");
  gf_ui_close_window (window);
}

static void
test_a_new_project_shows_customers (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GfProject *project;
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-project", NULL);
  project = gf_window_get_project (window);
  g_assert_nonnull (project);
  g_assert_cmpstr (gf_step_page_get_step (gf_window_get_visible_page (window)), ==, "customers");
  g_assert_true (is_enabled (window, "win.save-as"));
  g_assert_false (is_enabled (window, "win.undo"));
  gf_ui_assert_soon (gtk_widget_get_mapped (find (window, GTK_TYPE_LABEL, "Bring Your Customers")));
  row = find (window, GF_TYPE_STEP_ROW, NULL);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Customers");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "None yet, empty");
  gf_ui_picture (GTK_WIDGET (window), "customers-empty");
  gf_ui_close_window (window);
}

static void
test_every_change_is_undone (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GfProject *project;

  gf_window_new_project (window);
  project = gf_window_get_project (window);
  gf_project_set_name (project, "Brightloom");
  gf_ui_assert_soon (is_enabled (window, "win.undo"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Brightloom");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (gf_project_get_name (project), !=, "Brightloom");
  g_assert_true (is_enabled (window, "win.redo"));
  g_assert_false (is_enabled (window, "win.undo"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpstr (gf_project_get_name (project), ==, "Brightloom");
  gf_ui_close_window (window);
}

/* "Customer removed, Undo" must not take back what was done since. */
static void
test_an_undo_toast_goes_with_the_next_change (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-project", NULL);
  gf_project_set_product (gf_window_get_project (window), "One");
  gf_toast_undo (GTK_WIDGET (window), "First removed");
  gf_ui_assert_soon (find (window, GTK_TYPE_LABEL, "First removed") != NULL);
  gf_ui_settle ();

  /* the newest is shown at once */
  gf_toast_undo (GTK_WIDGET (window), "Second removed");
  gf_ui_assert_soon (find (window, GTK_TYPE_LABEL, "Second removed") != NULL);
  gf_ui_assert_soon (find (window, GTK_TYPE_LABEL, "First removed") == NULL);
  gf_ui_settle ();

  gf_project_set_product (gf_window_get_project (window), "Two");
  gf_ui_assert_soon (find (window, GTK_TYPE_LABEL, "Second removed") == NULL);
  gf_ui_close_window (window);
}

static void
test_a_second_project_gets_its_own_window (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GfWindow *other = NULL;

  gf_window_new_project (window);
  gf_window_new_project (window);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (gf_ui_get_app ())); l != NULL; l = l->next)
    if (l->data != window)
      other = l->data;
  g_assert_nonnull (other);
  g_assert_nonnull (gf_window_get_project (other));
  g_assert_true (gf_window_get_project (other) != gf_window_get_project (window));
  gf_ui_close_window (other);
  gf_ui_close_window (window);
}

static void
test_a_project_is_saved_and_opened_again (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autofree char *folder = g_dir_make_tmp ("goodfit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "harbour.goodfit", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gf_window_new_project (window);
  gf_project_set_product (gf_window_get_project (window), "Reports without analysts");
  gf_store_save_as (gf_window_get_store (window), path);
  gf_ui_assert_soon (g_file_test (path, G_FILE_TEST_EXISTS));
  gf_ui_assert_soon (gf_store_get_state (gf_window_get_store (window)) == GF_STORE_SAVED);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "harbour");
  gf_ui_close_window (window);

  window = gf_ui_new_window (1280, 800);
  g_assert_nonnull (find (window, ADW_TYPE_ACTION_ROW, "harbour"));
  gf_window_open (window, file);
  gf_ui_assert_soon (gf_window_get_project (window) != NULL);
  g_assert_cmpstr (gf_project_get_product (gf_window_get_project (window)), ==,
                   "Reports without analysts");
  g_assert_false (is_enabled (window, "win.undo"));
  gf_ui_close_window (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_settings_reset (gf_settings_get (), "recent-projects");
}

static void
test_customers_are_imported_and_undone (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autofree char *folder = g_dir_make_tmp ("goodfit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "customers.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GfProject *project;

  g_assert_true (g_file_set_contents (path,
                                      "Name,Industry,Employees\nTalweg,Software,117\nHalden,Data,12\n", -1, NULL));
  gf_window_open (window, file);
  project = gf_window_get_project (window);
  g_assert_nonnull (project);
  gf_ui_assert_soon (find (window, GTK_TYPE_BUTTON, "Import 2 Customers") != NULL);
  g_signal_emit_by_name (find (window, GTK_TYPE_BUTTON, "Import 2 Customers"), "clicked");
  gf_ui_assert_soon (gf_project_get_table (project) != NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 2);
  g_assert_cmpstr (gf_customers_get_source_file (gf_project_get_customers (project)), ==,
                   "customers.csv");
  gf_ui_assert_soon (find (window, GTK_TYPE_LABEL, "2 customers imported") != NULL);
  gf_ui_assert_soon (is_enabled (window, "win.undo"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_null (gf_project_get_table (project));
  g_assert_false (is_enabled (window, "win.undo"));
  gf_ui_close_window (window);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_a_damaged_project_is_refused_in_words (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autofree char *folder = g_dir_make_tmp ("goodfit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "broken.goodfit", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwDialog *dialog;

  g_assert_true (g_file_set_contents (path, "{ \"format\" : ", -1, NULL));
  gf_window_open (window, file);
  gf_ui_assert_soon (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "This Project Cannot Be Read");
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), !=, "");
  g_assert_null (gf_window_get_project (window));
  gf_ui_picture (GTK_WIDGET (window), "damaged");
  adw_dialog_force_close (dialog);
  gf_ui_close_window (window);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_work_without_a_file_is_offered_again (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GtkWidget *row;

  gf_window_new_project (window);
  gf_project_set_name (gf_window_get_project (window), "Unsaved thoughts");
  gf_project_set_product (gf_window_get_project (window), "Reports");
  gf_ui_close_window (window);

  window = gf_ui_new_window (1280, 800);
  row = find (window, ADW_TYPE_ACTION_ROW, "Unsaved thoughts");
  g_assert_nonnull (row);
  g_assert_nonnull (gf_ui_find (row, GTK_TYPE_LABEL, "Not saved to a file"));
  gf_ui_picture (GTK_WIDGET (window), "start-recovered");
  gtk_widget_activate (row);
  gf_ui_assert_soon (gf_window_get_project (window) != NULL);
  g_assert_cmpstr (gf_project_get_name (gf_window_get_project (window)), ==, "Unsaved thoughts");
  gf_project_set_product (gf_window_get_project (window), "");
  gf_ui_close_window (window);
}

static void
test_it_adapts_to_its_width (void)
{
  static const struct { int width; GfWidth class; gboolean collapsed; } sizes[] = {
    { 1280, GF_WIDTH_WIDE, FALSE },
    { 1000, GF_WIDTH_MEDIUM, FALSE },
    { 800, GF_WIDTH_SMALL, TRUE },
    { 360, GF_WIDTH_NARROW, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GfWindow *window = gf_ui_new_window (sizes[i].width, 720);
      g_autofree char *name = g_strdup_printf ("customers-empty-%d", sizes[i].width);
      GtkWidget *split;

      gf_window_new_project (window);
      gf_ui_assert_soon (gf_window_get_width_class (window) == sizes[i].class);
      split = find (window, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);
      gf_ui_assert_soon (adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (split)) == sizes[i].collapsed);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, sizes[i].width);
      g_assert_true (gtk_widget_get_mapped (find (window, GTK_TYPE_LABEL, "Bring Your Customers")));
      gf_ui_picture (GTK_WIDGET (window), name);
      gf_ui_close_window (window);
    }
}

/* Presses F6, or F6 with Shift, and says where the focus went. */
static const char *
focus_area (GfWindow *window,
            int       direction)
{
  GfStepPage *page = gf_window_get_visible_page (window);
  GtkWidget *steps = gtk_widget_get_parent (find (window, GF_TYPE_STEP_ROW, NULL));
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.focus-area", "i", direction);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  if (gtk_widget_is_ancestor (focus, steps))
    return "steps";
  if (gtk_widget_is_ancestor (focus, gf_step_page_get_area (page, 0)))
    return "content";
  if (gf_step_page_get_area (page, 1) != NULL &&
      gtk_widget_is_ancestor (focus, gf_step_page_get_area (page, 1)))
    return "pane";
  if (gtk_widget_is_ancestor (focus, gf_step_page_get_area (page, 2)))
    return "foot";

  return "elsewhere";
}

/* Tab leaves the list of steps instead of opening the next; Return leads into the page. */
static void
test_the_steps_are_one_stop (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GtkWidget *row;
  GtkWidget *steps;
  GtkWidget *focus;

  gf_window_new_project (window);
  gf_ui_wait_ms (100);
  row = find (window, GF_TYPE_STEP_ROW, NULL);
  steps = gtk_widget_get_parent (row);
  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_false (gtk_widget_is_ancestor (focus, steps));
  g_assert_cmpstr (gf_step_page_get_step (gf_window_get_visible_page (window)), ==, "customers");
  g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == row);

  g_assert_true (gtk_widget_activate (row));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, gf_step_page_get_area (gf_window_get_visible_page (window), 0)));
  gf_ui_close_window (window);
}

static void
test_f6_goes_round (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GfStepPage *page;

  gf_window_new_project (window);
  gf_ui_wait_ms (100);
  page = gf_window_get_visible_page (window);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_cmpstr (focus_area (window, 1), ==, "steps");
  g_assert_cmpstr (focus_area (window, 1), ==, "content");
  g_assert_cmpstr (focus_area (window, 1), ==, "foot");
  g_assert_cmpstr (focus_area (window, 1), ==, "steps");
  g_assert_cmpstr (focus_area (window, -1), ==, "foot");
  g_assert_cmpstr (focus_area (window, -1), ==, "content");
  g_assert_cmpstr (focus_area (window, -1), ==, "steps");
  /* Passing through the list of steps does not choose another step. */
  g_assert_true (gf_window_get_visible_page (window) == page);
  gf_ui_close_window (window);
}

static void
test_f6_goes_to_the_pane (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GfStepPage *page;

  gf_window_new_project (window);
  gf_research_fixture_fill (gf_window_get_project (window));
  gf_window_go (window, "profile");
  page = gf_window_get_visible_page (window);
  gf_ui_assert_soon (gf_step_page_get_area (page, 1) != NULL);
  gf_ui_wait_ms (300);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_cmpstr (focus_area (window, 1), ==, "steps");
  g_assert_cmpstr (focus_area (window, 1), ==, "content");
  g_assert_cmpstr (focus_area (window, 1), ==, "pane");
  g_assert_cmpstr (focus_area (window, 1), ==, "foot");
  g_assert_cmpstr (focus_area (window, 1), ==, "steps");
  g_assert_cmpstr (focus_area (window, -1), ==, "foot");
  g_assert_cmpstr (focus_area (window, -1), ==, "pane");
  g_assert_cmpstr (focus_area (window, -1), ==, "content");
  g_assert_cmpstr (focus_area (window, -1), ==, "steps");
  g_assert_true (gf_window_get_visible_page (window) == page);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-pane", NULL);
  gf_ui_assert_soon (gf_step_page_get_area (page, 1) == NULL);
  g_assert_cmpstr (focus_area (window, 1), ==, "content");
  g_assert_cmpstr (focus_area (window, 1), ==, "foot");
  gf_ui_close_window (window);
}

static void
test_every_step_can_be_visited (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);

  gf_window_new_project (window);
  for (guint i = 0; i < gf_steps_get_n (); i++)
    {
      g_autofree char *name = g_strdup_printf ("step-%s", gf_steps_get (i)->id);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.go-step", "i", (int) i + 1);
      g_assert_cmpstr (gf_step_page_get_step (gf_window_get_visible_page (window)), ==,
                       gf_steps_get (i)->id);
      g_assert_nonnull (gf_step_page_get_visible_view (gf_window_get_visible_page (window)));
      g_assert_nonnull (gf_step_page_get_status (gf_window_get_visible_page (window)));
      g_assert_cmpint (g_utf8_strlen (gf_step_page_get_status (gf_window_get_visible_page (window)), -1), <=, 24);
      gf_ui_picture (GTK_WIDGET (window), name);
    }

  /* Next leads through all of it and back to where it began. */
  gf_window_go (window, gf_steps_get (0)->id);
  for (guint i = 0, n = 0; n < 100; n++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.step-next", NULL);
      if (g_str_equal (gf_step_page_get_step (gf_window_get_visible_page (window)),
                       gf_steps_get (i)->id))
        continue;
      i = (i + 1) % gf_steps_get_n ();
      g_assert_cmpstr (gf_step_page_get_step (gf_window_get_visible_page (window)), ==,
                       gf_steps_get (i)->id);
      if (i == 0)
        break;
    }
  gf_ui_close_window (window);
}

static void
test_dialogs_open (void)
{
  static const char * const actions[] = { "preferences", "about" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GfWindow *window = gf_ui_new_window (1000, 800);
      AdwDialog *dialog;

      g_action_group_activate_action (G_ACTION_GROUP (gf_ui_get_app ()), actions[i], NULL);
      gf_ui_assert_soon (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      gf_ui_picture (GTK_WIDGET (window), actions[i]);
      adw_dialog_force_close (dialog);
      gf_ui_close_window (window);
    }
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/window/begins-with-the-question", test_it_begins_with_the_question);
  g_test_add_func ("/window/a-new-project-shows-customers", test_a_new_project_shows_customers);
  g_test_add_func ("/window/an-undo-toast-goes-with-the-next-change",
                   test_an_undo_toast_goes_with_the_next_change);
  g_test_add_func ("/window/every-change-is-undone", test_every_change_is_undone);
  g_test_add_func ("/window/a-second-project-gets-its-own-window",
                   test_a_second_project_gets_its_own_window);
  g_test_add_func ("/window/a-project-is-saved-and-opened-again",
                   test_a_project_is_saved_and_opened_again);
  g_test_add_func ("/window/customers-are-imported-and-undone",
                   test_customers_are_imported_and_undone);
  g_test_add_func ("/window/a-damaged-project-is-refused-in-words",
                   test_a_damaged_project_is_refused_in_words);
  g_test_add_func ("/window/work-without-a-file-is-offered-again",
                   test_work_without_a_file_is_offered_again);
  g_test_add_func ("/window/adapts-to-its-width", test_it_adapts_to_its_width);
  g_test_add_func ("/window/the-steps-are-one-stop", test_the_steps_are_one_stop);
  g_test_add_func ("/window/f6-goes-round", test_f6_goes_round);
  g_test_add_func ("/window/f6-goes-to-the-pane", test_f6_goes_to_the_pane);
  g_test_add_func ("/window/every-step-can-be-visited", test_every_step_can_be_visited);
  g_test_add_func ("/window/dialogs-open", test_dialogs_open);

  return g_test_run ();
}
