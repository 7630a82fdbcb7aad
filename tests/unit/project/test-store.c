/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-durable-file.h"
#include "gf-project-file.h"
#include "gf-store.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <sys/wait.h>

typedef struct
{
  char *folder;
  char *state;
  char *path;
} Place;

static void
place_init (Place         *place,
            gconstpointer  data)
{
  /* The process that will be killed works in the folder of the one that watches it. */
  if (g_test_subprocess ())
    return;

  place->folder = fixture_make_folder ();
  place->state = g_build_filename (place->folder, "state", NULL);
  place->path = g_build_filename (place->folder, "p.goodfit", NULL);
}

static void
place_clear (Place         *place,
             gconstpointer  data)
{
  if (place->folder != NULL)
    fixture_remove_folder (place->folder);
  g_free (place->folder);
  g_free (place->state);
  g_free (place->path);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static gboolean
is_there (gpointer user_data)
{
  return *(GAsyncResult **) user_data != NULL;
}

static gboolean
open_file (GfStore     *store,
           const char  *path,
           GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gf_store_open_async (store, path, NULL, done_cb, &result);
  fixture_wait (is_there, &result);

  return gf_store_open_finish (store, result, error);
}

static gboolean
recover (GfStore     *store,
         const char  *id,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gf_store_recover_async (store, id, done_cb, &result);
  fixture_wait (is_there, &result);

  return gf_store_recover_finish (store, result, error);
}

static gboolean
reload (GfStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  gf_store_reload_async (store, done_cb, &result);
  fixture_wait (is_there, &result);

  return gf_store_reload_finish (store, result, NULL);
}

static char *
keep_copy (GfStore  *store,
           GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gf_store_keep_copy_async (store, done_cb, &result);
  fixture_wait (is_there, &result);

  return gf_store_keep_copy_finish (store, result, error);
}

static gboolean
close_store (GfStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  gf_store_close_async (store, done_cb, &result);
  fixture_wait (is_there, &result);

  return gf_store_close_finish (store, result, NULL);
}

static gboolean
is_saved (gpointer store)
{
  return gf_store_get_state (store) == GF_STORE_SAVED;
}

static gboolean
is_in_conflict (gpointer store)
{
  return gf_store_get_state (store) == GF_STORE_CONFLICT;
}

static gboolean
has_failed (gpointer store)
{
  return gf_store_get_state (store) == GF_STORE_FAILED;
}

static char *
name_in_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GfProject) project = gf_project_load (path, &error);

  g_assert_no_error (error);

  return g_strdup (gf_project_get_name (project));
}

static void
test_saves_by_itself (Place         *place,
                      gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);

  gf_store_save_as (store, place->path);
  fixture_wait (is_saved, store);
  gf_project_set_name (project, "Renamed");
  g_assert_cmpint (gf_store_get_state (store), ==, GF_STORE_PENDING);

  gint64 start = g_get_monotonic_time ();
  fixture_wait (is_saved, store);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);

  g_autofree char *name = name_in_file (place->path);
  g_assert_cmpstr (name, ==, "Renamed");
  g_assert_true (close_store (store));

  g_autoptr (GPtrArray) left = gf_recovery_list (place->state);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_never_overwrites_what_changed (Place         *place,
                                    gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);
  g_autoptr (GfStore) store = gf_store_new (project, history, place->state);
  g_autoptr (GError) error = NULL;

  gf_store_save_as (store, place->path);
  fixture_wait (is_saved, store);

  /* Somebody else */
  g_autoptr (GfProject) theirs = gf_project_load (place->path, NULL);
  gf_project_set_name (theirs, "Theirs");
  g_assert_true (gf_project_save (theirs, place->path, NULL));

  gf_project_set_name (project, "Mine");
  fixture_wait (is_in_conflict, store);
  g_autofree char *name = name_in_file (place->path);
  g_assert_cmpstr (name, ==, "Theirs");

  g_autofree char *copy = keep_copy (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy, !=, place->path);
  g_autofree char *mine = name_in_file (copy);
  g_assert_cmpstr (mine, ==, "Mine");
  g_autofree char *still = name_in_file (place->path);
  g_assert_cmpstr (still, ==, "Theirs");
  g_assert_true (close_store (store));
}

