/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-import.h"
#include "gf-customers-sources.h"
#include "gf-customers-table.h"
#include "gf-import-column-row.h"
#include "gf-import-columns-page.h"
#include "gf-import-date-row.h"
#include "gf-import-extras.h"
#include "gf-import-guesses.h"
#include "gf-import-sheet.h"
#include "gf-note-list.h"
#include "gf-preview-grid.h"
#include "gf-project.h"
#include "gf-ui-test.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GfWindow *window;
  char *path;
  GfImportSheet *sheet;
} Fixture;

static char *
make_list (char separator)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Company%cIndustry%cEmployees%cTotal revenue%cChurned\n", separator, separator,
                          separator, separator);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %02u%c%s%c%u%c%u%c%s\n", i, separator, i % 3 ? "Media" : "Data", separator,
                            i * 7 + 3, separator, 90000 - i * 1000, separator, i % 10 == 9 ? "yes" : "no");

  return g_string_free (text, FALSE);
}

static void
open_sheet (Fixture    *fixture,
            const char *text,
            int         width)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *folder = g_dir_make_tmp ("goodfit-XXXXXX", NULL);

  fixture->path = g_build_filename (folder, "companies.csv", NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  file = g_file_new_for_path (fixture->path);
  fixture->window = gf_ui_new_window (width, 800);
  gf_window_new_project (fixture->window);
  gf_window_open (fixture->window, file);
  gf_ui_assert_soon (GF_IS_IMPORT_SHEET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))));
  fixture->sheet = GF_IMPORT_SHEET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
close_all (Fixture *fixture)
{
  gf_ui_wait_ms (50);
  gf_ui_close_window (fixture->window);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_free (fixture->path);
}

/* After the dialog has come in. */
static void
take_picture (Fixture    *fixture,
              const char *name)
{
  if (g_getenv ("GF_UI_PICTURES") != NULL)
    gf_ui_wait_ms (800);
  gf_ui_picture (GTK_WIDGET (fixture->window), name);
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return gf_ui_find (GTK_WIDGET (fixture->window), type, text);
}

static GfTable *
get_table (Fixture *fixture)
{
  return gf_project_get_table (gf_window_get_project (fixture->window));
}

static void
test_it_imports_in_one_step (void)
{
  Fixture fixture;
  g_autofree char *text = make_list (',');
  GfCustomers *customers;
  GtkWidget *accept;

  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  accept = find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers");
  g_assert_true (gtk_widget_has_css_class (accept, "suggested-action"));
  g_assert_nonnull (find (&fixture, GTK_TYPE_LABEL, "5 columns, 60 rows"));
  g_assert_null (get_table (&fixture));
  take_picture (&fixture, "import");

  g_signal_emit_by_name (accept, "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  customers = gf_project_get_customers (gf_window_get_project (fixture.window));
  g_assert_cmpuint (gf_table_get_n_rows (get_table (&fixture)), ==, 60);
  g_assert_cmpstr (gf_customers_get_source_file (customers), ==, "companies.csv");
  g_assert_cmpstr (gf_customers_get_imported (customers), !=, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_measures (customers))), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_bad_marks (customers))), >, 0);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "60 customers imported") != NULL);

  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", NULL);
  g_assert_null (get_table (&fixture));
  g_assert_cmpstr (gf_customers_get_source_file (customers), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_measures (customers))), ==, 0);
  close_all (&fixture);
}

static void
test_the_separator_reads_again (void)
{
  Fixture fixture;
  g_autofree char *text = make_list (';');
  GtkWidget *guesses;
  GtkWidget *separator;

  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "5 columns, 60 rows") != NULL);
  guesses = find (&fixture, GF_TYPE_IMPORT_GUESSES, NULL);
  separator = gtk_widget_get_next_sibling (gf_ui_find (guesses, GTK_TYPE_LABEL, "Separator"));
  gtk_test_accessible_assert_property (separator, GTK_ACCESSIBLE_PROPERTY_LABEL, "Separator");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (separator)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (separator), 0);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "1 column, 60 rows") != NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (separator), 1);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "5 columns, 60 rows") != NULL);
  adw_dialog_force_close (ADW_DIALOG (fixture.sheet));
  close_all (&fixture);
}

static void
test_a_role_is_chosen (void)
{
  Fixture fixture;
  g_autofree char *text = make_list (',');
  GtkWidget *row;

  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  row = find (&fixture, GF_TYPE_IMPORT_COLUMN_ROW, "Churned");
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Role of Churned");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row))),
                              GF_ROLE_IGNORE);
  gf_ui_wait_ms (50);
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (get_table (&fixture), "Churned")), ==, GF_ROLE_IGNORE);
  close_all (&fixture);
}

