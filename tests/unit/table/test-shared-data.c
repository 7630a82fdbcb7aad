/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Real files from many programs, with what their cells are. They are no part of the sources: the
   test is skipped
 * where they are not found. */
static char *folder;

typedef struct
{
  GPtrArray *records;   /* of GPtrArray of strings */
  GPtrArray *record;
} Cells;

static void
cell_cb (const char *text,
         gsize       length,
         gpointer    user_data)
{
  Cells *cells = user_data;

  g_ptr_array_add (cells->record, g_strndup (text, length));
}

static void
row_cb (gpointer user_data)
{
  Cells *cells = user_data;

  g_ptr_array_add (cells->records, cells->record);
  cells->record = g_ptr_array_new_with_free_func (g_free);
}

static void
broken_cb (const char *text,
           gsize       length,
           gpointer    user_data)
{
}

static const char *
get_cell (const Cells *cells,
          gsize        row,
          gsize        column)
{
  if (row >= cells->records->len)
    return NULL;

  const GPtrArray *record = g_ptr_array_index (cells->records, row);

  return column < record->len ? g_ptr_array_index (record, column) : NULL;
}

/* The cells named in the expectation, counted from the first data row. */
static void
check_cells (const char *name,
             JsonObject *expected,
             GFile      *file,
             GfImport   *import)
{
  static const GfCsvHandler handler = { cell_cb, row_cb, broken_cb };
  Cells cells = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
                  g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GError) error = NULL;
  JsonArray *wanted = json_object_get_array_member (expected, "cells");
  gsize n_rows = (gsize) json_object_get_int_member (expected, "rows");

  gf_import_read_cells (file, gf_import_get_options (import), &handler, &cells, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cells.records->len, >=, n_rows);
  gsize offset = cells.records->len - n_rows;
  for (guint i = 0; i < json_array_get_length (wanted); i++)
    {
      JsonArray *one = json_array_get_array_element (wanted, i);
      const char *text = json_array_get_string_element (one, 2);
      const char *got = get_cell (&cells, offset + (gsize) json_array_get_int_element (one, 0),
                                  (gsize) json_array_get_int_element (one, 1));

      if (g_strcmp0 (got, text) != 0)
        g_error ("%s: “%s” instead of “%s”", name, got, text);
    }
  g_ptr_array_unref (cells.records);
  g_ptr_array_unref (cells.record);
}

static void
check_file (const char *name,
            JsonObject *expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read (file, NULL, NULL, NULL, NULL, &error);
  gboolean core = strcmp (json_object_get_string_member (expected, "tier"), "core") == 0;

  if (json_object_has_member (expected, "error"))
    {
      g_assert_null (import);
      return;
    }
  if (!core)
    {
      g_assert_true (import != NULL || error != NULL);
      return;
    }
  if (import == NULL)
    g_error ("%s: %s", name, error->message);
  if (json_object_has_member (expected, "warn"))
    g_assert_cmpuint (gf_import_get_n_problems (import), >, 0);
  if (json_object_has_member (expected, "cells") && json_object_has_member (expected, "rows"))
    check_cells (name, expected, file, import);
}

static void
test_files (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *path = g_build_filename (folder, "expect.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint n_files = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared data are not here");
      return;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &name, &node))
    {
      JsonObject *expected = json_node_get_object (node);

      if (!json_object_has_member (expected, "delimiter") || json_object_has_member (expected,
                                                                                     "quote") ||
          json_object_has_member (expected, "escape"))
        continue;
      check_file (name, expected);
      n_files++;
    }
  g_test_message ("%u files", n_files);
  g_assert_cmpuint (n_files, >, 100);
}

int
main (int    argc,
      char **argv)
{
  const char *given = g_getenv ("GF_SHARED_DATA");

  g_test_init (&argc, &argv, NULL);
  folder = given != NULL ? g_strdup (given)
                         : g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "..", "..",
                                             "shared", "data", NULL);

  g_test_add_func ("/table/shared-data/files", test_files);

  int code = g_test_run ();
  g_free (folder);

  return code;
}
