/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-personal.h"
#include "gf-history.h"
#include "gf-project-derive.h"
#include "gf-project-file.h"
#include "gf-project-update.h"

#include <string.h>

static GfImport *
read_import (const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  GfImport *import = gf_import_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

#define QUARTER_1                                                          \
  "Record ID,Company name,Industry,Seats,Create Date,Contact Email\n"      \
  "1,Acme,Tools,12,2024-01-01,ann@acme.example\n"                          \
  "2,Zweig,Media,3,2024-06-01,ben@zweig.example\n"                         \
  "3,Neu,Media,5,2024-07-01,\n"

#define QUARTER_2                                                          \
  "Record ID,Company name,Industry,Seats,Create Date,Contact Email\n"      \
  "2,Zweig Verlag,Media,4,2024-06-01,cem@zweig.example\n"                  \
  "1,Acme,Tools,12,2024-01-01,ann@acme.example\n"                          \
  "4,Vier,Food,7,2024-12-31,\n"

static GfProject *
make_project_of (const char       *csv,
                 GfPersonalChoice  choice)
{
  g_autoptr (GfImport) import = read_import (csv);
  GfProject *project = gf_project_new ();
  GfCustomers *customers = gf_project_get_customers (project);
  g_autoptr (GfInterview) interview = gf_interview_new ();

  gf_customers_set_personal (customers, choice);
  g_autoptr (GfTable) table = gf_project_hide_again (project, NULL, import);
  gf_project_set_table (project, table);
  gf_customers_remember (customers, "hubspot-crm-exports-all-2026-03-01.csv", import, table);
  gf_interview_set_company (interview, "zweig ");
  g_list_store_append (gf_project_get_interviews (project), interview);

  return project;
}

static GfProject *
make_project (GfPersonalChoice choice)
{
  return make_project_of (QUARTER_1, choice);
}

static void
update (GfProject  *project,
        const char *csv,
        const char *file_name,
        GPtrArray  *told)
{
  g_autoptr (GfImport) import = read_import (csv);
  GfCustomers *customers = gf_project_get_customers (project);
  GfSource *source = gf_customers_find_source (customers, file_name, gf_import_get_table (import));
  g_autoptr (GfTable) table = gf_project_hide_again (project, source, import);
  g_autoptr (GfUpdatePlan) plan = gf_project_plan_update (project, source, table);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfUpdate) made = gf_update_new (gf_project_get_table (project), table, plan, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (source);
  gf_project_take_update (project, source, made, file_name, import, told);
}

static void
assert_cells (GfProject  *project,
              const char *column,
              const char *expected)
{
  GfTable *table = gf_project_get_table (project);
  GfColumn *found = gf_table_find_column (table, column);
  g_autoptr (GString) texts = g_string_new (NULL);

  if (found == NULL)
    g_error ("no column “%s”", column);
  for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
    g_string_append_printf (texts, "%s%s", row > 0 ? "|" : "", gf_column_get_text (found, row));
  g_assert_cmpstr (texts->str, ==, expected);
}

static void
test_recognised (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_KEEP);
  GfCustomers *customers = gf_project_get_customers (project);
  g_autoptr (GfImport) next = read_import (QUARTER_2);
  g_autoptr (GfImport) other = read_import ("Ticket ID,Company,Priority\n1,Acme,high\n");
  GfSource *source = gf_customers_get_main_source (customers);

  g_assert_nonnull (source);
  g_assert_true (gf_customers_find_source (customers, "hubspot-crm-exports-all-2026-06-01 (1).csv",
                                           gf_import_get_table (next)) == source);
  /* Another name, but the very columns. */
  g_assert_true (gf_customers_find_source (customers, "export.csv", gf_import_get_table (next)) == source);
  /* The name alone is not enough. */
  g_assert_null (gf_customers_find_source (customers, "hubspot-crm-exports-all-2026-06-01.csv",
                                           gf_import_get_table (other)));
  g_assert_null (gf_customers_find_source (customers, "tickets.csv", gf_import_get_table (other)));
  g_assert_false (gf_source_is_same_file ("", ""));
}