static void
test_cancel_leaves_the_project (void)
{
  Fixture fixture;
  g_autofree char *text = make_list (',');

  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "_Cancel"), "clicked");
  gf_ui_assert_soon (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window)) == NULL);
  g_assert_null (get_table (&fixture));
  g_assert_true (gf_project_is_blank (gf_window_get_project (fixture.window)));
  close_all (&fixture);
}

static void
test_what_is_no_list_is_refused_in_words (void)
{
  Fixture fixture;

  open_sheet (&fixture, "%PDF-1.7\n%\303\242\303\243\n1 0 obj\n", 1280);
  gf_ui_assert_soon (gtk_widget_get_mapped (find (&fixture, GTK_TYPE_LABEL, "This File Cannot Be Read")));
  g_assert_nonnull (find (&fixture, GTK_TYPE_BUTTON, "Choose Another…"));
  take_picture (&fixture, "import-refused");
  adw_dialog_force_close (ADW_DIALOG (fixture.sheet));
  close_all (&fixture);
}

static void
test_cells_that_do_not_fit_are_told (void)
{
  Fixture fixture;
  g_autoptr (GString) text = g_string_new ("Name,Revenue,Since\n");

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %u,%s,2021-0%u-12\n", i, i % 12 == 5 ? "see contract" : "1200.50", i % 9 + 1);
  open_sheet (&fixture, text->str, 1280);
  gf_ui_assert_soon (find (&fixture, ADW_TYPE_ACTION_ROW, "Row 6, Revenue") != NULL);
  g_assert_nonnull (find (&fixture, GTK_TYPE_LABEL, "Will Be Left Empty"));
  g_assert_nonnull (find (&fixture, ADW_TYPE_ACTION_ROW, "Show all 5"));
  take_picture (&fixture, "import-left-empty");
  adw_dialog_force_close (ADW_DIALOG (fixture.sheet));
  close_all (&fixture);
}

static void
test_a_phone_has_a_bottom_sheet (void)
{
  Fixture fixture;
  g_autofree char *text = make_list (',');

  open_sheet (&fixture, text, 360);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gf_ui_wait_ms (300);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.sheet)), <=, 360);
  take_picture (&fixture, "import-360");
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "60 customers imported") != NULL);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "Data · 3 · 90,000") != NULL);
  gf_ui_wait_ms (500);
  close_all (&fixture);
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
  Fixture fixture;
  g_autoptr (GString) text = g_string_new ("Size,Revenue\n");
  GtkWidget *accept;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "%u,%u.50\n", i % 7 * 10, i * 100);
  open_sheet (&fixture, text->str, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  accept = find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers");
  g_assert_false (gtk_widget_get_sensitive (accept));
  gf_ui_assert_soon (gtk_widget_get_mapped (find (&fixture, GTK_TYPE_LABEL, "Choose which column holds the name")));
  g_assert_nonnull (find (&fixture, GTK_TYPE_LABEL, "No column says yet what the customers are called."));
  take_picture (&fixture, "import-blocked");

  g_signal_emit_by_name (gf_ui_find (GTK_WIDGET (fixture.sheet), ADW_TYPE_BANNER, NULL), "button-clicked");
  g_assert_true (gtk_widget_get_sensitive (accept));
  adw_dialog_force_close (ADW_DIALOG (fixture.sheet));
  close_all (&fixture);
}

static void
test_an_open_date_order_is_asked_for (void)
{
  Fixture fixture;
  g_autoptr (GString) text = g_string_new ("Name,Since\n");
  GtkWidget *row;
  GtkWidget *answers;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %u,0%u/06/2021\n", i, i % 5 + 1);
  open_sheet (&fixture, text->str, 1280);
  gf_ui_assert_soon (find (&fixture, GF_TYPE_IMPORT_DATE_ROW, NULL) != NULL);
  row = find (&fixture, GF_TYPE_IMPORT_DATE_ROW, NULL);
  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "01/06/2021: is this "));
  answers = gf_import_date_row_get_first (GF_IMPORT_DATE_ROW (row));
  take_picture (&fixture, "import-date-order");
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (answers), 1);
  gf_ui_wait_ms (100);
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  g_assert_cmpint (gf_column_get_spec (gf_table_find_column (get_table (&fixture), "Since"))->date_order, ==,
                   GF_DATE_ORDER_MDY);
  close_all (&fixture);
}

