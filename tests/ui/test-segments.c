/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-criteria-dialog.h"
#include "gf-criteria-preset.h"
#include "gf-criterion-row.h"
#include "gf-decision-dialog.h"
#include "gf-history.h"
#include "gf-project-report.h"
#include "gf-score-cell.h"
#include "gf-score-matrix.h"
#include "gf-score-popover.h"
#include "gf-score-proposal.h"
#include "gf-scoreboard.h"
#include "gf-segment-dialog.h"
#include "gf-selector.h"
#include "gf-step-page.h"
#include "gf-ui-test.h"

typedef GfUiFixture Fixture;

static GfTable *
make_table (void)
{
  static const char * const kinds[] = { "Tech", "Tech", "Tech", "Agency", "Agency", "Agency", "Agency", "Shop",
                                        "Shop", "Shop" };
  static const char * const names[] = { "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten" };
  static const double people[] = { 50, 60, 200, 10, 20, 30, 40, 5, 6, 7 };
  g_autoptr (GfColumn) kind = gf_column_new_categories ("Kind", kinds, 10);
  g_autoptr (GfColumn) size = gf_column_new_numbers ("Employees", people, 10);
  g_autoptr (GfColumn) plain = gf_column_new_categories ("Company", names, 10);
  g_autoptr (GfColumn) name = gf_column_with_role (plain, GF_ROLE_NAME);
  GfColumn *columns[] = { kind, size, name };

  return gf_table_new (columns, 3);
}

static void
score_all (GfProject   *project,
           GfSegment   *segment,
           const guint *values)
{
  GListModel *criteria = G_LIST_MODEL (gf_project_get_criteria (project));

  for (guint i = 0; i < g_list_model_get_n_items (criteria); i++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (criteria, i);

      gf_segment_score (segment, criterion, values[i]);
    }
}

/* Two segments, scored; Tech leads, and Agency would with more weight on the size. */
static void
fill (GfProject *project)
{
  static const guint tech[] = { 5, 5, 3, 3, 4, 5, 4 };
  static const guint agency[] = { 4, 3, 5, 4, 5, 4, 3 };
  static const char * const names[] = { "Tech", "Agency" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

      g_ptr_array_add (selectors, gf_selector_new_is ("Kind", names[i]));
      score_all (project, gf_project_add_segment (project, selectors), i == 0 ? tech : agency);
    }
}

static void
set_table (GfProject *project)
{
  g_autoptr (GfTable) table = make_table ();

  gf_project_set_table (project, table);
}

static void
set_all (GfProject *project)
{
  set_table (project);
  fill (project);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gf_ui_fixture_open (fixture, "segments", data != NULL ? set_all : set_table);
}

static GfStepPage *
get_page (Fixture *fixture)
{
  return gf_window_get_page (fixture->window, "segments");
}

static GfStepView *
get_view (Fixture *fixture)
{
  return gf_step_page_get_visible_view (get_page (fixture));
}

static GListModel *
get_segments (Fixture *fixture)
{
  return G_LIST_MODEL (gf_project_get_segments (fixture->project));
}

static GfSegment *
get_segment (Fixture *fixture,
             guint    position)
{
  g_autoptr (GfSegment) segment = g_list_model_get_item (get_segments (fixture), position);

  return segment;   /* the project keeps it */
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
}

