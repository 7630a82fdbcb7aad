/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cell-editor.h"
#include "gf-customer-grid.h"
#include "gf-customer-list.h"
#include "gf-customer-page.h"
#include "gf-customers-page.h"
#include "gf-customers-table.h"
#include "gf-customer-flags.h"
#include "gf-filter-bar.h"
#include "gf-filter-editor.h"
#include "gf-histogram.h"
#include "gf-import.h"
#include "gf-project-analysis.h"
#include "gf-range-editor.h"
#include "gf-row-selection.h"
#include "gf-table-fixture.h"

#include <math.h>

static void
sort_by (GfCustomerList *list,
         int             column,
         gboolean        descending)
{
  const GfRowSortKey key = { column, descending };

  gf_customer_list_set_order (list, &key, 1);
}

static void
test_the_list_sorts_and_searches (void)
{
  g_autoptr (GfCustomerList) list = gf_customer_list_new ();
  g_autoptr (GfTable) table = table_read (TABLE_LIST);
  g_autoptr (GfTable) shorter = NULL;

  gf_customer_list_set_table (list, table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  sort_by (list, 2, FALSE);
  g_assert_cmpuint (gf_customer_list_get_row (list, 0), ==, 1);
  g_assert_cmpuint (gf_customer_list_get_row (list, 3), ==, 2);

  /* Empty cells are last, whichever way round. */
  sort_by (list, 4, FALSE);
  g_assert_cmpuint (gf_customer_list_get_row (list, 3), ==, 1);
  sort_by (list, 4, TRUE);
  g_assert_cmpuint (gf_customer_list_get_row (list, 0), ==, 3);
  g_assert_cmpuint (gf_customer_list_get_row (list, 3), ==, 1);

  gf_customer_list_set_order (list, NULL, 0);
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

/* Others in their places, as after an update without those who are gone: fewer, as many or more. */
static void
test_other_customers_are_asked_for_anew (void)
{
  const char *lists[] = {
    "Name,Industry,Employees,Country,Revenue,Churned\nBirken,Software,64,Germany,22000,no\n"
    "Neu,Data,5,Sweden,20,no\nVier,Data,6,Norway,30,yes\n",
    "Name,Industry,Employees,Country,Revenue,Churned\nBirken,Software,64,Germany,22000,no\n"
    "Neu,Data,5,Sweden,20,no\nVier,Data,6,Norway,30,yes\nAlt,Data,7,Norway,30,yes\n",
    "Name,Industry,Employees,Country,Revenue,Churned\nBirken,Software,64,Germany,22000,no\n"
    "Neu,Data,5,Sweden,20,no\nVier,Data,6,Norway,30,yes\nAlt,Data,7,Norway,30,yes\nAlto,Data,7,Norway,30,yes\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GfCustomerList) list = gf_customer_list_new ();
      g_autoptr (GfTable) table = table_read (TABLE_LIST);
      g_autoptr (GfTable) other = table_read (lists[i]);

      gf_customer_list_set_table (list, table);
      gf_customer_list_set_search (list, "SWED");
      g_assert_cmpuint (gf_customer_list_get_row (list, 0), ==, 0);
      gf_customer_list_set_table (list, other);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
      g_assert_cmpuint (gf_customer_list_get_row (list, 0), ==, 1);
    }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
count_answer_cb (GfCustomerList *list,
                 guint          *n_answers)
{
  *n_answers += !gf_customer_list_get_busy (list);
}

/* Does to a copy of the rows what the list tells of its changes. */
static void
mirror_cb (GfCustomerList *list,
           guint           position,
           guint           removed,
           guint           added,
           GArray         *mirror)
{
  g_autofree guint32 *rows = g_new (guint32, added + 1);

  g_assert_cmpuint (mirror->len - removed + added, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 0);
  for (guint i = 0; i < added; i++)
    rows[i] = (guint32) gf_customer_list_get_row (list, position + i);
  if (removed > 0)
    g_array_remove_range (mirror, position, removed);
  g_array_insert_vals (mirror, position, rows, added);
}

/* Others stand at the places there are: no place came or went for that. */
static void
move_cb (GfCustomerList *list,
         GArray         *mirror)
{
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  for (guint i = 0; i < mirror->len; i++)
    g_array_index (mirror, guint32, i) = (guint32) gf_customer_list_get_row (list, i);
}

static void
test_a_long_list_keeps_the_old_rows_until_the_new_ones_come (void)
{
  g_autoptr (GfCustomerList) list = gf_customer_list_new ();
  g_autoptr (GString) text = g_string_new ("Name,Industry,Employees\n");
  g_autoptr (GfTable) table = NULL;
  g_autoptr (GArray) mirror = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_answers = 0;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "Customer %u,Industry %u,%u\n", i, i % 40, (i * 7919) % 5000);
  table = table_read (text->str);
  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
  g_signal_connect (list, "moved", G_CALLBACK (move_cb), mirror);
  gf_customer_list_set_table (list, table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 100000);
  g_signal_connect (list, "answered", G_CALLBACK (count_answer_cb), &n_answers);

  gf_customer_list_set_search (list, "industry 3");
  g_assert_true (gf_customer_list_get_busy (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 100000);
  /* What is asked meanwhile takes the place of what was asked before. */
  sort_by (list, 2, TRUE);
  gf_ui_assert_soon (!gf_customer_list_get_busy (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 27500);
  g_assert_cmpuint (n_answers, ==, 1);

  /* What it tells of its changes adds up to what it holds, and it is never empty meanwhile. */
  gf_customer_list_set_search (list, NULL);
  gf_ui_assert_soon (!gf_customer_list_get_busy (list));
  g_assert_cmpuint (mirror->len, ==, 100000);
  for (guint i = 0; i < mirror->len; i++)
    g_assert_cmpuint (g_array_index (mirror, guint32, i), ==, gf_customer_list_get_row (list, i));
  g_assert_cmpfloat (gf_column_get_number (gf_table_get_column (table, 2), gf_customer_list_get_row (list, 0)), >=,
                     gf_column_get_number (gf_table_get_column (table, 2), gf_customer_list_get_row (list, 1)));
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static char *
dup_selected (GfRowSelection *selection)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_string_append_printf (text, "%u ", gtk_bitset_get_nth (selected, i));

  return g_string_free (text, FALSE);
}

static void
assert_selected (GfRowSelection *selection,
                 const char     *expected)
{
  g_autofree char *selected = dup_selected (selection);

  g_assert_cmpstr (selected, ==, expected);
}

static void
test_selected_rows_move_with_the_others (void)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *[]) { "a", "b", "c", "d", "e", NULL });
  g_autoptr (GfRowSelection) selection = gf_row_selection_new (G_LIST_MODEL (list));
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (selection, "items-changed", G_CALLBACK (changed_cb), log);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 3, TRUE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 1, FALSE);
  assert_selected (selection, "1 3 ");
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), 3));

  /* A row that goes is told of alone. */
  gtk_string_list_remove (list, 1);
  assert_selected (selection, "2 ");
  g_assert_cmpstr (log->str, ==, "1-1+0 ");
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  assert_selected (selection, "0 1 2 3 ");

  g_string_truncate (log, 0);
  gf_row_selection_set_limit (selection, 2);
  assert_selected (selection, "0 1 ");
  gtk_string_list_remove (list, 0);
  gtk_string_list_append (list, "f");
  gf_row_selection_set_limit (selection, G_MAXUINT);
  g_assert_cmpstr (log->str, ==, "2-2+0 0-2+2 2-0+2 ");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 4);
}

