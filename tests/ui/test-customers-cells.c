/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cell-editor.h"
#include "gf-customer-grid.h"
#include "gf-customer-page.h"
#include "gf-customers-table.h"
#include "gf-table-fixture.h"

#include <string.h>

/* Cells that are changed, in the table and on the page of a customer. */

static void
test_a_cell_is_edited_and_undone (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  GtkWidget *popover;
  GtkWidget *entry;

  table_wait_for_history ();
  gf_customers_table_edit (GF_CUSTOMERS_TABLE (table_view (window)), 1, 1);
  popover = gf_ui_find (grid, GTK_TYPE_POPOVER, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  entry = gf_ui_find (popover, GTK_TYPE_ENTRY, NULL);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Industry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Data");
  gf_ui_picture (GTK_WIDGET (window), "table-edit");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Media");
  gtk_popover_popdown (GTK_POPOVER (popover));
  gf_ui_assert_soon (g_str_equal (table_cell (window, 1, 1), "Media"));
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (table_cell (window, 1, 1), ==, "Data");
  gf_ui_close_window (window);
}

/* As in a spreadsheet: Return changes the cell that has the focus, and what is typed on it takes its place. */
static void
test_return_and_typing_edit_the_cell (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  GtkWidget *view = gf_ui_find (grid, GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *popover = gf_ui_find (grid, GF_TYPE_CELL_EDITOR, NULL);
  GtkWidget *entry = gf_ui_find (popover, GTK_TYPE_ENTRY, NULL);
  GtkWidget *cell = gtk_widget_get_parent (gf_ui_find (grid, GTK_TYPE_INSCRIPTION, "117"));
  GdkRectangle place;
  graphene_rect_t bounds;

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 0, TRUE);
  g_assert_true (gtk_widget_grab_focus (cell));
  gf_ui_press (view, GDK_KEY_Return);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "117");
  /* over its cell */
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (popover), &place));
  g_assert_true (gtk_widget_compute_bounds (cell, grid, &bounds));
  g_assert_cmpint (place.y, ==, (int) bounds.origin.y);
  gf_ui_press (entry, GDK_KEY_Escape);
  gf_ui_assert_soon (!gtk_widget_get_mapped (popover));

  g_assert_true (gtk_widget_grab_focus (cell));
  gf_ui_press (view, GDK_KEY_5);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "5");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, 1);
  g_signal_emit_by_name (entry, "activate");
  gf_ui_assert_soon (g_str_equal (table_cell (window, 0, 2), "5"));
  g_assert_true (GF_IS_CUSTOMERS_TABLE (table_view (window)));
  gf_ui_close_window (window);
}

/* Delete empties the cell in focus, whoever is selected, and leaves the customers; Shift+Delete removes them. */
static void
test_delete_empties_the_cell (void)
{
  GfWindow *window = table_open (1280, 800);
  GfProject *project = gf_window_get_project (window);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  GtkWidget *view = gf_ui_find (grid, GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *cell = gtk_widget_get_parent (gf_ui_find (grid, GTK_TYPE_INSCRIPTION, "117"));

  table_wait_for_history ();
  gtk_selection_model_select_range (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 0, 2, TRUE);
  g_assert_true (gtk_widget_grab_focus (cell));
  gtk_widget_activate_action (cell, "view.empty", NULL);
  gf_ui_assert_soon (*table_cell (window, 0, 2) == '\0');
  g_assert_cmpstr (table_cell (window, 1, 2), ==, "12");
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 4);
  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Employees of Talweg emptied"));
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (table_cell (window, 0, 2), ==, "117");
  gf_ui_close_window (window);
}