static GfScoreCell *
find_cell (GtkWidget  *root,
           const char *start)
{
  if (GF_IS_SCORE_CELL (root) && g_str_has_prefix (gf_score_cell_get_words (GF_SCORE_CELL (root)), start))
    return GF_SCORE_CELL (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GfScoreCell *found = find_cell (child, start);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A button has a controller of keys of its own. */
static void
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static void
test_without_segments_it_says_how (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *findings = gf_ui_fixture_find (fixture, GTK_TYPE_BUTTON, "Findings");

  g_assert_true (gtk_widget_get_mapped (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "Turn a Finding Into a Segment")));
  g_assert_true (gtk_widget_has_css_class (findings, "suggested-action"));
  g_assert_cmpstr (gf_step_page_get_status (get_page (fixture)), ==, "None yet");
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments-empty");

  /* Without customers there are no findings. */
  gf_project_set_table (fixture->project, NULL);
  gf_ui_assert_soon (!gtk_widget_get_mapped (findings));
  g_assert_true (gtk_widget_has_css_class (gf_ui_fixture_find (fixture, GTK_TYPE_BUTTON, "Describe…"), "suggested-action"));
}

static void
test_a_segment_is_described (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *dialog, *apply, *add;

  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "view.add", NULL);
  gf_ui_wait_ms (300);
  dialog = gf_ui_fixture_find (fixture, GF_TYPE_SEGMENT_DIALOG, NULL);
  apply = gf_ui_find (dialog, GTK_TYPE_BUTTON, "_Add");
  add = gf_ui_find (dialog, ADW_TYPE_BUTTON_ROW, "Add Condition");
  g_assert_false (gtk_widget_get_sensitive (apply));

  /* The first level of the first column. */
  g_assert_nonnull (gf_ui_find (dialog, GTK_TYPE_LABEL, "3 customers"));
  g_signal_emit_by_name (add, "activated");
  g_assert_nonnull (gf_ui_find (dialog, GTK_TYPE_LABEL, "Kind: Tech"));
  g_assert_false (gtk_widget_get_sensitive (add));

  adw_combo_row_set_selected (ADW_COMBO_ROW (gf_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Column")), 1);
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "At least")), "many");
  g_assert_true (gtk_widget_has_css_class (gf_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "At least"), "error"));
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "At least")), "60");
  g_assert_true (gtk_widget_get_sensitive (add));
  g_signal_emit_by_name (add, "activated");
  g_assert_nonnull (gf_ui_find (dialog, GTK_TYPE_LABEL, "2 customers"));

  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Name")), " Larger tech ");
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments-dialog");
  g_assert_true (gtk_widget_get_sensitive (apply));
  g_signal_emit_by_name (apply, "clicked");

  g_assert_cmpuint (g_list_model_get_n_items (get_segments (fixture)), ==, 1);
  g_assert_cmpstr (gf_segment_get_name (get_segment (fixture, 0)), ==, "Larger tech");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_segment_get_conditions (get_segment (fixture, 0)))),
                    ==, 2);
  /* With it come the criteria, and all of it goes with one undo. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_criteria (fixture->project))), ==, 7);
  gf_ui_assert_soon (g_strcmp0 (gf_step_page_get_status (get_page (fixture)), "1 segment") == 0);
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_segments (fixture)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_criteria (fixture->project))), ==, 0);
  gf_ui_wait_ms (300);
}

static void
test_cells_are_named (Fixture       *fixture,
                      gconstpointer  data)
{
  GfScoreCell *cell = find_cell (GTK_WIDGET (fixture->window), "Budget, Tech");

  g_assert_cmpstr (gf_score_cell_get_words (cell), ==, "Budget, Tech, 5 of 5, by hand");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Budget, Tech, 5 of 5, by hand");
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_nonnull (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "Tech in the lead, but it is close"));
  g_assert_cmpstr (gf_step_page_get_status (get_page (fixture)), ==, "2 segments");
  g_assert_cmpstr (gf_step_view_get_hint (get_view (fixture)), ==, "Every segment is scored: choose one");
}

static void
test_keys_score_and_undo_takes_back (Fixture       *fixture,
                                     gconstpointer  data)
{
  GfScoreCell *cell = find_cell (GTK_WIDGET (fixture->window), "Budget, Tech");
  GtkWidget *matrix = gf_ui_fixture_find (fixture, GF_TYPE_SCORE_MATRIX, NULL);
  GtkRoot *root = GTK_ROOT (fixture->window);

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  press (GTK_WIDGET (cell), GDK_KEY_2);
  g_assert_cmpuint (gf_score_cell_get_value (cell), ==, 2);
  gf_ui_wait_ms (50);
  press (GTK_WIDGET (cell), GDK_KEY_0);
  g_assert_cmpstr (gf_score_cell_get_words (cell), ==, "Budget, Tech, not known yet");
  gf_ui_assert_soon (g_strcmp0 (gf_step_view_get_hint (get_view (fixture)), "1 score to go") == 0);
  undo (fixture);
  gf_ui_assert_soon (gf_score_cell_get_value (cell) == 5);

  /* From cell to cell, and no further than the edge. */
  press (matrix, GDK_KEY_Right);
  g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (find_cell (matrix, "Budget, Agency")));
  press (matrix, GDK_KEY_Right);
  press (matrix, GDK_KEY_Down);
  g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (find_cell (matrix, "Size of segment, Agency")));
  press (matrix, GDK_KEY_Left);
  press (matrix, GDK_KEY_Up);
  press (matrix, GDK_KEY_Up);
  press (matrix, GDK_KEY_Up);
  g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (find_cell (matrix, "Pain and urgency, Tech")));
}