static void
test_the_table_shows_the_customers (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *label;

  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_INSCRIPTION, "Talweg"));
  /* Figures for people. */
  label = gf_ui_find (GTK_WIDGET (window), GTK_TYPE_INSCRIPTION, "1,200");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_has_css_class (label, "numeric"));
  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_INSCRIPTION, "3,100.50"));
  gf_ui_picture (GTK_WIDGET (window), "table");
  gf_ui_close_window (window);
}

static void
test_undo_brings_the_ways_in_back (void)
{
  GfWindow *window = table_open (1280, 800);

  gf_ui_assert_soon (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL) &&
                     gf_project_get_table (gf_window_get_project (window)) == NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL,
                                                        "Bring Your Customers")));
  gf_ui_close_window (window);
}

static void
test_search_filters (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *search = gf_ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *nothing;

  gtk_test_accessible_assert_property (search, GTK_ACCESSIBLE_PROPERTY_LABEL, "Find customers");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), search));
  gtk_editable_set_text (GTK_EDITABLE (search), "sweden");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody at all");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "0 of 4") != NULL);
  nothing = gf_ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, NULL);
  g_assert_nonnull (nothing);
  gf_ui_picture (GTK_WIDGET (window), "table-nothing");
  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.clear", NULL);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers") != NULL);
  gf_ui_close_window (window);
}

