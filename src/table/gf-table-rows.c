/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-table-rows.h"

#include "gf-csv-dialect.h"
#include "gf-table-error.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* So many customers are written between two looks at whether to stop: about a millisecond. */
#define CHECK_EVERY 1024

/* The cells of one column without those of @gone, and with those of @more behind them. */
static GfCells *
rebuild_cells (GfCells        *cells,
               const GfBitset *gone,
               GPtrArray      *more,
               guint           column)
{
  GfCellsBuilder *builder = gf_cells_builder_new ();

  for (gsize row = 0; row < gf_cells_get_n_rows (cells); row++)
    {
      gsize length;
      const char *text = gf_cells_get (cells, row, &length);

      if (gone == NULL || !gf_bitset_get (gone, row))
        gf_cells_builder_add (builder, text, length);
    }
  for (guint i = 0; more != NULL && i < more->len; i++)
    {
      const char * const *row = g_ptr_array_index (more, i);

      gf_cells_builder_add (builder, row[column], strlen (row[column]));
    }

  return gf_cells_builder_finish (builder);
}

static GfTable *
rebuild (const GfTable  *self,
         const GfBitset *gone,
         GPtrArray      *more)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);

  for (guint i = 0; i < gf_table_get_n_columns (self); i++)
    {
      GfColumn *column = gf_table_get_column (self, i);
      g_autoptr (GfCells) cells = rebuild_cells (gf_column_get_cells (column), gone, more, i);

      g_ptr_array_add (columns, gf_column_new (gf_column_get_spec (column), cells));
    }

  return gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
}

/**
 * gf_table_append_rows:
 * @self: a table
 * @rows: (element-type GStrv): for each customer a text for each column
 *
 * Returns: (transfer full): the table with more customers at the end
 */
GfTable *
gf_table_append_rows (const GfTable *self,
                      GPtrArray     *rows)
{
  g_return_val_if_fail (self != NULL && rows != NULL, NULL);

  return rebuild (self, NULL, rows);
}

/**
 * gf_table_remove_rows:
 * @self: a table
 * @gone: a bit for each row; who is to go
 *
 * Returns: (transfer full): the table without those customers
 */
GfTable *
gf_table_remove_rows (const GfTable  *self,
                      const GfBitset *gone)
{
  g_return_val_if_fail (self != NULL && gone != NULL, NULL);
  g_return_val_if_fail (gf_bitset_get_size (gone) == gf_table_get_n_rows (self), NULL);

  return rebuild (self, gone, NULL);
}

/* --- Cells that were copied --- */

static gboolean
is_taken (const int *places,
          guint      n,
          int        place)
{
  for (guint i = 0; i < n; i++)
    if (places[i] == place)
      return TRUE;

  return FALSE;
}

/* Where each cell of a line of names belongs, -1 for nowhere, as behind another one of that name; NULL
 * when it is none, which is so when less than half of its cells are names of columns. */
static int *
match_names (const GfTable *self,
             GPtrArray     *record)
{
  g_autofree int *places = g_new (int, record->len + 1);
  guint n_known = 0;

  for (guint i = 0; i < record->len; i++)
    {
      const GString *cell = g_ptr_array_index (record, i);
      g_autofree char *name = gf_text_fold (cell->str, cell->len);

      places[i] = -1;
      for (guint j = 0; j < gf_table_get_n_columns (self) && places[i] < 0; j++)
        {
          const char *own = gf_column_get_name (gf_table_get_column (self, j));
          g_autofree char *folded = gf_text_fold (own, strlen (own));

          if (*name == '\0' || strcmp (folded, name) != 0)
            continue;
          n_known++;
          if (is_taken (places, i, (int) j))
            break;
          places[i] = (int) j;
        }
    }

  return n_known * 2 > record->len ? g_steal_pointer (&places) : NULL;
}

static gboolean
is_blank (GPtrArray *record)
{
  for (guint i = 0; i < record->len; i++)
    {
      const GString *cell = g_ptr_array_index (record, i);

      if (!gf_text_is_blank (cell->str, cell->len))
        return FALSE;
    }

  return TRUE;
}

/* Whether a cell begins with a blank, as behind the comma of "Acme, Inc.". */
static gboolean
is_spaced (GPtrArray *record)
{
  for (guint i = 1; i < record->len; i++)
    if (*((const GString *) g_ptr_array_index (record, i))->str == ' ')
      return TRUE;

  return FALSE;
}

/* What separates the cells of a text without tabs. A spreadsheet copies one column as lines without
 * any; a name with a comma in it is no two cells then. So below names that are not those of columns lines
 * are only cut into as many cells each, and at commas only into as many as there are columns. */