/* The menu on a customer leaves the focus where it was. */
static void
test_a_customer_has_a_menu (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  GtkWidget *view = gf_ui_find (grid, GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *cell = gtk_widget_get_parent (gf_ui_find (grid, GTK_TYPE_INSCRIPTION, "117"));
  GtkWidget *menu;

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 0, TRUE);
  g_assert_true (gtk_widget_grab_focus (cell));
  gf_ui_press (view, GDK_KEY_Menu);
  menu = gf_ui_find (grid, GTK_TYPE_POPOVER_MENU, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (menu));
  g_assert_nonnull (gf_ui_find (menu, GTK_TYPE_LABEL, "Open Customer"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  gf_ui_assert_soon (!gtk_widget_get_mapped (menu));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == cell);
  gf_ui_close_window (window);
}

/* A category may say anything, but a slip is seen. */
static void
test_a_new_value_of_a_category_is_told (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autoptr (GString) text = g_string_new ("Name,Country\n");
  g_autoptr (GfTable) table = NULL;
  GtkWidget *popover;
  GtkWidget *entry;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "Firm %u,%s\n", i, i % 2 ? "Sweden" : "Norway");
  table = table_read (text->str);
  g_assert_cmpint (gf_column_get_column_type (gf_table_get_column (table, 1)), ==, GF_COLUMN_CATEGORY);
  gf_window_new_project (window);
  gf_project_set_table (gf_window_get_project (window), table);
  gf_ui_assert_soon (GF_IS_CUSTOMERS_TABLE (table_view (window)));
  popover = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CELL_EDITOR, NULL);
  entry = gf_ui_find (popover, GTK_TYPE_ENTRY, NULL);

  gf_customers_table_edit (GF_CUSTOMERS_TABLE (table_view (window)), 0, 1);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Sweden");
  g_signal_emit_by_name (entry, "activate");
  gf_ui_assert_soon (g_str_equal (table_cell (window, 0, 1), "Sweden"));
  g_assert_null (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "“Sweden” is new in Country"));

  gf_customers_table_edit (GF_CUSTOMERS_TABLE (table_view (window)), 1, 1);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1200");
  g_signal_emit_by_name (entry, "activate");
  gf_ui_assert_soon (g_str_equal (table_cell (window, 1, 1), "1200"));
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "“1200” is new in Country") != NULL);
  gf_ui_picture (GTK_WIDGET (window), "table-new-value");
  gf_ui_close_window (window);
}

static void
test_a_customer_has_a_page (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *page;
  GtkWidget *entry;

  gf_customers_table_open (GF_CUSTOMERS_TABLE (table_view (window)), 1);
  gf_ui_assert_soon ((page = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_PAGE, NULL)) != NULL &&
                     gf_ui_find (page, GTK_TYPE_LABEL, "Halden") != NULL);
  gf_ui_wait_ms (400);
  gf_ui_picture (GTK_WIDGET (window), "table-customer");
  entry = gf_ui_find (page, ADW_TYPE_ENTRY_ROW, "Employees");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12");
  /* What is no number is refused, and stays to be mended. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  g_signal_emit_by_name (entry, "apply");
  g_assert_cmpstr (table_cell (window, 1, 2), ==, "12");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "14");
  g_signal_emit_by_name (entry, "apply");
  g_assert_cmpstr (table_cell (window, 1, 2), ==, "14");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  gf_step_page_pop (gf_window_get_visible_page (window));
  gf_ui_wait_ms (400);
  gf_ui_close_window (window);
}

/* Who types faster than the editor moves loses nothing, and what a column cannot read waits to be mended. A year will
 * do for a date. */