/* The whole update is one step, and everything that speaks of customers keeps its meaning. */
static void
test_update_is_one_step (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_KEEP);
  GfCustomers *customers = gf_project_get_customers (project);
  g_autoptr (GPtrArray) derivations = gf_derive_suggest (gf_project_get_table (project));
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GfInterview) interview = g_list_model_get_item (G_LIST_MODEL (gf_project_get_interviews (project)),
                                                             0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (derivations->len, ==, 1);
  g_assert_true (gf_project_add_derived (project, g_ptr_array_index (derivations, 0), &error));
  g_assert_no_error (error);
  assert_cells (project, "Tenure in months", "6|1|0");

  g_autoptr (GfHistory) history = gf_history_new (project);
  g_autoptr (GfTable) before = gf_table_ref (gf_project_get_table (project));
  update (project, QUARTER_2, "hubspot-crm-exports-all-2026-06-01.csv", told);
  gf_history_commit (history);

  assert_cells (project, "Company name", "Acme|Zweig Verlag|Neu|Vier");
  assert_cells (project, "Seats", "12|4|5|7");
  /* To the latest date of the new data. */
  assert_cells (project, "Tenure in months", "12|7|6|0");
  g_assert_cmpstr (gf_interview_get_company (interview), ==, "Zweig Verlag");
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpstr (gf_customers_get_source_file (customers), ==, "hubspot-crm-exports-all-2026-06-01.csv");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_sources (customers))), ==, 1);

  gf_history_undo (history);
  g_assert_true (gf_project_get_table (project) == before);
  g_assert_cmpstr (gf_interview_get_company (interview), ==, "zweig ");
  g_assert_cmpstr (gf_source_get_file (gf_customers_get_main_source (customers)), ==,
                   "hubspot-crm-exports-all-2026-03-01.csv");
  g_assert_false (gf_history_get_can_undo (history));
  gf_history_redo (history);
  assert_cells (project, "Tenure in months", "12|7|6|0");
}

/* Data of people are treated as in the first file: the same person is the same word again. */
static void
test_people_stay_hidden (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_PSEUDONYMISE);
  g_autofree char *ann =
    g_strdup (gf_column_get_text (gf_table_find_column (gf_project_get_table (project), "Contact Email"), 0));

  g_assert_null (strstr (ann, "ann@"));
  update (project, QUARTER_2, "hubspot-crm-exports-all-2026-06-01.csv", NULL);

  GfColumn *mails = gf_table_find_column (gf_project_get_table (project), "Contact Email");
  g_assert_cmpstr (gf_column_get_text (mails, 0), ==, ann);
  for (gsize row = 0; row < gf_column_get_n_rows (mails); row++)
    g_assert_null (strstr (gf_column_get_text (mails, row), "cem@"));
}

static void
test_dropped_stays_dropped (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_DROP);

  g_assert_null (gf_table_find_column (gf_project_get_table (project), "Contact Email"));
  for (guint i = 0; i < 2; i++)
    {
      update (project, QUARTER_2, "hubspot-crm-exports-all-2026-06-01.csv", NULL);
      g_assert_null (gf_table_find_column (gf_project_get_table (project), "Contact Email"));
    }
}

/* That nobody's address was there at first does not mean that addresses are to be kept. */
static void
test_a_column_that_was_empty (gconstpointer data)
{
  GfPersonalChoice choice = (GfPersonalChoice) GPOINTER_TO_INT (data);
  g_autoptr (GfProject) project =
    make_project_of ("Record ID,Company name,Industry,Seats,Create Date,Contact Email\n"
                     "1,Acme,Tools,12,2024-01-01,\n"
                     "2,Zweig,Media,3,2024-06-01,\n", choice);

  assert_cells (project, "Contact Email", "|");
  update (project, QUARTER_2, "hubspot-crm-exports-all-2026-06-01.csv", NULL);

  GfColumn *mails = gf_table_find_column (gf_project_get_table (project), "Contact Email");
  for (gsize row = 0; row < gf_column_get_n_rows (mails); row++)
    {
      g_assert_null (strstr (gf_column_get_text (mails, row), "ann@"));
      g_assert_null (strstr (gf_column_get_text (mails, row), "cem@"));
    }
  g_assert_cmpint (gf_column_count_filled (mails) > 0, ==, choice == GF_PERSONAL_PSEUDONYMISE);
}