static void
test_customers_propose (Fixture       *fixture,
                        gconstpointer  data)
{
  GfScoreCell *cell = find_cell (GTK_WIDGET (fixture->window), "Size of segment, Tech");
  GtkWidget *popover, *use;

  g_signal_emit_by_name (cell, "clicked");
  popover = gf_ui_fixture_find (fixture, GF_TYPE_SCORE_POPOVER, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  g_assert_nonnull (gf_ui_find (popover, GTK_TYPE_LABEL, "enough for this year’s plan"));
  g_assert_nonnull (gf_ui_find (popover, GTK_TYPE_LABEL, "Your customers say 5"));
  g_assert_nonnull (gf_ui_find (popover, GTK_TYPE_LABEL, "3 of 10 customers"));
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments-popover");
  use = gf_ui_find (popover, GTK_TYPE_BUTTON, "Use");
  g_signal_emit_by_name (use, "clicked");
  gf_ui_assert_soon (g_strcmp0 (gf_score_cell_get_words (cell),
                                "Size of segment, Tech, 5 of 5, from customers") == 0);
  g_assert_false (gtk_widget_get_sensitive (use));
  gtk_popover_popdown (GTK_POPOVER (popover));
  gf_ui_wait_ms (100);
}

/* What the customers say stands pale in the cells, counts as unknown, and is taken at once. */
static void
test_proposals_are_seen_and_used (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  GfScoreCell *cell;
  GtkWidget *use;

  g_ptr_array_add (selectors, gf_selector_new_is ("Kind", "Tech"));
  gf_project_add_segment (fixture->project, selectors);
  gf_ui_assert_soon (find_cell (GTK_WIDGET (fixture->window), "Size of segment, Tech") != NULL);
  cell = find_cell (GTK_WIDGET (fixture->window), "Size of segment, Tech");
  g_assert_cmpstr (gf_score_cell_get_words (cell), ==, "Size of segment, Tech, not known yet, your customers say 5");
  g_assert_cmpuint (gf_score_cell_get_value (cell), ==, 0);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "proposed"));
  g_assert_nonnull (gf_ui_find (GTK_WIDGET (cell), GTK_TYPE_LABEL, "5"));
  g_assert_cmpstr (gf_score_cell_get_words (find_cell (GTK_WIDGET (fixture->window), "Budget, Tech")), ==,
                   "Budget, Tech, not known yet");
  /* One segment is not ranked. */
  g_assert_false (gtk_widget_is_visible (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "How Firm Is the Order?")));
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments-proposals");

  gf_ui_wait_ms (50);
  use = gf_ui_fixture_find (fixture, GTK_TYPE_BUTTON, "Use 1 Proposal");
  g_assert_true (gtk_widget_is_visible (use));
  g_signal_emit_by_name (use, "clicked");
  gf_ui_assert_soon (g_strcmp0 (gf_score_cell_get_words (cell),
                                "Size of segment, Tech, 5 of 5, from customers") == 0);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell), "proposed"));
  gf_ui_assert_soon (!gtk_widget_is_visible (use));

  /* What is undone may come in another cell. */
  undo (fixture);
  gf_ui_assert_soon (find_cell (GTK_WIDGET (fixture->window), "Size of segment, Tech") != NULL &&
                     gf_score_cell_get_value (find_cell (GTK_WIDGET (fixture->window), "Size of segment, Tech")) == 0);
  gf_ui_assert_soon (gtk_widget_is_visible (use));

  /* A score by hand goes first. */
  cell = find_cell (GTK_WIDGET (fixture->window), "Size of segment, Tech");
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  press (GTK_WIDGET (cell), GDK_KEY_2);
  g_assert_cmpuint (gf_score_cell_get_value (cell), ==, 2);
  gf_ui_assert_soon (!gtk_widget_is_visible (use));
  gf_ui_wait_ms (50);
}

