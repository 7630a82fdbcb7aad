/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "books.h"
#include "gf-customer-grid.h"
#include "gf-customers-import.h"
#include "gf-customers-table.h"
#include "gf-column-look.h"
#include "gf-import-column-row.h"
#include "gf-import-columns-page.h"
#include "gf-import-columns.h"
#include "gf-import-date-row.h"
#include "gf-import-extras.h"
#include "gf-import-fixture.h"
#include "gf-import-guesses.h"
#include "gf-note-list.h"
#include "gf-preview-grid.h"
#include "gf-project.h"

#include <string.h>

static void
test_it_imports_in_one_step (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  GfCustomers *customers;
  GtkWidget *accept;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  accept = import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers");
  g_assert_true (gtk_widget_has_css_class (accept, "suggested-action"));
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_LABEL, "5 columns, 60 rows"));
  g_assert_null (import_table (&fixture));
  import_picture (&fixture, "import");

  g_signal_emit_by_name (accept, "clicked");
  gf_ui_assert_soon (import_table (&fixture) != NULL);
  customers = gf_project_get_customers (gf_window_get_project (fixture.window));
  g_assert_cmpuint (gf_table_get_n_rows (import_table (&fixture)), ==, 60);
  g_assert_cmpstr (gf_customers_get_source_file (customers), ==, "companies.csv");
  g_assert_cmpstr (gf_customers_get_imported (customers), !=, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_measures (customers))), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_bad_marks (customers))), >, 0);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "60 customers imported") != NULL);
  /* The keyboard goes on among the customers. */
  gf_ui_assert_soon (gtk_window_get_focus (GTK_WINDOW (fixture.window)) != NULL &&
                     gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture.window)),
                                              GF_TYPE_CUSTOMER_GRID) != NULL);

  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", NULL);
  g_assert_null (import_table (&fixture));
  g_assert_cmpstr (gf_customers_get_source_file (customers), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_measures (customers))), ==, 0);
  import_close (&fixture);
}

static void
test_the_separator_reads_again (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (';');
  GtkWidget *guesses;
  GtkWidget *separator;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "5 columns, 60 rows") != NULL);
  guesses = import_find (&fixture, GF_TYPE_IMPORT_GUESSES, NULL);
  separator = gtk_widget_get_next_sibling (gf_ui_find (guesses, GTK_TYPE_LABEL, "Separator"));
  gtk_test_accessible_assert_property (separator, GTK_ACCESSIBLE_PROPERTY_LABEL, "Separator");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (separator)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (separator), 0);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "1 column, 60 rows") != NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (separator), 1);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "5 columns, 60 rows") != NULL);
  import_close (&fixture);
}

static void
test_a_role_is_chosen (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  GtkWidget *row;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  row = import_find (&fixture, GF_TYPE_IMPORT_COLUMN_ROW, "Churned");
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Role of Churned");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row))),
                              GF_ROLE_IGNORE);
  /* What was asked about the column is answered. */
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "Every column has its role already.") != NULL);
  g_assert_null (gf_ui_find (row, GTK_TYPE_LABEL, "Is this who left? Then it marks the bad fits"));
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (import_table (&fixture) != NULL);
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (import_table (&fixture), "Churned")), ==, GF_ROLE_IGNORE);
  import_close (&fixture);
}

static void
test_cancel_leaves_the_project (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "_Cancel"), "clicked");
  gf_ui_assert_soon (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window)) == NULL);
  g_assert_null (import_table (&fixture));
  g_assert_true (gf_project_is_blank (gf_window_get_project (fixture.window)));
  import_close (&fixture);
}

static void
test_what_is_no_list_is_refused_in_words (void)
{
  GfImportFixture fixture;

  import_open (&fixture, "%PDF-1.7\n%\303\242\303\243\n1 0 obj\n", 1280);
  gf_ui_assert_soon (gtk_widget_get_mapped (import_find (&fixture, GTK_TYPE_LABEL, "This File Cannot Be Read")));
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_BUTTON, "Choose Another…"));
  import_picture (&fixture, "import-refused");
  import_close (&fixture);
}