/* An update in which the user settles anew what becomes of data of people. */
static void
update_with_choice (GfProject        *project,
                    GfPersonalChoice  choice)
{
  g_autoptr (GfImport) import = read_import (QUARTER_2);
  GfCustomers *customers = gf_project_get_customers (project);
  g_autoptr (GfTable) table = gf_customers_hide_people (customers, gf_import_get_export (import),
                                                        gf_import_get_table (import), choice, NULL);
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (gf_project_get_table (project), table, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfUpdate) made = gf_update_new (gf_project_get_table (project), table, plan, NULL, &error);

  g_assert_no_error (error);
  gf_project_take_update (project, NULL, made, "hubspot-crm-exports-all-2026-06-01.csv", import, NULL);
}

#define QUARTER_3                                                          \
  "Record ID,Company name,Industry,Seats,Create Date,Contact Email\n"      \
  "5,Funf,Food,8,2025-01-31,dan@funf.example\n"

/* What is settled with an update holds for the next one, and each column is remembered as what it is. */
static void
test_another_choice_is_remembered (gconstpointer data)
{
  GfPersonalChoice choice = (GfPersonalChoice) GPOINTER_TO_INT (data);
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_KEEP);
  GfCustomers *customers = gf_project_get_customers (project);

  update_with_choice (project, choice);
  GListModel *columns = G_LIST_MODEL (gf_source_get_columns (gf_customers_get_main_source (customers)));
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GfSourceColumn) column = g_list_model_get_item (columns, i);
      const char *header = gf_source_column_get_header (column);
      gboolean mails = g_str_equal (header, "Contact Email");

      g_assert_cmpstr (gf_source_column_get_column (column), ==, mails && choice == GF_PERSONAL_DROP ? "" : header);
      g_assert_cmpint (gf_source_column_get_personal (column), ==, mails ? choice : GF_PERSONAL_KEEP);
    }

  update (project, QUARTER_3, "hubspot-crm-exports-all-2026-09-01.csv", NULL);
  assert_cells (project, "Seats", "12|4|5|7|8");
  GfColumn *mails = gf_table_find_column (gf_project_get_table (project), "Contact Email");
  g_assert_null (strstr (gf_column_get_text (mails, 4), "dan@"));
}

static GfSource *
join (GfProject  *project,
      const char *csv,
      const char *file_name,
      int         answer)
{
  g_autoptr (GfImport) import = read_import (csv);
  GfCustomers *customers = gf_project_get_customers (project);
  GfSource *source = gf_customers_find_source (customers, file_name, gf_import_get_table (import));
  g_autoptr (GfTable) file = gf_project_hide_again (project, source, import);
  g_autoptr (GfJoinPlan) plan = gf_source_plan_join (source, gf_project_get_table (project), file, file_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfJoinMatch) match = gf_join_match_new (gf_project_get_table (project), file, plan, NULL, &error);

  g_assert_no_error (error);
  gf_source_answer_known (source, match);
  for (guint i = 0; answer >= 0 && i < gf_join_match_get_n_candidates (match); i++)
    gf_join_match_answer (match, i, answer);
  g_autoptr (GfTable) joined = gf_join_table (gf_project_get_table (project), file, plan, match, NULL, NULL,
                                              &error);
  g_assert_no_error (error);

  return gf_project_take_join (project, source, joined, plan, match, file_name, import, NULL);
}

/* The next export of a joined file replaces its columns, and an answer is asked for once. */
static void
test_joined_again (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_KEEP);
  GfCustomers *customers = gf_project_get_customers (project);
  GfSource *first = join (project,
                          "Ticket ID,Company,Priority,Created\n1,Acmee,high,2026-01-01\n2,Neu,low,2026-01-02\n",
                          "tickets-q1.csv", 1);

  assert_cells (project, "Tickets: count", "1|0|1");
  g_assert_true (gf_source_get_joined (first));
  guint n_columns = gf_table_get_n_columns (gf_project_get_table (project));

  GfSource *second = join (project,
                           "Ticket ID,Company,Priority,Created\n"
                           "1,Acmee,high,2026-01-01\n2,Neu,low,2026-01-02\n3,Acmee,low,2026-04-02\n",
                           "tickets-q2.csv", -1);
  g_assert_true (first == second);
  assert_cells (project, "Tickets: count", "2|0|1");
  assert_cells (project, "Tickets: Priority", "high;low||low");
  g_assert_cmpuint (gf_table_get_n_columns (gf_project_get_table (project)), ==, n_columns);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gf_customers_get_sources (customers))), ==, 2);

  /* An update of the customers leaves the joined columns alone. */
  update (project, QUARTER_2, "hubspot-crm-exports-all-2026-06-01.csv", NULL);
  assert_cells (project, "Tickets: count", "2|0|1|");
}

