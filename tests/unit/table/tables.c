/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tables.h"

#include "gf-import.h"

#include <string.h>

GfTable *
read_table (const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return gf_table_ref (gf_import_get_table (import));
}

void
assert_cells (GfTable    *table,
              const char *column,
              const char *expected)
{
  GfColumn *found = gf_table_find_column (table, column);
  g_autoptr (GString) texts = g_string_new (NULL);

  if (found == NULL)
    g_error ("no column “%s”", column);
  for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
    g_string_append_printf (texts, "%s%s", row > 0 ? "|" : "", gf_column_get_text (found, row));
  g_assert_cmpstr (texts->str, ==, expected);
}