/* Who is found by a column that is not shown would seem to be found for nothing. */
static void
test_a_search_says_what_cannot_be_seen (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *search = gf_ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), "sweden");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4") != NULL);
  g_assert_null (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 match in Country"));
  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.hide-column", "i", 3);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 match in Country") != NULL);
  gf_ui_picture (GTK_WIDGET (window), "table-elsewhere");

  gtk_editable_set_text (GTK_EDITABLE (search), "norway");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 matches in Country") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "media");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 of 4") != NULL);
  g_assert_null (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 matches in Country"));
  gf_ui_close_window (window);
}

static void
test_customers_come_and_go (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);
  GfProject *project = gf_window_get_project (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 5);
  gf_ui_assert_soon (gf_customer_grid_get_selected (GF_CUSTOMER_GRID (grid)) == 4);
  gf_ui_assert_soon (gtk_widget_get_mapped (gf_ui_find (grid, GTK_TYPE_POPOVER, NULL)));
  gtk_popover_popdown (GTK_POPOVER (gf_ui_find (grid, GTK_TYPE_POPOVER, NULL)));
  table_wait_for_history ();
  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.remove", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 4);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Customer removed") != NULL);
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 5);
  gf_ui_close_window (window);
}

/* Nobody is asked, but how many went is said, and they come back. */
static void
test_all_customers_go_and_come_back (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *view = gf_ui_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW, NULL);
  GfProject *project = gf_window_get_project (window);

  table_wait_for_history ();
  gtk_selection_model_select_all (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.remove", NULL);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers removed") != NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 0);
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 4);
  gf_ui_close_window (window);
}

/* Who stands where those stood that went is not about to go as well. */
static void
test_one_row_is_selected_after_many_went (void)
{
  GfWindow *window = table_open (1280, 800);
  GfCustomerGrid *grid = GF_CUSTOMER_GRID (gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL));
  GtkWidget *view = gf_ui_find (GTK_WIDGET (grid), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *cell = gtk_widget_get_parent (gf_ui_find (GTK_WIDGET (grid), GTK_TYPE_INSCRIPTION, "117"));
  g_autoptr (GtkBitset) selection = NULL;
  gsize row;
  guint column;

  gtk_selection_model_select_range (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 0, 2, TRUE);
  g_assert_true (gtk_widget_grab_focus (cell));
  gtk_widget_activate_action (cell, "view.remove", NULL);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 customers removed") != NULL);
  gf_ui_wait_ms (100);
  selection = gf_customer_grid_dup_selection (grid);
  g_assert_cmpuint (gtk_bitset_get_size (selection), ==, 1);
  g_assert_true (gtk_bitset_contains (selection, 0));
  g_assert_true (gf_customer_grid_get_focused (grid, &row, &column));
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpuint (column, ==, 2);
  gf_ui_close_window (window);
}