static void
test_edited_cells (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_KEEP);
  g_autoptr (GPtrArray) derivations = gf_derive_suggest (gf_project_get_table (project));
  g_autoptr (GError) error = NULL;

  g_assert_true (gf_project_add_derived (project, g_ptr_array_index (derivations, 0), &error));
  g_autoptr (GfTable) edited = gf_table_set_cell (gf_project_get_table (project), 1, 4, "2024-01-01", NULL);
  gf_project_take_table (project, edited, FALSE, NULL);
  assert_cells (project, "Tenure in months", "6|6|0");
}

/* What is remembered comes back from a file, with members that a later version put there. */
static void
test_kept_in_the_file (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_KEEP);
  g_autoptr (GPtrArray) derivations = gf_derive_suggest (gf_project_get_table (project));

  g_assert_true (gf_project_add_derived (project, g_ptr_array_index (derivations, 0), NULL));
  g_autoptr (JsonNode) tree = gf_record_to_json (GF_RECORD (project));
  JsonObject *customers = json_object_get_object_member (json_node_get_object (tree), "customers");
  JsonObject *source = json_array_get_object_element (json_object_get_array_member (customers, "sources"), 0);
  json_object_set_string_member (source, "later", "kept");

  g_autoptr (GfProject) copy = gf_project_new ();
  g_autoptr (GError) error = NULL;
  g_assert_true (gf_record_apply_json (GF_RECORD (copy), tree, &error));
  g_assert_no_error (error);
  g_autoptr (JsonNode) again = gf_record_to_json (GF_RECORD (copy));
  g_assert_true (json_node_equal (tree, again));

  g_autoptr (GPtrArray) kept = gf_customers_dup_derivations (gf_project_get_customers (copy));
  const GfDerivation *derivation = g_ptr_array_index (kept, 0);
  g_assert_cmpint (derivation->formula, ==, GF_DERIVE_TENURE);
  g_assert_cmpstr (derivation->inputs[0], ==, "Create Date");
  g_assert_null (derivation->inputs[1]);
  g_assert_cmpint (derivation->as_of, ==, gf_days_from_parts (2024, 7, 1));
}

/* The sheet joins further files to the list before it updates the customers: their columns are theirs, and
 * so are those that it computes. */
static void
test_joined_before (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_KEEP);
  GfCustomers *customers = gf_project_get_customers (project);
  GfSource *source = gf_customers_get_main_source (customers);
  g_autoptr (GfImport) import = read_import (QUARTER_2);
  g_autoptr (GfImport) tickets = read_import ("Ticket ID,Company,Priority\n1,Acme,high\n2,Vier,low\n");
  GfTable *list = gf_import_get_table (import);
  GfTable *other = gf_import_get_table (tickets);
  g_autoptr (GError) error = NULL;

  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (list, other, "tickets.csv");
  g_autoptr (GfJoinMatch) match = gf_join_match_new (list, other, plan, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GfTable) joined = gf_join_table (list, other, plan, match, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GfUpdatePlan) update = gf_project_plan_update (project, source, joined);
  g_autoptr (GfUpdate) made = gf_update_new (gf_project_get_table (project), joined, update, NULL, &error);
  g_assert_no_error (error);
  gf_project_take_update (project, source, made, "companies.csv", import, NULL);

  assert_cells (project, "Tickets: count", "1|0||1");
  GListModel *columns = G_LIST_MODEL (gf_source_get_columns (source));
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, gf_table_get_n_columns (list));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GfSourceColumn) column = g_list_model_get_item (columns, i);

      g_assert_false (g_str_has_prefix (gf_source_column_get_header (column), "Tickets"));
    }
}

/* A column that came later is remembered as what was done with it. */
static void
test_new_people_stay_hidden (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_PSEUDONYMISE);
  const char *quarter = "Record ID,Company name,Industry,Seats,Create Date,Contact Email,Billing Email\n"
                        "1,Acme,Tools,12,2024-01-01,ann@acme.example,dora@us.example\n"
                        "2,Zweig,Media,3,2024-06-01,ben@zweig.example,emil@us.example\n"
                        "3,Neu,Media,5,2024-07-01,cem@neu.example,dora@us.example\n";

  for (guint i = 0; i < 2; i++)
    {
      update (project, quarter, "hubspot-crm-exports-all-2026-06-01.csv", NULL);
      GfColumn *payers = gf_table_find_column (gf_project_get_table (project), "Billing Email");
      g_assert_nonnull (payers);
      for (gsize row = 0; row < gf_column_get_n_rows (payers); row++)
        g_assert_null (strstr (gf_column_get_text (payers, row), "dora@"));
    }
}

