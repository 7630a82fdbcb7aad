/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "books.h"
#include "gf-customers-sources.h"
#include "gf-import-column-row.h"
#include "gf-import-date-row.h"
#include "gf-import-extras.h"
#include "gf-import-file-page.h"
#include "gf-import-fixture.h"
#include "gf-project.h"

#include <string.h>

/* What becomes of the next export of a list, and of what was joined to it. */

static void
open_next (GfImportFixture *fixture,
           const char      *name,
           const char      *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  import_open_next (fixture, name, bytes);
}

static GfCustomers *
get_customers (GfImportFixture *fixture)
{
  return gf_project_get_customers (gf_window_get_project (fixture->window));
}

static const char *
get_cell (GfImportFixture *fixture,
          const char      *column,
          gsize            row)
{
  return gf_column_get_text (gf_table_find_column (import_table (fixture), column), row);
}

/* What changes the same within a second is one step of undo. */
static void
wait_for_another_step (void)
{
  gf_ui_wait_ms (1100);
}

/* What the import report says was done. */
static gboolean
is_told (GfImportFixture *fixture,
         const char      *sentence)
{
  GListModel *notes = G_LIST_MODEL (gf_customers_get_notes (get_customers (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (GfImportNote) note = g_list_model_get_item (notes, i);

      if (g_str_equal (gf_import_note_get_message (note), sentence))
        return TRUE;
    }

  return FALSE;
}

static void
test_the_next_export_updates (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  g_autoptr (GString) next = g_string_new ("Company,Industry,Staff,Total revenue,Churned\n");
  g_autoptr (GfSourceColumn) employees = NULL;
  GfSource *source;

  for (guint i = 2; i < 65; i++)
    g_string_append_printf (next, "Customer %02u,%s,%u,%u,%s\n", i, i % 3 ? "Media" : "Data", i * 7 + (i == 4 ? 5 : 3),
                            90000 - i * 1000, i % 10 == 9 ? "yes" : "no");
  import_open (&fixture, text, 1280);
  import_accept (&fixture, "Import 60 Customers");
  wait_for_another_step ();

  /* That the column was renamed in the file is known already. */
  source = gf_customers_get_main_source (gf_project_get_customers (gf_window_get_project (fixture.window)));
  employees = g_list_model_get_item (G_LIST_MODEL (gf_source_get_columns (source)), 2);
  gf_source_column_set_header (employees, "Staff");
  gf_ui_wait_ms (50);

  open_next (&fixture, "companies.csv", next->str);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "New rows for Companies: 5 added, 1 changed, 2 gone") != NULL);
  import_picture (&fixture, "import-update");
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "Update Customers"), "clicked");
  gf_ui_assert_soon (gf_table_get_n_rows (import_table (&fixture)) == 65);
  gf_ui_assert_soon (gf_ui_find (GTK_WIDGET (fixture.window), GTK_TYPE_LABEL,
                                 "65 customers up to date: 5 added, 1 changed, 2 gone and kept") != NULL);
  g_assert_cmpuint (gf_table_get_n_columns (import_table (&fixture)), ==, 5);
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (import_table (&fixture), "Employees"), 4), ==, "33");
  g_assert_cmpstr (gf_source_column_get_column (employees), ==, "Employees");
  gf_ui_wait_ms (50);
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", NULL);
  g_assert_cmpuint (gf_table_get_n_rows (import_table (&fixture)), ==, 60);
  import_close (&fixture);
}

static AdwToggleGroup *
find_answer (GfImportFixture    *fixture,
             const char *question)
{
  GtkWidget *row = import_find (fixture, ADW_TYPE_ACTION_ROW, question);

  return row != NULL ? ADW_TOGGLE_GROUP (gf_ui_find (row, ADW_TYPE_TOGGLE_GROUP, NULL)) : NULL;
}

/* What was settled with the first export holds for the next, and a column that is only called otherwise is
 * asked about. */
