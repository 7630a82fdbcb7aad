/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-history.h"
#include "gf-kpi-row.h"
#include "gf-kpi-words.h"
#include "gf-late-steps.h"
#include "gf-proof-view.h"

#include <math.h>

typedef struct
{
  GfWindow *window;
  GfProject *project;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gf_ui_new_window (1280, 800);
  gf_window_new_project (fixture->window);
  fixture->project = gf_window_get_project (fixture->window);
  if (data != NULL)
    gf_late_steps_fill (fixture->project);
  gf_history_clear (gf_window_get_history (fixture->window));
  g_assert_true (gf_window_go (fixture->window, "test"));
  gf_ui_wait_ms (400);
  fixture->view = gf_ui_find (GTK_WIDGET (fixture->window), GF_TYPE_PROOF_VIEW, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gf_ui_close_window (fixture->window);
}

static guint
count_kpis (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_kpis (fixture->project)));
}

static gpointer
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  GtkWidget *dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (
    ADW_APPLICATION_WINDOW (fixture->window)));
  GtkWidget *widget = gf_ui_find (dialog, type, text);

  g_assert_nonnull (widget);

  return widget;
}

/* The second of two rows with the same title, which is that of the outside. */
static gpointer
find_second (Fixture    *fixture,
             GType       type,
             const char *text)
{
  GtkWidget *group = gtk_widget_get_ancestor (find (fixture, type, text),
                                              ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *widget = gf_ui_find (gtk_widget_get_next_sibling (group), type, text);

  g_assert_nonnull (widget);

  return widget;
}

static void
a_share_is_recorded_and_undone (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GfKpi) kpi = NULL;

  gtk_widget_activate_action (fixture->view, "view.add", NULL);
  gf_ui_wait_ms (400);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  adw_combo_row_set_selected (find (fixture, ADW_TYPE_COMBO_ROW, "Choose from"), 2);
  adw_spin_row_set_value (find (fixture, ADW_TYPE_SPIN_ROW, "Of how many"), 42);
  adw_spin_row_set_value (find (fixture, ADW_TYPE_SPIN_ROW, "How many"), 13);
  adw_spin_row_set_value (find_second (fixture, ADW_TYPE_SPIN_ROW, "Of how many"), 143);
  adw_spin_row_set_value (find_second (fixture, ADW_TYPE_SPIN_ROW, "How many"), 20);
  gtk_editable_set_text (find (fixture, ADW_TYPE_ENTRY_ROW,
                               "Target inside, in percent; may be empty"), "30");
  g_assert_nonnull (find (fixture, ADW_TYPE_ACTION_ROW, "Better inside"));
  gf_ui_picture (GTK_WIDGET (fixture->window), "proof-dialog");
  gtk_widget_activate (find (fixture, GTK_TYPE_BUTTON, "_Save"));
  gf_ui_wait_ms (400);

  g_assert_cmpuint (count_kpis (fixture), ==, 1);
  kpi = g_list_model_get_item (G_LIST_MODEL (gf_project_get_kpis (fixture->project)), 0);
  g_assert_cmpstr (gf_kpi_get_name (kpi), ==, "Leads won");
  g_assert_cmpstr (gf_kpi_get_unit (kpi), ==, "%");
  g_assert_cmpint (gf_kpi_get_outside_count (kpi), ==, 20);
  g_assert_cmpfloat_with_epsilon (gf_kpi_get_target (kpi), 0.3, 1e-12);
  g_assert_true (isnan (gf_kpi_get_inside (kpi)));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (count_kpis (fixture), ==, 0);
}

