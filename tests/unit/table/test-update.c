/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-update.h"

#include "gf-table-error.h"
#include "tables.h"

#include <string.h>

static GfUpdate *
update_tables (GfTable            *before,
               GfTable            *after,
               const GfUpdatePlan *plan)
{
  g_autoptr (GError) error = NULL;
  GfUpdate *update = gf_update_new (before, after, plan, NULL, &error);

  g_assert_no_error (error);

  return update;
}

#define BEFORE                                                      \
  "Record ID,Company name,Seats,Since,Industry,Note\n"              \
  "1,Acme,12,2024-01-31,Tools,\n"                                   \
  "2,Müller,7.50,2024-02-15,Food,typed by hand\n"                   \
  "3,Zweig,3,2024-03-01,Media,\n"

static void
test_new_gone_changed (void)
{
  g_autoptr (GfTable) before = read_table (BEFORE);
  g_autoptr (GfTable) export = read_table ("Record ID,Company name,Seats,Since,Industry\n"
                                           "4,Neu,1,2026-01-01,Food\n"
                                           "2,Müller,7.5,2024-02-15,Drinks\n"
                                           "1,Acme Group,12,2024-01-31,\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);
  GfTable *after = gf_update_get_table (update);

  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_NEW), ==, 1);
  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_GONE), ==, 1);
  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_CHANGED), ==, 2);
  /* The order of the customers stays, another spelling of a number changes nothing. */
  assert_cells (after, "Company name", "Acme Group|Müller|Zweig|Neu");
  assert_cells (after, "Seats", "12|7.50|3|1");
  assert_cells (after, "Note", "|typed by hand||");
  /* An empty cell takes nothing away. */
  assert_cells (after, "Industry", "Tools|Drinks|Media|Food");
  g_assert_cmpuint (gf_update_count_kept_cells (update), ==, 1);
  g_assert_cmpuint (gf_update_get_row (update, GF_UPDATE_GONE, 0), ==, 2);
  g_assert_cmpuint (gf_update_get_row (update, GF_UPDATE_NEW, 0), ==, 3);
  g_assert_cmpuint (gf_update_get_row_before (update, 3), ==, GF_NO_ROW);
  g_assert_true (gf_update_is_changed (update, 0, 1));
  g_assert_false (gf_update_is_changed (update, 0, 2));
  g_assert_true (gf_update_is_changed (update, 1, 4));
  g_assert_cmpuint (gf_update_count_changed_cells (update, 4), ==, 1);
  g_assert_cmpuint (gf_update_count_changed_cells (update, 2), ==, 0);

  g_autoptr (GPtrArray) told = gf_update_tell (update);
  g_assert_cmpuint (told->len, ==, 6);

  plan->keep_gone = FALSE;
  plan->keep_filled = FALSE;
  g_autoptr (GfUpdate) strict = update_tables (before, export, plan);
  assert_cells (gf_update_get_table (strict), "Company name", "Acme Group|Müller|Neu");
  assert_cells (gf_update_get_table (strict), "Industry", "|Drinks|Food");
}

/* An amount of another currency is another one, keeps its name, and is told. */
static void
test_another_currency_is_told (void)
{
  g_autoptr (GfTable) before = read_table ("Record ID,Company name,Revenue\n"
                                           "1,Acme,\"$1,200.50\"\n2,Zweig,$300.00\n3,Neu,$40.00\n");
  g_autoptr (GfTable) export = read_table ("Record ID;Company name;Revenue\n"
                                           "1;Acme;1.200,50 €\n2;Zweig;310,00 €\n3;Neu;50,00 €\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);
  g_autoptr (GPtrArray) told = gf_update_tell (update);
  gboolean any = FALSE;

  g_assert_cmpstr (gf_column_get_currency (gf_table_find_column (before, "Revenue")), ==, "USD");
  assert_cells (gf_update_get_table (update), "Revenue", "EUR 1200.5|EUR 310|EUR 50");
  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_CHANGED), ==, 3);
  g_assert_cmpfloat (gf_column_get_number (gf_table_find_column (gf_update_get_table (update), "Revenue"), 0), ==,
                     1200.5);
  for (guint i = 0; i < told->len; i++)
    any |= strstr (g_ptr_array_index (told, i), "3 new amounts are in another currency than USD") != NULL;
  g_assert_true (any);
}