static void
test_the_next_export_is_read_alike (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  g_autoptr (GString) next = g_string_new ("Company,Industry,Employees count,Total revenue,Churned\n");
  guint n_columns;
  GtkWidget *row;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (next, "Customer %02u,%s,%u,%u,%s\n", i, i % 3 ? "Media" : "Data", i * 7 + (i == 4 ? 5 : 3),
                            90000 - i * 1000, i % 10 == 9 ? "yes" : "no");
  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  row = import_find (&fixture, GF_TYPE_IMPORT_COLUMN_ROW, "Churned");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gf_import_column_row_get_first (GF_IMPORT_COLUMN_ROW (row))),
                              GF_ROLE_IGNORE);
  import_accept (&fixture, "Import 60 Customers");
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (import_table (&fixture), "Churned")), ==, GF_ROLE_IGNORE);
  n_columns = gf_table_get_n_columns (import_table (&fixture));

  open_next (&fixture, "companies.csv", next->str);
  gf_ui_assert_soon (find_answer (&fixture, "“Employees count” is “Employees”?") != NULL);
  g_assert_cmpuint (adw_toggle_group_get_active (find_answer (&fixture, "“Employees count” is “Employees”?")), ==,
                    GTK_INVALID_LIST_POSITION);
  import_picture (&fixture, "import-renamed");
  adw_toggle_group_set_active (find_answer (&fixture, "“Employees count” is “Employees”?"), 1);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "New rows for Companies: 0 added, 1 changed, 0 gone") != NULL);
  /* Nor is asked again what was settled. */
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_LABEL, "Every column has its role already."));
  g_assert_nonnull (adw_dialog_get_focus (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture.window))));
  g_assert_cmpuint (adw_toggle_group_get_active (find_answer (&fixture, "“Employees count” is “Employees”?")), ==, 1);
  g_signal_emit_by_name (import_find (&fixture, GTK_TYPE_BUTTON, "Update Customers"), "clicked");
  gf_ui_assert_soon (g_strcmp0 (gf_column_get_text (gf_table_find_column (import_table (&fixture), "Employees"), 4), "33") == 0);
  g_assert_cmpuint (gf_table_get_n_columns (import_table (&fixture)), ==, n_columns);
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (import_table (&fixture), "Churned")), ==, GF_ROLE_IGNORE);
  import_close (&fixture);
}

static char *
make_deals (guint n)
{
  GString *deals = g_string_new ("Deal Name,Associated Company,Amount\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (deals, "Deal %u,Customer %02u,%u.00\n", i, i / 2, 100 + i);
  g_string_append (deals, "Deal X,Custommer 07,7.00\n");

  return g_string_free (deals, FALSE);
}

static void
import_with_deals (GfImportFixture *fixture)
{
  g_autofree char *text = import_make_list (',');
  g_autofree char *deals = make_deals (50);
  g_autoptr (GFile) file = NULL;

  import_open (fixture, text, 1280);
  gf_ui_assert_soon (import_find (fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  file = import_write_beside (fixture, "deals-q1.csv", deals);
  gf_import_extras_join (GF_IMPORT_EXTRAS (import_find (fixture, GF_TYPE_IMPORT_EXTRAS, NULL)), file, NULL);
  gf_ui_assert_soon (import_find (fixture, ADW_TYPE_ACTION_ROW, "deals-q1.csv") != NULL);
  gf_ui_wait_ms (100);
  import_accept (fixture, "Import 60 Customers");
  g_assert_cmpstr (get_cell (fixture, "Deals: count", 3), ==, "2");
}

/* The next export of what was joined is joined again, and nobody is asked what was answered. */
static void
test_deals_are_joined_again (void)
{
  GfImportFixture fixture;
  g_autofree char *deals = make_deals (60);
  GtkWidget *as;
  guint n_columns;

  import_with_deals (&fixture);
  n_columns = gf_table_get_n_columns (import_table (&fixture));
  wait_for_another_step ();
  open_next (&fixture, "deals-q2.csv", deals);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "Deals: 60 of 61 deals matched by name") != NULL);
  as = import_find (&fixture, ADW_TYPE_COMBO_ROW, "This file is");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (as)), ==, 1);
  import_picture (&fixture, "import-joined-again");

  /* A pair of names is asked about on the page of the file. */
  g_signal_emit_by_name (import_find (&fixture, ADW_TYPE_ACTION_ROW, "Deals"), "activated");
  gf_ui_assert_soon (find_answer (&fixture, "“Custommer 07” is “Customer 07”?") != NULL);
  adw_toggle_group_set_active (find_answer (&fixture, "“Custommer 07” is “Customer 07”?"), 1);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "Deals: 61 of 61 deals matched by name, your answers") != NULL);
  import_accept (&fixture, "Join");
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "Deals joined to your customers") != NULL);
  g_assert_cmpuint (gf_table_get_n_rows (import_table (&fixture)), ==, 60);
  g_assert_cmpuint (gf_table_get_n_columns (import_table (&fixture)), ==, n_columns);
  g_assert_cmpstr (get_cell (&fixture, "Deals: count", 7), ==, "3");
  g_assert_cmpstr (get_cell (&fixture, "Deals: count", 29), ==, "2");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_sources (get_customers (&fixture)))), ==, 2);
  g_assert_cmpstr (gf_customers_get_source_file (get_customers (&fixture)), ==, "companies.csv");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.undo", NULL);
  g_assert_cmpstr (get_cell (&fixture, "Deals: count", 7), ==, "2");
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.redo", NULL);
  gf_ui_wait_ms (100);

  open_next (&fixture, "deals-q3.csv", deals);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "Deals: 61 of 61 deals matched by name, your answers") != NULL);
  import_close (&fixture);
}