static void
test_cells_that_do_not_fit_are_told (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) text = g_string_new ("Name,Revenue,Since\n");

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %u,%s,2021-0%u-12\n", i, i % 12 == 5 ? "see contract" : "1200.50", i % 9 + 1);
  import_open (&fixture, text->str, 1280);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "Row 6, Revenue") != NULL);
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_LABEL, "Will Be Left Empty"));
  g_assert_nonnull (import_find (&fixture, ADW_TYPE_ACTION_ROW, "Show all 5"));
  import_picture (&fixture, "import-left-empty");
  import_close (&fixture);
}

static void
test_a_phone_has_a_bottom_sheet (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');

  import_open (&fixture, text, 360);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gf_ui_wait_ms (300);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.sheet)), <=, 360);
  import_picture (&fixture, "import-360");
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "60 customers imported") != NULL);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "Data · 3 · 90,000") != NULL);
  gf_ui_wait_ms (500);
  import_close (&fixture);
}

static void
set_text_scale (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
}

/* With all that it may have to show, on a phone and with text twice as large. */
static void
test_it_fits_a_phone_with_large_text (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) text = g_string_new ("Organization - Name,Contact Email,Number of employees,Total lifetime revenue,"
                                           "Customer since,First paid,Churned\n");
  g_autoptr (GBytes) archive = NULL;
  GtkWidget *people;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Internationalisation Consultants %u,mara.%u@example%u.com,%s,%s,0%u/06/2021,0%u/07/2021,no\n",
                            i % 58, i, i, i % 9 == 4 ? "Nov-50" : "51-200", i % 12 == 5 ? "see contract" : "1200.50",
                            i % 5 + 1, i % 5 + 1);
  archive = make_zip ("export/customers-of-brightloom-2026-03.csv", text->str, "export/subscriptions-of-customers.csv",
                      "Organization,Amount\nInternationalisation Consultants 3,3\n", NULL);
  set_text_scale (200);
  import_open_bytes (&fixture, "brightloom-2026-03.zip", archive, 360);
  gf_ui_assert_soon (import_find (&fixture, GF_TYPE_IMPORT_DATE_ROW, NULL) != NULL);
  gf_ui_wait_ms (300);
  import_picture (&fixture, "import-360-large");
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60"));
  people = import_find (&fixture, ADW_TYPE_COMBO_ROW, "1 column holds personal data: Contact Email");
  g_assert_nonnull (people);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (people)), ==, "Leave Out");
  gf_ui_assert_fits (adw_dialog_get_child (ADW_DIALOG (fixture.sheet)), 320);
  gf_ui_assert_fits (import_find (&fixture, GF_TYPE_IMPORT_COLUMNS_PAGE, NULL), 320);
  gf_ui_assert_fits (import_find (&fixture, GF_TYPE_NOTE_LIST, NULL), 320);
  gtk_widget_activate_action (import_find (&fixture, GF_TYPE_PREVIEW_GRID, NULL), "navigation.push", "s", "columns");
  gf_ui_wait_ms (300);
  import_picture (&fixture, "import-360-large-columns");
  import_close (&fixture);
  set_text_scale (100);
}

/* Buttons of the view have popovers, too: the one that is open. */
static GtkWidget *
find_open_popover (GtkWidget *root)
{
  if (GTK_IS_POPOVER (root) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_open_popover (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_no_name_blocks_until_it_is_chosen (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) text = g_string_new ("Size,Revenue\n");
  GtkWidget *accept;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "%u,%u.50\n", i % 7 * 10, i * 100);
  import_open (&fixture, text->str, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  accept = import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers");
  g_assert_false (gtk_widget_get_sensitive (accept));
  gf_ui_assert_soon (gtk_widget_get_mapped (import_find (&fixture, GTK_TYPE_LABEL, "Choose which column holds the name")));
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_LABEL, "No column says yet what the customers are called."));
  import_picture (&fixture, "import-blocked");

  g_signal_emit_by_name (gf_ui_find (GTK_WIDGET (fixture.sheet), ADW_TYPE_BANNER, NULL), "button-clicked");
  g_assert_true (gtk_widget_get_sensitive (accept));
  import_close (&fixture);
}