/* A segment of three conditions is called shortly, and its row asks for a name. */
static void
test_a_made_up_name_is_to_be_changed (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  GtkWidget *rename;

  g_ptr_array_add (selectors, gf_selector_new_is ("Kind", "Tech"));
  g_ptr_array_add (selectors, gf_selector_new_is ("Company", "One"));
  g_ptr_array_add (selectors, gf_selector_new_is ("Employees", "50"));
  GfSegment *segment = gf_project_add_segment (fixture->project, selectors);
  g_assert_cmpstr (gf_segment_get_name (segment), ==, "Tech and 2 more");

  gf_ui_assert_soon (gf_ui_fixture_find (fixture, ADW_TYPE_ACTION_ROW,
                                         "“Tech and 2 more” has no name of its own") != NULL);
  rename = gf_ui_fixture_find (fixture, GTK_TYPE_BUTTON, "Rename…");
  gf_ui_assert_soon (gtk_widget_get_mapped (rename));
  g_signal_emit_by_name (rename, "clicked");
  gf_ui_assert_soon (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) != NULL);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  gf_segment_set_name (segment, "First firms");
  gf_ui_assert_soon (!gtk_widget_is_visible (rename));
  gf_ui_wait_ms (300);
}

static guint
count_criteria (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gf_project_get_criteria (fixture->project)));
}

static void
test_criteria_are_changed (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "view.criteria", NULL);
  gf_ui_assert_soon ((dialog = gf_ui_fixture_find (fixture, GF_TYPE_CRITERIA_DIALOG, NULL)) != NULL &&
                     gtk_widget_get_mapped (dialog));
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments-criteria");

  /* Renamed. */
  row = gf_ui_find (dialog, GF_TYPE_CRITERION_ROW, "Budget");
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (row, ADW_TYPE_ENTRY_ROW, "Name")), "Money");
  gf_ui_assert_soon (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "Money") != NULL);

  /* Moved up: it is the second of seven, and then the first. */
  gtk_widget_activate_action (row, "row.up", NULL);
  g_autoptr (GfCriterion) first = g_list_model_get_item (G_LIST_MODEL (gf_project_get_criteria (fixture->project)), 0);
  g_assert_cmpstr (gf_criterion_get_name (first), ==, "Money");

  /* Added, one that the data know and one of the user's own. */
  gtk_widget_activate_action (dialog, "criteria.add", "s", "advocacy");
  gtk_widget_activate_action (dialog, "criteria.add", "s", "");
  g_assert_cmpuint (count_criteria (fixture), ==, 9);
  gf_ui_assert_soon (find_cell (GTK_WIDGET (fixture->window), "Advocacy, Tech") != NULL);

  /* Removed, and brought back. */
  gf_history_commit (gf_window_get_history (fixture->window));
  row = gf_ui_find (dialog, GF_TYPE_CRITERION_ROW, "New Criterion");
  gtk_widget_activate_action (row, "row.remove", NULL);
  g_assert_cmpuint (count_criteria (fixture), ==, 8);
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (count_criteria (fixture), ==, 9);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gf_ui_wait_ms (300);
}

