/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-durable-file.h"
#include "gf-project-file.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

static GBytes *
encode (GfProject *project)
{
  g_autoptr (JsonNode) tree = gf_record_to_json (GF_RECORD (project));

  return gf_project_file_encode (tree, gf_project_get_table (project));
}

static void
test_saved_is_loaded_again (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.goodfit", NULL);
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GError) error = NULL;

  gf_project_save (project, path, &error);
  g_assert_no_error (error);
  g_autoptr (GfProject) again = gf_project_load (path, &error);
  g_assert_no_error (error);

  g_autoptr (GBytes) a = encode (project);
  g_autoptr (GBytes) b = encode (again);
  g_assert_true (g_bytes_equal (a, b));

  g_autoptr (GString) name = g_string_new (NULL);
  gf_column_append_text (gf_table_get_column (gf_project_get_table (again), 0), 1, name);
  g_assert_cmpstr (name->str, ==, "Kärcher, \"Söhne\"\nGmbH");
  fixture_remove_folder (folder);
}

static guint
count_differing_lines (GBytes *a,
                       GBytes *b)
{
  g_auto (GStrv) left = g_strsplit (g_bytes_get_data (a, NULL), "\n", -1);
  g_auto (GStrv) right = g_strsplit (g_bytes_get_data (b, NULL), "\n", -1);
  guint differing = 0;

  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
  for (guint i = 0; left[i] != NULL; i++)
    differing += g_str_equal (left[i], right[i]) ? 0 : 1;

  return differing;
}

static void
test_an_edited_word_is_one_line (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GBytes) before = encode (project);
  g_autoptr (GfSegment) segment =
    g_list_model_get_item (G_LIST_MODEL (gf_project_get_segments (project)), 0);

  gf_segment_set_name (segment, "Marketing agencies");
  g_autoptr (GBytes) after = encode (project);
  g_assert_cmpuint (count_differing_lines (before, after), ==, 1);

  g_autoptr (GfTable) table = gf_table_set_cell (gf_project_get_table (project), 0, 1, "13", NULL);
  gf_project_set_table (project, table);
  g_autoptr (GBytes) cell = encode (project);
  g_assert_cmpuint (count_differing_lines (after, cell), ==, 1);
}

static void
test_old_version_is_migrated (void)
{
  const char *old = "{\"format\":\"goodfit-project\",\"version\":0,\"title\":\"Old name\"}";
  g_autoptr (JsonNode) tree = NULL;
  g_autoptr (GfTable) table = NULL;
  g_autoptr (GError) error = NULL;

  gf_project_file_decode (old, strlen (old), &tree, &table, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (tree), "name"), ==,
                   "Old name");
  g_assert_false (json_object_has_member (json_node_get_object (tree), "title"));
}

static void
test_migrations_follow_one_another (void)
{
  /* Versions without a migration of their own are passed over. */
  g_autoptr (JsonNode) root =
    json_from_string ("{\"format\":\"goodfit-project\",\"version\":0,\"title\":\"n\"}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gf_migrate (root, GF_PROJECT_FORMAT, 5, gf_project_migrations,
                             gf_project_n_migrations, &error));
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "version"), ==, 5);
  g_assert_true (json_object_has_member (json_node_get_object (root), "name"));
}