static void
test_an_open_date_order_is_asked_for (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) text = g_string_new ("Name,Since\n");
  GtkWidget *row;
  GtkWidget *answers;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %u,0%u/06/2021\n", i, i % 5 + 1);
  import_open (&fixture, text->str, 1280);
  gf_ui_assert_soon (import_find (&fixture, GF_TYPE_IMPORT_DATE_ROW, NULL) != NULL);
  row = import_find (&fixture, GF_TYPE_IMPORT_DATE_ROW, NULL);
  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "01/06/2021: is this "));
  answers = gf_import_date_row_get_first (GF_IMPORT_DATE_ROW (row));
  import_picture (&fixture, "import-date-order");
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (answers), 1);
  gf_ui_wait_ms (100);
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (import_table (&fixture) != NULL);
  g_assert_cmpint (gf_column_get_spec (gf_table_find_column (import_table (&fixture), "Since"))->date_order, ==,
                   GF_DATE_ORDER_MDY);
  import_close (&fixture);
}

static void
test_a_long_list_is_read_on_after_the_yes (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) text = g_string_new ("Name,Revenue\n");
  GtkWidget *accept;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "Customer number %u,%u.50\n", i, i % 977);
  import_open (&fixture, text->str, 1280);
  accept = gf_ui_find (GTK_WIDGET (fixture.sheet), GTK_TYPE_BUTTON, "Import");
  g_assert_nonnull (accept);
  gf_ui_assert_soon (gtk_widget_get_sensitive (accept));
  g_assert_true (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (accept)), "Import "));
  g_signal_emit_by_name (accept, "clicked");
  gf_ui_assert_soon (import_table (&fixture) != NULL);
  g_assert_cmpuint (gf_table_get_n_rows (import_table (&fixture)), ==, 30000);
  import_close (&fixture);
}

static void
test_problems_are_filtered (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) text = g_string_new ("Name,Revenue,Since\n");
  GtkWidget *list;
  GtkWidget *kind;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %u,%s,%s\n", i, i % 12 == 5 ? "see contract" : "1200.50",
                            i % 20 == 7 ? "0000-00-00" : "2021-03-12");
  import_open (&fixture, text->str, 1280);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "Show all 8") != NULL);
  gtk_widget_activate_action (import_find (&fixture, ADW_TYPE_ACTION_ROW, "Show all 8"), "navigation.push", "s", "problems");
  list = import_find (&fixture, GF_TYPE_NOTE_LIST, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (list));
  g_assert_nonnull (gf_ui_find (list, GTK_TYPE_LABEL, "8 places"));
  import_picture (&fixture, "import-problems");
  kind = gf_ui_find (list, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 2);
  g_assert_nonnull (gf_ui_find (list, GTK_TYPE_LABEL, "3 of 8 shown"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 0);
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (list, GTK_TYPE_SEARCH_ENTRY, NULL)), "row 6,");
  gf_ui_assert_soon (gf_ui_find (list, GTK_TYPE_LABEL, "1 of 8 shown") != NULL);
  import_close (&fixture);
}

static void
test_notes_are_saved_as_csv (void)
{
  g_autoptr (GListStore) notes = g_list_store_new (GF_TYPE_IMPORT_NOTE);
  g_autoptr (GfImportNote) cell = gf_import_notes_make ("not-a-number", 4118, "Total, net", "see \"contract\"",
                                                        "It is not a number");
  g_autoptr (GfImportNote) file = gf_import_notes_make ("done", 0, NULL, NULL, "Two columns were left out");
  g_autoptr (GBytes) bytes = NULL;

  g_list_store_append (notes, cell);
  g_list_store_append (notes, file);
  bytes = gf_import_notes_to_csv (G_LIST_MODEL (notes));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   "Row,Column,Cell,Problem\r\n"
                   "4118,\"Total, net\",\"see \"\"contract\"\"\",It is not a number\r\n"
                   ",,,Two columns were left out\r\n",
                   strlen ("Row,Column,Cell,Problem\r\n"
                           "4118,\"Total, net\",\"see \"\"contract\"\"\",It is not a number\r\n"
                           ",,,Two columns were left out\r\n"));
}