/* A file that nobody knows can be joined to the customers that are there, or what cannot be is said. */
static void
test_what_a_file_is_can_be_said (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  g_autofree char *deals = make_deals (50);
  AdwComboRow *as;

  import_open (&fixture, text, 1280);
  import_accept (&fixture, "Import 60 Customers");
  open_next (&fixture, "deals.csv", deals);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 51 Customers") != NULL);
  as = ADW_COMBO_ROW (import_find (&fixture, ADW_TYPE_COMBO_ROW, "This file is"));
  g_assert_cmpuint (adw_combo_row_get_selected (as), ==, 2);
  adw_combo_row_set_selected (as, 1);
  import_accept (&fixture, "Join");
  g_assert_cmpstr (get_cell (&fixture, "Deals: count", 3), ==, "2");
  g_assert_cmpuint (gf_table_get_n_rows (import_table (&fixture)), ==, 60);

  open_next (&fixture, "weather.csv", "Day,Rain\n2026-01-01,3\n2026-01-02,0\n2026-01-03,9\n");
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_COMBO_ROW, "This file is") != NULL);
  as = ADW_COMBO_ROW (import_find (&fixture, ADW_TYPE_COMBO_ROW, "This file is"));
  gf_ui_wait_ms (100);
  adw_combo_row_set_selected (as, 1);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "It cannot be joined") != NULL);
  g_assert_false (gtk_widget_is_sensitive (import_find (&fixture, GTK_TYPE_BUTTON, "Join")));
  import_close (&fixture);
}

/* Deals in the archive of the customers are joined, and those of the next archive by themselves. */
static void
test_an_archive_brings_its_other_tables (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  g_autofree char *first = make_deals (50);
  g_autofree char *second = make_deals (60);
  g_autoptr (GBytes) archive = make_zip ("crm/companies-2026-03.csv", text, "crm/deals-2026-03.csv", first, NULL);
  g_autoptr (GBytes) next = make_zip ("crm/companies-2026-06.csv", text, "crm/deals-2026-06.csv", second, NULL);
  GtkWidget *row;

  import_open_bytes (&fixture, "crm-2026-03.zip", archive, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "deals-2026-03.csv") != NULL);
  import_picture (&fixture, "import-archive");
  row = import_find (&fixture, ADW_TYPE_ACTION_ROW, "deals-2026-03.csv");
  g_assert_true (gtk_widget_is_sensitive (row));
  g_signal_emit_by_name (row, "activated");
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "deals-2026-03.csv") != NULL &&
                     g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (import_find (&fixture, ADW_TYPE_ACTION_ROW,
                                                                                                 "deals-2026-03.csv"))),
                                       "50 of 51 deals matched by name"));
  g_assert_false (gtk_widget_get_visible (import_find (&fixture, ADW_TYPE_EXPANDER_ROW, "In the Same File")));
  gf_ui_wait_ms (100);
  import_accept (&fixture, "Import 60 Customers");
  g_assert_cmpstr (get_cell (&fixture, "Deals: count", 29), ==, "0");

  import_open_next (&fixture, "crm-2026-06.zip", next);
  gf_ui_assert_soon (import_find (&fixture, ADW_TYPE_ACTION_ROW, "deals-2026-06.csv") != NULL &&
                     g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (import_find (&fixture, ADW_TYPE_ACTION_ROW,
                                                                                                 "deals-2026-06.csv"))),
                                       "60 of 61 deals matched by name"));
  gf_ui_wait_ms (100);
  import_accept (&fixture, "Update Customers");
  g_assert_cmpstr (get_cell (&fixture, "Deals: count", 29), ==, "2");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_sources (get_customers (&fixture)))), ==, 2);
  import_close (&fixture);
}