static void
test_reload_can_be_undone (Place         *place,
                           gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfHistory) history = gf_history_new (project);
  g_autoptr (GfStore) store = gf_store_new (project, history, place->state);

  gf_store_save_as (store, place->path);
  fixture_wait (is_saved, store);
  g_autoptr (GfProject) theirs = gf_project_load (place->path, NULL);
  gf_project_set_name (theirs, "Theirs");
  g_assert_true (gf_project_save (theirs, place->path, NULL));
  gf_store_check_disk (store);
  g_assert_true (is_in_conflict (store));

  g_assert_true (reload (store));
  g_assert_cmpstr (gf_project_get_name (project), ==, "Theirs");
  g_assert_true (is_saved (store));
  gf_history_undo (history);
  g_assert_cmpstr (gf_project_get_name (project), ==, "DataGlyph");
  g_assert_true (close_store (store));
}

/* The customers as well: those of the file are another value than those here, however alike. */
static void
test_reload_of_wrong_values_changes_nothing (Place         *place,
                                             gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autofree char *text = NULL;

  gf_store_save_as (store, place->path);
  fixture_wait (is_saved, store);
  g_autoptr (GfTable) table = gf_table_ref (gf_project_get_table (project));
  g_assert_true (g_file_get_contents (place->path, &text, NULL, NULL));
  g_auto (GStrv) parts = g_strsplit (text, "\"DataGlyph\"", 2);
  g_assert_nonnull (parts[1]);
  g_autofree char *wrong = g_strconcat (parts[0], "[]", parts[1], NULL);
  g_assert_true (g_file_set_contents (place->path, wrong, -1, NULL));
  gf_store_check_disk (store);
  g_assert_true (is_in_conflict (store));

  g_assert_false (reload (store));
  g_assert_cmpstr (gf_project_get_name (project), ==, "DataGlyph");
  g_assert_true (gf_project_get_table (project) == table);
  g_assert_true (is_in_conflict (store));
  g_assert_true (close_store (store));
}

static void
test_damaged_file_is_left_alone (Place         *place,
                                 gconstpointer  data)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_file_set_contents (place->path, "{\"format\":\"goodfit-pro", -1, NULL);
  g_assert_false (open_file (store, place->path, &error));
  g_assert_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_NOT_JSON);
  g_assert_null (gf_store_get_path (store));

  gf_project_set_name (project, "Something else");
  g_assert_true (close_store (store));
  g_file_get_contents (place->path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "{\"format\":\"goodfit-pro");
}

static void
test_unsaved_project_waits_for_the_next_start (Place         *place,
                                               gconstpointer  data)
{
  {
    g_autoptr (GfProject) project = fixture_project_new ();
    g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);

    gf_project_set_owner (project, "Mara");
    g_assert_true (close_store (store));
  }

  g_autoptr (GPtrArray) left = gf_recovery_list (place->state);
  g_assert_cmpuint (left->len, ==, 1);
  const GfRecovery *recovery = g_ptr_array_index (left, 0);
  g_assert_cmpstr (recovery->name, ==, "DataGlyph");
  g_assert_cmpuint (recovery->n_customers, ==, 2);
  g_assert_null (recovery->path);

  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autoptr (GError) error = NULL;

  recover (store, recovery->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gf_project_get_owner (project), ==, "Mara");
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, 2);
  fixture_wait (is_saved, store);

  /* Saved to a file, nothing is left behind. */
  gf_store_save_as (store, place->path);
  fixture_wait (is_saved, store);
  g_assert_true (close_store (store));
  g_autoptr (GPtrArray) none = gf_recovery_list (place->state);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_blank_project_leaves_nothing (Place         *place,
                                   gconstpointer  data)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);

  gf_project_set_name (project, "x");
  gf_project_set_name (project, "");
  g_assert_true (close_store (store));
  g_autoptr (GPtrArray) left = gf_recovery_list (place->state);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_living_session_is_not_offered (Place         *place,
                                    gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);

  gf_project_set_owner (project, "Mara");
  fixture_wait (is_saved, store);
  g_autoptr (GPtrArray) left = gf_recovery_list (place->state);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_true (close_store (store));
}