/* A mark by what it is called for a screen reader. */
static GtkWidget *
find_mark (GtkWidget  *root,
           const char *name)
{
  if (GTK_IS_IMAGE (root) && gtk_widget_get_mapped (root))
    {
      g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root),
                                                                        GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      return difference == NULL ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mark (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
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
  table = table_read (text->str);
  gf_window_new_project (window);
  project = gf_window_get_project (window);
  gf_project_set_table (project, table);
  gf_customers_suggest_rule (gf_project_get_customers (project), table);
  gf_ui_assert_soon (find_mark (GTK_WIDGET (window), "Best") != NULL);
  gf_ui_assert_soon (find_mark (GTK_WIDGET (window), "Bad fit") != NULL);
  gf_ui_picture (GTK_WIDGET (window), "table-marks");
  gf_ui_close_window (window);
}

/* What somebody says of customers is shown at their mark, and can be filtered by. */
static void
test_flags_are_shown_and_filtered (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autoptr (GfTable) table = table_read ("Name,Industry,Employees\nAda,Law,3\nBo,Law,4\nBo,Media,5\nCleo,Media,6\n");
  GfCustomers *customers;
  GtkListBox *list;
  GtkWidget *bar;

  gf_window_new_project (window);
  customers = gf_project_get_customers (gf_window_get_project (window));
  gf_project_set_table (gf_window_get_project (window), table);
  gf_customers_flag (customers, table, 2, GF_FEELING_THRIVING);
  gf_customers_flag (customers, table, 3, GF_FEELING_THRIVING);
  gf_ui_assert_soon (find_mark (GTK_WIDGET (window), "Thriving") != NULL);
  bar = gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL);
  gf_ui_picture (GTK_WIDGET (window), "table-flags");

  /* the menu of conditions offers it */
  g_signal_emit_by_name (gf_ui_find (bar, GTK_TYPE_MENU_BUTTON, NULL), "activate");
  gf_ui_assert_soon ((list = GTK_LIST_BOX (gf_ui_find (bar, GTK_TYPE_LIST_BOX, NULL))) != NULL);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (list), GTK_TYPE_LABEL, "Thriving") != NULL);
  g_assert_null (gf_ui_find (GTK_WIDGET (list), GTK_TYPE_LABEL, "Draining"));
  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);

      if (gf_ui_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "Thriving") != NULL)
        {
          g_signal_emit_by_name (list, "row-activated", row);
          break;
        }
    }
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4") != NULL);

  /* the filter follows who is flagged */
  gf_customers_unflag (customers, table, 2);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 of 4") != NULL);
  gf_ui_close_window (window);
}

static GtkWidget *
find_named (GtkWidget  *root,
            const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_filters_are_chips (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *bar = gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL);
  const char *levels[] = { "Software", NULL };
  g_autoptr (GfRowFilter) industry = gf_row_filter_new_levels ("Industry", levels, FALSE);
  g_autoptr (GfRowFilter) size = gf_row_filter_new_range ("Employees", 100, INFINITY);
  GtkWidget *remove;

  gf_filter_bar_put (GF_FILTER_BAR (bar), industry);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4") != NULL);
  g_assert_nonnull (gf_ui_find (bar, GTK_TYPE_LABEL, "Industry: Software"));
  gf_filter_bar_put (GF_FILTER_BAR (bar), size);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 of 4") != NULL);
  g_assert_nonnull (gf_ui_find (bar, GTK_TYPE_LABEL, "Employees from 100"));
  gf_ui_picture (GTK_WIDGET (window), "table-filters");

  remove = find_named (bar, "Remove Industry: Software");
  g_assert_true (GTK_IS_BUTTON (remove));
  gtk_test_accessible_assert_property (remove, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove Industry: Software");
  g_signal_emit_by_name (remove, "clicked");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.clear", NULL);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers") != NULL);
  gf_ui_close_window (window);
}

/* A new column changes nothing of who is shown; where the column of a condition is gone, nobody meets it. */
static void
test_filters_outlive_other_columns (void)
{
  GfWindow *window = table_open (1280, 800);
  GfProject *project = gf_window_get_project (window);
  GtkWidget *bar = gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL);
  const char *levels[] = { "Software", NULL };
  g_autoptr (GfRowFilter) industry = gf_row_filter_new_levels ("Industry", levels, FALSE);
  g_autoptr (GfTable) longer = table_read ("Name,Industry,Employees,Country,Revenue,Churned,Seats\n"
                                           "Talweg,Software,117,Sweden,3100.5,no,1\n"
                                           "Halden,Data,12,Norway,,yes,2\n"
                                           "Åre Media,Media,1200,Sweden,950,no,3\n"
                                           "Birken,Software,64,Germany,22000,no,4\n");

  gf_filter_bar_put (GF_FILTER_BAR (bar), industry);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4") != NULL);
  gf_project_set_table (project, longer);
  gf_ui_wait_ms (200);
  g_assert_nonnull (find_named (bar, "Remove Industry: Software"));
  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4"));

  /* Another project begins without them. */
  gf_window_new_project (window);
  gf_project_set_table (gf_window_get_project (window), longer);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers") != NULL);
  gf_ui_close_window (window);
}

