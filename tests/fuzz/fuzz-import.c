/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file of customers: no crash, no hang, no leak, and the same with several threads.
 *
 * With clang it is a libFuzzer target:
 *   CC=clang meson setup _fuzz -Dfuzz=libfuzzer -Db_sanitize=address,undefined -Db_lundef=false
 *   ninja -C _fuzz tests/fuzz/fuzz-import
 *   _fuzz/tests/fuzz/fuzz-import -max_len=8192 -max_total_time=3600 FOUND tests/fuzz/corpus
 * The first folder is filled with what it finds worth keeping; a seed is two bytes of choices (see
 * read_in_parts) and then the file.
 *
 * Without, it reads the files that are named, which is how the corpus is tested. */
#include "config.h"

#include "gf-import-text.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Reads in pieces and parts that are small enough for the input. Returns whether it could be read. */
static gboolean
read_in_parts (GBytes         *bytes,
               const uint8_t  *choice,
               guint           n_threads,
               GfImportResult *result)
{
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GError) error = NULL;
  GfTextJob job = { .bytes = bytes, .options = options, .piece = 16 + choice[0], .least_part = 32 };

  options->n_threads = n_threads;
  if ((choice[1] & 1) != 0)
    options->encoding = g_strdup ("UTF-8");
  if ((choice[1] & 2) != 0)
    options->escape = '\\';
  if ((choice[1] & 4) != 0)
    options->n_header_rows = choice[1] >> 4;
  *result = (GfImportResult) { 0 };
  gf_problems_init (&result->problems);

  gboolean read = _gf_import_run_pieces (&job, result, &error);
  /* Every refusal has its reason. */
  g_assert_true (read == (error == NULL));

  return read;
}

static void
clear_result (GfImportResult *result)
{
  g_clear_pointer (&result->table, gf_table_unref);
  g_clear_pointer (&result->options, gf_import_options_free);
  g_strfreev (result->header);
  gf_problems_clear (&result->problems);
}

static void
compare (const GfImportResult *one,
         const GfImportResult *several)
{
  guint n_columns = gf_table_get_n_columns (one->table);
  gsize n_rows = gf_table_get_n_rows (one->table);

  g_assert_cmpuint (gf_table_get_n_columns (several->table), ==, n_columns);
  g_assert_cmpuint (gf_table_get_n_rows (several->table), ==, n_rows);
  g_assert_cmpuint (several->problems.count, ==, one->problems.count);
  for (guint i = 0; i < n_columns; i++)
    for (gsize row = 0; row < n_rows; row++)
      g_assert_cmpstr (gf_column_get_text (gf_table_get_column (one->table, i), row), ==,
                       gf_column_get_text (gf_table_get_column (several->table, i), row));
}

/* As any file is opened: the kind is found by its first bytes. */
static void
read_as_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);

  g_assert_true ((import == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  GfImportResult one, several;

  if (size < 2)
    return 0;

  g_autoptr (GBytes) bytes = g_bytes_new (data + 2, size - 2);
  gboolean read = read_in_parts (bytes, data, 1, &one);
  gboolean again = read_in_parts (bytes, data, 3, &several);
  g_assert_true (read == again);
  if (read)
    compare (&one, &several);
  clear_result (&one);
  clear_result (&several);
  read_as_file (bytes);

  return 0;
}

#ifndef GF_FUZZ_LIBFUZZER
int
main (int    argc,
      char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      if (!g_file_get_contents (argv[i], &content, &length, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const uint8_t *) content, length);
    }
  g_print ("%d files\n", argc - 1);

  return argc > 1 ? 0 : 1;
}
#endif
