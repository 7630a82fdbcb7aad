/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-intro-card.h"
#include "gf-project.h"
#include "gf-settings.h"
#include "gf-step-bar.h"
#include "gf-step-page.h"
#include "gf-ui-test.h"

/* A view that counts how often it is told. */
typedef struct
{
  GfStepView parent_instance;
  guint n_updates;
  guint n_added;
  guint n_stopped;
} TestView;

typedef GfStepViewClass TestViewClass;

static GType test_view_get_type (void);
G_DEFINE_TYPE (TestView, test_view, GF_TYPE_STEP_VIEW)

static void
test_view_update (GfStepView *view)
{
  ((TestView *) view)->n_updates++;
}

static void
test_view_stop (GfStepView *view)
{
  ((TestView *) view)->n_stopped++;
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ((TestView *) widget)->n_added++;
}

static void
test_view_class_init (TestViewClass *klass)
{
  klass->update = test_view_update;
  klass->stop = test_view_stop;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "view.add", NULL, add_action);
}

static void
test_view_init (TestView *self)
{
}

static GfStepView *
new_view (const char *name,
          const char *title)
{
  return g_object_new (test_view_get_type (),
                       "view-name", name, "title", title, "icon-name", "gf-table-symbolic",
                       "child", gtk_button_new_with_label (title),
                       NULL);
}

typedef struct
{
  GtkWidget *window;
  GfStepPage *page;
  GfStepView *table;
  GfStepView *findings;
} Fixture;

/* A page of two views, the second with a pane and a blue button, in a window of its own. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->page = g_object_new (GF_TYPE_STEP_PAGE, "step", "test", "title", "Customers", NULL);
  fixture->table = new_view ("table", "Table");
  fixture->findings = new_view ("findings", "Findings");
  g_object_set (fixture->findings,
                "pane", gtk_label_new ("12 of 34 customers"),
                "pane-title", "Marketing",
                "pane-subtitle", "Department",
                NULL);
  gf_step_page_add_view (fixture->page, fixture->table);
  gf_step_page_add_view (fixture->page, fixture->findings);

  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_widget_set_size_request (fixture->window, 360, 294);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gf_ui_assert_soon (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_settings_reset (gf_settings_get (), "hidden-panes");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer page = fixture->page;
  gpointer view = fixture->findings;

  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gf_ui_assert_soon (page == NULL);
  gf_ui_assert_soon (view == NULL);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return gf_ui_find (fixture->window, type, text);
}

static void
test_views_are_shown_by_name (Fixture       *fixture,
                              gconstpointer  data)
{
  g_assert_cmpuint (gf_step_page_get_n_views (fixture->page), ==, 2);
  g_assert_true (gf_step_page_get_visible_view (fixture->page) == fixture->table);
  g_assert_true (gf_step_page_show_view (fixture->page, "findings"));
  g_assert_true (gf_step_page_get_visible_view (fixture->page) == fixture->findings);
  g_assert_false (gf_step_page_show_view (fixture->page, "nothing"));

  /* A view that is hidden is not walked through. */
  gtk_widget_set_visible (GTK_WIDGET (fixture->table), FALSE);
  g_assert_cmpuint (gf_step_page_get_n_views (fixture->page), ==, 1);
  g_assert_false (gtk_widget_get_visible (find (fixture, ADW_TYPE_VIEW_SWITCHER, NULL)));
  g_assert_true (gf_step_page_get_visible_view (fixture->page) == fixture->findings);
}

static void
test_the_blue_moves (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *button = adw_bin_get_child (ADW_BIN (fixture->findings));
  GfStepBar *bar = GF_STEP_BAR (find (fixture, GF_TYPE_STEP_BAR, NULL));

  g_assert_true (gf_step_bar_get_suggested (bar));
  gf_step_view_set_primary (fixture->findings, button);
  gf_step_page_show_view (fixture->page, "findings");
  g_assert_false (gf_step_bar_get_suggested (bar));
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  gf_step_view_set_complete (fixture->findings, TRUE);
  g_assert_true (gf_step_bar_get_suggested (bar));
  g_assert_false (gtk_widget_has_css_class (button, "suggested-action"));

  /* Not under a pointer that presses. */
  gtk_widget_set_state_flags (button, GTK_STATE_FLAG_ACTIVE, FALSE);
  gf_step_view_set_complete (fixture->findings, FALSE);
  g_assert_true (gf_step_bar_get_suggested (bar));
  gtk_widget_unset_state_flags (button, GTK_STATE_FLAG_ACTIVE);
  gf_ui_assert_soon (!gf_step_bar_get_suggested (bar));
}