static void
test_a_chip_opens_to_be_changed (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *bar = gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL);
  GtkWidget *editor = NULL;
  GtkWidget *check;

  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.filter-column", "i", 1);
  gf_ui_assert_soon ((editor = gf_ui_find (bar, GF_TYPE_FILTER_EDITOR, NULL)) != NULL &&
                     gtk_widget_get_mapped (editor));
  /* Nothing is chosen yet, and so all are shown. */
  g_assert_nonnull (gf_ui_find (bar, GTK_TYPE_LABEL, "Industry: any"));
  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers"));
  gf_ui_picture (GTK_WIDGET (window), "table-filter-levels");
  check = gtk_widget_get_ancestor (gf_ui_find (editor, GTK_TYPE_LABEL, "Software"), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4") != NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gf_ui_find (editor, GTK_TYPE_DROP_DOWN, NULL)), 1);
  g_assert_nonnull (gf_ui_find (bar, GTK_TYPE_LABEL, "Industry is not Software"));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (editor, GTK_TYPE_POPOVER)));
  gf_ui_wait_ms (50);

  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.filter-column", "i", 2);
  gf_ui_wait_ms (300);
  g_assert_nonnull (gf_ui_find (bar, GF_TYPE_RANGE_EDITOR, NULL));
  gf_ui_picture (GTK_WIDGET (window), "table-filter-range");
  gf_ui_close_window (window);
}

static void
test_escape_leaves_the_filters (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *bar = gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL);
  GtkWidget *add = gf_ui_find (bar, GTK_TYPE_MENU_BUTTON, "Add Filter");
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (add)));

  gtk_menu_button_popup (GTK_MENU_BUTTON (add));
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), popover));
  /* what Escape does in a search */
  g_signal_emit_by_name (gf_ui_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  gf_ui_assert_soon (!gtk_widget_get_mapped (popover));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), add));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), popover));
  g_assert_cmpuint (gf_filter_bar_get_n (GF_FILTER_BAR (bar)), ==, 0);
  gf_ui_close_window (window);
}

/* Who is best is found among the columns by that name. */
static void
test_marks_are_found_by_their_names (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *bar = gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL);
  GtkWidget *add = gf_ui_find (bar, GTK_TYPE_MENU_BUTTON, "Add Filter");
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (add)));
  GtkWidget *search = gf_ui_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_autoptr (GfBitset) best = gf_bitset_new (4);

  gf_bitset_set (best, 1);
  gf_filter_bar_set_marks (GF_FILTER_BAR (bar), best, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (add));
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  gtk_editable_set_text (GTK_EDITABLE (search), "bes");
  g_signal_emit_by_name (search, "activate");
  gf_ui_assert_soon (gf_filter_bar_get_n (GF_FILTER_BAR (bar)) == 1);
  g_assert_nonnull (find_named (bar, "Remove Best"));
  gf_ui_close_window (window);
}

/* A condition for which nothing was chosen is none. */
static void
test_an_empty_chip_goes (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *bar = gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL);
  GtkWidget *editor = NULL;

  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.filter-column", "i", 1);
  gf_ui_assert_soon ((editor = gf_ui_find (bar, GF_TYPE_FILTER_EDITOR, NULL)) != NULL &&
                     gtk_widget_get_mapped (editor));
  g_assert_cmpuint (gf_filter_bar_get_n (GF_FILTER_BAR (bar)), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (editor, GTK_TYPE_POPOVER)));
  gf_ui_assert_soon (gf_filter_bar_get_n (GF_FILTER_BAR (bar)) == 0);
  g_assert_null (gf_ui_find (bar, GTK_TYPE_LABEL, "Industry: any"));
  gf_ui_close_window (window);
}