static void
test_a_long_list_is_read_on_after_the_yes (void)
{
  Fixture fixture;
  g_autoptr (GString) text = g_string_new ("Name,Revenue\n");
  GtkWidget *accept;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "Customer number %u,%u.50\n", i, i % 977);
  open_sheet (&fixture, text->str, 1280);
  accept = gf_ui_find (GTK_WIDGET (fixture.sheet), GTK_TYPE_BUTTON, "Import");
  g_assert_nonnull (accept);
  gf_ui_assert_soon (gtk_widget_get_sensitive (accept));
  g_assert_true (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (accept)), "Import "));
  g_signal_emit_by_name (accept, "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  g_assert_cmpuint (gf_table_get_n_rows (get_table (&fixture)), ==, 30000);
  close_all (&fixture);
}

static void
test_problems_are_filtered (void)
{
  Fixture fixture;
  g_autoptr (GString) text = g_string_new ("Name,Revenue,Since\n");
  GtkWidget *list;
  GtkWidget *kind;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %u,%s,%s\n", i, i % 12 == 5 ? "see contract" : "1200.50",
                            i % 20 == 7 ? "0000-00-00" : "2021-03-12");
  open_sheet (&fixture, text->str, 1280);
  gf_ui_assert_soon (find (&fixture, ADW_TYPE_ACTION_ROW, "Show all 8") != NULL);
  gtk_widget_activate_action (find (&fixture, ADW_TYPE_ACTION_ROW, "Show all 8"), "navigation.push", "s", "problems");
  list = find (&fixture, GF_TYPE_NOTE_LIST, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (list));
  g_assert_nonnull (gf_ui_find (list, GTK_TYPE_LABEL, "8 places"));
  take_picture (&fixture, "import-problems");
  kind = gf_ui_find (list, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 2);
  g_assert_nonnull (gf_ui_find (list, GTK_TYPE_LABEL, "3 of 8 shown"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 0);
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (list, GTK_TYPE_SEARCH_ENTRY, NULL)), "row 6,");
  gf_ui_assert_soon (gf_ui_find (list, GTK_TYPE_LABEL, "1 of 8 shown") != NULL);
  adw_dialog_force_close (ADW_DIALOG (fixture.sheet));
  close_all (&fixture);
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
  Fixture fixture;
  g_autofree char *text = make_list (',');
  GtkWidget *page;
  GtkWidget *all;
  GtkWidget *role;

  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gtk_widget_activate_action (find (&fixture, GF_TYPE_PREVIEW_GRID, NULL), "navigation.push", "s", "columns");
  page = find (&fixture, GF_TYPE_IMPORT_COLUMNS_PAGE, NULL);
  gf_ui_assert_soon (gtk_widget_get_mapped (page));
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)), "ust");
  gtk_editable_set_text (GTK_EDITABLE (gf_ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)), "");
  all = gf_ui_find (page, GTK_TYPE_CHECK_BUTTON, "Choose All");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), TRUE);
  g_assert_nonnull (gf_ui_find (page, GTK_TYPE_LABEL, "5 columns chosen"));
  take_picture (&fixture, "import-all-columns");
  role = gf_ui_find (page, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (role), GF_ROLE_ATTRIBUTE + 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (role)), ==, 0);
  gf_ui_assert_soon (!gtk_widget_get_sensitive (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers")));
  adw_dialog_force_close (ADW_DIALOG (fixture.sheet));
  close_all (&fixture);
}

static void
test_people_are_left_out (void)
{
  Fixture fixture;
  g_autoptr (GString) text = g_string_new ("Company,Email,Revenue\n");
  GtkWidget *row;
  GfCustomers *customers;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Customer %u,mara.%u@example%u.com,%u.50\n", i, i, i, i * 100);
  open_sheet (&fixture, text->str, 1280);
  gf_ui_assert_soon (find (&fixture, ADW_TYPE_COMBO_ROW, "1 column holds personal data") != NULL);
  row = find (&fixture, ADW_TYPE_COMBO_ROW, "1 column holds personal data");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, GF_PERSONAL_DROP);
  take_picture (&fixture, "import-people");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), GF_PERSONAL_PSEUDONYMISE);
  gf_ui_wait_ms (100);
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  customers = gf_project_get_customers (gf_window_get_project (fixture.window));
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (get_table (&fixture), "Email"), 0), !=, "mara.0@example0.com");
  g_assert_cmpstr (gf_customers_get_pseudonym_key (customers), !=, "");
  g_assert_cmpint (gf_customers_get_personal (customers), ==, GF_PERSONAL_PSEUDONYMISE);
  close_all (&fixture);
}

/* Writes another list beside the first, for close_all() to be found empty. */
static GFile *
write_beside (Fixture    *fixture,
              const char *name,
              const char *text)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