static void
test_many_columns_are_retyped_at_once (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  GtkWidget *page;
  GtkWidget *all;
  GtkWidget *role;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gtk_widget_activate_action (import_find (&fixture, GF_TYPE_PREVIEW_GRID, NULL), "navigation.push", "s", "columns");
  page = import_find (&fixture, GF_TYPE_IMPORT_COLUMNS_PAGE, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (page));
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)), "ust");
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)), "");
  all = gf_ui_find (page, GTK_TYPE_CHECK_BUTTON, "Choose All");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), TRUE);
  g_assert_nonnull (gf_ui_find (page, GTK_TYPE_LABEL, "5 columns chosen"));
  import_picture (&fixture, "import-all-columns");
  role = gf_ui_find (page, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (role), GF_ROLE_ATTRIBUTE + 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (role)), ==, 0);
  gf_ui_assert_soon (!gtk_widget_get_sensitive (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers")));
  import_close (&fixture);
}

/* Presses Tab, and says what has the focus then. */
static GtkWidget *
tab (GtkWidget *page)
{
  g_signal_emit_by_name (gtk_widget_get_root (page), "move-focus", GTK_DIR_TAB_FORWARD);

  return gtk_root_get_focus (gtk_widget_get_root (page));
}

/* The rows of the preview are one stop on the way from what was guessed to the columns. */
static void
test_tab_goes_over_the_preview_to_the_columns (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  GtkWidget *guesses;
  GtkWidget *preview;
  GtkWidget *columns;
  GtkWidget *focus;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gf_ui_wait_ms (400);
  guesses = import_find (&fixture, GF_TYPE_IMPORT_GUESSES, NULL);
  preview = import_find (&fixture, GF_TYPE_PREVIEW_GRID, NULL);
  columns = import_find (&fixture, GF_TYPE_IMPORT_COLUMNS, NULL);

  g_assert_true (gtk_widget_child_focus (guesses, GTK_DIR_TAB_FORWARD));
  focus = gtk_root_get_focus (gtk_widget_get_root (guesses));
  while (gtk_widget_is_ancestor (focus, guesses))
    focus = tab (guesses);
  g_assert_true (gtk_widget_is_ancestor (focus, preview));
  g_assert_true (gtk_widget_is_ancestor (tab (guesses), columns));
  import_close (&fixture);
}

/* The list is one stop of the keyboard; what leads through it chooses nothing. */
static void
test_columns_are_reached_by_keys (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  GtkWidget *page;
  GtkWidget *list;
  GtkWidget *search;
  GtkRoot *root;
  GtkWidget *first;
  GtkWidget *all;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gtk_widget_activate_action (import_find (&fixture, GF_TYPE_PREVIEW_GRID, NULL), "navigation.push", "s", "columns");
  page = import_find (&fixture, GF_TYPE_IMPORT_COLUMNS_PAGE, NULL);
  search = gf_ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  root = gtk_widget_get_root (page);
  gf_ui_assert_soon (gtk_widget_get_mapped (page));
  list = gtk_widget_get_ancestor (gf_ui_find (page, GTK_TYPE_LABEL, "Company"), GTK_TYPE_LIST_VIEW);
  gf_ui_wait_ms (400);

  gtk_widget_grab_focus (list);
  first = gtk_root_get_focus (root);
  g_assert_true (gtk_widget_is_ancestor (first, list));
  gf_ui_press (list, GDK_KEY_Down);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), list));
  g_assert_true (gtk_root_get_focus (root) != first);
  gf_ui_press (list, GDK_KEY_Up);
  g_assert_true (gtk_root_get_focus (root) == first);
  gf_ui_press (list, GDK_KEY_End);
  gf_ui_press (list, GDK_KEY_Home);
  g_assert_true (gtk_root_get_focus (root) == first);
  g_assert_nonnull (gf_ui_find (page, GTK_TYPE_LABEL, "Choose columns to change them"));

  /* With nothing chosen there is nothing to change, and Tab goes round to the top. */
  g_assert_false (gtk_widget_is_ancestor (tab (page), list));
  all = gf_ui_find (page, GTK_TYPE_CHECK_BUTTON, "Choose All");
  g_assert_true (gtk_root_get_focus (root) == all || tab (page) == all);
  g_assert_true (gtk_widget_is_ancestor (tab (page), search));
  g_assert_true (tab (page) == first);
  gtk_widget_activate_action (first, "listitem.select", "(bb)", TRUE, FALSE);
  g_assert_nonnull (gf_ui_find (page, GTK_TYPE_LABEL, "1 column chosen"));
  g_assert_true (gtk_widget_is_ancestor (tab (page), gf_ui_find (page, GTK_TYPE_DROP_DOWN, NULL)));
  gtk_widget_activate_action (first, "listitem.select", "(bb)", TRUE, FALSE);
  g_assert_nonnull (gf_ui_find (page, GTK_TYPE_LABEL, "Choose columns to change them"));

  /* Escape in the search clears it, then leads back to the sheet. */
  gtk_widget_grab_focus (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "x");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_signal_emit_by_name (search, "stop-search");
  gf_ui_assert_soon (!gtk_widget_get_mapped (page));
  import_close (&fixture);
}