static void
a_number_is_recorded (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GfKpi) kpi = NULL;
  GtkWidget *value;

  gtk_widget_activate_action (fixture->view, "view.add", NULL);
  gf_ui_wait_ms (400);
  adw_combo_row_set_selected (find (fixture, ADW_TYPE_COMBO_ROW, "Choose from"), 4);
  value = find (fixture, ADW_TYPE_ENTRY_ROW, "Value");
  gtk_editable_set_text (GTK_EDITABLE (value), "many");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  g_assert_true (gtk_widget_has_css_class (value, "error"));
  gtk_editable_set_text (GTK_EDITABLE (value), "24.5");
  gtk_editable_set_text (find_second (fixture, ADW_TYPE_ENTRY_ROW, "Value"), "37");
  gtk_widget_activate (find (fixture, GTK_TYPE_BUTTON, "_Save"));
  gf_ui_wait_ms (400);

  kpi = g_list_model_get_item (G_LIST_MODEL (gf_project_get_kpis (fixture->project)), 0);
  g_assert_cmpstr (gf_kpi_get_name (kpi), ==, "Days to close");
  g_assert_cmpstr (gf_kpi_get_unit (kpi), ==, "days");
  g_assert_true (gf_kpi_get_lower_is_better (kpi));
  g_assert_cmpfloat (gf_kpi_get_inside (kpi), ==, 24.5);
  g_assert_cmpfloat (gf_kpi_get_outside (kpi), ==, 37);
  g_assert_cmpint (gf_kpi_get_inside_of (kpi), ==, 0);
}

static void
counts_cannot_exceed_their_whole (Fixture       *fixture,
                                  gconstpointer  data)
{
  gtk_widget_activate_action (fixture->view, "view.add", NULL);
  gf_ui_wait_ms (400);
  adw_combo_row_set_selected (find (fixture, ADW_TYPE_COMBO_ROW, "Choose from"), 2);
  adw_spin_row_set_value (find (fixture, ADW_TYPE_SPIN_ROW, "How many"), 5);
  g_assert_false (gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  adw_spin_row_set_value (find (fixture, ADW_TYPE_SPIN_ROW, "Of how many"), 5);
  g_assert_true (gtk_widget_get_sensitive (find (fixture, GTK_TYPE_BUTTON, "_Save")));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  gf_ui_wait_ms (300);
}

static void
rows_say_it_all (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *row = gf_ui_find (fixture->view, GF_TYPE_KPI_ROW, NULL);

  const char *phrase = "Leads won, 31\u202f% inside, 14\u202f% outside, Better inside";

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, phrase);
  g_assert_cmpstr (gf_step_page_get_status (gf_window_get_page (fixture->window, "test")), ==,
                   "4 figures");
}

static void
editing_keeps_the_figure_and_is_one_step (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GfKpi) kpi = g_list_model_get_item (G_LIST_MODEL (gf_project_get_kpis (fixture->project)), 0);
  GfHistory *history = gf_window_get_history (fixture->window);

  gtk_widget_activate (gf_ui_find (fixture->view, GF_TYPE_KPI_ROW, NULL));
  gf_ui_wait_ms (400);
  gtk_editable_set_text (find (fixture, ADW_TYPE_ENTRY_ROW, "Name"), "Won");
  adw_spin_row_set_value (find (fixture, ADW_TYPE_SPIN_ROW, "How many"), 20);
  g_assert_false (gf_history_get_can_undo (history));
  gtk_widget_activate (find (fixture, GTK_TYPE_BUTTON, "_Save"));
  gf_ui_wait_ms (300);
  g_assert_cmpstr (gf_kpi_get_name (kpi), ==, "Won");
  g_assert_cmpint (gf_kpi_get_inside_count (kpi), ==, 20);
  g_assert_cmpint (gf_kpi_judge (kpi), ==, GF_KPI_VERDICT_BETTER);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (gf_kpi_get_name (kpi), ==, "Leads won");
  g_assert_cmpint (gf_kpi_get_inside_count (kpi), ==, 13);
  g_assert_false (gf_history_get_can_undo (history));
}

static void
pictures (void)
{
  gf_late_steps_picture ("test", "test");
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);

#define ADD(path, function, data) g_test_add ("/proof/" path, Fixture, data, set_up, function, tear_down)
  ADD ("a-share-is-recorded-and-undone", a_share_is_recorded_and_undone, NULL);
  ADD ("a-number-is-recorded", a_number_is_recorded, NULL);
  ADD ("counts-cannot-exceed-their-whole", counts_cannot_exceed_their_whole, NULL);
  ADD ("rows-say-it-all", rows_say_it_all, "filled");
  ADD ("editing-keeps-the-figure-and-is-one-step", editing_keeps_the_figure_and_is_one_step,
       "filled");
  g_test_add_func ("/proof/pictures", pictures);

  return g_test_run ();
}