static void
test_the_hint_stands_at_the_foot (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *hint;

  gf_step_view_set_hint (fixture->table, "One churned interview to go");
  hint = find (fixture, GTK_TYPE_LABEL, "One churned interview to go");
  g_assert_nonnull (hint);
  g_assert_true (gtk_widget_get_visible (hint));
  gf_step_page_set_width_class (fixture->page, GF_WIDTH_NARROW);
  g_assert_false (gtk_widget_get_visible (hint));
}

static void
test_the_pane_follows_the_width (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *toggle;
  GtkWidget *label;

  gf_step_page_set_width_class (fixture->page, GF_WIDTH_WIDE);
  g_assert_false (gf_step_page_toggle_pane (fixture->page));
  gf_step_page_show_view (fixture->page, "findings");
  label = find (fixture, GTK_TYPE_LABEL, "12 of 34 customers");
  gf_ui_assert_soon (gtk_widget_get_mapped (label));
  toggle = find (fixture, GTK_TYPE_TOGGLE_BUTTON, "Hide Details");
  g_assert_nonnull (toggle);
  gf_ui_picture (fixture->window, "frame-wide");

  /* Put away, it stays so for this view. */
  gf_step_page_toggle_pane (fixture->page);
  gf_step_page_show_view (fixture->page, "table");
  gf_step_page_show_view (fixture->page, "findings");
  gf_ui_wait_ms (50);
  g_assert_null (gf_step_page_get_area (fixture->page, 1));
  g_assert_true (gf_settings_list_has ("hidden-panes", "test/findings"));
  gf_step_page_toggle_pane (fixture->page);
  g_assert_nonnull (gf_step_page_get_area (fixture->page, 1));

  /* With less room it waits until it is asked for. */
  gf_step_page_set_width_class (fixture->page, GF_WIDTH_MEDIUM);
  g_assert_null (gf_step_page_get_area (fixture->page, 1));
  gf_step_view_show_pane (fixture->findings);
  gf_ui_assert_soon (gtk_widget_get_mapped (label));
  gf_ui_picture (fixture->window, "frame-medium");

  gf_step_page_set_width_class (fixture->page, GF_WIDTH_NARROW);
  g_assert_null (gf_step_page_get_area (fixture->page, 1));
  g_assert_true (gf_step_view_get_narrow (fixture->findings));
  g_assert_true (gtk_widget_get_visible (find (fixture, ADW_TYPE_INLINE_VIEW_SWITCHER, NULL)));
  gf_step_view_show_pane (fixture->findings);
  gf_ui_assert_soon (gtk_widget_get_mapped (label));
  gf_ui_picture (fixture->window, "frame-narrow");
}

static void
test_a_view_is_pushed_and_left (Fixture       *fixture,
                                gconstpointer  data)
{
  GfStepView *interview = new_view ("interview", "Interview");
  gpointer weak = interview;

  g_object_add_weak_pointer (G_OBJECT (interview), &weak);
  gf_step_view_push (GTK_WIDGET (fixture->table), interview);
  g_assert_true (gf_step_page_get_pushed (fixture->page));
  g_assert_true (gf_step_page_get_visible_view (fixture->page) == interview);
  gf_ui_picture (fixture->window, "frame-pushed");
  g_assert_true (gf_step_page_pop (fixture->page));
  g_assert_true (gf_step_page_get_visible_view (fixture->page) == fixture->table);
  gf_ui_assert_soon (weak == NULL);
  g_assert_false (gf_step_page_pop (fixture->page));
}

static void
test_tools_find_the_actions_of_their_view (Fixture       *fixture,
                                           gconstpointer  data)
{
  TestView *view = (TestView *) fixture->findings;
  GtkWidget *button = gtk_button_new_with_label ("Add Interview");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.add");
  g_object_set (fixture->findings, "tools", button, NULL);
  gf_step_page_show_view (fixture->page, "findings");
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  gf_ui_assert_soon (view->n_added == 1);
  gf_step_view_set_action_enabled (fixture->findings, "view.add", FALSE);
  g_assert_false (gtk_widget_is_sensitive (button));

  /* Another view has other tools. */
  gf_step_page_show_view (fixture->page, "table");
  g_assert_null (gtk_widget_get_parent (button));
}