static char
find_delimiter (const GfTable *self,
                const char    *text,
                guint          n_columns)
{
  const GfCsvMarks unknown = { 0 };
  GfCsvDialect dialect;
  g_autoptr (GPtrArray) records = NULL;
  guint width = 0;

  gf_csv_dialect_guess (text, strlen (text), TRUE, &unknown, 0, &dialect);
  records = gf_csv_read_sample (text, strlen (text), TRUE, &dialect.marks, G_MAXINT, NULL);
  gboolean comma = dialect.marks.delimiter == ',';
  for (guint i = 0; i < records->len; i++)
    {
      GPtrArray *record = g_ptr_array_index (records, i);

      if (is_blank (record))
        continue;
      if (width == 0)
        {
          g_autofree int *places = match_names (self, record);

          if (places != NULL)
            return dialect.marks.delimiter;
          width = record->len;
        }
      if (record->len != width || (comma && is_spaced (record)))
        return '\t';
    }

  return comma && width != n_columns ? '\t' : dialect.marks.delimiter;
}

/* One customer of a record; FALSE when a cell that says something has no place. */
static gboolean
add_record (const GfTable *self,
            GPtrArray     *record,
            const int     *places,
            guint          n_places,
            GPtrArray     *rows)
{
  char **row = g_new0 (char *, gf_table_get_n_columns (self) + 1);

  for (guint i = 0; i < gf_table_get_n_columns (self); i++)
    row[i] = g_strdup ("");
  g_ptr_array_add (rows, row);
  for (guint i = 0; i < record->len; i++)
    {
      const GString *cell = g_ptr_array_index (record, i);

      if (cell->len == 0)
        continue;
      if (i >= n_places || places[i] < 0)
        return FALSE;
      g_free (row[places[i]]);
      row[places[i]] = g_strdup (cell->str);
    }

  return TRUE;
}

/**
 * gf_table_paste:
 * @self: a table
 * @columns: (array length=n_columns): the columns that the cells are for, in order, when no names
 *   stand above them
 * @n_columns: how many
 * @text: lines of cells between tabs, or CSV
 * @error: where to put why not
 *
 * Appends customers from cells as spreadsheets copy them. When the first line holds names of columns,
 * cells go where their names say.
 *
 * Returns: (transfer full): the table with them; %NULL when there is nothing, or when a cell has no
 *   column to go to, for nothing is dropped
 */
GfTable *
gf_table_paste (const GfTable  *self,
                const guint    *columns,
                guint           n_columns,
                const char     *text,
                GError        **error)
{
  g_return_val_if_fail (self != NULL && columns != NULL && text != NULL, NULL);

  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree int *places = NULL;
  GfCsvMarks marks = { '\t', '"', '"' };
  guint n_places = n_columns;
  guint first = 0;

  if (strchr (text, '\t') == NULL)
    marks.delimiter = find_delimiter (self, text, n_columns);
  records = gf_csv_read_sample (text, strlen (text), TRUE, &marks, G_MAXINT, NULL);
  while (first < records->len && is_blank (g_ptr_array_index (records, first)))
    first++;
  if (first < records->len)
    {
      GPtrArray *record = g_ptr_array_index (records, first);

      places = match_names (self, record);
      if (places != NULL)
        {
          n_places = record->len;
          first++;
        }
      else
        places = g_memdup2 (columns, n_columns * sizeof (int));
    }

  for (guint i = first; i < records->len; i++)
    {
      GPtrArray *record = g_ptr_array_index (records, i);

      if (is_blank (record) || add_record (self, record, places, n_places, rows))
        continue;
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                   _("Row %u of the copied cells has a cell for which there is no column. Copy the names of "
                     "the columns as well, or only as many cells as there are columns."),
                   i + 1);
      return NULL;
    }
  if (rows->len == 0)
    {
      g_set_error_literal (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE,
                           _("Copy rows of a table first, then paste them here"));
      return NULL;
    }

  return gf_table_append_rows (self, rows);
}

/* --- Customers for elsewhere --- */

static gboolean
needs_guard (GfColumn   *column,
             gsize       row,
             const char *text,
             gsize       length)
{
  GfColumnType type = gf_column_get_column_type (column);

  if (!gf_text_is_formula (text, length))
    return FALSE;

  return (type != GF_COLUMN_NUMBER && type != GF_COLUMN_MONEY) || isnan (gf_column_get_number (column, row));
}