static void
test_people_are_left_out (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) text = g_string_new ("Company,Email,Revenue\n");
  GtkWidget *row;
  GfCustomers *customers;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %u,mara.%u@example%u.com,%u.50\n", i, i, i, i * 100);
  import_open (&fixture, text->str, 1280);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_COMBO_ROW, "1 column holds personal data") != NULL);
  row = import_find (&fixture, ADW_TYPE_COMBO_ROW, "1 column holds personal data");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, GF_PERSONAL_DROP);
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_LABEL, "Personal data, left out unless you choose to keep it"));
  import_picture (&fixture, "import-people");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), GF_PERSONAL_PSEUDONYMISE);
  gf_ui_wait_ms (100);
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (import_table (&fixture) != NULL);
  customers = gf_project_get_customers (gf_window_get_project (fixture.window));
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (import_table (&fixture), "Email"), 0), !=, "mara.0@example0.com");
  g_assert_cmpstr (gf_customers_get_pseudonym_key (customers), !=, "");
  g_assert_cmpint (gf_customers_get_personal (customers), ==, GF_PERSONAL_PSEUDONYMISE);
  import_close (&fixture);
}

/* Who brings deals first is told, before each of them becomes a customer. */
static void
test_deals_are_no_customers (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) deals = g_string_new ("Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Associated Company\n");

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (deals, "%u,Deal %u,closedwon,default,%u.00,2024-01-%02u,Customer %u\n", 9000 + i, i, 100 + i,
                            1 + i % 28, i / 2);
  import_open (&fixture, deals->str, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "This is an export of HubSpot deals") != NULL);
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_LABEL,
                                 "Each row is a deal, not a customer. Bring your customers first, then add this file to "
                                 "them."));
  import_close (&fixture);
}

/* The list of roles opens with the focus on the one that the column has, from where the arrow keys go on. */
static void
test_roles_open_at_the_chosen (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  GtkWidget *row;
  GtkWidget *role;
  GtkWidget *focus;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  row = import_find (&fixture, GF_TYPE_IMPORT_COLUMN_ROW, "Churned");
  role = gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (role)), ==, GF_ROLE_CHURN);
  /* The sheet takes the focus while it opens. */
  gf_ui_wait_ms (500);
  gf_ui_settle ();
  gtk_widget_grab_focus (role);
  g_signal_emit_by_name (role, "activate");
  gf_ui_assert_soon ((focus = gtk_window_get_focus (GTK_WINDOW (fixture.window))) != NULL &&
                     gf_ui_find (focus, GTK_TYPE_LABEL, gf_column_role_get_titles ()[GF_ROLE_CHURN]) != NULL &&
                     gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
  import_close (&fixture);
}

/* A file that no export is known for: its rows have an id of their own, and the ids of customers come again. */
static void
test_answers_are_no_customers (void)
{
  GfImportFixture fixture;
  g_autoptr (GString) answers = g_string_new ("survey_id,account_id,score,comment,survey_date\n");

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (answers, "NPS%05u,ACCT%04u,%u,Comment %u,2025-01-%02u\n", i, i % 20, i % 11, i, 1 + i % 28);
  import_open (&fixture, answers->str, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL,
                                  "Each row has an id of its own and “account_id” repeats: rows are no customers but "
                                  "answers, orders or the like. Bring your customers first, then add this file to them.") !=
                     NULL);
  import_close (&fixture);
}