static void
test_updates_are_gathered (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GfProject) project = gf_project_new ();
  TestView *table = (TestView *) fixture->table;
  TestView *findings = (TestView *) fixture->findings;

  gf_step_page_set_project (fixture->page, project);
  gf_ui_assert_soon (table->n_updates == 1);
  gf_project_set_name (project, "a");
  gf_project_set_name (project, "b");
  gf_project_set_product (project, "c");
  gf_ui_wait_ms (60);
  g_assert_cmpuint (table->n_updates, ==, 2);

  /* The other view is brought up to date when it is shown. */
  g_assert_cmpuint (findings->n_updates, ==, 0);
  gf_step_page_show_view (fixture->page, "findings");
  gf_ui_assert_soon (findings->n_updates == 1);
}

static void
test_long_work_is_told (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *stop = find (fixture, GTK_TYPE_BUTTON, "Stop");
  GtkWidget *progress = find (fixture, GTK_TYPE_PROGRESS_BAR, NULL);

  g_object_set (fixture->table, "busy-text", "Searching combinations, 62 %", NULL);
  gf_step_view_set_busy (fixture->table, TRUE, 0.62);
  g_assert_false (gtk_widget_get_visible (stop));
  gf_ui_assert_soon (gtk_widget_get_visible (stop));
  g_assert_true (gtk_widget_get_visible (progress));
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)),
                                  0.62, 1e-6);
  gf_ui_assert_soon (find (fixture, GTK_TYPE_LABEL, "Searching combinations, 62 %") != NULL);
  g_assert_true (gf_step_view_can_stop (fixture->table));
  gf_step_view_stop (fixture->table);
  g_assert_cmpuint (((TestView *) fixture->table)->n_stopped, ==, 1);
  gf_step_view_set_busy (fixture->table, FALSE, -1);
  g_assert_false (gtk_widget_get_visible (stop));
  g_assert_false (gtk_widget_get_visible (progress));
}

static void
test_a_state_is_told_by_a_banner (Fixture       *fixture,
                                  gconstpointer  data)
{
  AdwBanner *banner = ADW_BANNER (find (fixture, ADW_TYPE_BANNER, NULL));

  g_assert_false (adw_banner_get_revealed (banner));
  gf_step_view_set_banner (fixture->table, "No column says how valuable a customer is",
                           "Choose Columns", NULL);
  g_assert_true (adw_banner_get_revealed (banner));

  /* The window's trouble goes first. */
  gf_step_page_set_notice (fixture->page, "Changes cannot be saved: the disk is full", "Save As…",
                           "win.save-as");
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "Changes cannot be saved: the disk is full");
  gf_step_page_set_notice (fixture->page, NULL, NULL, NULL);
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "No column says how valuable a customer is");
  gf_step_view_set_banner (fixture->table, NULL, NULL, NULL);
  g_assert_false (adw_banner_get_revealed (banner));
}

static void
test_f1_says_what_the_step_is_for (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *intro = g_object_new (GF_TYPE_INTRO_CARD, "topic", "test", "phrase", "Hear why.",
                                   "text", "Ask.", NULL);

  g_assert_false (gf_step_page_show_about (fixture->page));
  adw_bin_set_child (ADW_BIN (fixture->table), intro);
  g_object_set (fixture->table, "intro", intro, NULL);
  gf_intro_card_set_hidden (GF_INTRO_CARD (intro), TRUE);
  g_assert_true (gf_step_page_show_about (fixture->page));
  g_assert_false (gf_intro_card_get_hidden (GF_INTRO_CARD (intro)));

  /* From another view it is said in a popover. */
  gf_step_page_show_view (fixture->page, "findings");
  g_assert_true (gf_step_page_show_about (fixture->page));
  gf_ui_assert_soon (find (fixture, GTK_TYPE_LABEL, "<b>Hear why.</b> Ask.") != NULL);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add ("/step-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("views-are-shown-by-name", test_views_are_shown_by_name);
  ADD ("the-blue-moves", test_the_blue_moves);
  ADD ("the-hint-stands-at-the-foot", test_the_hint_stands_at_the_foot);
  ADD ("the-pane-follows-the-width", test_the_pane_follows_the_width);
  ADD ("a-view-is-pushed-and-left", test_a_view_is_pushed_and_left);
  ADD ("tools-find-the-actions-of-their-view", test_tools_find_the_actions_of_their_view);
  ADD ("updates-are-gathered", test_updates_are_gathered);
  ADD ("long-work-is-told", test_long_work_is_told);
  ADD ("a-state-is-told-by-a-banner", test_a_state_is_told_by_a_banner);
  ADD ("f1-says-what-the-step-is-for", test_f1_says_what_the_step_is_for);

  return g_test_run ();
}