/* As gf_csv_append_cell(), with any delimiter. */
static void
append_cell (GString    *out,
             const char *text,
             gsize       length,
             char        delimiter)
{
  if (delimiter != ',' && memchr (text, delimiter, length) != NULL && strpbrk (text, ",\"\n\r") == NULL)
    g_string_append_printf (out, "\"%s\"", text);
  else if (delimiter != ',' && strpbrk (text, "\"\n\r") == NULL)
    g_string_append_len (out, text, (gssize) length);
  else
    gf_csv_append_cell (out, text, length);
}

/* How much of a number's text is to be copied: "28.0" as 28, which is what the table shows. What comes behind the whole
 * number goes only if it means nothing: "1.000" may be a thousand. */
static gsize
measure_plain (GfColumn   *column,
               gsize       row,
               const char *text,
               gsize       length)
{
  GfColumnType type = gf_column_get_column_type (column);
  gsize whole = length;
  gsize digits = 0;

  if (type != GF_COLUMN_NUMBER && type != GF_COLUMN_MONEY)
    return length;

  while (whole > 0 && text[whole - 1] == '0')
    whole--;
  if (whole == length || whole < 2 || (text[whole - 1] != '.' && text[whole - 1] != ','))
    return length;
  whole--;
  for (gsize i = text[0] == '-'; i < whole; i++, digits++)
    if (!g_ascii_isdigit (text[i]))
      return length;

  return digits > 0 && g_ascii_strtod (text, NULL) == gf_column_get_number (column, row) ? whole : length;
}

/* Writes a cell, with an apostrophe before it so that no spreadsheet runs it. */
static void
append_guarded (GString    *out,
                const char *text,
                gsize       length,
                char        delimiter)
{
  g_autoptr (GString) guarded = g_string_new ("'");

  g_string_append_len (guarded, text, (gssize) length);
  append_cell (out, guarded->str, guarded->len, delimiter);
}

static gsize
append_names (GString       *out,
              const GfTable *self,
              const guint   *columns,
              guint          n_columns,
              char           delimiter)
{
  gsize n_guarded = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      const char *name = gf_column_get_name (gf_table_get_column (self, columns[i]));

      if (i > 0)
        g_string_append_c (out, delimiter);
      if (gf_text_is_formula (name, strlen (name)))
        {
          append_guarded (out, name, strlen (name), delimiter);
          n_guarded++;
        }
      else
        append_cell (out, name, strlen (name), delimiter);
    }
  g_string_append (out, "\r\n");

  return n_guarded;
}

/**
 * gf_table_export:
 * @self: a table
 * @columns: (array length=n_columns): which columns, in order
 * @n_columns: how many
 * @rows: (array length=n_rows): which customers, in order
 * @n_rows: how many
 * @delimiter: ',' for CSV, a tab for cells to copy
 * @n_guarded: (out) (optional): how many cells got an apostrophe, see above
 * @cancellable: (nullable): stops it, within some thousand customers
 *
 * Writes customers as RFC 4180 CSV in UTF-8, the names of the columns first. Cells say what they said when they came;
 * copied ones leave out decimals of a whole number ("28.0" is copied as 28).
 *
 * Returns: (transfer full) (nullable): the text, %NULL when it was stopped
 */
GBytes *
gf_table_export (const GfTable *self,
                 const guint   *columns,
                 guint          n_columns,
                 const guint32 *rows,
                 gsize          n_rows,
                 char           delimiter,
                 gsize         *n_guarded,
                 GCancellable  *cancellable)
{
  g_return_val_if_fail (self != NULL && (columns != NULL || n_columns == 0), NULL);

  GString *out = g_string_new (NULL);
  gsize n = append_names (out, self, columns, n_columns, delimiter);

  for (gsize i = 0; i < n_rows; i++)
    {
      if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_string_free (out, TRUE);
          return NULL;
        }
      for (guint j = 0; j < n_columns; j++)
        {
          GfColumn *column = gf_table_get_column (self, columns[j]);
          gsize length;
          const char *text = gf_cells_get (gf_column_get_cells (column), rows[i], &length);

          if (delimiter != ',')
            length = measure_plain (column, rows[i], text, length);
          if (j > 0)
            g_string_append_c (out, delimiter);
          if (needs_guard (column, rows[i], text, length))
            {
              append_guarded (out, text, length, delimiter);
              n++;
            }
          else
            append_cell (out, text, length, delimiter);
        }
      g_string_append (out, "\r\n");
    }
  if (n_guarded != NULL)
    *n_guarded = n;

  return g_string_free_to_bytes (out);
}