test_deals_are_joined (void)
{
  Fixture fixture;
  AdwComboRow *kind;
  AdwComboRow *key;
  g_autofree char *text = make_list (',');
  g_autoptr (GString) deals = g_string_new ("Deal Name,Associated Company,Amount\n");
  g_autoptr (GFile) file = NULL;
  GtkWidget *extras;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (deals, "Deal %u,Customer %02u,%u.00\n", i, i / 2, 100 + i);
  g_string_append (deals, "Deal 50,Somebody else,100.00\n");
  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  file = write_beside (&fixture, "deals.csv", deals->str);
  extras = find (&fixture, GF_TYPE_IMPORT_EXTRAS, NULL);
  gf_import_extras_join (GF_IMPORT_EXTRAS (extras), file);
  gf_ui_assert_soon (find (&fixture, ADW_TYPE_ACTION_ROW, "deals.csv") != NULL);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (find (&fixture, ADW_TYPE_ACTION_ROW, "deals.csv"))),
                                   "50 of 51 deals matched by name"));
  take_picture (&fixture, "import-joined");
  g_signal_emit_by_name (find (&fixture, ADW_TYPE_ACTION_ROW, "deals.csv"), "activated");
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "Belong to No Customer") != NULL);
  take_picture (&fixture, "import-file");

  /* What the rows are, and whose, can be said. */
  kind = ADW_COMBO_ROW (find (&fixture, ADW_TYPE_COMBO_ROW, "A row is"));
  key = ADW_COMBO_ROW (find (&fixture, ADW_TYPE_COMBO_ROW, "Customer told by"));
  g_assert_cmpuint (adw_combo_row_get_selected (kind), ==, GF_ROWS_DEALS);
  g_assert_cmpuint (adw_combo_row_get_selected (key), ==, 0);
  adw_combo_row_set_selected (kind, GF_ROWS_TICKETS);
  gf_ui_assert_soon (find (&fixture, ADW_TYPE_ACTION_ROW, "Tickets: count") != NULL);
  adw_combo_row_set_selected (key, 1);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL,
                           "Nothing in the column “Deal Name” stands in any column of the customers. Choose the column "
                           "that says which customer a row belongs to.") != NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (key), ==, 0);
  adw_combo_row_set_selected (key, 2);
  adw_combo_row_set_selected (kind, GF_ROWS_DEALS);
  gf_ui_assert_soon (find (&fixture, ADW_TYPE_ACTION_ROW, "Deals: count") != NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (key), ==, 2);
  gf_ui_wait_ms (300);
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  g_assert_cmpuint (gf_table_get_n_columns (get_table (&fixture)), >, 5);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_notes (gf_project_get_customers (gf_window_get_project (fixture.window))))), >, 0);
  g_assert_true (g_file_delete (file, NULL, NULL));
  close_all (&fixture);
}

static void
test_the_next_export_updates (void)
{
  Fixture fixture;
  g_autofree char *text = make_list (',');
  g_autoptr (GString) next = g_string_new ("Company,Industry,Staff,Total revenue,Churned\n");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GfSourceColumn) employees = NULL;
  GfSource *source;

  for (guint i = 2; i < 65; i++)
    g_string_append_printf (next, "Customer %02u,%s,%u,%u,%s\n", i, i % 3 ? "Media" : "Data", i * 7 + (i == 4 ? 5 : 3),
                            90000 - i * 1000, i % 10 == 9 ? "yes" : "no");
  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  gf_ui_wait_ms (300);

  /* That the column was renamed in the file is known already. */
  source = gf_customers_get_main_source (gf_project_get_customers (gf_window_get_project (fixture.window)));
  employees = g_list_model_get_item (G_LIST_MODEL (gf_source_get_columns (source)), 2);
  gf_source_column_set_header (employees, "Staff");
  gf_ui_wait_ms (50);

  g_assert_true (g_file_set_contents (fixture.path, next->str, -1, NULL));
  file = g_file_new_for_path (fixture.path);
  gf_window_open (fixture.window, file);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "New rows for Companies: 5 added, 1 changed, 2 gone") != NULL);
  take_picture (&fixture, "import-update");
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Update Customers"), "clicked");
  gf_ui_assert_soon (gf_table_get_n_rows (get_table (&fixture)) == 65);
  g_assert_cmpuint (gf_table_get_n_columns (get_table (&fixture)), ==, 5);
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (get_table (&fixture), "Employees"), 4), ==, "33");
  g_assert_cmpstr (gf_source_column_get_column (employees), ==, "Employees");
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (get_table (&fixture)), ==, 60);
  close_all (&fixture);
}