static void
test_full_disk_is_told_and_tried_again (Place         *place,
                                        gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autofree char *gone = g_build_filename (place->folder, "no", "such", "p.goodfit", NULL);
  g_autofree char *parent = g_path_get_dirname (gone);

  /* A folder that is not there fails as a full disk does: in the writing. */
  gf_store_save_as (store, gone);
  fixture_wait (has_failed, store);
  g_assert_nonnull (gf_store_get_message (store));

  /* The work is in a snapshot meanwhile. */
  g_autoptr (JsonNode) tree = NULL;
  g_autoptr (GfTable) table = NULL;
  g_autoptr (GfRecovery) about = NULL;
  g_assert_true (gf_recovery_read (place->state, gf_store_get_id (store), &about, &tree, &table,
                                   NULL));

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  gf_project_set_owner (project, "again");
  g_assert_true (close_store (store));
  g_autofree char *name = name_in_file (gone);
  g_assert_cmpstr (name, ==, "DataGlyph");
}

/* The first writing is not over when the second path is given, and it must not be mixed up with it. */
static void
test_save_as_while_writing (Place         *place,
                            gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autofree char *second = g_build_filename (place->folder, "second.goodfit", NULL);

  g_assert_true (g_file_set_contents (second, "something else", -1, NULL));
  gf_store_save_as (store, place->path);
  gf_store_save_as (store, second);
  gf_project_set_name (project, "Both");
  fixture_wait (is_saved, store);
  g_autofree char *name = name_in_file (second);
  g_assert_cmpstr (name, ==, "Both");
  g_assert_true (close_store (store));
}

static void
test_conflict_keeps_what_only_the_file_held (Place         *place,
                                             gconstpointer  data)
{
  {
    g_autoptr (GfProject) project = fixture_project_new ();
    g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);

    gf_store_save_as (store, place->path);
    fixture_wait (is_saved, store);

    /* This one only looks on, and has nothing to keep. */
    g_autoptr (GfProject) seen = gf_project_new ();
    g_autoptr (GfStore) looks_on = gf_store_new (seen, NULL, place->state);
    g_assert_true (open_file (looks_on, place->path, NULL));

    g_assert_true (g_file_set_contents (place->path, "theirs", -1, NULL));
    gf_store_check_disk (store);
    gf_store_check_disk (looks_on);
    g_assert_true (is_in_conflict (store));
    g_assert_true (is_in_conflict (looks_on));
    g_assert_true (close_store (looks_on));
    g_assert_true (close_store (store));
  }

  g_autoptr (GPtrArray) left = gf_recovery_list (place->state);
  g_assert_cmpuint (left->len, ==, 1);

  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  const GfRecovery *recovery = g_ptr_array_index (left, 0);

  g_assert_true (recover (store, recovery->id, NULL));
  g_assert_cmpstr (gf_project_get_name (project), ==, "DataGlyph");
  fixture_wait (is_in_conflict, store);
  g_assert_true (close_store (store));
}

static guint
count_ends (const char *state,
            const char *end)
{
  g_autofree char *folder = g_build_filename (state, "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, end) != NULL;

  return n;
}

static void
test_customers_go_with_the_last_snapshot (Place         *place,
                                          gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autofree char *half = g_build_filename (place->state, "recovery", "x.json.a1b2c3", NULL);

  gf_project_set_owner (project, "Mara");
  fixture_wait (is_saved, store);
  g_assert_cmpuint (count_ends (place->state, ".table"), ==, 1);
  g_assert_true (g_file_set_contents (half, "{", -1, NULL));

  gf_store_save_as (store, place->path);
  fixture_wait (is_saved, store);
  g_assert_true (close_store (store));
  g_assert_cmpuint (count_ends (place->state, ".json"), ==, 0);
  g_assert_cmpuint (count_ends (place->state, ".table"), ==, 0);
}

typedef struct
{
  GfStore *store;
  char *state;
  const char *name;
} Snapshot;

static gboolean
snapshot_has_name (gpointer user_data)
{
  Snapshot *self = user_data;
  g_autoptr (JsonNode) tree = NULL;
  g_autoptr (GfTable) table = NULL;
  g_autoptr (GfRecovery) about = NULL;

  return gf_recovery_read (self->state, gf_store_get_id (self->store), &about, &tree, &table,
                           NULL) &&
         g_strcmp0 (about->name, self->name) == 0;
}

static void
test_typing_goes_before_a_large_file (Place         *place,
                                      gconstpointer  data)
{
  const gsize n = 410000;
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autofree double *numbers = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    numbers[i] = (double) i;
  g_autoptr (GfColumn) column = gf_column_new_numbers ("Seats", numbers, n);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);

  gf_project_set_table (project, table);
  gf_store_save_as (store, place->path);
  gf_project_set_name (project, "Typed");

  fixture_wait (snapshot_has_name, &(Snapshot) { store, place->state, "Typed" });
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));

  g_assert_true (close_store (store));
  g_autofree char *name = name_in_file (place->path);
  g_assert_cmpstr (name, ==, "Typed");
}

