/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"

#include "gf-table-error.h"

#include <string.h>

/* Files made to do harm, or broken beyond use: each is refused, with words, before it has taken much
   time or memory. */
static void
assert_refused (const GString *file,
                const char    *says)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file->str, file->len);
  g_autoptr (GError) error = NULL;

  g_assert_null (gf_import_read_bytes (bytes, NULL, NULL, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE);
  if (strstr (error->message, says) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
}

static void
append_long_cell (GString *file)
{
  g_autofree char *cell = g_strnfill (20u << 20, 'a');

  g_string_append (file, cell);
}

static void
test_line_without_end (void)
{
  g_autoptr (GString) names = g_string_new ("name,");
  g_autoptr (GString) third = g_string_new ("name,city\nAcme,Oslo\nBolt,Rome\nCore,");
  g_autoptr (GString) escaped = g_string_new ("name,note\nAcme,\"a \\\"b\\\" c\"\nBolt,\"d \\\"e\\\"\"\n"
                                              "Core,\"f \\\"g\\\"\"\nDune,");

  append_long_cell (names);
  assert_refused (names, "names of the columns does not end");
  append_long_cell (third);
  assert_refused (third, "Row 3 does not end");
  append_long_cell (escaped);
  assert_refused (escaped, "Row 4 does not end");
}

/* The row is told by its number in the file though another thread has read the rows before. */
static void
test_line_without_end_behind_many (void)
{
  g_autoptr (GString) file = g_string_new ("name,city,code\n");

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (file, "Company %u,Oslo,%u\n", i, i % 7);
  append_long_cell (file);
  assert_refused (file, "Row 300,001 does not end");
}

static void
test_gzip_bomb (void)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP,
                                                                      9));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) file = g_string_new (NULL);
  g_autofree char *cell = g_strnfill (64u << 10, 'a');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 64; i++)
    g_string_append_printf (text, "%s\n", cell);
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (packer, bytes, &error);
  g_assert_no_error (error);

  for (gsize unpacked = 0; unpacked <= 256u << 20; unpacked += text->len)
    g_string_append_len (file, g_bytes_get_data (packed, NULL),
                         (gssize) g_bytes_get_size (packed));
  assert_refused (file, "two hundred times");
}

/* Thousands of names above rows of one cell are a table of nothing. */
static void
test_wide_header (void)
{
  g_autoptr (GString) file = g_string_new ("a");
  g_autoptr (GString) small = NULL;

  for (guint i = 1; i < 16384; i++)
    g_string_append (file, ",a");
  g_string_append_c (file, '\n');
  small = g_string_new_len (file->str, (gssize) file->len);
  for (guint i = 0; i < 20000; i++)
    g_string_append (file, "x\n");
  assert_refused (file, "names 16,384 columns");

  /* A few rows are no harm, and equal names are numbered in no time. */
  g_string_append (small, "x\ny\n");
  g_autoptr (GBytes) bytes = g_bytes_new (small->str, small->len);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, NULL);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 8);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (import)), ==, 2);
  g_assert_cmpstr (gf_column_get_name (gf_table_get_column (gf_import_get_table (import), 16383)), ==,
                   "a (16384)");
}

/* Names that a table has no room for are not dropped in silence. */
static void
test_too_many_names (void)
{
  g_autoptr (GString) file = g_string_new ("c0");

  for (guint i = 1; i <= 16384; i++)
    g_string_append_printf (file, ",c%u", i);
  g_string_append (file, "\nx,y\n");
  assert_refused (file, "names more than 16,384 columns");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/import-bounds/line-without-end", test_line_without_end);
  g_test_add_func ("/table/import-bounds/line-without-end-behind-many",
                   test_line_without_end_behind_many);
  g_test_add_func ("/table/import-bounds/gzip-bomb", test_gzip_bomb);
  g_test_add_func ("/table/import-bounds/wide-header", test_wide_header);

  g_test_add_func ("/table/import-bounds/too-many-names", test_too_many_names);

  return g_test_run ();
}
