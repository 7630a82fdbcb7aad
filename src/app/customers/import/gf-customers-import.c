/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-import.h"

#include "gf-feedback.h"
#include "gf-format.h"
#include "gf-import-notes.h"
#include "gf-import-sheet.h"
#include "gf-import-update.h"
#include "gf-project-analysis.h"
#include "gf-project-derive.h"
#include "gf-project-update.h"
#include "gf-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ways in for customers: a file, or cells from the clipboard. */

/* So many notes of an import are kept with the project; undo holds them as often as there are steps. */
#define MOST_NOTES 300

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GfStepPage) page = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GfImportReading) reading = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (gf_step_page_get_project (page) == NULL)
    return;
  if (text == NULL || *text == '\0')
    {
      gf_toast (GTK_WIDGET (page), _("Copy rows of a table first, then paste them here"));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  reading = gf_import_reading_new (NULL, bytes);
  gf_import_sheet_present (page, reading);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GfStepPage) page = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    gf_customers_import_file (page, file);
}

/**
 * gf_customers_add_suffixes:
 * @filter: a filter of files
 *
 * Lets lists of customers through.
 */
void
gf_customers_add_suffixes (GtkFileFilter *filter)
{
  static const char * const suffixes[] = { "csv", "tsv", "tab", "txt", "xlsx", "ods", "xls", "gz", "zip" };

  g_return_if_fail (GTK_IS_FILE_FILTER (filter));

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
}

/**
 * gf_customers_new_filters:
 *
 * Returns: (transfer full): filters for a dialog that opens lists
 */
GListModel *
gf_customers_new_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) lists = gtk_file_filter_new ();

  gtk_file_filter_set_name (lists, _("Customer Lists"));
  gf_customers_add_suffixes (lists);
  g_list_store_append (filters, lists);

  return G_LIST_MODEL (filters);
}

/**
 * gf_customers_import_choose:
 * @page: the page of the step Customers
 *
 * Lets the user choose a file and imports it.
 */
void
gf_customers_import_choose (GfStepPage *page)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = gf_customers_new_filters ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  gtk_file_dialog_set_title (dialog, _("Open Customers"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (root), NULL, chosen_cb, g_object_ref (page));
}

/**
 * gf_customers_import_file:
 * @page: the page of the step Customers
 * @file: a list of customers
 *
 * Shows what @file holds on the import sheet, for the user to take it.
 */
void
gf_customers_import_file (GfStepPage *page,
                          GFile      *file)
{
  g_autoptr (GfImportReading) reading = NULL;

  g_return_if_fail (GF_IS_STEP_PAGE (page) && G_IS_FILE (file));

  reading = gf_import_reading_new (file, NULL);
  gf_import_sheet_present (page, reading);
}

/**
 * gf_customers_import_paste:
 * @page: the page of the step Customers
 *
 * Shows what cells in the clipboard hold on the import sheet, for the user to take it.
 */
void
gf_customers_import_paste (GfStepPage *page)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL,
                                 text_cb, g_object_ref (page));
}

/* A measure or a mark that speaks of a column that is gone says nothing any more. */
static void
drop_missing (GListStore *records,
              GfTable    *table)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (records)); i > 0; i--)
    {
      g_autoptr (GObject) record = g_list_model_get_item (G_LIST_MODEL (records), i - 1);
      g_autofree char *column = NULL;

      g_object_get (record, "column", &column, NULL);
      if (gf_table_index_of (table, column) < 0)
        g_list_store_remove (records, i - 1);
    }
}

/* Takes a table and says who is good and who is not, as far as its columns tell. */
static void
take_table (GfStepPage *page,
            GfTable    *table,
            const char *source_file,
            const char *source)
{
  GfProject *project = gf_step_page_get_project (page);
  GfCustomers *customers = gf_project_get_customers (project);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  gf_project_set_table (project, table);
  g_list_store_remove_all (gf_customers_get_notes (customers));
  gf_customers_set_n_notes (customers, 0);
  gf_customers_set_source_file (customers, source_file);
  gf_customers_set_source (customers, source);
  gf_customers_set_imported (customers, today);
  drop_missing (gf_customers_get_measures (customers), table);
  drop_missing (gf_customers_get_bad_marks (customers), table);
  gf_customers_suggest_rule (customers, table);
}

