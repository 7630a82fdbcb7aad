/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli.h"

#include <json-glib/json-glib.h>
#include <string.h>

static gboolean
project_says (const char *text)
{
  g_autofree char *path = cli_dup_path ("p.goodfit");
  g_autofree char *all = NULL;

  g_file_get_contents (path, &all, NULL, NULL);

  return all != NULL && strstr (all, text) != NULL;
}

static void
write_files (void)
{
  write_file ("crm-2026-03.csv", "Record ID,Company name,Industry,Create Date,Seats\n"
                                 "1,Acme,Tools,2024-01-01,12\n2,Zweig,Media,2024-02-01,3\n"
                                 "3,Neu,Media,2024-03-01,5\n", -1);
  write_file ("crm-2026-06.csv", "Record ID,Company name,Industries,Create Date,Seats\n"
                                 "1,Acme,Tools,2024-01-01,13\n2,Zweig Verlag,Press,2024-02-01,3\n"
                                 "4,Vier,Food,2024-04-01,1\n", -1);
  write_file ("deals-1.csv", "Deal ID,Company,Deal Stage,Amount,Close Date\n"
                             "1,Acme,Closed Won,100,2026-01-01\n2,Zwieg,Closed Won,50,2026-01-02\n"
                             "3,Nobody,Closed Lost,7,2026-01-03\n", -1);
  write_file ("deals-2.csv", "Deal ID,Company,Deal Stage,Amount,Close Date\n"
                             "1,Acme,Closed Won,100,2026-01-01\n4,Acme,Closed Won,11,2026-04-01\n"
                             "2,Zwieg,Closed Won,50,2026-01-02\n", -1);
}

static void
test_new_with_files (void)
{
  write_files ();

  /* Rows of nobody are told, with what would join a name that is much alike. */
  g_auto (Answer) open = run ("new", "p.goodfit", "--customers", "crm-2026-03.csv", "--join", "deals-1.csv",
                              "--derive", "tenure", "--best", "Deals: Amount, sum", NULL);
  g_assert_cmpint (open.code, ==, 1);
  g_assert_nonnull (strstr (open.err, "2 rows belong to no customer"));
  g_assert_nonnull (strstr (open.err, "Nobody"));
  g_assert_nonnull (strstr (open.err, "--same \"Zwieg=Zweig\""));
  g_assert_nonnull (strstr (open.err, "Months from"));
  g_assert_true (project_says ("Deals: Amount, sum"));
  g_assert_true (project_says ("\"1,Acme,Tools,2024-01-01,12,1,1,100"));

  g_auto (Answer) same = run ("new", "p.goodfit", "--customers", "crm-2026-03.csv", "--join", "deals-1.csv",
                              "--same", "Zwieg=Zweig", "--derive", "tenure", NULL);
  g_assert_nonnull (strstr (same.err, "1 row was matched by your answer"));
  g_assert_true (project_says ("\"2,Zweig,Media,2024-02-01,3,1,1,50"));

  g_auto (Answer) checked = run ("check", "p.goodfit", NULL);
  g_assert_cmpint (checked.code, ==, 0);
}