/* What was left out of the first export, as a project made elsewhere may have it, stays out and is said. */
static void
test_what_was_left_out_stays_out (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GfTable) fewer = NULL;
  GListModel *columns;

  import_open (&fixture, text, 1280);
  import_accept (&fixture, "Import 60 Customers");
  for (guint i = 0; i < gf_table_get_n_columns (import_table (&fixture)); i++)
    if (i != 2)
      g_ptr_array_add (kept, gf_table_get_column (import_table (&fixture), i));
  fewer = gf_table_new ((GfColumn * const *) kept->pdata, kept->len);
  gf_project_set_table (gf_window_get_project (fixture.window), fewer);
  columns = G_LIST_MODEL (gf_source_get_columns (gf_customers_get_main_source (get_customers (&fixture))));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GfSourceColumn) column = g_list_model_get_item (columns, i);

      if (!g_str_equal (gf_source_column_get_header (column), "Employees"))
        continue;
      gf_source_column_set_column (column, "");
      gf_source_column_set_personal (column, GF_PERSONAL_DROP);
    }
  gf_ui_wait_ms (50);

  open_next (&fixture, "companies.csv", text);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "New rows for Companies: 0 added, 0 changed, 0 gone") != NULL);
  g_assert_nonnull (import_find (&fixture, ADW_TYPE_ACTION_ROW, "“Employees” was left out before and stays out."));
  import_picture (&fixture, "import-left-out");
  import_accept (&fixture, "Update Customers");
  g_assert_null (gf_table_find_column (import_table (&fixture), "Employees"));
  g_assert_true (is_told (&fixture, "“Employees” was left out before and stays out."));
  import_close (&fixture);
}

/* Rows that repeat a customer are put together, and those of the next export too. */
static void
test_repeats_are_merged_again (void)
{
  GfImportFixture fixture;
  g_autofree char *list = import_make_list (',');
  g_autofree char *text = g_strconcat (list, "Customer 07,,,,\nCustomer 08,,,,yes\n", NULL);
  g_autofree char *next = g_strconcat (list, "Customer 60,Data,5,10,no\nCustomer 60,,,,\n", NULL);
  AdwSwitchRow *merge;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 62 Customers") != NULL);
  merge = ADW_SWITCH_ROW (import_find (&fixture, ADW_TYPE_SWITCH_ROW, "2 rows repeat a customer"));
  g_assert_nonnull (merge);
  g_assert_false (adw_switch_row_get_active (merge));
  adw_switch_row_set_active (merge, TRUE);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Import 60 Customers") != NULL);
  import_picture (&fixture, "import-repeats");
  import_accept (&fixture, "Import 60 Customers");
  g_assert_cmpuint (gf_table_get_n_rows (import_table (&fixture)), ==, 60);
  g_assert_cmpstr (get_cell (&fixture, "Industry", 7), ==, "Media");

  open_next (&fixture, "companies.csv", next);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "New rows for Companies: 1 added, 0 changed, 0 gone") != NULL);
  import_accept (&fixture, "Update Customers");
  g_assert_cmpuint (gf_table_get_n_rows (import_table (&fixture)), ==, 61);
  import_close (&fixture);
}