/* The end comes while a snapshot is written, and what is typed before it is over is kept, too. */
static void
test_the_end_waits_for_its_turn (Place         *place,
                                 gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autoptr (GAsyncResult) result = NULL;

  gf_store_save_as (store, place->path);
  gf_project_set_name (project, "Before");
  gf_store_close_async (store, done_cb, &result);
  gf_project_set_name (project, "Last");
  fixture_wait (is_there, &result);
  g_assert_true (gf_store_close_finish (store, result, NULL));

  g_autofree char *name = name_in_file (place->path);
  g_assert_cmpstr (name, ==, "Last");
  g_autoptr (GPtrArray) left = gf_recovery_list (place->state);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_the_end_is_put_off_when_nothing_can_be_written (Place         *place,
                                                     gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);
  g_autofree char *gone = g_build_filename (place->folder, "no", "such", "p.goodfit", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gf_store_save_as (store, gone);
  gf_store_close_async (store, done_cb, &result);
  fixture_wait (is_there, &result);
  g_assert_false (gf_store_close_finish (store, result, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  /* The session goes on, and ends where it can. */
  gf_store_save_as (store, place->path);
  g_assert_true (close_store (store));
  g_assert_true (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

/* As a kill between the writing of the file and the removal of the snapshot leaves it. */
static void
test_a_snapshot_that_the_file_holds_is_not_offered (Place         *place,
                                                    gconstpointer  data)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (JsonNode) old = gf_record_to_json (GF_RECORD (project));
  GfRecovery about = { .id = (char *) "killed", .path = place->path, .stamp = (char *) "of an older file" };
  GfRecovery other = { .id = (char *) "other", .path = place->path, .stamp = (char *) "of an older file" };
  g_autoptr (GError) error = NULL;

  g_assert_true (gf_recovery_write (place->state, &about, old, NULL, &error));
  g_assert_true (gf_recovery_write (place->state, &other, old, NULL, &error));
  gf_project_set_name (project, "Newer");
  g_autoptr (JsonNode) tree = gf_record_to_json (GF_RECORD (project));
  g_autoptr (GBytes) bytes = gf_project_file_encode (tree, NULL);
  gf_recovery_note_saving (place->state, "killed", bytes);

  /* Killed before the file was written: it is offered. */
  g_autoptr (GPtrArray) before = gf_recovery_list (place->state);
  g_assert_cmpuint (before->len, ==, 2);

  /* Killed after it. The one that nothing is noted of is still offered. */
  g_assert_true (gf_write_durably (place->path, bytes, &error));
  g_autoptr (GPtrArray) after = gf_recovery_list (place->state);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((GfRecovery *) g_ptr_array_index (after, 0))->id, ==, "other");

  /* A snapshot that is written after the note is another matter. */
  gf_recovery_note_saving (place->state, "other", bytes);
  g_assert_true (gf_recovery_write (place->state, &other, old, NULL, &error));
  g_autoptr (GPtrArray) anew = gf_recovery_list (place->state);
  g_assert_cmpuint (anew->len, ==, 1);
}

/* Edits and saves until it is killed; tells each owner it has typed once two seconds have passed. */
static void
work_until_killed (Place *place,
                   int    fd)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, place->state);

  gf_store_save_as (store, place->path);
  fixture_wait (is_saved, store);
  for (gint64 i = 1;; i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, i);
      gint64 until = g_get_monotonic_time () + 3000;

      gf_project_set_owner (project, text);
      if (write (fd, &i, sizeof i) != sizeof i)
        _exit (1);
      while (g_get_monotonic_time () < until)
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (200);
    }
}