static void
test_pain_is_proposed_from_interviews (Fixture       *fixture,
                                       gconstpointer  data)
{
  GfSegment *segment = get_segment (fixture, 0);
  g_autoptr (GfCriterion) pain = g_list_model_get_item (G_LIST_MODEL (gf_project_get_criteria (fixture->project)), 0);
  g_auto (GfProposal) proposal = { 0 };
  g_autoptr (GfTheme) theme = gf_theme_new ();
  g_autoptr (GfPositionMap) map = gf_position_map_new ();
  static const char * const people[] = { "Ada", "Ben", "Cleo" };

  g_assert_false (gf_project_propose_score (fixture->project, segment, pain, &proposal));

  gf_theme_set_name (theme, "Manual reports");
  gf_theme_set_kind (theme, GF_THEME_PAIN);
  g_list_store_append (gf_project_get_themes (fixture->project), theme);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GfInterview) interview = gf_interview_new ();
      g_autoptr (GfQuote) quote = gf_quote_new ();

      gf_interview_set_person (interview, people[i]);
      gf_interview_set_company (interview, i == 0 ? "One" : i == 1 ? "Two" : "Three");
      gf_quote_set_theme (quote, gf_record_get_id (GF_RECORD (theme)));
      if (i < 2)
        g_list_store_append (gf_interview_get_quotes (interview), quote);
      g_list_store_append (gf_project_get_interviews (fixture->project), interview);
    }
  g_assert_true (gf_project_propose_score (fixture->project, segment, pain, &proposal));
  g_assert_cmpstr (proposal.reason, ==, "2 of 3 people asked name “Manual reports”");
  g_assert_cmpint (proposal.score, ==, 4);
  g_assert_cmpint (proposal.source, ==, GF_SCORE_INTERVIEWS);
  gf_proposal_clear (&proposal);

  /* Room, by the map. */
  g_autoptr (GfCriterion) room = g_list_model_get_item (G_LIST_MODEL (gf_project_get_criteria (fixture->project)), 6);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GfMapPoint) point = gf_map_point_new ();

      gf_map_point_set_name (point, i == 0 ? "Tech" : i == 1 ? "Far" : "Near");
      gf_map_point_set_kind (point, i == 0 ? GF_MAP_POINT_SEGMENT : GF_MAP_POINT_COMPETITOR);
      gf_map_point_set_x (point, i == 0 ? 2 : i == 1 ? 5 : 3.2);
      gf_map_point_set_y (point, 2);
      g_list_store_append (gf_position_map_get_points (map), point);
    }
  g_list_store_append (gf_project_get_maps (fixture->project), map);
  g_assert_true (gf_project_propose_score (fixture->project, segment, room, &proposal));
  g_assert_cmpstr (proposal.reason, ==, "On the map Near is nearest, 1.2 away");
  g_assert_cmpint (proposal.score, ==, 3);
  g_assert_cmpint (proposal.source, ==, GF_SCORE_MARKET);
}

static void
test_weights_change_the_order (Fixture       *fixture,
                               gconstpointer  data)
{
  GListModel *criteria = G_LIST_MODEL (gf_project_get_criteria (fixture->project));
  g_autoptr (GfCriterion) size = g_list_model_get_item (criteria, 2);
  GtkWidget *scale = gf_ui_fixture_find (fixture, GF_TYPE_SCORE_MATRIX, NULL);
  GtkWidget *balance;

  /* The third scale. */
  scale = gtk_widget_get_first_child (gtk_widget_get_last_child (gtk_widget_get_first_child (scale)));
  scale = gtk_grid_get_child_at (GTK_GRID (scale), 1, 6);
  gtk_range_set_value (GTK_RANGE (scale), 40);
  g_assert_cmpfloat (gf_criterion_get_weight (size), ==, 40.0);
  gf_ui_assert_soon (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "Agency in the lead, but it is close") != NULL ||
                     gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "Agency in the lead by these weights only") != NULL);

  balance = gf_ui_fixture_find (fixture, GTK_TYPE_BUTTON, "Make It 100");
  g_assert_true (gtk_widget_get_visible (balance));
  g_signal_emit_by_name (balance, "clicked");
  gf_ui_assert_soon (!gtk_widget_get_visible (balance));
  g_assert_cmpfloat (gf_criterion_get_weight (size), ==, 32.0);
  undo (fixture);
  undo (fixture);
  gf_ui_assert_soon (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "Tech in the lead, but it is close") != NULL);
}

