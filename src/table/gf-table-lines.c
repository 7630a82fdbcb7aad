/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-table.h"

#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * gf_csv_append_cell:
 * @out: a string
 * @text: a cell
 * @length: its bytes
 *
 * Appends the cell as RFC 4180 writes it: in quotes when a comma, a quote or a line end is in it.
 */
void
gf_csv_append_cell (GString    *out,
                    const char *text,
                    gsize       length)
{
  gboolean quote = FALSE;

  for (gsize i = 0; i < length && !quote; i++)
    quote = text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r';
  if (!quote)
    {
      g_string_append_len (out, text, (gssize) length);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *end = text + length; text < end;)
    {
      const char *next = memchr (text, '"', (gsize) (end - text));
      gsize size = next != NULL ? (gsize) (next - text) + 1 : (gsize) (end - text);

      g_string_append_len (out, text, (gssize) size);
      if (next != NULL)
        g_string_append_c (out, '"');
      text += size;
    }
  g_string_append_c (out, '"');
}

/**
 * gf_table_append_line:
 * @self: a table
 * @row: a row
 * @out: a string
 *
 * Appends gf_table_dup_line().
 */
void
gf_table_append_line (const GfTable *self,
                      gsize          row,
                      GString       *out)
{
  g_return_if_fail (self != NULL && row < gf_table_get_n_rows (self) && out != NULL);

  guint n_columns = gf_table_get_n_columns (self);
  gsize before = out->len;

  for (guint i = 0; i < n_columns; i++)
    {
      gsize length;
      const char *text = gf_cells_get (gf_column_get_cells (gf_table_get_column (self, i)), row,
                                       &length);

      if (i > 0)
        g_string_append_c (out, ',');
      gf_csv_append_cell (out, text, length);
    }
  /* One empty cell is not the same as none. */
  if (n_columns == 1 && out->len == before)
    g_string_append (out, "\"\"");
}

/**
 * gf_table_dup_line:
 * @self: a table
 * @row: a row
 *
 * Writes a customer as one line of CSV (RFC 4180, commas, no line end behind; line ends within a
 * cell stay).
 *
 * Returns: (transfer full): the line
 */
char *
gf_table_dup_line (const GfTable *self,
                   gsize          row)
{
  g_return_val_if_fail (self != NULL && row < gf_table_get_n_rows (self), NULL);

  GString *out = g_string_sized_new (160);

  gf_table_append_line (self, row, out);

  return g_string_free (out, FALSE);
}

typedef struct
{
  GfCellsBuilder **builders;
  guint n_columns;
  GString *unquoted;
} Reader;

/* Reads the quoted cell that begins at @p; returns what is behind its closing quote, %NULL if
   there is none. */
static const char *
read_quoted (GString    *cell,
             const char *p)
{
  g_string_truncate (cell, 0);
  for (p++;;)
    {
      const char *next = strchr (p, '"');
      if (next == NULL)
        return NULL;

      g_string_append_len (cell, p, next - p);
      p = next + 1;
      if (*p != '"')
        return p;
      g_string_append_c (cell, '"');
      p++;
    }
}

static gboolean
read_line (Reader     *reader,
           const char *line,
           gsize       n,
           GError    **error)
{
  const char *p = line;
  guint column = 0;

  for (;; column++)
    {
      const char *text = p;
      gsize length;

      if (*p == '"')
        {
          p = read_quoted (reader->unquoted, p);
          if (p == NULL || (*p != ',' && *p != '\0'))
            {
              g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_LINE,
                           _("Customer %zu: a quotation mark is not closed. Write "
                                                         "two "
                             "of them for one inside a quoted cell."), n + 1);
              return FALSE;
            }
          text = reader->unquoted->str;
          length = reader->unquoted->len;
        }
      else
        {
          p += strcspn (p, ",");
          length = (gsize) (p - text);
        }

      if (column < reader->n_columns &&
          !gf_cells_builder_add (reader->builders[column], text, length))
        {
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                       _("The customers hold more than 4 GB of text in one column."));
          return FALSE;
        }
      if (*p == '\0')
        break;
      p++;
    }

  if (column + 1 != reader->n_columns)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_LINE,
                   _("Customer %zu: the line has %u cells where %u columns are "
                                                 "described."),
                   n + 1, column + 1, reader->n_columns);
      return FALSE;
    }

  return TRUE;
}

/**
 * gf_table_new_from_lines:
 * @specs: (array length=n_specs): the columns
 * @n_specs: how many
 * @lines: (array length=n_lines): a line for each customer, valid UTF-8
 * @n_lines: how many
 * @cancellable: (nullable): stops it
 * @error: where to put which line is wrong and how
 *
 * Makes a table of what gf_table_dup_line() wrote. Nothing is guessed.
 *
 * Returns: (transfer full): the table
 */
GfTable *
gf_table_new_from_lines (const GfColumnSpec *specs,
                         guint               n_specs,
                         const char * const *lines,
                         gsize               n_lines,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_return_val_if_fail (specs != NULL || n_specs == 0, NULL);
  g_return_val_if_fail (lines != NULL || n_lines == 0, NULL);

  if (n_specs == 0 && n_lines > 0)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_LINE,
                   _("There are customers, but no columns are described."));
      return NULL;
    }

  g_autofree GfCellsBuilder **builders = g_new0 (GfCellsBuilder *, n_specs + 1);
  g_autoptr (GString) unquoted = g_string_new (NULL);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  Reader reader = { builders, n_specs, unquoted };
  gboolean done = TRUE;

  for (guint i = 0; i < n_specs; i++)
    builders[i] = gf_cells_builder_new ();
  for (gsize i = 0; i < n_lines && done; i++)
    {
      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        done = FALSE;
      else
        done = read_line (&reader, lines[i], i, error);
    }

  for (guint i = 0; i < n_specs; i++)
    {
      g_autoptr (GfCells) cells = gf_cells_builder_finish (builders[i]);

      if (done && !(i > 0 && g_cancellable_set_error_if_cancelled (cancellable, error)))
        g_ptr_array_add (columns, gf_column_new (&specs[i], cells));
      else
        done = FALSE;
    }
  if (!done)
    return NULL;

  return gf_table_new ((GfColumn **) columns->pdata, columns->len);
}