static void
test_kill_at_any_moment_loses_little (Place         *place,
                                      gconstpointer  data)
{
  if (g_test_subprocess ())
    {
      work_until_killed (&(Place) { .state = (char *) g_getenv ("GF_TEST_STATE"),
                                    .path = (char *) g_getenv ("GF_TEST_PATH") }, 3);
      return;
    }

  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 6; round++)
    {
      int fds[2];
      g_assert_cmpint (pipe (fds), ==, 0);
      g_autofree char *state = g_strdup_printf ("%s-%u", place->state, round);
      g_autofree char *path = g_strdup_printf ("%s-%u", place->path, round);
      g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
      g_autoptr (GError) error = NULL;

      g_subprocess_launcher_setenv (launcher, "GF_TEST_STATE", state, TRUE);
      g_subprocess_launcher_setenv (launcher, "GF_TEST_PATH", path, TRUE);
      g_subprocess_launcher_take_fd (launcher, fds[1], 3);
      g_autoptr (GSubprocess) child =
        g_subprocess_launcher_spawn (launcher, &error, self, "--GTestSubprocess", "-p",
                                     "/project/store/kill-at-any-moment-loses-little", NULL);
      g_assert_no_error (error);
      g_clear_object (&launcher);

      g_usleep ((gulong) g_rand_int_range (rand, 1200, 2600) * 1000);
      g_subprocess_force_exit (child);
      g_subprocess_wait (child, NULL, NULL);

      gint64 typed = 0;
      for (gint64 value; read (fds[0], &value, sizeof value) == sizeof value;)
        typed = value;
      close (fds[0]);
      g_assert_cmpint (typed, >, 0);

      /* What the next start finds: the snapshot if there is one, else the file. */
      g_autoptr (GPtrArray) left = gf_recovery_list (state);
      g_autoptr (GfProject) found = gf_project_new ();
      g_autoptr (GfStore) store = gf_store_new (found, NULL, state);

      if (left->len > 0)
        recover (store, ((GfRecovery *) g_ptr_array_index (left, 0))->id, &error);
      else
        open_file (store, path, &error);
      g_assert_no_error (error);

      /* One value every 3 ms: at most two seconds are missing. */
      gint64 kept = g_ascii_strtoll (gf_project_get_owner (found), NULL, 10);
      g_assert_cmpint (typed - kept, <=, 2000 / 3);
      g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (found)), ==, 2);
      g_assert_true (close_store (store));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/project/store/" name, Place, NULL, place_init, function, place_clear)
  ADD ("saves-by-itself", test_saves_by_itself);
  ADD ("never-overwrites-what-changed", test_never_overwrites_what_changed);
  ADD ("reload-can-be-undone", test_reload_can_be_undone);
  ADD ("reload-of-wrong-values-changes-nothing", test_reload_of_wrong_values_changes_nothing);
  ADD ("damaged-file-is-left-alone", test_damaged_file_is_left_alone);
  ADD ("unsaved-project-waits-for-the-next-start", test_unsaved_project_waits_for_the_next_start);
  ADD ("blank-project-leaves-nothing", test_blank_project_leaves_nothing);
  ADD ("living-session-is-not-offered", test_living_session_is_not_offered);
  ADD ("full-disk-is-told-and-tried-again", test_full_disk_is_told_and_tried_again);
  ADD ("save-as-while-writing", test_save_as_while_writing);
  ADD ("conflict-keeps-what-only-the-file-held", test_conflict_keeps_what_only_the_file_held);
  ADD ("customers-go-with-the-last-snapshot", test_customers_go_with_the_last_snapshot);
  ADD ("typing-goes-before-a-large-file", test_typing_goes_before_a_large_file);
  ADD ("the-end-waits-for-its-turn", test_the_end_waits_for_its_turn);
  ADD ("the-end-is-put-off-when-nothing-can-be-written", test_the_end_is_put_off_when_nothing_can_be_written);
  ADD ("a-snapshot-that-the-file-holds-is-not-offered", test_a_snapshot_that_the_file_holds_is_not_offered);
  ADD ("kill-at-any-moment-loses-little", test_kill_at_any_moment_loses_little);

  return g_test_run ();
}