static void
test_deals_are_joined (void)
{
  GfImportFixture fixture;
  AdwComboRow *kind;
  AdwComboRow *key;
  g_autofree char *text = import_make_list (',');
  g_autoptr (GString) deals = g_string_new ("Deal Name,Associated Company,Amount\n");
  g_autoptr (GFile) file = NULL;
  GtkWidget *extras;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (deals, "Deal %u,Customer %02u,%u.00\n", i, i / 2, 100 + i);
  g_string_append (deals, "Deal 50,Somebody else,100.00\n");
  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  file = import_write_beside (&fixture, "deals.csv", deals->str);
  extras = import_find (&fixture, GF_TYPE_IMPORT_EXTRAS, NULL);
  gf_import_extras_join (GF_IMPORT_EXTRAS (extras), file, NULL);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "deals.csv") != NULL);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (import_find (&fixture, ADW_TYPE_ACTION_ROW, "deals.csv"))),
                                   "50 of 51 deals matched by name"));
  import_picture (&fixture, "import-joined");
  g_signal_emit_by_name (import_find (&fixture, ADW_TYPE_ACTION_ROW, "deals.csv"), "activated");
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "Belong to No Customer") != NULL);
  import_picture (&fixture, "import-file");

  /* What the rows are, and whose, can be said. */
  kind = ADW_COMBO_ROW (import_find (&fixture, ADW_TYPE_COMBO_ROW, "A row is"));
  key = ADW_COMBO_ROW (import_find (&fixture, ADW_TYPE_COMBO_ROW, "Customer told by"));
  g_assert_cmpuint (adw_combo_row_get_selected (kind), ==, GF_ROWS_DEALS);
  g_assert_cmpuint (adw_combo_row_get_selected (key), ==, 0);
  adw_combo_row_set_selected (kind, GF_ROWS_TICKETS);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "Tickets: count") != NULL);
  adw_combo_row_set_selected (key, 1);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL,
                           "Nothing in the column “Deal Name” stands in any column of the customers. Choose the column "
                           "that says which customer a row belongs to.") != NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (key), ==, 0);
  adw_combo_row_set_selected (key, 2);
  adw_combo_row_set_selected (kind, GF_ROWS_DEALS);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "Deals: count") != NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (key), ==, 2);
  gf_ui_wait_ms (300);
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (import_table (&fixture) != NULL);
  g_assert_cmpuint (gf_table_get_n_columns (import_table (&fixture)), >, 5);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_notes (gf_project_get_customers (gf_window_get_project (fixture.window))))), >, 0);
  import_close (&fixture);
}

static void
test_what_cannot_be_joined_is_refused_in_words (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  g_autoptr (GString) weather = g_string_new ("Day,Rain,Wind,Sun,Cloud\n");
  g_autoptr (GFile) file = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (weather, "2024-01-%02u,%u.5,%u.1,%u.2,%u.3\n", i + 1, i, 40 - i, i % 9, i % 7);
  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  file = import_write_beside (&fixture, "weather.csv", weather->str);
  gf_import_extras_join (GF_IMPORT_EXTRAS (import_find (&fixture, GF_TYPE_IMPORT_EXTRAS, NULL)), file, NULL);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL,
                                  "No column of “weather.csv” says whose its rows are: Day, Rain, Wind, Sun and 1 other. It "
                                  "needs the customers’ id, web site, e-mail address or name.") != NULL);
  import_close (&fixture);
}

static void
test_the_project_is_called_after_the_list (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  GfProject *project;
  AdwDialog *dialog;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (import_find (&fixture, ADW_TYPE_ENTRY_ROW, "Product or service")), "Brightloom");
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (import_table (&fixture) != NULL);
  project = gf_window_get_project (fixture.window);
  g_assert_cmpstr (gf_project_get_name (project), ==, "Companies");
  g_assert_cmpstr (gf_project_get_product (project), ==, "Brightloom");
  gtk_widget_activate_action (GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (fixture.window))),
                              "page.import-report", NULL);
  gf_ui_assert_soon (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window)) != NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Import Report");
  import_picture (&fixture, "import-report");
  adw_dialog_force_close (dialog);
  import_close (&fixture);
}