/* The figures of dates are of one width, and a 1 then takes more room than elsewhere. */
static void
test_dates_are_not_cut (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  g_autoptr (GfTable) table = table_read ("Name,Since,Industry\nAda,2011-11-11,Law\nBo,2011-11-11,Law\nCleo,2011-11-11,Media\n");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (PangoLayout) layout = NULL;
  GtkWidget *cell = NULL;
  int width;

  gf_window_new_project (window);
  gf_project_set_table (gf_window_get_project (window), table);
  gf_ui_assert_soon ((cell = gf_ui_find (GTK_WIDGET (window), GTK_TYPE_INSCRIPTION, "2011-11-11")) != NULL &&
                     gtk_widget_get_width (cell) > 0);
  gf_ui_wait_ms (200);
  layout = gtk_widget_create_pango_layout (cell, "2011-11-11");
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  g_assert_cmpint (gtk_widget_get_width (cell), >=, width);
  gf_ui_close_window (window);
}

static void
test_a_range_that_is_none_is_marked (void)
{
  const double values[] = { 12, 64, 117, 1200 };
  g_autoptr (GfColumn) column = gf_column_new_numbers ("Employees", values, 4);
  g_autoptr (GfColumnSummary) summary = gf_column_summary_of (column);
  g_autoptr (GtkWidget) editor = g_object_ref_sink (gf_range_editor_new ());
  guint n_changes = 0;
  GtkWidget *from;

  gf_range_editor_set (GF_RANGE_EDITOR (editor), column, summary);
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (count_cb), &n_changes);
  from = gf_ui_find (editor, GTK_TYPE_ENTRY, NULL);
  gtk_test_accessible_assert_property (from, GTK_ACCESSIBLE_PROPERTY_LABEL, "From");
  gtk_editable_set_text (GTK_EDITABLE (from), "soon");
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (gtk_widget_has_css_class (from, "error"));
  gtk_editable_set_text (GTK_EDITABLE (from), "50");
  g_assert_cmpuint (n_changes, >=, 1);
  g_assert_false (gtk_widget_has_css_class (from, "error"));
}

static void
test_a_drag_takes_the_bars_it_touches (void)
{
  guint first, last;

  gf_histogram_pick (10, 0, 99, 100, FALSE, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 9);
  gf_histogram_pick (10, 55, 21, 100, FALSE, &first, &last);
  g_assert_cmpuint (first, ==, 2);
  g_assert_cmpuint (last, ==, 5);
  gf_histogram_pick (10, -40, 500, 100, FALSE, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 9);
  gf_histogram_pick (4, 0, 1, 100, TRUE, &first, &last);
  g_assert_cmpuint (first, ==, 3);
  g_assert_cmpuint (last, ==, 3);
}

static void
test_sorting_is_said_in_words (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *view = GTK_WIDGET (table_view (window));
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);

  gtk_widget_activate_action (view, "view.sort", "(ii)", 3, 0);
  gtk_widget_activate_action (view, "view.sort", "(ii)", 2, 3);
  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Country, then Employees"));
  g_assert_nonnull (find_named (GTK_WIDGET (window), "Sorted by Country, then Employees"));
  /* Germany, Norway, Sweden with 1200 before 117. */
  gf_ui_wait_ms (100);
  gf_ui_picture (GTK_WIDGET (window), "table-sorted");
  g_assert_nonnull (grid);
  gtk_widget_activate_action (view, "view.sort", "(ii)", 0, 4);
  g_assert_nonnull (find_named (GTK_WIDGET (window), "Sort"));
  gf_ui_close_window (window);
}

