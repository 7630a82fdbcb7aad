/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-history.h"
#include "gf-late-steps.h"
#include "gf-position-view.h"

#include <math.h>

typedef struct
{
  GfWindow *window;
  GfProject *project;
  GfPositionView *view;
  GfMapView *map_view;
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
  g_assert_true (gf_window_go (fixture->window, "map"));
  gf_ui_wait_ms (400);
  fixture->view = GF_POSITION_VIEW (gf_ui_find (GTK_WIDGET (fixture->window), GF_TYPE_POSITION_VIEW,
                                                NULL));
  fixture->map_view = gf_position_view_get_map_view (fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gf_ui_close_window (fixture->window);
}

static GListModel *
get_points (Fixture *fixture)
{
  g_autoptr (GfPositionMap) map = g_list_model_get_item (G_LIST_MODEL (gf_project_get_maps (fixture->project)), 0);

  return map != NULL ? G_LIST_MODEL (gf_position_map_get_points (map)) : NULL;
}

static GfMapPoint *
find_point (Fixture    *fixture,
            const char *name)
{
  GListModel *points = get_points (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr (GfMapPoint) point = g_list_model_get_item (points, i);

      if (g_str_equal (gf_map_point_get_name (point), name))
        return point;
    }
  g_assert_not_reached ();
}

static void
assert_place (GfMapPoint *point,
              double      x,
              double      y)
{
  g_assert_cmpfloat_with_epsilon (gf_map_point_get_x (point), x, 1e-9);
  g_assert_cmpfloat_with_epsilon (gf_map_point_get_y (point), y, 1e-9);
}

/* Drags a point by pixels, with a stop on the way. */
static void
drag (Fixture    *fixture,
      GfMapPoint *point,
      float       dx,
      float       dy)
{
  graphene_rect_t bounds;
  graphene_point_t at;

  g_assert_true (gf_map_view_get_point_bounds (fixture->map_view, point, &bounds));
  graphene_rect_get_center (&bounds, &at);
  g_assert_true (gf_map_view_press (fixture->map_view, at.x, at.y));
  gf_map_view_drag (fixture->map_view, at.x + dx / 2, at.y + dy / 2);
  gf_ui_wait_ms (60);
  gf_map_view_drag (fixture->map_view, at.x + dx, at.y + dy);
  gf_ui_wait_ms (60);
}

static void
a_drag_is_one_step_of_undo (Fixture       *fixture,
                            gconstpointer  data)
{
  GfHistory *history = gf_window_get_history (fixture->window);
  GfMapPoint *point = find_point (fixture, "Corvid Analytics");
  double x, y;

  drag (fixture, point, 150, 90);
  assert_place (point, 1.8, 4.3);
  g_assert_false (gf_history_get_can_undo (history));
  gf_map_view_release (fixture->map_view);
  gf_ui_wait_ms (100);

  x = gf_map_point_get_x (point);
  y = gf_map_point_get_y (point);
  g_assert_cmpfloat (x, >, 2.3);
  g_assert_cmpfloat (y, <, 4.0);
  g_assert_cmpfloat_with_epsilon (x * 10, round (x * 10), 1e-9);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_place (point, 1.8, 4.3);
  g_assert_false (gf_history_get_can_undo (history));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  assert_place (point, x, y);
}

static void
a_drag_can_be_taken_back (Fixture       *fixture,
                          gconstpointer  data)
{
  GfMapPoint *point = find_point (fixture, "Tallysheet");

  drag (fixture, point, -80, -80);
  g_assert_true (gf_map_view_cancel (fixture->map_view));
  gf_map_view_release (fixture->map_view);
  gf_ui_wait_ms (50);
  assert_place (point, 4.2, 1.2);
  g_assert_false (gf_history_get_can_undo (gf_window_get_history (fixture->window)));
}

static void
a_press_only_chooses (Fixture       *fixture,
                      gconstpointer  data)
{
  GfMapPoint *point = find_point (fixture, "Tallysheet");

  drag (fixture, point, 2, 1);
  gf_map_view_release (fixture->map_view);
  g_assert_true (gf_map_view_get_chosen (fixture->map_view) == point);
  assert_place (point, 4.2, 1.2);
}

static void
keys_walk_and_move (Fixture       *fixture,
                    gconstpointer  data)
{
  GfMapPoint *point = find_point (fixture, "Tallysheet");
  g_autofree char *description = NULL;

  gf_map_view_choose (fixture->map_view, find_point (fixture, "Prismatica BI"));
  g_assert_true (gf_map_view_walk (fixture->map_view, GF_MAP_DOWN));
  g_assert_true (gf_map_view_get_chosen (fixture->map_view) == find_point (fixture,
                                                                           "Corvid Analytics"));

  gf_map_view_choose (fixture->map_view, point);
  g_assert_false (gf_map_view_walk (fixture->map_view, GF_MAP_DOWN));
  g_assert_true (gf_map_view_move_chosen (fixture->map_view, 1, -1));
  g_assert_true (gf_map_view_move_chosen (fixture->map_view, 0, -1));
  assert_place (point, 4.3, 1.0);
  g_assert_false (gf_map_view_move_chosen (fixture->map_view, 0, -1));

  gtk_test_accessible_assert_role (fixture->map_view, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->map_view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of Use and Price");
  gtk_test_accessible_assert_property (fixture->map_view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Tallysheet, Competitor, Use 4.3, Price 1.0");
}

static void
the_list_is_the_same_map (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *row = gf_ui_find (GTK_WIDGET (fixture->window), ADW_TYPE_ACTION_ROW,
                               "Corvid Analytics");

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Corvid Analytics, Competitor, Use 1.8, Price 4.3");
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  g_assert_true (gf_map_view_get_chosen (fixture->map_view) == find_point (fixture,
                                                                           "Corvid Analytics"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.remove", NULL));
  gf_ui_wait_ms (100);
  g_assert_null (gf_map_view_get_chosen (fixture->map_view));
  g_assert_cmpuint (g_list_model_get_n_items (get_points (fixture)), ==, 15);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_points (fixture)), ==, 16);
}

static void
the_pane_moves_the_point (Fixture       *fixture,
                          gconstpointer  data)
{
  GfMapPoint *point = find_point (fixture, "Mid-size tech");
  GtkWidget *row;

  gf_map_view_choose (fixture->map_view, point);
  gf_ui_wait_ms (100);
  row = gf_ui_find (GTK_WIDGET (fixture->window), ADW_TYPE_SPIN_ROW, "Price");
  g_assert_nonnull (row);
  adw_spin_row_set_value (ADW_SPIN_ROW (row), 3.9);
  assert_place (point, 4.3, 3.9);
  gf_map_point_set_y (point, 2.0);
  g_assert_cmpfloat_with_epsilon (adw_spin_row_get_value (ADW_SPIN_ROW (row)), 2.0, 1e-9);
}

static void
a_first_point_makes_the_map (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_null (get_points (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.add", NULL);
  gf_ui_wait_ms (200);
  g_assert_cmpuint (g_list_model_get_n_items (get_points (fixture)), ==, 1);
  g_assert_nonnull (gf_map_view_get_chosen (fixture->map_view));

  /* Map and point came together and go together. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gf_ui_wait_ms (200);
  g_assert_null (get_points (fixture));
  g_assert_null (gf_map_view_get_chosen (fixture->map_view));
}

static void
competitors_are_taken_over (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GfCompetitor) competitor = gf_competitor_new ();

  gf_competitor_set_name (competitor, "Corvid");
  gf_competitor_set_price_level (competitor, 5);
  g_list_store_append (gf_project_get_competitors (fixture->project), competitor);
  gf_ui_wait_ms (100);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.take", NULL);
  gf_ui_wait_ms (100);
  g_assert_cmpuint (g_list_model_get_n_items (get_points (fixture)), ==, 2);
  assert_place (find_point (fixture, "Corvid"), 3, 5);
}

static void
spaces_and_axes_are_edited (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GfPositionMap) map = g_list_model_get_item (G_LIST_MODEL (gf_project_get_maps (fixture->project)), 0);
  g_autoptr (GfMapSpace) space = NULL;
  GtkWidget *save, *name;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.space", "s", "");
  gf_ui_wait_ms (400);
  gf_ui_picture (GTK_WIDGET (fixture->window), "map-space-dialog");
  save = gf_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Save");
  gtk_widget_activate (save);
  gf_ui_wait_ms (400);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_position_map_get_spaces (map))), ==,
                    2);
  space = g_list_model_get_item (G_LIST_MODEL (gf_position_map_get_spaces (map)), 1);
  g_assert_cmpfloat (gf_map_space_get_right (space), >, gf_map_space_get_left (space));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.axes", NULL);
  gf_ui_wait_ms (400);
  gf_ui_picture (GTK_WIDGET (fixture->window), "map-axes-dialog");
  name = gf_ui_find (GTK_WIDGET (fixture->window), ADW_TYPE_ENTRY_ROW, "At the right end");
  gtk_editable_set_text (GTK_EDITABLE (name), "Easy");
  gtk_widget_activate (gf_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Save"));
  gf_ui_wait_ms (400);
  g_assert_cmpstr (gf_position_map_get_x_high (map), ==, "Easy");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpstr (gf_position_map_get_x_high (map), ==, "Anyone can use it");
}

static void
the_blue_button_puts_the_map_on_the_page (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GfPositionMap) map = g_list_model_get_item (G_LIST_MODEL (gf_project_get_maps (fixture->project)), 0);
  GtkWidget *button = gf_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Add to Profile");

  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_has_css_class (button, "suggested-action"));
  gtk_widget_activate (button);
  gf_ui_wait_ms (400);
  g_assert_true (gf_position_map_get_on_page (map));
  g_assert_false (gtk_widget_get_visible (button));
}

static void
the_sidebar_says_how_it_stands (Fixture       *fixture,
                                gconstpointer  data)
{
  g_assert_cmpstr (gf_step_page_get_status (gf_window_get_page (fixture->window, "map")), ==,
                   "1 open space");
  g_assert_cmpint (gf_step_page_get_state (gf_window_get_page (fixture->window, "map")), ==,
                   GF_STEP_STATE_DONE);
}

static void
pictures (void)
{
  gf_late_steps_picture ("map", "map");
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);

#define ADD(path, function, data) g_test_add ("/map/" path, Fixture, data, set_up, function, tear_down)
  ADD ("a-drag-is-one-step-of-undo", a_drag_is_one_step_of_undo, "filled");
  ADD ("a-drag-can-be-taken-back", a_drag_can_be_taken_back, "filled");
  ADD ("a-press-only-chooses", a_press_only_chooses, "filled");
  ADD ("keys-walk-and-move", keys_walk_and_move, "filled");
  ADD ("the-list-is-the-same-map", the_list_is_the_same_map, "filled");
  ADD ("the-pane-moves-the-point", the_pane_moves_the_point, "filled");
  ADD ("a-first-point-makes-the-map", a_first_point_makes_the_map, NULL);
  ADD ("competitors-are-taken-over", competitors_are_taken_over, NULL);
  ADD ("spaces-and-axes-are-edited", spaces_and_axes_are_edited, "filled");
  ADD ("the-sidebar-says-how-it-stands", the_sidebar_says_how_it_stands, "filled");
  ADD ("the-blue-button-puts-the-map-on-the-page", the_blue_button_puts_the_map_on_the_page,
       "filled");
  g_test_add_func ("/map/pictures", pictures);

  return g_test_run ();
}