static void
test_deciding_is_recorded (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *decide = gf_ui_fixture_find (fixture, GTK_TYPE_BUTTON, "Decide…");
  GtkWidget *dialog;

  g_assert_true (gtk_widget_has_css_class (decide, "suggested-action"));
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "view.decide", NULL);
  gf_ui_wait_ms (300);
  dialog = gf_ui_fixture_find (fixture, GF_TYPE_DECISION_DIALOG, NULL);
  /* The leader is proposed. */
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (gf_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Tech"))),
                    ==, GF_SEGMENT_PRIMARY);
  adw_combo_row_set_selected (ADW_COMBO_ROW (gf_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Agency")), GF_SEGMENT_SECONDARY);
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Why, or why not, Tech?")),
                         "Pays from its own budget");
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (dialog, ADW_TYPE_ENTRY_ROW, "What would change it")),
                         "Agencies with larger budgets");
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments-decide");
  g_signal_emit_by_name (gf_ui_find (dialog, GTK_TYPE_BUTTON, "_Decide"), "clicked");

  g_autofree char *today = gf_today ();
  g_assert_true (gf_project_find_primary (fixture->project) == get_segment (fixture, 0));
  g_assert_cmpint (gf_segment_get_standing (get_segment (fixture, 1)), ==, GF_SEGMENT_SECONDARY);
  g_assert_cmpstr (gf_segment_get_reason (get_segment (fixture, 0)), ==, "Pays from its own budget");
  g_assert_cmpstr (gf_decision_get_date (gf_project_get_decision (fixture->project)), ==, today);
  gf_ui_assert_soon (g_strcmp0 (gf_step_view_get_hint (get_view (fixture)), "Primary and secondary are chosen") == 0);
  gf_ui_assert_soon (g_strcmp0 (gf_step_page_get_status (get_page (fixture)), "2 chosen of 2") == 0);
  g_assert_false (gtk_widget_has_css_class (decide, "suggested-action"));
  gf_ui_wait_ms (300);
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments");

  undo (fixture);
  g_assert_null (gf_project_find_primary (fixture->project));
  g_assert_cmpstr (gf_decision_get_date (gf_project_get_decision (fixture->project)), ==, "");
  gf_ui_wait_ms (100);
}

static void
test_a_fourth_is_refused (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char * const names[] = { "Shops", "Clubs" };
  GtkWidget *dialog;
  AdwComboRow *fourth;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GfSegment) segment = gf_segment_new ();

      gf_segment_set_name (segment, names[i]);
      gf_segment_set_standing (segment, GF_SEGMENT_SECONDARY);
      g_list_store_append (gf_project_get_segments (fixture->project), segment);
    }
  gf_segment_set_standing (get_segment (fixture, 0), GF_SEGMENT_PRIMARY);
  gf_ui_wait_ms (100);
  gtk_widget_activate_action (GTK_WIDGET (get_view (fixture)), "view.decide", NULL);
  gf_ui_wait_ms (300);
  dialog = gf_ui_fixture_find (fixture, GF_TYPE_DECISION_DIALOG, NULL);
  fourth = ADW_COMBO_ROW (gf_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Agency"));
  adw_combo_row_set_selected (fourth, GF_SEGMENT_SECONDARY);
  g_assert_cmpuint (adw_combo_row_get_selected (fourth), ==, GF_SEGMENT_OPEN);
  gf_ui_assert_soon (gtk_widget_get_mapped (gf_ui_find (dialog, GTK_TYPE_LABEL,
                                                        "Three is the limit: more would aim at everyone.")));
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments-limit");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gf_ui_wait_ms (300);
}