/* A column that the user says is only called otherwise is so in the next export too. */
static void
test_renamed_is_remembered (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_KEEP);
  GfSource *source = gf_customers_get_main_source (gf_project_get_customers (project));
  const char *quarter = "Record ID,Company name,Industry,Seats count,Create Date,Contact Email\n"
                        "1,Acme,Tools,14,2024-01-01,\n2,Zweig,Media,3,2024-06-01,\n3,Neu,Media,5,2024-07-01,\n";
  g_autoptr (GfImport) import = read_import (quarter);
  GfTable *file = gf_import_get_table (import);
  g_autoptr (GfUpdatePlan) plan = gf_project_plan_update (project, source, file);
  guint n_columns = gf_table_get_n_columns (gf_project_get_table (project));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_array_index (plan->columns, GfUpdateColumn, 3).fate, ==, GF_UPDATE_COLUMN_RENAMED);
  gf_update_plan_answer (plan, 3, TRUE);
  g_autoptr (GfUpdate) made = gf_update_new (gf_project_get_table (project), file, plan, NULL, &error);
  g_assert_no_error (error);
  gf_project_take_update (project, source, made, "companies.csv", import, NULL);
  assert_cells (project, "Seats", "14|3|5");

  g_autoptr (GfUpdatePlan) next = gf_project_plan_update (project, source, file);
  g_assert_cmpint (g_array_index (next->columns, GfUpdateColumn, 3).fate, ==, GF_UPDATE_COLUMN_SAME);
  update (project, quarter, "companies (1).csv", NULL);
  g_assert_cmpuint (gf_table_get_n_columns (gf_project_get_table (project)), ==, n_columns);
}

static GfSourceColumn *
get_source_column (GfProject  *project,
                   const char *header)
{
  GListModel *columns =
    G_LIST_MODEL (gf_source_get_columns (gf_customers_get_main_source (gf_project_get_customers (project))));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GfSourceColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gf_source_column_get_header (column), header))
        return column;   /* the list keeps it */
    }

  return NULL;
}

/* What was left out is said to stay out. */
static void
test_left_out_is_told (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_DROP);
  GfSource *source = gf_customers_get_main_source (gf_project_get_customers (project));
  g_autoptr (GfImport) next = read_import (QUARTER_2);
  g_autoptr (GfImport) other = read_import ("Record ID,Company name\n1,Acme\n");
  g_autofree char *told = gf_source_dup_left_out (source, gf_import_get_table (next));
  g_autofree char *nothing = gf_source_dup_left_out (source, gf_import_get_table (other));

  g_assert_cmpstr (told, ==, "“Contact Email” was left out before and stays out.");
  g_assert_null (nothing);
  gf_source_column_set_column (get_source_column (project, "Seats"), "");
  g_free (told);
  told = gf_source_dup_left_out (source, gf_import_get_table (next));
  g_assert_cmpstr (told, ==, "“Seats”, “Contact Email” were left out before and stay out.");
}

/* Rows of the next export that repeat a customer are put together as those of the first were, and pseudonyms
 * stay pseudonyms. */