/* Names, roles, types and ways of reading are those that the user settled. */
static void
test_mapping_is_kept (void)
{
  g_autoptr (GfTable) read = read_table (BEFORE);
  g_autoptr (GfTable) role = gf_table_set_role (read, 2, GF_ROLE_IGNORE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) before = gf_table_set_type (role, 2, GF_COLUMN_TEXT, &error);
  g_assert_no_error (error);
  g_autoptr (GfTable) export = read_table ("Record ID;COMPANY NAME;Seats;Since\n"
                                           "1;Acme;1,5;31.01.2024\n"
                                           "2;Müller;7,25;16.02.2024\n"
                                           "3;Zweig;3,125;01.03.2024\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);
  GfTable *after = gf_update_get_table (update);
  GfColumn *seats = gf_table_find_column (after, "Seats");

  g_assert_cmpuint (gf_table_get_n_columns (after), ==, gf_table_get_n_columns (before));
  g_assert_cmpint (gf_column_get_role (seats), ==, GF_ROLE_IGNORE);
  g_assert_cmpint (gf_column_get_column_type (seats), ==, GF_COLUMN_TEXT);
  /* Dates in another order are the same dates; what changed is written so that it can be read. */
  assert_cells (after, "Since", "2024-01-31|2024-02-16|2024-03-01");
  g_assert_cmpuint (gf_column_count_unreadable (gf_table_find_column (after, "Since")), ==, 0);
  /* What did not change is shared. */
  g_assert_true (gf_table_get_column (after, 4) == gf_table_get_column (before, 4));
}

static void
test_other_decimal_mark (void)
{
  g_autoptr (GfTable) before = read_table ("Record ID,Umsatz\n1,1.5\n2,2.25\n3,1000.75\n");
  g_autoptr (GfTable) export = read_table ("Record ID;Umsatz\n1;1,5\n2;2,75\n3;1.000,75\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);

  assert_cells (gf_update_get_table (update), "Umsatz", "1.5|2.75|1000.75");
  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_CHANGED), ==, 1);
}

/* The same days as numbers change nothing; another one is written as the column reads it. */
/* Percentages of an export with the sign, or without, mean what they mean beside those of the customers. */
static void
percent_signs_come_and_go (void)
{
  static const struct
  {
    const char *before, *after, *expected;
  } cases[] = {
    { "7|15.5|90", "7%|16%|90%", "7|16|90" },          /* bare numbers of hundred */
    { "0.12|0.155|0.9", "12%|16%|90%", "0.12|0.16|0.9" },  /* and shares */
    { "0.9|1.05|1.2", "90%|106%|120%", "0.9|1.06|1.2" },   /* some above the whole */
    { "0.5|0.7|0.9", "0.5%|0.8%|0.9%", "0.5|0.8|0.9" },    /* and none that reaches one of hundred */
    { "12%|15.5%|90%", "12|16|90", "12%|16%|90%" },
    { "12%|15.5%|90%", "0.12|0.16|0.9", "12%|16%|90%" },
    { "12%|15.5%|90%", "12%|16%|90%", "12%|16%|90%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) was = g_strsplit (cases[i].before, "|", -1), is = g_strsplit (cases[i].after, "|", -1);
      g_autofree char *old = g_strdup_printf ("Company name,Growth\nAcme,%s\nZweig,%s\nNeu,%s\n", was[0], was[1], was[2]);
      g_autofree char *new = g_strdup_printf ("Company name,Growth\nAcme,%s\nZweig,%s\nNeu,%s\n", is[0], is[1], is[2]);
      g_autoptr (GfTable) before = read_table (old), export = read_table (new);
      g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
      g_autoptr (GfUpdate) update = update_tables (before, export, plan);

      g_test_message ("%s, then %s", cases[i].before, cases[i].after);
      assert_cells (gf_update_get_table (update), "Growth", cases[i].expected);
      g_assert_cmpuint (gf_update_count (update, GF_UPDATE_CHANGED), ==, 1);
    }
}

static void
test_dates_as_numbers (void)
{
  g_autoptr (GfTable) before = read_table ("Record ID,Create Date\n1,2024-01-31\n2,2024-02-15\n3,2024-03-01\n");
  g_autoptr (GfTable) export = read_table ("Record ID,Create Date\n"
                                           "1,1706659200000\n2,1707955200000\n3,1709337600000\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);
  g_autoptr (GfUpdatePlan) again = gf_update_plan_suggest (export, before, NULL, NULL);
  g_autoptr (GfUpdate) back = update_tables (export, before, again);

  g_assert_cmpint (gf_column_get_spec (gf_table_find_column (export, "Create Date"))->date_numbers, ==,
                   GF_DATE_NUMBERS_MILLISECONDS);
  assert_cells (gf_update_get_table (update), "Create Date", "2024-01-31|2024-02-15|2024-03-02");
  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_CHANGED), ==, 1);
  assert_cells (gf_update_get_table (back), "Create Date", "1706659200000|1707955200000|2024-03-01");
  g_assert_cmpuint (gf_column_count_unreadable (gf_table_find_column (gf_update_get_table (back), "Create Date")), ==,
                    0);
}

