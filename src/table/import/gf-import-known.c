/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-run.h"

#include "gf-number.h"
#include "gf-text.h"

#include <string.h>

static char *
without_mark (const char *text,
              gsize       length,
              gpointer    user_data)
{
  char mark = *(const char *) user_data;

  return length > 1 && text[0] == mark ? g_strdup (text + 1) : NULL;
}

/**
 * gf_import_strip_mark:
 * @export: (nullable): whose export the file is
 * @name: the name of a column
 * @cells: (inout): its texts
 *
 * Takes away the mark that some exports put before numbers so that spreadsheets leave them alone.
 */
void
gf_import_strip_mark (const GfExport *export,
                      const char     *name,
                      GfCells       **cells)
{
  const GfExportColumn *known = export != NULL ? gf_export_find_column (export, name) : NULL;

  if (known == NULL || known->strip == '\0')
    return;

  char mark = known->strip;
  GfCells *stripped = gf_cells_map (*cells, without_mark, &mark);

  gf_cells_unref (*cells);
  *cells = stripped;
}

/* The currency that all cells name, if it is one. */
static gboolean
find_only_currency (GfCells *cells,
                    char     code[GF_CURRENCY_SIZE])
{
  gboolean found = FALSE;

  for (gsize i = 0; i < gf_cells_get_n_texts (cells); i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);
      g_autofree char *upper = g_ascii_strup (text, (gssize) length);
      char other[GF_CURRENCY_SIZE];
      const char *trimmed = upper;

      gf_text_trim (&trimmed, &length);
      if (gf_text_is_missing (trimmed, length, FALSE))
        continue;
      if (!gf_currency_parse (trimmed, length, other) || (found && strcmp (code, other) != 0))
        return FALSE;
      memcpy (code, other, GF_CURRENCY_SIZE);
      found = TRUE;
    }

  return found;
}

/**
 * gf_import_take_currencies:
 * @export: (nullable): whose export the file is
 * @specs: (array length=n_columns) (inout): the columns
 * @cells: (array length=n_columns): their texts
 * @n_columns: how many
 *
 * Gives money the currency that a column beside it names, when it names one alone.
 */
void
gf_import_take_currencies (const GfExport *export,
                           GfColumnSpec   *specs,
                           GfCells       **cells,
                           guint           n_columns)
{
  for (guint i = 0; export != NULL && i < n_columns; i++)
    {
      const GfExportColumn *known = gf_export_find_column (export, specs[i].name);
      char code[GF_CURRENCY_SIZE];

      if (known == NULL || known->currency_from == NULL || specs[i].currency != NULL ||
          specs[i].type != GF_COLUMN_MONEY)
        continue;

      for (guint k = 0; k < n_columns; k++)
        if (gf_export_is_column (export, specs[k].name, known->currency_from) &&
            find_only_currency (cells[k], code))
          {
            specs[i].currency = g_strdup (code);
            break;
          }
    }
}