static AdwToggleGroup *
find_answer (Fixture    *fixture,
             const char *question)
{
  GtkWidget *row = find (fixture, ADW_TYPE_ACTION_ROW, question);

  return row != NULL ? ADW_TOGGLE_GROUP (gf_ui_find (row, ADW_TYPE_TOGGLE_GROUP, NULL)) : NULL;
}

/* What was settled with the first export holds for the next, and a column that is only called otherwise is
 * asked about. */
static void
test_the_next_export_is_read_alike (void)
{
  Fixture fixture;
  g_autofree char *text = make_list (',');
  g_autoptr (GString) next = g_string_new ("Company,Industry,Employees count,Total revenue,Churned\n");
  g_autoptr (GFile) file = NULL;
  guint n_columns;
  GtkWidget *row;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (next, "Customer %02u,%s,%u,%u,%s\n", i, i % 3 ? "Media" : "Data", i * 7 + (i == 4 ? 5 : 3),
                            90000 - i * 1000, i % 10 == 9 ? "yes" : "no");
  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  row = find (&fixture, GF_TYPE_IMPORT_COLUMN_ROW, "Churned");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row))),
                              GF_ROLE_IGNORE);
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (get_table (&fixture), "Churned")), ==, GF_ROLE_IGNORE);
  n_columns = gf_table_get_n_columns (get_table (&fixture));
  gf_ui_wait_ms (300);

  g_assert_true (g_file_set_contents (fixture.path, next->str, -1, NULL));
  file = g_file_new_for_path (fixture.path);
  gf_window_open (fixture.window, file);
  gf_ui_assert_soon (find_answer (&fixture, "“Employees count” is “Employees”?") != NULL);
  g_assert_cmpuint (adw_toggle_group_get_active (find_answer (&fixture, "“Employees count” is “Employees”?")), ==,
                    GTK_INVALID_LIST_POSITION);
  take_picture (&fixture, "import-renamed");
  adw_toggle_group_set_active (find_answer (&fixture, "“Employees count” is “Employees”?"), 1);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_LABEL, "New rows for Companies: 0 added, 1 changed, 0 gone") != NULL);
  /* Nor is asked again what was settled. */
  g_assert_nonnull (find (&fixture, GTK_TYPE_LABEL, "Every column has its role already."));
  g_assert_nonnull (adw_dialog_get_focus (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window))));
  g_assert_cmpuint (adw_toggle_group_get_active (find_answer (&fixture, "“Employees count” is “Employees”?")), ==, 1);
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Update Customers"), "clicked");
  gf_ui_assert_soon (g_strcmp0 (gf_column_get_text (gf_table_find_column (get_table (&fixture), "Employees"), 4), "33") == 0);
  g_assert_cmpuint (gf_table_get_n_columns (get_table (&fixture)), ==, n_columns);
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (get_table (&fixture), "Churned")), ==, GF_ROLE_IGNORE);
  close_all (&fixture);
}

static void
test_the_project_is_called_after_the_list (void)
{
  Fixture fixture;
  g_autofree char *text = make_list (',');
  GfProject *project;
  AdwDialog *dialog;

  open_sheet (&fixture, text, 1280);
  gf_ui_assert_soon (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (find (&fixture, ADW_TYPE_ENTRY_ROW, "Product or service")), "Brightloom");
  g_signal_emit_by_name (find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers"), "clicked");
  gf_ui_assert_soon (get_table (&fixture) != NULL);
  project = gf_window_get_project (fixture.window);
  g_assert_cmpstr (gf_project_get_name (project), ==, "Companies");
  g_assert_cmpstr (gf_project_get_product (project), ==, "Brightloom");
  gtk_widget_activate_action (GTK_WIDGET (gf_step_page_get_visible_view (gf_window_get_visible_page (fixture.window))),
                              "page.import-report", NULL);
  gf_ui_assert_soon (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window)) != NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Import Report");
  take_picture (&fixture, "import-report");
  adw_dialog_force_close (dialog);
  close_all (&fixture);
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
  g_test_add_func ("/import-sheet/people-are-left-out", test_people_are_left_out);
  g_test_add_func ("/import-sheet/deals-are-joined", test_deals_are_joined);
  g_test_add_func ("/import-sheet/the-next-export-updates", test_the_next_export_updates);
  g_test_add_func ("/import-sheet/the-next-export-is-read-alike", test_the_next_export_is_read_alike);
  g_test_add_func ("/import-sheet/the-project-is-called-after-the-list", test_the_project_is_called_after_the_list);
  g_test_add_func ("/import-sheet/customers-are-typed-in", test_customers_are_typed_in);

  return g_test_run ();
}
