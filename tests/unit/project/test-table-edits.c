/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-store.h"
#include "gf-table-edits.h"
#include "gf-table-error.h"
#include "project-fixture.h"

#include <string.h>

#define LONG 120000

static GfTable *
make_table (gsize n_rows)
{
  g_autofree const char **names = g_new (const char *, n_rows);
  g_autofree const char **plans = g_new (const char *, n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      names[i] = i % 2 == 0 ? "Talweg" : "Halden";
      plans[i] = "Free";
    }

  g_autoptr (GfColumn) name = gf_column_new_typed ("Name", GF_COLUMN_TEXT, names, n_rows);
  g_autoptr (GfColumn) plan = gf_column_new_typed ("Plan", GF_COLUMN_CATEGORY, plans, n_rows);
  GfColumn *columns[] = { name, plan };

  return gf_table_new (columns, 2);
}

typedef struct
{
  gsize row;
  const char *text;        /* NULL for a new row */
  GString *log;            /* what was done, in order */
  guint n_runs;
} Change;

static GfTable *
do_change (GfTable   *table,
           gpointer   data,
           GError   **error)
{
  Change *change = data;

  change->n_runs++;
  if (change->text == NULL)
    return gf_table_append_row (table, NULL, error);
  if (g_str_equal (change->text, "refuse"))
    {
      g_set_error_literal (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE, "no");
      return NULL;
    }
  if (g_strcmp0 (gf_column_get_text (gf_table_get_column (table, 0), change->row), change->text) == 0)
    return gf_table_ref (table);

  return gf_table_set_cell (table, change->row, 0, change->text, error);
}

static void
changed_cb (GfTable      *table,
            const GError *error,
            gpointer      data)
{
  Change *change = data;

  g_assert_true ((table == NULL) == (error != NULL));
  g_string_append_printf (change->log, "%s ", table == NULL ? "no" : change->text != NULL ? change->text : "row");
}

static const char *
get_name (GfProject *project,
          gsize      row)
{
  return gf_column_get_text (gf_table_get_column (gf_project_get_table (project), 0), row);
}

static gboolean
is_idle (gpointer edits)
{
  return !gf_table_edits_get_busy (edits);
}

static void
a_short_table_is_changed_at_once (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfTable) table = make_table (4);
  g_autoptr (GString) log = g_string_new (NULL);
  GfTableEdits *edits = gf_project_get_table_edits (project);
  Change change = { 1, "Birken", log }, same = { 1, "Birken", log }, refused = { 1, "refuse", log };

  gf_project_set_table (project, table);
  gf_table_edits_add (edits, do_change, changed_cb, &change, NULL);
  g_assert_cmpstr (get_name (project, 1), ==, "Birken");
  g_assert_false (gf_table_edits_get_busy (edits));

  GfTable *before = gf_project_get_table (project);
  gf_table_edits_add (edits, do_change, changed_cb, &same, NULL);
  gf_table_edits_add (edits, do_change, changed_cb, &refused, NULL);
  g_assert_true (gf_project_get_table (project) == before);
  g_assert_cmpstr (log->str, ==, "Birken Birken no ");
}

static void
a_long_table_is_changed_in_order (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfTable) table = make_table (LONG);
  g_autoptr (GString) log = g_string_new (NULL);
  GfTableEdits *edits = gf_project_get_table_edits (project);
  Change changes[] = { { 0, NULL, log }, { LONG, "New", log }, { 1, "refuse", log }, { 2, "Birken", log } };

  gf_project_set_table (project, table);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    gf_table_edits_add (edits, do_change, changed_cb, &changes[i], NULL);

  /* Nothing has to wait for it, and each works on what came of the one before: the new row gets its name. */
  g_assert_true (gf_project_get_table (project) == table);
  g_assert_true (gf_table_edits_get_busy (edits));
  fixture_wait (is_idle, edits);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, LONG + 1);
  g_assert_cmpstr (get_name (project, LONG), ==, "New");
  g_assert_cmpstr (get_name (project, 2), ==, "Birken");
  g_assert_cmpstr (log->str, ==, "row New no Birken ");
}