static void
test_repeats_are_merged_again (void)
{
  g_autoptr (GfProject) project = make_project (GF_PERSONAL_PSEUDONYMISE);
  GfSource *source = gf_customers_get_main_source (gf_project_get_customers (project));
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GfImport) import = read_import ("Record ID,Company name,Industry,Seats,Create Date,Contact Email\n"
                                             "2,Zweig,Media,,2024-06-01,ben@zweig.example\n"
                                             "2,Zweig,Media,9,2024-06-01,cem@zweig.example\n"
                                             "1,Acme,Tools,12,2024-01-01,ann@acme.example\n");
  g_autoptr (GfTable) hidden = gf_project_hide_again (project, source, import);
  g_autoptr (GfTable) unmerged = gf_source_merge_again (source, hidden, told);
  g_autoptr (GError) error = NULL;

  g_assert_true (unmerged == hidden);
  g_assert_cmpuint (told->len, ==, 0);

  gf_source_set_merge_repeats (source, TRUE);
  g_autoptr (GfTable) merged = gf_source_merge_again (source, hidden, told);
  g_assert_cmpuint (gf_table_get_n_rows (merged), ==, 2);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (told, 0), ==,
                   "1 row that repeats a customer by “Record ID” is merged into the first; a cell is the first that "
                   "is filled.");
  g_autoptr (GfUpdatePlan) plan = gf_project_plan_update (project, source, merged);
  g_autoptr (GfUpdate) made = gf_update_new (gf_project_get_table (project), merged, plan, NULL, &error);
  g_assert_no_error (error);
  gf_project_take_update (project, source, made, "hubspot-crm-exports-all-2026-06-01.csv", import, NULL);
  assert_cells (project, "Seats", "12|9|5");
  g_assert_true (gf_source_get_merge_repeats (source));
  g_assert_cmpint (gf_source_column_get_personal (get_source_column (project, "Contact Email")), ==,
                   GF_PERSONAL_PSEUDONYMISE);
}

static GPtrArray *
make_sheets (const char * const *names)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GfSourceSheet *sheet = g_new0 (GfSourceSheet, 1);

      sheet->name = (char *) names[i];
      g_ptr_array_add (sheets, sheet);
    }

  return sheets;
}

static void
test_the_sheet_is_found_again (void)
{
  g_autoptr (GfSource) source = gf_source_new ();
  g_autoptr (GPtrArray) archive = make_sheets ((const char *[]) { "crm/deals-2026-06.csv", "crm/tickets-2026-06.csv", NULL });
  g_autoptr (GPtrArray) years = make_sheets ((const char *[]) { "2025", "2026", NULL });

  g_assert_null (gf_source_find_sheet (source, archive));
  gf_source_set_sheet (source, "crm/deals-2026-03.csv");
  g_assert_cmpstr (gf_source_find_sheet (source, archive), ==, "crm/deals-2026-06.csv");
  g_assert_null (gf_source_find_sheet (source, NULL));
  gf_source_set_sheet (source, "2024");
  g_assert_null (gf_source_find_sheet (source, years));
  gf_source_set_sheet (source, "2025");
  g_assert_cmpstr (gf_source_find_sheet (source, years), ==, "2025");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-update/the-next-export-is-recognised", test_recognised);
  g_test_add_func ("/project-update/an-update-is-one-step", test_update_is_one_step);
  g_test_add_func ("/project-update/people-stay-hidden", test_people_stay_hidden);
  g_test_add_func ("/project-update/dropped-stays-dropped", test_dropped_stays_dropped);
  g_test_add_data_func ("/project-update/a-column-that-was-empty/drop", GINT_TO_POINTER (GF_PERSONAL_DROP),
                        test_a_column_that_was_empty);
  g_test_add_data_func ("/project-update/a-column-that-was-empty/pseudonymise",
                        GINT_TO_POINTER (GF_PERSONAL_PSEUDONYMISE), test_a_column_that_was_empty);
  g_test_add_data_func ("/project-update/another-choice-is-remembered/drop", GINT_TO_POINTER (GF_PERSONAL_DROP),
                        test_another_choice_is_remembered);
  g_test_add_data_func ("/project-update/another-choice-is-remembered/pseudonymise",
                        GINT_TO_POINTER (GF_PERSONAL_PSEUDONYMISE), test_another_choice_is_remembered);
  g_test_add_func ("/project-update/joined-again", test_joined_again);
  g_test_add_func ("/project-update/joined-before-the-update", test_joined_before);
  g_test_add_func ("/project-update/new-people-stay-hidden", test_new_people_stay_hidden);
  g_test_add_func ("/project-update/renamed-is-remembered", test_renamed_is_remembered);
  g_test_add_func ("/project-update/edited-cells", test_edited_cells);
  g_test_add_func ("/project-update/kept-in-the-file", test_kept_in_the_file);

  g_test_add_func ("/project-update/left-out-is-told", test_left_out_is_told);
  g_test_add_func ("/project-update/repeats-are-merged-again", test_repeats_are_merged_again);
  g_test_add_func ("/project-update/the-sheet-is-found-again", test_the_sheet_is_found_again);

  return g_test_run ();
}