static void
test_renamed_column (void)
{
  g_autoptr (GfTable) before = read_table (BEFORE);
  g_autoptr (GfTable) export = read_table ("Record ID,Company name,Seats,Since,Industries,Country\n"
                                           "1,Acme,12,2024-01-31,Tools,DE\n"
                                           "2,Müller,7.50,2024-02-15,Drinks,AT\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  const GfUpdateColumn *industries = &g_array_index (plan->columns, GfUpdateColumn, 4);
  const GfUpdateColumn *country = &g_array_index (plan->columns, GfUpdateColumn, 5);

  g_assert_cmpint (industries->fate, ==, GF_UPDATE_COLUMN_RENAMED);
  g_assert_cmpint (industries->main, ==, 4);
  g_assert_cmpint (country->fate, ==, GF_UPDATE_COLUMN_NEW);

  /* Without an answer nothing is taken for another column. */
  g_autoptr (GfUpdate) open = update_tables (before, export, plan);
  assert_cells (gf_update_get_table (open), "Industry", "Tools|Food|Media");
  assert_cells (gf_update_get_table (open), "Industries", "Tools|Drinks|");

  gf_update_plan_answer (plan, 4, TRUE);
  gf_update_plan_answer (plan, 5, FALSE);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);
  assert_cells (gf_update_get_table (update), "Industry", "Tools|Drinks|Media");
  g_assert_null (gf_table_find_column (gf_update_get_table (update), "Industries"));
  g_assert_null (gf_table_find_column (gf_update_get_table (update), "Country"));
}

/* What was settled at the first import holds: renamed columns, and those left out. */
static void
test_remembered_columns (void)
{
  static const char * const headers[] = { "Record ID", "Company name", "Seats", "Phone", NULL };
  static const char * const columns[] = { "Record ID", "Company name", "Plätze", "", NULL };
  g_autoptr (GfTable) before = read_table ("Record ID,Company name,Plätze\n1,Acme,12\n");
  g_autoptr (GfTable) export = read_table ("Record ID,Company name,Seats,Phone\n1,Acme,13,030-1\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, headers, columns);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);

  assert_cells (gf_update_get_table (update), "Plätze", "13");
  g_assert_cmpuint (gf_table_get_n_columns (gf_update_get_table (update)), ==, 3);
}

/* Customers that share a key stay apart: first to first, second to second. */
static void
test_repeated_keys (void)
{
  g_autoptr (GfTable) before = read_table ("Company name,Seats\nAcme,1\nAcme Inc.,2\nZweig,3\n");
  g_autoptr (GfTable) export = read_table ("Company name,Seats\nAcme,1\nAcme Inc.,5\nZweig,3\nacme,9\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);

  assert_cells (gf_update_get_table (update), "Seats", "1|5|3|9");
  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_NEW), ==, 1);
  g_assert_cmpuint (gf_update_count_repeated (update), ==, 1);
}