/* Those beside the fields and those of the table, which is no record. */
static void
test_unknown_members_survive (void)
{
  const char *data = "{\"format\":\"goodfit-project\",\"version\":1,\"later\":[1],"
                     "\"table\":{\"origin\":{\"crm\":\"x\"},"
                     "\"columns\":[{\"name\":\"a\",\"type\":\"text\",\"role\":\"name\"},"
                     "{\"name\":\"b\",\"type\":\"number\",\"role\":\"value\",\"unit\":\"kg\"}],"
                     "\"rows\":[\"x,1\"]}}";
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "p.goodfit", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, data, -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GfProject) project = gf_project_load (path, &error);
      g_assert_no_error (error);
      g_assert_true (gf_project_save (project, path, &error));
    }

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_autoptr (JsonNode) root = json_from_string (contents, NULL);
  JsonObject *object = json_node_get_object (root);
  JsonObject *table = json_object_get_object_member (object, "table");
  JsonArray *columns = json_object_get_array_member (table, "columns");

  g_assert_true (json_object_has_member (object, "later"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (table, "origin"),
                                                  "crm"), ==, "x");
  g_assert_cmpuint (json_array_get_length (columns), ==, 2);
  g_assert_cmpint (json_object_get_size (json_array_get_object_element (columns, 0)), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (columns, 1),
                                                  "unit"), ==, "kg");
  fixture_remove_folder (folder);
}

static void
test_bad_files_are_refused_in_words (void)
{
  const struct { const char *data; int code; const char *says; } cases[] = {
    { "", GF_PROJECT_ERROR_NOT_JSON, "empty" },
    { "{\"format\":", GF_PROJECT_ERROR_NOT_JSON, "line 1" },
    { "{\n  'a':1}", GF_PROJECT_ERROR_NOT_JSON, "near line" },
    { "{\"a\":\"\xff\"}", GF_PROJECT_ERROR_NOT_JSON, "byte 7" },
    { "Name,Seats\nA,1\n", GF_PROJECT_ERROR_NOT_JSON, "no complete JSON" },
    { "[1]", GF_PROJECT_ERROR_NOT_A_PROJECT, "$.format" },
    { "{\"format\":\"other\",\"version\":1}", GF_PROJECT_ERROR_NOT_A_PROJECT, "$.format" },
    { "{\"format\":\"goodfit-project\"}", GF_PROJECT_ERROR_NOT_A_PROJECT, "$.version" },
    { "{\"format\":\"goodfit-project\",\"version\":99}", GF_PROJECT_ERROR_NEWER, "newer Goodfit" },
    { "{\"format\":\"goodfit-project\",\"version\":1,\"interviews\":[{\"kind\":\"sad\"}]}",
      GF_PROJECT_ERROR_INVALID, "$.interviews[0].kind" },
    { "{\"format\":\"goodfit-project\",\"version\":1,\"table\":{\"columns\":[{\"name\":\"a\","
      "\"type\":\"odd\",\"role\":\"name\"}],\"rows\":[]}}",
      GF_PROJECT_ERROR_INVALID, "$.table.columns[0].type" },
    { "{\"format\":\"goodfit-project\",\"version\":1,\"table\":{\"columns\":[{\"name\":\"a\","
      "\"type\":\"text\",\"role\":\"name\",\"separator\":\"; \"}],\"rows\":[]}}",
      GF_PROJECT_ERROR_INVALID, "$.table.columns[0].separator" },
    { "{\"format\":\"goodfit-project\",\"version\":1,\"table\":{\"columns\":[{\"name\":\"a\","
      "\"type\":\"text\",\"role\":\"name\",\"decimal\":1}],\"rows\":[]}}",
      GF_PROJECT_ERROR_INVALID, "$.table.columns[0].decimal" },
    { "{\"format\":\"goodfit-project\",\"version\":1,\"table\":{\"columns\":[{\"name\":\"a\","
      "\"type\":\"text\",\"role\":\"name\",\"date-order\":\"dym\"}],\"rows\":[]}}",
      GF_PROJECT_ERROR_INVALID, "$.table.columns[0].date-order" },
    { "{\"format\":\"goodfit-project\",\"version\":1,\"table\":{\"columns\":[{\"name\":\"a\","
      "\"type\":\"text\",\"role\":\"name\",\"currency\":5}],\"rows\":[]}}",
      GF_PROJECT_ERROR_INVALID, "$.table.columns[0]" },
    { "{\"format\":\"goodfit-project\",\"version\":1,\"table\":{\"columns\":[],\"rows\":[1]}}",
      GF_PROJECT_ERROR_INVALID, "$.table.rows[0]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) tree = NULL;
      g_autoptr (GfTable) table = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

      g_assert_false (gf_project_file_decode (cases[i].data, strlen (cases[i].data), &tree, &table,
                                              &error));
      g_assert_error (error, GF_PROJECT_ERROR, cases[i].code);
      if (strstr (error->message, cases[i].says) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].says);
      g_assert_false (gf_project_file_check (cases[i].data, strlen (cases[i].data), problems));
      g_assert_cmpuint (problems->len, >, 0);
    }
}