static GtkWidget *
find_choice (GtkWidget  *popover,
             const char *name)
{
  GtkWidget *label = gf_ui_find (popover, GTK_TYPE_LABEL, name);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

/* By any column, shown or not, one behind the other, each either way round. */
static void
test_the_order_is_put_together (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *sort = find_named (GTK_WIDGET (window), "Sort");
  GtkWidget *popover;
  GtkWidget *search;

  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.hide-column", "i", 3);
  gtk_menu_button_popup (GTK_MENU_BUTTON (sort));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (sort)));
  gf_ui_assert_soon (gtk_widget_get_mapped (popover));
  search = gf_ui_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), search));

  /* a column that is not shown, and the first that is found, however fast Enter follows */
  gtk_editable_set_text (GTK_EDITABLE (search), "count");
  g_signal_emit_by_name (search, "activate");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Country") != NULL);
  g_signal_emit_by_name (gtk_widget_get_parent (find_choice (popover, "Employees")), "row-activated",
                         find_choice (popover, "Employees"));
  g_assert_nonnull (find_named (GTK_WIDGET (window), "Sorted by Country, then Employees"));
  gf_ui_picture (GTK_WIDGET (window), "table-sort");

  g_signal_emit_by_name (find_named (popover, "Ascending"), "clicked");
  g_assert_nonnull (find_named (popover, "Descending"));
  g_assert_nonnull (find_named (GTK_WIDGET (window), "Sorted by Country, then Employees"));
  g_signal_emit_by_name (find_named (popover, "Do Not Sort by Country"), "clicked");
  g_assert_nonnull (find_named (GTK_WIDGET (window), "Sorted by Employees"));
  g_signal_emit_by_name (gf_ui_find (popover, GTK_TYPE_BUTTON, "As Imported"), "clicked");
  g_assert_nonnull (find_named (GTK_WIDGET (window), "Sort"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (sort));
  gf_ui_wait_ms (100);
  gf_ui_close_window (window);
}

static void
test_rows_are_pasted (void)
{
  GfWindow *window = table_open (1280, 800);
  GfCustomersTable *view = GF_CUSTOMERS_TABLE (table_view (window));
  GfCustomerGrid *grid = GF_CUSTOMER_GRID (gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL));
  g_autoptr (GtkBitset) selection = NULL;

  gf_customers_table_paste (view, "Lumen\tData\t40\tSpain\t100\tno\nOrbit\tMedia\t8\tItaly\t5\tyes\n");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "6 customers") != NULL);
  g_assert_cmpstr (table_cell (window, 5, 3), ==, "Italy");
  g_assert_nonnull (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 customers added"));
  gf_customers_table_paste (view, "a\tb\tc\td\te\tf\tg\n");
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (gf_window_get_project (window))), ==, 6);

  /* they are shown, and what their columns cannot read is said */
  selection = gf_customer_grid_dup_selection (grid);
  g_assert_cmpuint (gtk_bitset_get_size (selection), ==, 2);
  g_assert_cmpuint (gtk_bitset_get_minimum (selection), ==, 4);
  gf_customers_table_paste (view, "Pico\tData\tabc\tSpain\t100\tno\n");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "7 customers") != NULL);
  g_assert_cmpstr (table_cell (window, 6, 2), ==, "abc");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 customer added; 1 cell is no number") != NULL);
  gf_ui_close_window (window);
}

static void
test_columns_can_be_hidden (void)
{
  GfWindow *window = table_open (1280, 800);
  GtkWidget *grid = gf_ui_find (GTK_WIDGET (window), GF_TYPE_CUSTOMER_GRID, NULL);

  g_assert_nonnull (gf_ui_find (grid, GTK_TYPE_LABEL, "Country"));
  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.hide-column", "i", 3);
  gf_ui_assert_soon (gf_ui_find (grid, GTK_TYPE_LABEL, "Country") == NULL);
  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.columns", NULL);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), ADW_TYPE_SWITCH_ROW, "Country") != NULL);
  adw_switch_row_set_active (ADW_SWITCH_ROW (gf_ui_find (GTK_WIDGET (window), ADW_TYPE_SWITCH_ROW, "Country")), TRUE);
  gf_ui_assert_soon (gf_ui_find (grid, GTK_TYPE_LABEL, "Country") != NULL);
  adw_dialog_force_close (ADW_DIALOG (gtk_widget_get_ancestor (gf_ui_find (GTK_WIDGET (window), ADW_TYPE_SWITCH_ROW, "Country"),
                                                               ADW_TYPE_DIALOG)));
  gf_ui_wait_ms (300);
  gf_ui_close_window (window);
}

static void
test_a_finding_shows_its_customers (void)
{
  GfWindow *window = table_open (1280, 800);
  const char *levels[] = { "Data", NULL };
  g_autoptr (GfRowFilter) before = gf_row_filter_new_levels ("Industry", levels, FALSE);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  GtkWidget *bar = gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL);

  gf_filter_bar_put (GF_FILTER_BAR (bar), before);
  g_ptr_array_add (selectors, gf_selector_new_is ("Country", "Sweden"));
  gf_customers_page_show_selectors (GTK_WIDGET (table_view (window)), selectors);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "2 of 4") != NULL);
  g_assert_nonnull (find_named (bar, "Remove Country: Sweden"));
  gf_ui_close_window (window);
}