static void
test_nothing_typed_is_lost (void)
{
  const char *cells[] = { "Firm 6", "Software", "102", "Germany", "6000", "2024", "no", "Firm 7", "Media", "many", "Norway" };
  GfWindow *window = gf_ui_new_window (1280, 800);
  GfTable *table;
  GtkWidget *popover = NULL;
  GtkWidget *entry;

  gf_window_new_project (window);
  gf_ui_wait_ms (100);
  gtk_widget_activate_action (GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (window))), "page.type-in", NULL);
  gf_ui_assert_soon ((popover = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CELL_EDITOR, NULL)) != NULL &&
                     gtk_widget_get_mapped (popover));
  entry = gf_ui_find (popover, GTK_TYPE_ENTRY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cells[i]);
      gf_ui_press (entry, GDK_KEY_Tab);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "70");

  /* “many” is no number: the editor waits there, and goes on with what was typed behind it. */
  gf_ui_assert_soon (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "many");
  gtk_editable_set_text (GTK_EDITABLE (entry), "12");
  gf_ui_press (entry, GDK_KEY_Tab);
  gf_ui_assert_soon (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), "70") == 0 && gtk_widget_get_mapped (entry));
  gf_ui_press (entry, GDK_KEY_Tab);
  gf_ui_wait_ms (100);
  gf_ui_press (entry, GDK_KEY_Escape);

  table = gf_project_get_table (gf_window_get_project (window));
  g_assert_cmpuint (gf_table_get_n_rows (table), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (gf_column_get_text (gf_table_get_column (table, i % 7), i / 7), ==,
                     g_str_equal (cells[i], "many") ? "12" : g_str_equal (cells[i], "2024") ? "2024-01-01" : cells[i]);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (table, 4), 1), ==, "70");
  gf_ui_close_window (window);
}

/* The row that waits for the next customer is none when there is no next. */
static void
test_a_row_begun_for_nobody_goes (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GtkWidget *popover = NULL;
  GtkWidget *entry;

  gf_window_new_project (window);
  gf_ui_wait_ms (100);
  gtk_widget_activate_action (GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (window))),
                              "page.type-in", NULL);
  gf_ui_assert_soon ((popover = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CELL_EDITOR, NULL)) != NULL &&
                     gtk_widget_get_mapped (popover));
  entry = gf_ui_find (popover, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Firm 6");
  for (guint i = 0; i < 7; i++)
    gf_ui_press (entry, GDK_KEY_Tab);
  gf_ui_assert_soon (gf_table_get_n_rows (gf_project_get_table (gf_window_get_project (window))) == 2);
  gf_ui_assert_soon (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0' && gtk_widget_get_mapped (entry));
  gf_ui_press (entry, GDK_KEY_Escape);

  gf_ui_assert_soon (gf_table_get_n_rows (gf_project_get_table (gf_window_get_project (window))) == 1);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (gf_project_get_table (gf_window_get_project (window)), 0), 0),
                   ==, "Firm 6");
  gf_ui_close_window (window);
}

/* A page stays with its customer when the others come, go, or change places. */
static void
test_a_page_follows_its_customer (void)
{
  GfWindow *window = table_open (1280, 800);
  g_autoptr (GfTable) turned = table_read ("Name,Industry,Employees,Country,Revenue,Churned\n"
                                           "Birken,Software,64,Germany,22000,no\n"
                                           "Åre Media,Media,1200,Sweden,950,no\n"
                                           "Halden,Data,15,Norway,,yes\n"
                                           "Talweg,Software,117,Sweden,3100.5,no\n");
  GtkWidget *page;
  GtkWidget *entry;

  gf_customers_table_open (GF_CUSTOMERS_TABLE (table_view (window)), 1);
  gf_ui_assert_soon ((page = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_PAGE, NULL)) != NULL &&
                     gf_ui_find (page, GTK_TYPE_LABEL, "Halden") != NULL);
  gf_project_set_table (gf_window_get_project (window), turned);
  entry = gf_ui_find (page, ADW_TYPE_ENTRY_ROW, "Employees");
  gf_ui_assert_soon (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "15"));
  g_assert_nonnull (gf_ui_find (page, GTK_TYPE_LABEL, "Halden"));
  /* Another name is the same customer's. */
  entry = gf_ui_find (page, ADW_TYPE_ENTRY_ROW, "Name");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Haldén");
  g_signal_emit_by_name (entry, "apply");
  gf_ui_assert_soon (gf_ui_find (page, GTK_TYPE_LABEL, "Haldén") != NULL);
  g_assert_cmpstr (table_cell (window, 2, 0), ==, "Haldén");
  gf_step_page_pop (gf_window_get_visible_page (window));
  gf_ui_wait_ms (400);
  gf_ui_close_window (window);
}