static void
test_update (void)
{
  test_new_with_files ();

  g_auto (Answer) answer = run ("update", "p.goodfit", "crm-2026-06.csv", "--renamed", "Industry=Industries",
                                "--json", NULL);
  g_assert_cmpint (answer.code, ==, 0);
  g_autoptr (JsonNode) root = json_from_string (answer.out, NULL);
  JsonObject *object = json_node_get_object (root);
  g_assert_cmpint (json_object_get_int_member (object, "newCount"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "goneCount"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "changedCount"), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (object, "gone"), 0), ==,
                   "Neu");
  JsonArray *changes = json_object_get_array_member (object, "changes");
  g_assert_cmpuint (json_array_get_length (changes), ==, 3);
  JsonObject *seats = json_array_get_object_element (changes, 0);
  g_assert_cmpstr (json_object_get_string_member (seats, "column"), ==, "Seats");
  g_assert_cmpstr (json_object_get_string_member (seats, "before"), ==, "12");
  g_assert_cmpstr (json_object_get_string_member (seats, "after"), ==, "13");
  g_assert_true (project_says ("\"2,Zweig Verlag,Press,"));
  g_assert_true (project_says ("\"3,Neu,Media,"));

  /* The next deals need no answer again: the name was said to be that customer. */
  write_file ("crm-2026-09.csv", "Record ID,Company name,Industries,Create Date,Seats\n"
                                 "1,Acme,Tools,2024-01-01,13\n2,Zweig,Press,2024-02-01,3\n", -1);
  g_auto (Answer) back = run ("update", "p.goodfit", "crm-2026-09.csv", "--drop-gone", NULL);
  g_assert_cmpint (back.code, ==, 0);
  g_assert_false (project_says ("\"3,Neu,Media,"));
  g_auto (Answer) deals = run ("update", "p.goodfit", "deals-2.csv", NULL);
  g_assert_cmpint (deals.code, ==, 0);
  g_assert_nonnull (strstr (deals.err, "What “deals-1.csv” gave is replaced by “deals-2.csv”"));
  g_assert_true (project_says ("\"1,Acme,Tools,2024-01-01,13,2,2,111"));
  g_assert_true (project_says ("\"2,Zweig,Press,2024-02-01,3,1,1,50"));
}

/* Days that could be months are read as it was settled before; what the file says for itself holds. */
static void
test_read_as_before (void)
{
  write_file ("d-1.csv", "Record ID,Company name,Since\n1,Acme,03/04/2025\n2,Zweig,25/12/2024\n3,Neu,07/08/2024\n",
              -1);
  write_file ("d-2.csv", "Record ID,Company name,Since\n1,Acme,03/04/2025\n2,Zweig,05/12/2024\n3,Neu,07/08/2024\n",
              -1);
  write_file ("d-3.csv", "Record ID,Company name,Since\n1,Acme,04/03/2025\n2,Zweig,12/05/2024\n3,Neu,08/27/2024\n",
              -1);

  g_auto (Answer) new = run ("new", "d.goodfit", "--replace", "--customers", "d-1.csv", NULL);
  g_assert_cmpint (new.code, ==, 0);
  g_auto (Answer) update = run ("update", "d.goodfit", "d-2.csv", NULL);
  g_assert_cmpint (update.code, ==, 0);
  g_assert_nonnull (strstr (update.err, "1 customer changed"));
  g_auto (Answer) said = run ("update", "d.goodfit", "d-2.csv", "--date-order", "mdy", NULL);
  g_assert_nonnull (strstr (said.err, "3 customers changed"));
  g_auto (Answer) again = run ("new", "d.goodfit", "--replace", "--customers", "d-2.csv", "--date-order", "dmy", NULL);
  g_assert_cmpint (again.code, ==, 0);
  g_auto (Answer) american = run ("update", "d.goodfit", "d-3.csv", NULL);
  g_assert_nonnull (strstr (american.err, "1 customer changed"));
}

/* Two files of deals are both there, and each is brought up to date by its own next export. */
static void
test_two_files_of_deals (void)
{
  write_files ();
  write_file ("won-2025.csv", "Deal ID,Company,Deal Stage,Amount,Close Date\n"
                              "9,Acme,Closed Won,7,2025-01-01\n8,Acme,Closed Won,20,2025-01-02\n", -1);
  write_file ("won-2024.csv", "Deal ID,Company,Deal Stage,Amount,Close Date\n"
                              "1,Acme,Closed Won,100,2024-01-01\n", -1);

  g_auto (Answer) both = run ("new", "p.goodfit", "--replace", "--customers", "crm-2026-03.csv", "--join",
                              "won-2024.csv", "--join", "won-2025.csv", NULL);
  g_assert_cmpint (both.code, ==, 0);
  g_assert_nonnull (strstr (both.err, "are called “won-2025: …”"));
  g_assert_true (project_says ("\"1,Acme,Tools,2024-01-01,12,1,1,100,2024-01-01,2024-01-01,2,2,27,2025-01-01"));

  write_file ("won-2025.csv", "Deal ID,Company,Deal Stage,Amount,Close Date\n"
                              "9,Acme,Closed Won,8,2025-01-01\n8,Acme,Closed Won,20,2025-01-02\n", -1);
  g_auto (Answer) next = run ("update", "p.goodfit", "won-2025.csv", NULL);
  g_assert_cmpint (next.code, ==, 0);
  g_assert_null (strstr (next.err, "is replaced by"));
  g_assert_true (project_says ("\"1,Acme,Tools,2024-01-01,12,1,1,100,2024-01-01,2024-01-01,2,2,28,2025-01-01"));

  write_file ("won-2026.csv", "Deal ID,Company,Deal Stage,Amount,Close Date\n1,Acme,Closed Won,5,2026-01-01\n", -1);
  /* It could be the next of either: it takes the place of neither. */
  g_auto (Answer) unknown = run ("update", "p.goodfit", "won-2026.csv", NULL);
  g_assert_cmpint (unknown.code, ==, 2);
  g_auto (Answer) third = run ("update", "p.goodfit", "won-2026.csv", "--as", "other", NULL);
  g_assert_cmpint (third.code, ==, 0);
  g_assert_true (project_says ("\"1,Acme,Tools,2024-01-01,12,1,1,100,2024-01-01,2024-01-01,2,2,28,2025-01-01,2025-01-02,"
                               "1,1,5"));
}

