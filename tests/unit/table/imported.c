/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "imported.h"

#include "gf-table-error.h"

#include <string.h>

void
assert_refused (GBytes     *bytes,
                const char *word)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;

  g_assert_null (gf_import_read_bytes (owned, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint ((int) error->domain, ==, (int) GF_TABLE_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (strstr (error->message, word) == NULL)
    g_error ("“%s” does not say “%s”", error->message, word);
}

void
assert_table (const GfImport *import,
              const char     *expected)
{
  const GfTable *table = gf_import_get_table (import);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (gsize row = 0; row <= gf_table_get_n_rows (table); row++)
    {
      for (guint i = 0; i < gf_table_get_n_columns (table); i++)
        {
          const GfColumn *column = gf_table_get_column (table, i);

          g_string_append_printf (lines, "%s%s", i > 0 ? "|" : row > 0 ? "\n" : "",
                                  row == 0 ? gf_column_get_name (column)
                                           : gf_column_get_text (column, row - 1));
        }
    }
  g_assert_cmpstr (lines->str, ==, expected);
}