static void
test_customers_are_typed_in (void)
{
  GfWindow *window = gf_ui_new_window (1280, 800);
  GfStepPage *page;
  GfTable *table;

  gf_window_new_project (window);
  page = gf_window_get_visible_page (window);
  gf_ui_wait_ms (100);
  gtk_widget_activate_action (GTK_WIDGET (gf_step_page_get_visible_view (page)), "page.type-in", NULL);
  table = gf_project_get_table (gf_window_get_project (window));
  g_assert_cmpuint (gf_table_get_n_rows (table), ==, 1);
  g_assert_cmpuint (gf_table_get_n_columns (table), ==, 7);
  gf_ui_assert_soon (GF_IS_CUSTOMERS_TABLE (gf_step_page_get_visible_view (page)));
  gf_ui_assert_soon (find_open_popover (GTK_WIDGET (gf_step_page_get_visible_view (page))) != NULL);
  gf_ui_picture (GTK_WIDGET (window), "type-in");
  gf_ui_close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/import-sheet/it-fits-a-phone-with-large-text", test_it_fits_a_phone_with_large_text);
  g_test_add_func ("/import-sheet/imports-in-one-step", test_it_imports_in_one_step);
  g_test_add_func ("/import-sheet/separator-reads-again", test_the_separator_reads_again);
  g_test_add_func ("/import-sheet/role-is-chosen", test_a_role_is_chosen);
  g_test_add_func ("/import-sheet/cancel-leaves-the-project", test_cancel_leaves_the_project);
  g_test_add_func ("/import-sheet/refused-in-words", test_what_is_no_list_is_refused_in_words);
  g_test_add_func ("/import-sheet/cells-that-do-not-fit-are-told", test_cells_that_do_not_fit_are_told);
  g_test_add_func ("/import-sheet/phone-has-a-bottom-sheet", test_a_phone_has_a_bottom_sheet);
  g_test_add_func ("/import-sheet/no-name-blocks-until-it-is-chosen", test_no_name_blocks_until_it_is_chosen);
  g_test_add_func ("/import-sheet/an-open-date-order-is-asked-for", test_an_open_date_order_is_asked_for);
  g_test_add_func ("/import-sheet/a-long-list-is-read-on-after-the-yes", test_a_long_list_is_read_on_after_the_yes);
  g_test_add_func ("/import-sheet/problems-are-filtered", test_problems_are_filtered);
  g_test_add_func ("/import-sheet/notes-are-saved-as-csv", test_notes_are_saved_as_csv);
  g_test_add_func ("/import-sheet/many-columns-are-retyped-at-once", test_many_columns_are_retyped_at_once);
  g_test_add_func ("/import-sheet/tab-goes-over-the-preview-to-the-columns", test_tab_goes_over_the_preview_to_the_columns);
  g_test_add_func ("/import-sheet/columns-are-reached-by-keys", test_columns_are_reached_by_keys);
  g_test_add_func ("/import-sheet/people-are-left-out", test_people_are_left_out);
  g_test_add_func ("/import-sheet/deals-are-no-customers", test_deals_are_no_customers);
  g_test_add_func ("/import-sheet/roles-open-at-the-chosen", test_roles_open_at_the_chosen);
  g_test_add_func ("/import-sheet/answers", test_answers_are_no_customers);
  g_test_add_func ("/import-sheet/deals-are-joined", test_deals_are_joined);
  g_test_add_func ("/import-sheet/what-cannot-be-joined-is-refused-in-words", test_what_cannot_be_joined_is_refused_in_words);
  g_test_add_func ("/import-sheet/the-project-is-called-after-the-list", test_the_project_is_called_after_the_list);
  g_test_add_func ("/import-sheet/customers-are-typed-in", test_customers_are_typed_in);

  return g_test_run ();
}