static void
test_duplicates (void)
{
  write_file ("twice.csv", "Record ID,Company name,Seats\n1,Acme,\n2,Zweig,3\n1,Acme,7\n", -1);

  g_auto (Answer) kept = run ("new", "d.goodfit", "--customers", "twice.csv", NULL);
  g_assert_cmpint (kept.code, ==, 0);
  g_assert_nonnull (strstr (kept.err, "1 row repeats a customer"));
  g_auto (Answer) merged = run ("new", "p.goodfit", "--replace", "--customers", "twice.csv", "--duplicates",
                                "merge", NULL);
  g_assert_nonnull (strstr (merged.err, "1 row that repeats a customer"));
  g_assert_true (project_says ("\"1,Acme,7\""));
  g_auto (Answer) wrong = run ("new", "p.goodfit", "--customers", "twice.csv", "--duplicates", "lose", NULL);
  g_assert_cmpint (wrong.code, ==, 64);
}

static void
test_refused (void)
{
  test_new_with_files ();
  write_file ("weather.csv", "day,degrees\n2026-01-01,3\n2026-01-02,4\n", -1);

  g_auto (Answer) unknown = run ("update", "p.goodfit", "weather.csv", NULL);
  g_assert_cmpint (unknown.code, ==, 2);
  g_assert_nonnull (strstr (unknown.err, "--as customers"));
  g_auto (Answer) keyless = run ("update", "p.goodfit", "weather.csv", "--as", "other", NULL);
  g_assert_cmpint (keyless.code, ==, 2);
  g_auto (Answer) both = run ("update", "p.goodfit", "crm-2026-06.csv", "--keep-gone", "--drop-gone", NULL);
  g_assert_cmpint (both.code, ==, 64);
  g_auto (Answer) column = run ("update", "p.goodfit", "crm-2026-06.csv", "--renamed", "x=y", NULL);
  g_assert_cmpint (column.code, ==, 64);
  g_auto (Answer) derive = run ("update", "p.goodfit", "crm-2026-06.csv", "--derive", "magic", NULL);
  g_assert_cmpint (derive.code, ==, 64);
  g_auto (Answer) key = run ("new", "q.goodfit", "--customers", "crm-2026-03.csv", "--join",
                             "deals-1.csv:Nothing", NULL);
  g_assert_cmpint (key.code, ==, 2);
  g_auto (Answer) missing = run ("update", "p.goodfit", "none.csv", NULL);
  g_assert_cmpint (missing.code, ==, 2);
  /* Nothing of that changed the project. */
  g_assert_true (project_says ("\"1,Acme,Tools,2024-01-01,12,"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli_init (argv[1]);

  g_test_add_func ("/cli-update/new-with-files", test_new_with_files);
  g_test_add_func ("/cli-update/update", test_update);
  g_test_add_func ("/cli-update/read-as-before", test_read_as_before);
  g_test_add_func ("/cli-update/two-files-of-deals", test_two_files_of_deals);
  g_test_add_func ("/cli-update/duplicates", test_duplicates);
  g_test_add_func ("/cli-update/refused", test_refused);
  int status = g_test_run ();

  cli_clear ();

  return status;
}