static void
test_a_segment_is_removed (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *dialog;

  g_signal_emit_by_name (gf_ui_fixture_find (fixture, GTK_TYPE_BUTTON, "Edit Agency"), "clicked");
  gf_ui_wait_ms (300);
  dialog = gf_ui_fixture_find (fixture, GF_TYPE_SEGMENT_DIALOG, NULL);
  g_assert_nonnull (gf_ui_find (dialog, GTK_TYPE_LABEL, "Kind: Agency"));
  g_assert_nonnull (gf_ui_find (dialog, GTK_TYPE_LABEL, "4 customers"));
  g_signal_emit_by_name (gf_ui_find (dialog, ADW_TYPE_BUTTON_ROW, "Remove Segment"), "activated");
  g_assert_cmpuint (g_list_model_get_n_items (get_segments (fixture)), ==, 1);
  gf_ui_assert_soon (gf_ui_fixture_find (fixture, GTK_TYPE_LABEL, "One segment so far: Tech") != NULL);
  g_assert_null (find_cell (GTK_WIDGET (fixture->window), "Budget, Agency"));
  undo (fixture);
  gf_ui_assert_soon (find_cell (GTK_WIDGET (fixture->window), "Budget, Agency") != NULL);
  gf_ui_wait_ms (300);
}

static void
test_a_phone_shows_one_at_a_time (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *toggles;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 720);
  gf_ui_assert_soon (gf_step_view_get_narrow (get_view (fixture)));
  gf_ui_assert_soon (find_cell (GTK_WIDGET (fixture->window), "Budget, Agency") == NULL);
  g_assert_nonnull (find_cell (GTK_WIDGET (fixture->window), "Budget, Tech"));
  toggles = gf_ui_find (GTK_WIDGET (get_view (fixture)), ADW_TYPE_TOGGLE_GROUP, NULL);
  gf_window_go (fixture->window, "segments");
  gf_ui_assert_soon (gtk_widget_get_mapped (toggles));
  gf_ui_picture (GTK_WIDGET (fixture->window), "segments-narrow");
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (toggles), 1);
  g_assert_null (find_cell (GTK_WIDGET (fixture->window), "Budget, Tech"));
  g_assert_nonnull (find_cell (GTK_WIDGET (fixture->window), "Budget, Agency"));
  gf_ui_wait_ms (100);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);

#define ADD(path, filled, function) \
  g_test_add ("/segments/" path, Fixture, filled ? "filled" : NULL, set_up, function, gf_ui_fixture_close)
  ADD ("without-segments-it-says-how", FALSE, test_without_segments_it_says_how);
  ADD ("a-segment-is-described", FALSE, test_a_segment_is_described);
  ADD ("cells-are-named", TRUE, test_cells_are_named);
  ADD ("keys-score-and-undo-takes-back", TRUE, test_keys_score_and_undo_takes_back);
  ADD ("criteria-are-changed", TRUE, test_criteria_are_changed);
  ADD ("pain-is-proposed-from-interviews", TRUE, test_pain_is_proposed_from_interviews);
  ADD ("customers-propose", TRUE, test_customers_propose);
  ADD ("proposals-are-seen-and-used", FALSE, test_proposals_are_seen_and_used);
  ADD ("a-made-up-name-is-to-be-changed", FALSE, test_a_made_up_name_is_to_be_changed);
  ADD ("weights-change-the-order", TRUE, test_weights_change_the_order);
  ADD ("deciding-is-recorded", TRUE, test_deciding_is_recorded);
  ADD ("a-fourth-is-refused", TRUE, test_a_fourth_is_refused);
  ADD ("a-segment-is-removed", TRUE, test_a_segment_is_removed);
  ADD ("a-phone-shows-one-at-a-time", TRUE, test_a_phone_shows_one_at_a_time);

  return g_test_run ();
}