/* Something else changes the customers while an edit is on its way, as undo does. */
static void
what_changes_meanwhile_stays (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfTable) table = make_table (LONG);
  g_autoptr (GfTable) other = gf_table_set_cell (table, 5, 0, "Other", NULL);
  g_autoptr (GfTable) shorter = gf_table_remove_row (table, 5);
  g_autoptr (GString) log = g_string_new (NULL);
  GfTableEdits *edits = gf_project_get_table_edits (project);
  Change change = { 1, "Birken", log }, lost = { 1, "Buche", log };

  gf_project_set_table (project, table);
  gf_table_edits_add (edits, do_change, changed_cb, &change, NULL);
  gf_project_set_table (project, other);
  fixture_wait (is_idle, edits);
  g_assert_cmpstr (get_name (project, 5), ==, "Other");
  g_assert_cmpstr (get_name (project, 1), ==, "Birken");

  /* With other customers a row number says nothing: it is told, not done to somebody else. */
  gf_table_edits_add (edits, do_change, changed_cb, &lost, NULL);
  gf_project_set_table (project, shorter);
  fixture_wait (is_idle, edits);
  g_assert_true (gf_project_get_table (project) == shorter);
  g_assert_cmpstr (log->str, ==, "Birken no ");
}

static void
stopping_leaves_all_as_it_was (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfTable) table = make_table (LONG);
  g_autoptr (GString) log = g_string_new (NULL);
  GfTableEdits *edits = gf_project_get_table_edits (project);
  Change changes[] = { { 0, NULL, log }, { 1, "Birken", log } }, after = { 3, "Buche", log };

  gf_project_set_table (project, table);
  gf_table_edits_add (edits, do_change, changed_cb, &changes[0], NULL);
  gf_table_edits_add (edits, do_change, changed_cb, &changes[1], NULL);
  gf_table_edits_stop (edits);
  g_assert_false (gf_table_edits_get_busy (edits));
  gf_table_edits_add (edits, do_change, changed_cb, &after, NULL);
  fixture_wait (is_idle, edits);
  g_assert_cmpuint (gf_table_get_n_rows (gf_project_get_table (project)), ==, LONG);
  g_assert_cmpstr (get_name (project, 1), ==, "Halden");
  g_assert_cmpstr (get_name (project, 3), ==, "Buche");
  g_assert_cmpstr (log->str, ==, "Buche ");
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(gboolean *) data = gf_store_close_finish (GF_STORE (source), result, NULL);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* What was typed a moment before the window is closed is written with the rest. */
static void
closing_waits_for_edits (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "p.goodfit", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfStore) store = gf_store_new (project, NULL, folder);
  g_autoptr (GfTable) table = make_table (LONG);
  g_autoptr (GString) log = g_string_new (NULL);
  Change change = { 1, "Typed at the end", log };
  gboolean closed = FALSE;

  gf_project_set_table (project, table);
  gf_store_save_as (store, path);
  gf_table_edits_add (gf_project_get_table_edits (project), do_change, changed_cb, &change, NULL);
  gf_store_close_async (store, closed_cb, &closed);
  fixture_wait (is_true, &closed);
  g_assert_cmpstr (log->str, ==, "Typed at the end ");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Typed at the end"));
  fixture_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-edits/short-table-at-once", a_short_table_is_changed_at_once);
  g_test_add_func ("/table-edits/long-table-in-order", a_long_table_is_changed_in_order);
  g_test_add_func ("/table-edits/what-changes-meanwhile-stays", what_changes_meanwhile_stays);
  g_test_add_func ("/table-edits/stopping-leaves-all-as-it-was", stopping_leaves_all_as_it_was);
  g_test_add_func ("/table-edits/closing-waits", closing_waits_for_edits);

  return g_test_run ();
}