/* What a company is called with its legal form tells it from another one. */
static void
test_legal_forms (void)
{
  g_autoptr (GfTable) before = read_table ("Company name,Seats\nMüller GmbH,1\nMüller KG,2\nZweig AG,3\nAcme,4\n");
  g_autoptr (GfTable) export = read_table ("Company name,Seats\nMüller KG,2\nMÜLLER GMBH,1\nzweig,3\n\"Acme, Inc.\",4\n");
  g_autoptr (GfTable) third = read_table ("Company name,Seats\nMüller KG,2\nMüller AG,9\nMüller GmbH,1\nZweig AG,3\n"
                                          "Acme,4\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);
  g_autoptr (GfUpdatePlan) other = gf_update_plan_suggest (before, third, NULL, NULL);
  g_autoptr (GfUpdate) more = update_tables (before, third, other);

  assert_cells (gf_update_get_table (update), "Seats", "1|2|3|4");
  assert_cells (gf_update_get_table (update), "Company name", "MÜLLER GMBH|Müller KG|zweig|Acme, Inc.");
  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_NEW), ==, 0);
  g_assert_cmpuint (gf_update_count_changed_cells (update, 1), ==, 0);
  /* A third of that name is new, and repeats nobody. */
  assert_cells (gf_update_get_table (more), "Seats", "1|2|3|4|9");
  g_assert_cmpuint (gf_update_count (more, GF_UPDATE_CHANGED), ==, 0);
  g_assert_cmpuint (gf_update_count_repeated (more), ==, 0);
}

/* Another id is another customer; without known ids the name tells. */
static void
test_ids_against_names (void)
{
  g_autoptr (GfTable) before = read_table ("Record ID,Company name,Seats\n1,Acme,1\n2,Zweig,2\n3,Neu,3\n");
  g_autoptr (GfTable) export = read_table ("Record ID,Company name,Seats\n1,Acme,1\n2,Zweig,2\n9,Neu,4\n");
  g_autoptr (GfTable) moved = read_table ("Record ID,Company name,Seats\na,Acme,5\nb,Zweig,2\nc,Neu,3\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, export, NULL, NULL);
  g_autoptr (GfUpdate) update = update_tables (before, export, plan);
  g_autoptr (GfUpdatePlan) by_name = gf_update_plan_suggest (before, moved, NULL, NULL);
  g_autoptr (GfUpdate) other = update_tables (before, moved, by_name);

  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_NEW), ==, 1);
  g_assert_cmpuint (gf_update_count (update, GF_UPDATE_GONE), ==, 1);
  g_assert_cmpuint (gf_update_count (other, GF_UPDATE_NEW), ==, 0);
  assert_cells (gf_update_get_table (other), "Seats", "5|2|3");
}

static void
test_refused (void)
{
  g_autoptr (GfTable) before = read_table (BEFORE);
  g_autoptr (GfTable) other = read_table ("temperature,day\n12,2024-01-01\n");
  g_autoptr (GfUpdatePlan) plan = gf_update_plan_suggest (before, other, NULL, NULL);
  g_autoptr (GfUpdatePlan) self = gf_update_plan_suggest (before, before, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (gf_update_new (before, other, plan, NULL, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (gf_update_new (before, before, self, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/update/new-gone-changed", test_new_gone_changed);
  g_test_add_func ("/update/another-currency-is-told", test_another_currency_is_told);
  g_test_add_func ("/update/the-mapping-is-kept", test_mapping_is_kept);
  g_test_add_func ("/update/another-decimal-mark", test_other_decimal_mark);
  g_test_add_func ("/update/percent-signs-come-and-go", percent_signs_come_and_go);
  g_test_add_func ("/update/dates-as-numbers", test_dates_as_numbers);
  g_test_add_func ("/update/renamed-columns-are-asked-about", test_renamed_column);
  g_test_add_func ("/update/what-was-settled-holds", test_remembered_columns);
  g_test_add_func ("/update/repeated-keys", test_repeated_keys);
  g_test_add_func ("/update/legal-forms", test_legal_forms);
  g_test_add_func ("/update/ids-against-names", test_ids_against_names);
  g_test_add_func ("/update/refused", test_refused);

  return g_test_run ();
}