/* The marks of the customers stay in sight while cells beside them are typed in. */
static void
test_the_marks_stay_in_sight (void)
{
  GfWindow *window = gf_ui_new_window (700, 700);
  g_autoptr (GfTable) table = table_read ("Name,Industry,Employees,Country,City,Revenue,Churned,Notes\n"
                                          "Internationale Handelsgesellschaft,Software,117,Sweden,Malmö,3100.5,no,"
                                          "A long remark on this one\n"
                                          "Halden,Data,12,Norway,Oslo,,yes,Another long remark on this one\n");
  GtkWidget *grid;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkAdjustment *adjustment;

  gf_window_new_project (window);
  gf_project_set_table (gf_window_get_project (window), table);
  gf_ui_assert_soon (GF_IS_CUSTOMERS_TABLE (gf_step_page_get_visible_view (gf_window_get_visible_page (window))));
  gf_ui_wait_ms (300);
  grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (gf_ui_find (grid, GTK_TYPE_COLUMN_VIEW, NULL)));
  popover = gf_ui_find (grid, GTK_TYPE_POPOVER, NULL);
  entry = gf_ui_find (popover, GTK_TYPE_ENTRY, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));

  /* The last is out of sight from there. */
  gf_customers_table_edit (GF_CUSTOMERS_TABLE (table_view (window)), 0, 7);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  gf_ui_press (entry, GDK_KEY_Escape);
  gf_ui_wait_ms (100);
  gf_customers_table_edit (GF_CUSTOMERS_TABLE (table_view (window)), 0, 0);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Talweg");
  g_signal_emit_by_name (entry, "activate");
  gf_ui_assert_soon (g_str_equal (table_cell (window, 0, 0), "Talweg"));
  gf_ui_wait_ms (200);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gf_ui_close_window (window);
}

/* How a widget is drawn now. */
static GBytes *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gf_ui_wait_ms (300);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);

  return gsk_render_node_serialize (node);
}

static void
test_the_focused_cell_is_seen (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  GtkWidget *cell = gtk_widget_get_parent (gf_ui_find (grid, GTK_TYPE_INSCRIPTION, "Software"));
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) focused = NULL;

  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  before = draw (cell);
  g_assert_true (gtk_widget_grab_focus (cell));
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  focused = draw (cell);
  g_assert_false (g_bytes_equal (before, focused));
  gf_ui_picture (GTK_WIDGET (window), "table-cell-focus");
  gf_ui_close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/customers-cells/cell-is-edited-and-undone", test_a_cell_is_edited_and_undone);
  g_test_add_func ("/customers-cells/return-and-typing-edit", test_return_and_typing_edit_the_cell);
  g_test_add_func ("/customers-cells/delete-empties-the-cell", test_delete_empties_the_cell);
  g_test_add_func ("/customers-cells/customer-has-a-menu", test_a_customer_has_a_menu);
  g_test_add_func ("/customers-cells/new-value-is-told", test_a_new_value_of_a_category_is_told);
  g_test_add_func ("/customers-cells/customer-has-a-page", test_a_customer_has_a_page);
  g_test_add_func ("/customers-cells/nothing-typed-is-lost", test_nothing_typed_is_lost);
  g_test_add_func ("/customers-cells/row-begun-for-nobody-goes", test_a_row_begun_for_nobody_goes);
  g_test_add_func ("/customers-cells/page-follows-its-customer", test_a_page_follows_its_customer);
  g_test_add_func ("/customers-cells/focused-cell-is-seen", test_the_focused_cell_is_seen);
  g_test_add_func ("/customers-cells/marks-stay-in-sight", test_the_marks_stay_in_sight);

  return g_test_run ();
}
