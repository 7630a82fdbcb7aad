/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-grid.h"
#include "gf-customer-list.h"
#include "gf-customers-table.h"
#include "gf-import.h"
#include "gf-project-analysis.h"
#include "gf-ui-test.h"

#define LIST                                                   \
  "Name,Industry,Employees,Country,Revenue,Churned\n"          \
  "Talweg,Software,117,Sweden,3100.5,no\n"                     \
  "Halden,Data,12,Norway,,yes\n"                               \
  "Åre Media,Media,1200,Sweden,950,no\n"                       \
  "Birken,Software,64,Germany,22000,no\n"

static GfTable *
read_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, NULL);

  return gf_table_ref (gf_import_get_table (import));
}

static GfWindow *
open_window (int width,
             int height)
{
  GfWindow *window = gf_ui_new_window (width, height);
  g_autoptr (GfTable) table = read_table (LIST);

  gf_window_new_project (window);
  gf_project_set_table (gf_window_get_project (window), table);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers") != NULL);
  gf_ui_assert_soon (GF_IS_CUSTOMERS_TABLE (gf_step_page_get_visible_view (gf_window_get_visible_page (window))));
  gf_ui_wait_ms (100);

  return window;
}

/* Changes of one field within a second are one step of undo. */
static void
wait_for_history (void)
{
  gf_ui_wait_ms (1100);
}

static GfStepView *
get_view (GfWindow *window)
{
  return gf_step_page_get_visible_view (gf_window_get_visible_page (window));
}

static const char *
get_cell (GfWindow *window,
          gsize     row,
          guint     column)
{
  GfTable *table = gf_project_get_table (gf_window_get_project (window));

  return gf_column_get_text (gf_table_get_column (table, column), row);
}

static void
test_the_list_sorts_and_searches (void)
{
  g_autoptr (GfCustomerList) list = gf_customer_list_new ();
  g_autoptr (GfTable) table = read_table (LIST);
  g_autoptr (GfTable) shorter = NULL;

  gf_customer_list_set_table (list, table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  gf_customer_list_set_order (list, 2, FALSE);
  g_assert_cmpuint (gf_customer_list_get_row (list, 0), ==, 1);
  g_assert_cmpuint (gf_customer_list_get_row (list, 3), ==, 2);

  /* Empty cells are last, whichever way round. */
  gf_customer_list_set_order (list, 4, FALSE);
  g_assert_cmpuint (gf_customer_list_get_row (list, 3), ==, 1);
  gf_customer_list_set_order (list, 4, TRUE);
  g_assert_cmpuint (gf_customer_list_get_row (list, 0), ==, 3);
  g_assert_cmpuint (gf_customer_list_get_row (list, 3), ==, 1);

  gf_customer_list_set_order (list, GF_CUSTOMER_ORDER_NONE, FALSE);
  gf_customer_list_set_search (list, "SWED");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_cmpuint (gf_customer_list_get_row (list, 1), ==, 2);
  g_assert_cmpuint (gf_customer_list_find (list, 1), ==, GTK_INVALID_LIST_POSITION);
  gf_customer_list_set_search (list, "åRE");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  gf_customer_list_set_search (list, NULL);

  shorter = gf_table_remove_row (table, 1);
  gf_customer_list_set_table (list, shorter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpuint (gf_customer_list_get_row (list, 2), ==, 2);
}

static void
test_a_long_list_stays_quick (void)
{
  g_autoptr (GfCustomerList) list = gf_customer_list_new ();
  g_autoptr (GString) text = g_string_new ("Name,Industry,Employees\n");
  g_autoptr (GfTable) table = NULL;
  gint64 start;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "Customer %u,Industry %u,%u\n", i, i % 40, (i * 7919) % 5000);
  table = read_table (text->str);
  start = g_get_monotonic_time ();
  gf_customer_list_set_table (list, table);
  gf_customer_list_set_order (list, 2, TRUE);
  gf_customer_list_set_search (list, "industry 3");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 27500);
  gf_customer_list_set_order (list, 0, FALSE);
  /* Far more than it takes, also with everything watched. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 8 * G_USEC_PER_SEC);
  g_test_message ("%" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
}

static void
test_the_table_shows_the_customers (void)
{
  GfWindow *window = open_window (1280, 800);
  GtkWidget *label;

  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Talweg"));
  /* Figures for people. */
  label = gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1,200");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_has_css_class (label, "numeric"));
  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "3,100.50"));
  gf_ui_picture (GTK_WIDGET (window), "table");
  gf_ui_close_window (window);
}