/* What was done and what the import left otherwise than it was, for the report. */
static void
take_notes (GfCustomers         *customers,
            GfImport            *import,
            const GfImportDraft *draft)
{
  GListStore *kept = gf_customers_get_notes (customers);
  g_autoptr (GListStore) problems = gf_import_notes_new (import);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_problems = g_list_model_get_n_items (G_LIST_MODEL (problems));

  for (guint i = 0; i < draft->told->len; i++)
    g_ptr_array_add (notes, gf_import_notes_make ("done", 0, NULL, NULL, g_ptr_array_index (draft->told, i)));
  for (guint i = 0; i < n_problems && notes->len < MOST_NOTES; i++)
    g_ptr_array_add (notes, g_list_model_get_item (G_LIST_MODEL (problems), i));
  g_list_store_splice (kept, 0, g_list_model_get_n_items (G_LIST_MODEL (kept)), notes->pdata, notes->len);
  gf_customers_set_n_notes (customers,
                            (gint64) MIN (draft->told->len + gf_import_get_n_problems (import), G_MAXINT32));
}

/* The formulas stay with the project, so that the columns follow what they are computed from. */
static void
take_derived (GfProject             *project,
              const GfImportDraft   *draft,
              const GfImportChoices *choices)
{
  for (guint i = 0; i < draft->derivations->len; i++)
    {
      const GfDerivation *derivation = g_ptr_array_index (draft->derivations, i);

      /* Without its inputs, left out as personal, a column stays as it was computed. */
      if (gf_import_choices_get_derived (choices, derivation->name))
        gf_project_add_derived (project, derivation, NULL);
    }
}

/* What was settled for dates that could be read both ways. */
static GfDateOrder
find_order (const GfImport        *import,
            const GfImportChoices *choices)
{
  GfDateOrder order = gf_import_get_options (import)->date_order;

  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    {
      const GfProblem *problem = gf_import_get_problem (import, i);

      if (problem->kind == GF_PROBLEM_DATE_ORDER && problem->column_name != NULL &&
          gf_import_choices_get_date_order (choices, problem->column_name) != GF_DATE_ORDER_UNKNOWN)
        order = gf_import_choices_get_date_order (choices, problem->column_name);
    }

  return order;
}

/* One of the files that came together is not the next export of another. */
static GfSource *
take_file (GfProject             *project,
           GfTable               *table,
           const GfImportFile    *file,
           const GfImportDraft   *draft,
           GPtrArray             *taken)
{
  GfSource *source = gf_customers_find_source (gf_project_get_customers (project), file->file_name,
                                               gf_import_get_table (file->import));

  if (source != NULL && (!gf_source_get_joined (source) || g_ptr_array_find (taken, source, NULL)))
    source = NULL;
  source = gf_project_take_join (project, source, table, file->plan, file->match, file->file_name, file->import,
                                 draft->told);
  g_ptr_array_add (taken, source);

  return source;
}

/* What was joined is remembered with the answers that were given, for the next export of it. */
static void
take_joined (GfProject             *project,
             const GfImportDraft   *draft,
             const GfImportChoices *choices)
{
  GPtrArray *files = gf_import_choices_get_files (choices);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      const GfImportFile *file = g_ptr_array_index (files, i);

      take_file (project, gf_project_get_table (project), file, draft, taken);
    }
}

/* A project that has no name yet is called after its customers. */
static void
take_name (GfProject             *project,
           const GfImportChoices *choices)
{
  const char *name = gf_import_choices_get_project_name (choices);
  const char *product = gf_import_choices_get_product (choices);

  if (name != NULL && *name != '\0' && *gf_project_get_name (project) == '\0')
    gf_project_set_name (project, name);
  if (product != NULL && *product != '\0')
    gf_project_set_product (project, product);
}

static void
take_customers (GfStepPage            *page,
                GfImport              *import,
                const GfImportDraft   *draft,
                const GfImportChoices *choices,
                const char            *source_file)
{
  GfProject *project = gf_step_page_get_project (page);
  GfCustomers *customers = gf_project_get_customers (project);
  GfSource *source;

  if (draft->update != NULL)
    {
      gf_project_take_update (project, NULL, draft->update, source_file, import, draft->told);
      source = gf_customers_get_main_source (customers);
    }
  else
    {
      take_table (page, draft->table, source_file, gf_import_get_source (import));
      source = gf_customers_remember (customers, source_file, import, draft->table);
    }
  gf_source_set_merge_repeats (source, gf_import_choices_get_merge (choices));
  take_joined (project, draft, choices);
  take_derived (project, draft, choices);
}