/* The next export, and more about the customers, on a phone with text twice as large. */
static void
test_it_fits_a_phone_with_large_text (void)
{
  GfImportFixture fixture;
  g_autofree char *text = import_make_list (',');
  g_autofree char *deals = make_deals (50);
  GtkWidget *sheet;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  import_open (&fixture, text, 420);
  import_accept (&fixture, "Import 60");
  open_next (&fixture, "companies.csv", text);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_BUTTON, "Update") != NULL);
  gf_ui_wait_ms (300);
  gf_ui_assert_fits (adw_dialog_get_child (ADW_DIALOG (fixture.sheet)), 320);
  import_picture (&fixture, "import-update-360-large");
  adw_dialog_force_close (ADW_DIALOG (fixture.sheet));

  open_next (&fixture, "deals.csv", deals);
  /* The sheet before may not be gone yet. */
  sheet = GTK_WIDGET (fixture.sheet);
  gf_ui_assert_soon (gf_ui_find (sheet, GTK_TYPE_BUTTON, "Import 51") != NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (gf_ui_find (sheet, ADW_TYPE_COMBO_ROW, "This file is")), 1);
  gf_ui_assert_soon (gf_ui_find (sheet, GTK_TYPE_BUTTON, "Join") != NULL);
  gf_ui_wait_ms (300);
  gf_ui_assert_fits (adw_dialog_get_child (ADW_DIALOG (fixture.sheet)), 320);
  g_signal_emit_by_name (gf_ui_find (sheet, ADW_TYPE_ACTION_ROW, "Deals"), "activated");
  gf_ui_assert_soon (import_find (&fixture, GF_TYPE_IMPORT_FILE_PAGE, NULL) != NULL);
  gf_ui_wait_ms (300);
  gf_ui_assert_fits (import_find (&fixture, GF_TYPE_IMPORT_FILE_PAGE, NULL), 320);
  import_picture (&fixture, "import-file-360-large");
  import_close (&fixture);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

static char *
make_dates (guint n)
{
  GString *text = g_string_new ("Name,Since\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Customer %u,0%u/06/2021\n", i, i % 5 + 1);

  return g_string_free (text, FALSE);
}

/* Which of two numbers is the day is asked once. */
static void
test_the_date_order_is_remembered (void)
{
  GfImportFixture fixture;
  g_autofree char *text = make_dates (60);
  g_autofree char *next = make_dates (61);
  GtkWidget *answers;
  double days;

  import_open (&fixture, text, 1280);
  gf_ui_assert_soon (import_find (&fixture, GF_TYPE_IMPORT_DATE_ROW, NULL) != NULL);
  answers = gf_import_date_row_get_first (GF_IMPORT_DATE_ROW (import_find (&fixture, GF_TYPE_IMPORT_DATE_ROW, NULL)));
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (answers), 0);
  import_accept (&fixture, "Import 60 Customers");
  g_assert_cmpint (gf_column_get_spec (gf_table_find_column (import_table (&fixture), "Since"))->date_order, ==,
                   GF_DATE_ORDER_DMY);

  open_next (&fixture, "companies.csv", next);
  gf_ui_assert_soon (import_find (&fixture, GTK_TYPE_LABEL, "New rows for Companies: 1 added, 0 changed, 0 gone") != NULL);
  g_assert_null (import_find (&fixture, GF_TYPE_IMPORT_DATE_ROW, NULL));
  g_assert_nonnull (import_find (&fixture, GTK_TYPE_LABEL, "Every column has its role already."));
  import_accept (&fixture, "Update Customers");
  g_assert_cmpuint (gf_table_get_n_rows (import_table (&fixture)), ==, 61);
  days = gf_column_get_number (gf_table_find_column (import_table (&fixture), "Since"), 60);
  g_assert_cmpfloat (days, ==, gf_days_from_parts (2021, 6, 1));
  import_close (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  gf_ui_test_init (&argc, &argv);
  g_test_add_func ("/import-update/it-fits-a-phone-with-large-text", test_it_fits_a_phone_with_large_text);
  g_test_add_func ("/import-update/the-next-export-updates", test_the_next_export_updates);
  g_test_add_func ("/import-update/the-next-export-is-read-alike", test_the_next_export_is_read_alike);
  g_test_add_func ("/import-update/deals-are-joined-again", test_deals_are_joined_again);
  g_test_add_func ("/import-update/what-a-file-is-can-be-said", test_what_a_file_is_can_be_said);
  g_test_add_func ("/import-update/an-archive-brings-its-other-tables", test_an_archive_brings_its_other_tables);
  g_test_add_func ("/import-update/what-was-left-out-stays-out", test_what_was_left_out_stays_out);
  g_test_add_func ("/import-update/repeats-are-merged-again", test_repeats_are_merged_again);
  g_test_add_func ("/import-update/the-date-order-is-remembered", test_the_date_order_is_remembered);

  return g_test_run ();
}