static void
test_undo_brings_the_ways_in_back (void)
{
  GfWindow *window = open_window (1280, 800);

  gf_ui_assert_soon (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL) &&
                     gf_project_get_table (gf_window_get_project (window)) == NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                                        "Bring Your Customers")));
  gf_ui_close_window (window);
}

static void
test_search_filters (void)
{
  GfWindow *window = open_window (1280, 800);
  GtkWidget *search = gf_ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *nothing;

  gtk_test_accessible_assert_property (search, GTK_ACCESSIBLE_PROPERTY_LABEL, "Find customers");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), search));
  gtk_editable_set_text (GTK_EDITABLE (search), "sweden");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4 shown") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody at all");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "0 of 4 shown") != NULL);
  nothing = gf_ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_nonnull (nothing);
  gf_ui_picture (GTK_WIDGET (window), "table-nothing");
  gtk_widget_activate_action (GTK_WIDGET (get_view (window)), "view.clear", NULL);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers") != NULL);
  gf_ui_close_window (window);
}

static void
test_a_cell_is_edited_and_undone (void)
{
  GfWindow *window = open_window (1280, 800);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  GtkWidget *popover;
  GtkWidget *entry;

  wait_for_history ();
  gf_customers_table_edit (GF_CUSTOMERS_TABLE (get_view (window)), 1, 1);
  popover = gf_ui_find (grid, GTK_TYPE_POPOVER, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  entry = gf_ui_find (popover, GTK_TYPE_ENTRY, NULL);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Industry");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Data");
  gf_ui_picture (GTK_WIDGET (window), "table-edit");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Media");
  gtk_popover_popdown (GTK_POPOVER (popover));
  gf_ui_assert_soon (g_str_equal (get_cell (window, 1, 1), "Media"));
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpstr (get_cell (window, 1, 1), ==, "Data");
  gf_ui_close_window (window);
}

static void
test_customers_come_and_go (void)
{
  GfWindow *window = open_window (1280, 800);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  GfProject *project = gf_window_get_project (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 5);
  gf_ui_assert_soon (gf_customer_grid_get_selected (GF_CUSTOMER_GRID (grid)) == 4);
  gf_ui_assert_soon (gtk_widget_get_mapped (gf_ui_find (grid, GTK_TYPE_POPOVER, NULL)));
  gtk_popover_popdown (GTK_POPOVER (gf_ui_find (grid, GTK_TYPE_POPOVER, NULL)));
  wait_for_history ();
  gtk_widget_activate_action (GTK_WIDGET (get_view (window)), "view.remove", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 4);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Customer removed") != NULL);
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 5);
  gf_ui_close_window (window);
}

static void
test_the_best_are_named (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autoptr (GString) text = g_string_new ("Name,Industry,Revenue,Churned\n");
  g_autoptr (GfTable) table = NULL;
  GfProject *project;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %02u,%s,%u,%s\n", i, i % 2 ? "Media" : "Data", 10000 - i * 100,
                            i % 9 == 8 ? "yes" : "no");
  table = read_table (text->str);
  gf_window_new_project (window);
  project = gf_window_get_project (window);
  gf_project_set_table (project, table);
  gf_customers_suggest_rule (gf_project_get_customers (project), table);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_IMAGE, "Best") != NULL);
  gtk_test_accessible_assert_property (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_IMAGE, "Best"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Best");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_IMAGE, "Bad fit") != NULL);
  gf_ui_picture (GTK_WIDGET (window), "table-marks");
  gf_ui_close_window (window);
}

static void
test_a_phone_has_rows (void)
{
  GfWindow *window = open_window (360, 720);

  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Software · 117 · Sweden") != NULL);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  gf_ui_picture (GTK_WIDGET (window), "table-360");
  gf_ui_close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/customers-table/list-sorts-and-searches", test_the_list_sorts_and_searches);
  g_test_add_func ("/customers-table/long-list-stays-quick", test_a_long_list_stays_quick);
  g_test_add_func ("/customers-table/shows-the-customers", test_the_table_shows_the_customers);
  g_test_add_func ("/customers-table/undo-brings-the-ways-in-back", test_undo_brings_the_ways_in_back);
  g_test_add_func ("/customers-table/search-filters", test_search_filters);
  g_test_add_func ("/customers-table/cell-is-edited-and-undone", test_a_cell_is_edited_and_undone);
  g_test_add_func ("/customers-table/customers-come-and-go", test_customers_come_and_go);
  g_test_add_func ("/customers-table/the-best-are-named", test_the_best_are_named);
  g_test_add_func ("/customers-table/phone-has-rows", test_a_phone_has_rows);

  return g_test_run ();
}
