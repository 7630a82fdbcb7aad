/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static char *cli;
static char *folder;

typedef struct
{
  int code;
  char *out;
  char *err;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_free (answer->out);
  g_free (answer->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static Answer
run (const char *first,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Answer answer = { 0 };
  va_list args;
  int status;

  g_ptr_array_add (argv, cli);
  va_start (args, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (folder, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer.out, &answer.err,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  answer.code = WEXITSTATUS (status);

  return answer;
}

static void
write_file (const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static gboolean
project_says (const char *text)
{
  g_autofree char *path = g_build_filename (folder, "p.goodfit", NULL);
  g_autofree char *all = NULL;

  g_file_get_contents (path, &all, NULL, NULL);

  return all != NULL && strstr (all, text) != NULL;
}

static void
write_files (void)
{
  write_file ("crm-2026-03.csv", "Record ID,Company name,Industry,Create Date,Seats\n"
                                 "1,Acme,Tools,2024-01-01,12\n2,Zweig,Media,2024-02-01,3\n"
                                 "3,Neu,Media,2024-03-01,5\n");
  write_file ("crm-2026-06.csv", "Record ID,Company name,Industries,Create Date,Seats\n"
                                 "1,Acme,Tools,2024-01-01,13\n2,Zweig Verlag,Press,2024-02-01,3\n"
                                 "4,Vier,Food,2024-04-01,1\n");
  write_file ("deals-1.csv", "Deal ID,Company,Deal Stage,Amount,Close Date\n"
                             "1,Acme,Closed Won,100,2026-01-01\n2,Zwieg,Closed Won,50,2026-01-02\n"
                             "3,Nobody,Closed Lost,7,2026-01-03\n");
  write_file ("deals-2.csv", "Deal ID,Company,Deal Stage,Amount,Close Date\n"
                             "1,Acme,Closed Won,100,2026-01-01\n4,Acme,Closed Won,11,2026-04-01\n"
                             "2,Zwieg,Closed Won,50,2026-01-02\n");
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
                                 "1,Acme,Tools,2024-01-01,13\n2,Zweig,Press,2024-02-01,3\n");
  g_auto (Answer) back = run ("update", "p.goodfit", "crm-2026-09.csv", "--drop-gone", NULL);
  g_assert_cmpint (back.code, ==, 0);
  g_assert_false (project_says ("\"3,Neu,Media,"));
  g_auto (Answer) deals = run ("update", "p.goodfit", "deals-2.csv", NULL);
  g_assert_cmpint (deals.code, ==, 0);
  g_assert_true (project_says ("\"1,Acme,Tools,2024-01-01,13,2,2,111"));
  g_assert_true (project_says ("\"2,Zweig,Press,2024-02-01,3,1,1,50"));
}

static void
test_duplicates (void)
{
  write_file ("twice.csv", "Record ID,Company name,Seats\n1,Acme,\n2,Zweig,3\n1,Acme,7\n");

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
  write_file ("weather.csv", "day,degrees\n2026-01-01,3\n2026-01-02,4\n");

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
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli = g_canonicalize_filename (argv[1], NULL);
  folder = g_dir_make_tmp ("goodfit-update-XXXXXX", &error);
  g_assert_no_error (error);

  g_test_add_func ("/cli-update/new-with-files", test_new_with_files);
  g_test_add_func ("/cli-update/update", test_update);
  g_test_add_func ("/cli-update/duplicates", test_duplicates);
  g_test_add_func ("/cli-update/refused", test_refused);
  int status = g_test_run ();

  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  g_free (cli);

  return status;
}