/* More about the customers that are there. */
static void
take_own (GfProject             *project,
          GfImport              *import,
          const GfImportDraft   *draft,
          const GfImportChoices *choices)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  GfSource *source;

  g_return_if_fail (draft->matched != NULL);

  source = take_file (project, draft->table, draft->matched, draft, taken);
  gf_source_set_date_order (source, find_order (import, choices));
}

/* What is told of an import that is done. */
static char *
dup_done (const GfImportDraft *draft,
          GfTable             *table)
{
  gsize n = gf_table_get_n_rows (table);
  g_autofree char *count = gf_format_count (n);

  if (draft->joined)
    return g_strdup_printf (_("%s joined to your customers"), draft->matched->plan->title);
  if (draft->update != NULL)
    return gf_import_update_dup_done (draft->update, n);

  return g_strdup_printf (ngettext ("%s customer imported", "%s customers imported", (gulong) n), count);
}

/* Once the customers stand where the ways in were: what had the focus may be gone with those. */
static gboolean
focus_cb (gpointer data)
{
  GtkWidget *content = gf_step_page_get_area (GF_STEP_PAGE (data), 0);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (data));

  if (content == NULL || !gtk_widget_get_mapped (content))
    return G_SOURCE_REMOVE;

  /* What has been opened since keeps it. */
  if (ADW_IS_APPLICATION_WINDOW (root) &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL)
    return G_SOURCE_REMOVE;

  if (!gtk_widget_grab_focus (content))
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/**
 * gf_customers_import_take:
 * @page: the page of the step Customers
 * @import: what was read
 * @draft: what becomes of it
 * @choices: what was settled
 * @source_file: the name of the file, "" for the clipboard
 *
 * Makes the customers of @import those of the project and proposes who is best and who is a bad fit,
 * in one step that can be undone.
 */
void
gf_customers_import_take (GfStepPage            *page,
                          GfImport              *import,
                          const GfImportDraft   *draft,
                          const GfImportChoices *choices,
                          const char            *source_file)
{
  GfCustomers *customers;
  GfProject *project;
  g_autofree char *text = NULL;

  g_return_if_fail (GF_IS_STEP_PAGE (page) && import != NULL && draft != NULL && choices != NULL);

  project = gf_step_page_get_project (page);
  customers = gf_project_get_customers (project);
  gf_customers_set_personal (customers, gf_import_choices_get_personal (choices));
  if (gf_import_choices_get_personal (choices) == GF_PERSONAL_PSEUDONYMISE)
    gf_customers_set_pseudonym_key (customers, gf_import_choices_get_key (choices));
  if (draft->joined)
    take_own (project, import, draft, choices);
  else
    take_customers (page, import, draft, choices, source_file);
  take_notes (customers, import, draft);
  take_name (project, choices);
  g_idle_add_full (G_PRIORITY_LOW, focus_cb, g_object_ref (page), g_object_unref);
  text = dup_done (draft, gf_project_get_table (project));
  gf_toast_undo (GTK_WIDGET (page), text);
  gf_announce (GTK_WIDGET (page), text);
}

/**
 * gf_customers_type_in:
 * @page: the page of the step Customers
 *
 * Begins a list by hand: the usual columns and one empty row, whose name is to be typed.
 */
void
gf_customers_type_in (GfStepPage *page)
{
  const GfColumnSpec specs[] = {
    { .name = _("Name"), .type = GF_COLUMN_TEXT, .role = GF_ROLE_NAME },
    { .name = _("Industry"), .type = GF_COLUMN_CATEGORY, .role = GF_ROLE_ATTRIBUTE },
    { .name = _("Employees"), .type = GF_COLUMN_NUMBER, .role = GF_ROLE_ATTRIBUTE },
    { .name = _("Country"), .type = GF_COLUMN_CATEGORY, .role = GF_ROLE_ATTRIBUTE },
    { .name = _("Yearly revenue"), .type = GF_COLUMN_MONEY, .role = GF_ROLE_VALUE },
    { .name = _("Customer since"), .type = GF_COLUMN_DATE, .role = GF_ROLE_DATE },
    { .name = _("Churned"), .type = GF_COLUMN_FLAG, .role = GF_ROLE_CHURN },
  };
  const char *blank[] = { "" };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  g_autoptr (GfTable) table = NULL;

  g_return_if_fail (GF_IS_STEP_PAGE (page));

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    g_ptr_array_add (columns, gf_column_new_from_cells (&specs[i], blank, 1));
  table = gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
  take_table (page, table, "", "");
}