static void
test_a_phone_has_rows (void)
{
  GfWindow *window = table_open (360, 720);

  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Software · 117 · Sweden") != NULL);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  /* Few columns are seen: what is found in the others is said. */
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL)), "yes");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 matches in Churned") != NULL);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  gf_ui_wait_ms (300);
  gf_ui_picture (GTK_WIDGET (window), "table-360-search");
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL)), "");
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "4 customers") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (table_view (window)), "view.filters", NULL);
  gf_ui_wait_ms (500);
  gf_ui_picture (GTK_WIDGET (window), "table-360-filters");
  adw_dialog_force_close (ADW_DIALOG (gtk_widget_get_ancestor (gf_ui_find (GTK_WIDGET (window), GF_TYPE_FILTER_BAR, NULL),
                                                               ADW_TYPE_DIALOG)));
  gf_ui_wait_ms (300);
  gf_ui_picture (GTK_WIDGET (window), "table-360");
  gf_ui_close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/customers-table/list-sorts-and-searches", test_the_list_sorts_and_searches);
  g_test_add_func ("/customers-table/other-customers-are-asked-for-anew", test_other_customers_are_asked_for_anew);
  g_test_add_func ("/customers-table/long-list-keeps-old-rows",
                   test_a_long_list_keeps_the_old_rows_until_the_new_ones_come);
  g_test_add_func ("/customers-table/selected-rows-move", test_selected_rows_move_with_the_others);
  g_test_add_func ("/customers-table/shows-the-customers", test_the_table_shows_the_customers);
  g_test_add_func ("/customers-table/undo-brings-the-ways-in-back", test_undo_brings_the_ways_in_back);
  g_test_add_func ("/customers-table/search-filters", test_search_filters);
  g_test_add_func ("/customers-table/search-says-what-cannot-be-seen", test_a_search_says_what_cannot_be_seen);
  g_test_add_func ("/customers-table/customers-come-and-go", test_customers_come_and_go);
  g_test_add_func ("/customers-table/all-customers-go", test_all_customers_go_and_come_back);
  g_test_add_func ("/customers-table/one-row-is-selected", test_one_row_is_selected_after_many_went);
  g_test_add_func ("/customers-table/the-best-are-named", test_the_best_are_named);
  g_test_add_func ("/customers-table/flags-are-shown-and-filtered", test_flags_are_shown_and_filtered);
  g_test_add_func ("/customers-table/filters-are-chips", test_filters_are_chips);
  g_test_add_func ("/customers-table/filters-outlive-other-columns", test_filters_outlive_other_columns);
  g_test_add_func ("/customers-table/chip-opens", test_a_chip_opens_to_be_changed);
  g_test_add_func ("/customers-table/escape-leaves-the-filters", test_escape_leaves_the_filters);
  g_test_add_func ("/customers-table/marks-are-found", test_marks_are_found_by_their_names);
  g_test_add_func ("/customers-table/empty-chip-goes", test_an_empty_chip_goes);
  g_test_add_func ("/customers-table/dates-are-not-cut", test_dates_are_not_cut);
  g_test_add_func ("/customers-table/range-that-is-none", test_a_range_that_is_none_is_marked);
  g_test_add_func ("/customers-table/drag-takes-bars", test_a_drag_takes_the_bars_it_touches);
  g_test_add_func ("/customers-table/sorting-in-words", test_sorting_is_said_in_words);
  g_test_add_func ("/customers-table/order-is-put-together", test_the_order_is_put_together);
  g_test_add_func ("/customers-table/rows-are-pasted", test_rows_are_pasted);
  g_test_add_func ("/customers-table/columns-can-be-hidden", test_columns_can_be_hidden);
  g_test_add_func ("/customers-table/finding-shows-its-customers", test_a_finding_shows_its_customers);
  g_test_add_func ("/customers-table/phone-has-rows", test_a_phone_has_rows);

  return g_test_run ();
}