static void
test_a_link_stays_a_link_and_rights_stay (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "real", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autofree char *contents = NULL;
  GStatBuf status;

  g_file_set_contents (path, "old", 3, NULL);
  g_chmod (path, 0640);
  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_true (gf_write_durably (link, bytes, NULL));

  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "new");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  fixture_remove_folder (folder);
}

static void
test_a_link_to_nowhere_stays (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "gone", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_false (gf_write_durably (link, bytes, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  fixture_remove_folder (folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_only_the_known_file_is_replaced (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *stamp = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("mine", 4);
  g_autoptr (GError) error = NULL;

  /* None was known, none is there. */
  g_assert_true (gf_replace_durably (path, bytes, &stamp, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *seen = gf_file_stamp (path);
  g_assert_cmpstr (stamp, ==, seen);
  g_assert_true (gf_replace_durably (path, bytes, &stamp, NULL, &error));

  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  g_assert_false (gf_replace_durably (path, bytes, &stamp, NULL, &error));
  g_assert_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "theirs");

  /* One that is gone is made again. */
  g_unlink (path);
  g_assert_true (gf_replace_durably (path, bytes, &stamp, NULL, &error));
  g_assert_cmpuint (count_files (folder), ==, 1);
  fixture_remove_folder (folder);
}

static void
test_a_failed_write_leaves_the_old_file (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *large = g_malloc0 (1 << 20);
  g_autoptr (GBytes) bytes = g_bytes_new_static (large, 1 << 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  struct rlimit before, small;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (gf_replace_durably (path, bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* The disk takes a part of it only. */
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  gboolean written = gf_write_durably (path, bytes, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  g_assert_false (written);
  g_assert_nonnull (strstr (error->message, "“file”"));

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_assert_cmpuint (count_files (folder), ==, 1);
  fixture_remove_folder (folder);
}

static void
test_a_file_that_may_not_be_written_is_not (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_chmod (path, 0444);
  if (g_access (path, W_OK) == 0)
    {
      g_test_skip ("this user may write everything");
    }
  else
    {
      g_assert_false (gf_write_durably (path, bytes, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "old");
    }
  fixture_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/file/saved-is-loaded-again", test_saved_is_loaded_again);
  g_test_add_func ("/project/file/an-edited-word-is-one-line", test_an_edited_word_is_one_line);
  g_test_add_func ("/project/file/old-version-is-migrated", test_old_version_is_migrated);
  g_test_add_func ("/project/file/migrations-follow-one-another",
                   test_migrations_follow_one_another);
  g_test_add_func ("/project/file/unknown-members-survive", test_unknown_members_survive);
  g_test_add_func ("/project/file/bad-files-are-refused-in-words",
                   test_bad_files_are_refused_in_words);
  g_test_add_func ("/project/file/a-link-stays-a-link-and-rights-stay",
                   test_a_link_stays_a_link_and_rights_stay);
  g_test_add_func ("/project/file/a-link-to-nowhere-stays", test_a_link_to_nowhere_stays);
  g_test_add_func ("/project/file/only-the-known-file-is-replaced",
                   test_only_the_known_file_is_replaced);
  g_test_add_func ("/project/file/a-failed-write-leaves-the-old-file",
                   test_a_failed_write_leaves_the_old_file);
  g_test_add_func ("/project/file/a-file-that-may-not-be-written-is-not",
                   test_a_file_that_may_not_be_written_is_not);

  return g_test_run ();
}
