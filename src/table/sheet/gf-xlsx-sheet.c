/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sheet-value.h"
#include "gf-table-error.h"
#include "gf-xlsx-strings.h"
#include "gf-xml.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CHUNK (64u * 1024)
#define MOST_LOOKED_THROUGH (256u << 20)

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT,
  CELL_FLAG,
  CELL_ERROR,
  CELL_DATE,
} CellType;

typedef struct
{
  const GfXlsxBook *book;
  GfGrid *grid;
  guint32 next_row, next_column;
  guint32 row, column;
  CellType type;
  guint style;
  gboolean in_data;        /* within the cells of the sheet */
  gboolean in_cell;
  gboolean in_text;        /* within a value */
  gboolean is_formula;
  guint phonetic;
  GString *value;          /* as written in the file */
  GString *text;           /* as told */
} Reader;

/* Reads A1; either part may be missing. Returns what is behind it. */
static const char *
read_reference (const char *text,
                guint32    *row,
                guint32    *column)
{
  guint32 letters = 0, digits = 0;

  for (; *text == '$' || g_ascii_isalpha (*text); text++)
    if (*text != '$' && letters <= GF_GRID_MOST_COLUMNS)
      letters = letters * 26 + (guint32) (g_ascii_toupper (*text) - 'A' + 1);
  for (; *text == '$' || g_ascii_isdigit (*text); text++)
    if (*text != '$' && digits <= GF_GRID_MOST_ROWS)
      digits = digits * 10 + (guint32) (*text - '0');
  if (letters > 0)
    *column = letters - 1;
  if (digits > 0)
    *row = digits - 1;

  return text;
}

static void
read_merge (Reader     *reader,
            const char *reference)
{
  GfGridRange range = { 0, 0, GF_GRID_MOST_ROWS - 1, GF_GRID_MOST_COLUMNS - 1 };
  const char *rest = read_reference (reference, &range.top, &range.left);

  if (*rest != ':')
    return;
  read_reference (rest + 1, &range.bottom, &range.right);
  gf_grid_merge (reader->grid, &range);
}

static CellType
type_of (const char *type)
{
  if (type == NULL || strcmp (type, "n") == 0)
    return CELL_NUMBER;
  if (strcmp (type, "s") == 0)
    return CELL_SHARED;
  if (strcmp (type, "b") == 0)
    return CELL_FLAG;
  if (strcmp (type, "e") == 0)
    return CELL_ERROR;
  if (strcmp (type, "d") == 0)
    return CELL_DATE;

  return CELL_TEXT;
}

static void
begin_cell (Reader      *reader,
            const char **attributes)
{
  const char *reference = gf_xml_get (attributes, "r");
  const char *style = gf_xml_get (attributes, "s");

  reader->row = reader->next_row;
  reader->column = reader->next_column;
  if (reference != NULL)
    read_reference (reference, &reader->row, &reader->column);
  reader->next_row = reader->row;
  reader->next_column = reader->column + 1;
  reader->type = type_of (gf_xml_get (attributes, "t"));
  reader->style = style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
  reader->in_cell = TRUE;
  reader->is_formula = FALSE;
  g_string_truncate (reader->value, 0);
}

static void
start_cb (GfXml       *xml,
          const char  *name,
          const char **attributes,
          gpointer     user_data)
{
  Reader *reader = user_data;

  if (reader->in_cell)
    {
      if (strcmp (name, "v") == 0 || (strcmp (name, "t") == 0 && reader->phonetic == 0))
        reader->in_text = TRUE;
      else if (strcmp (name, "f") == 0)
        reader->is_formula = TRUE;
      else if (strcmp (name, "rPh") == 0)
        reader->phonetic++;
    }
  else if (reader->in_data && strcmp (name, "c") == 0)
    {
      begin_cell (reader, attributes);
    }
  else if (reader->in_data && strcmp (name, "row") == 0)
    {
      const char *number = gf_xml_get (attributes, "r");
      guint32 column;

      if (number != NULL)
        read_reference (number, &reader->next_row, &column);
      reader->next_column = 0;
    }
  else if (strcmp (name, "sheetData") == 0)
    {
      reader->in_data = TRUE;
    }
  else if (strcmp (name, "mergeCell") == 0 && gf_xml_get (attributes, "ref") != NULL)
    {
      read_merge (reader, gf_xml_get (attributes, "ref"));
    }
}

/* A number is a date when its style says so. */
static void
tell_number (Reader *reader)
{
  const GArray *formats = reader->book->formats;
  GfSheetFormat format = reader->style < formats->len ?
                         g_array_index (formats, guint8, reader->style) : GF_SHEET_NUMBER;
  char *end;
  double value = g_ascii_strtod (reader->value->str, &end);

  while (g_ascii_isspace (*end))
    end++;
  g_string_truncate (reader->text, 0);
  if (end == reader->value->str || *end != '\0' || !isfinite (value))
    g_string_append_len (reader->text, reader->value->str, (gssize) reader->value->len);
  else
    gf_sheet_append_value (reader->text, value, format, reader->book->from_1904);
  gf_grid_add (reader->grid, reader->row, reader->column, reader->text->str, reader->text->len);
}

/* 2021-01-01T00:00:00.000Z: without what is only zeros. */
static void
tell_date (Reader *reader)
{
  GString *value = reader->value;

  if (value->len > 0 && value->str[value->len - 1] == 'Z')
    g_string_truncate (value, value->len - 1);
  if (g_str_has_suffix (value->str, ".000"))
    g_string_truncate (value, value->len - 4);
  if (value->len == 19 && g_str_has_suffix (value->str, "T00:00:00") &&
      reader->style < reader->book->formats->len &&
      g_array_index (reader->book->formats, guint8, reader->style) != GF_SHEET_DATE_TIME)
    g_string_truncate (value, 10);
  gf_grid_add (reader->grid, reader->row, reader->column, value->str, value->len);
}

static void
tell_shared (Reader *reader,
             GfXml  *xml)
{
  char *end;
  guint64 index = g_ascii_strtoull (reader->value->str, &end, 10);
  gsize length;
  const char *text = end != reader->value->str ?
                     gf_xlsx_strings_get (reader->book->strings, index, &length) : NULL;

  if (text == NULL)
    gf_xml_fail (xml, g_error_new (GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                                   _("This file is damaged: the text of the cell in row %u, column "
                                     "%u of the sheet is missing. Export or download it again."),
                                   reader->row + 1, reader->column + 1));
  else
    gf_grid_add (reader->grid, reader->row, reader->column, text, length);
}

static void
end_cell (Reader *reader,
          GfXml  *xml)
{
  GString *value = reader->value;

  reader->in_cell = FALSE;
  reader->in_text = FALSE;
  reader->phonetic = 0;
  /* A formula that gives no text has a type; one without was never worked out. */
  if (value->len == 0 && reader->is_formula && reader->type == CELL_NUMBER)
    gf_grid_add_error (reader->grid, reader->row, reader->column, "", 0);
  if (value->len == 0)
    return;

  switch (reader->type)
    {
    case CELL_NUMBER:
      tell_number (reader);
      break;
    case CELL_SHARED:
      tell_shared (reader, xml);
      break;
    case CELL_TEXT:
      g_string_set_size (value, gf_xlsx_unescape (value->str, value->len));
      gf_grid_add (reader->grid, reader->row, reader->column, value->str, value->len);
      break;
    case CELL_FLAG:
      g_string_assign (value, strcmp (value->str, "0") == 0 || strcmp (value->str, "false") == 0 ?
                       "FALSE" : "TRUE");
      gf_grid_add (reader->grid, reader->row, reader->column, value->str, value->len);
      break;
    case CELL_ERROR:
      gf_grid_add_error (reader->grid, reader->row, reader->column, value->str, value->len);
      break;
    case CELL_DATE:
      tell_date (reader);
      break;
    }
  if (gf_grid_is_full (reader->grid))
    gf_xml_stop (xml);
}

static void
end_cb (GfXml      *xml,
        const char *name,
        gpointer    user_data)
{
  Reader *reader = user_data;

  if (reader->in_cell)
    {
      if (strcmp (name, "c") == 0)
        end_cell (reader, xml);
      else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
        reader->in_text = FALSE;
      else if (strcmp (name, "rPh") == 0)
        reader->phonetic -= reader->phonetic > 0;
    }
  else if (strcmp (name, "row") == 0 && reader->in_data)
    {
      reader->next_row++;
      reader->next_column = 0;
    }
  else if (strcmp (name, "sheetData") == 0)
    {
      reader->in_data = FALSE;
    }
}

static void
text_cb (GfXml      *xml,
         const char *text,
         gsize       length,
         gpointer    user_data)
{
  Reader *reader = user_data;

  if (!reader->in_text)
    return;
  if (reader->value->len + length > GF_GRID_MOST_TEXT)
    gf_xml_fail (xml, gf_grid_new_text_error (reader->row, reader->column));
  else
    g_string_append_len (reader->value, text, (gssize) length);
}

/* The joined cells stand behind all others. When a preview has ended before them they are looked
   for in the bytes: a fraction of the cost of reading what is between. */
static void
find_merges (Reader       *reader,
             GfArchive    *archive,
             GCancellable *cancellable)
{
  g_autoptr (GString) window = g_string_new (NULL);
  g_autofree char *chunk = g_malloc (CHUNK);
  gsize n_read = 0;
  gssize n;

  while (n_read < MOST_LOOKED_THROUGH &&
         (n = gf_archive_read (archive, chunk, CHUNK, cancellable, NULL)) > 0)
    {
      const char *at, *from;

      n_read += (gsize) n;
      g_string_append_len (window, chunk, n);
      from = window->str;
      while ((at = memmem (from, window->len - (gsize) (from - window->str), "mergeCell ",
                           10)) != NULL)
        {
          const char *end = strchr (at, '>');
          const char *reference = strstr (at, "ref=");

          if (end == NULL)
            break;
          if (reference != NULL && reference + 5 < end)
            read_merge (reader, reference + 5);
          from = end;
        }
      /* A tag may be cut in two. */
      gsize keep = MIN (window->len, 128);
      if (at != NULL)
        keep = MAX (keep, MIN (window->len - (gsize) (at - window->str), 1024));
      else
        keep = MIN (keep, window->len - (gsize) (from - window->str));
      g_string_erase (window, 0, (gssize) (window->len - keep));
    }
}

/**
 * gf_xlsx_read_cells:
 * @archive: an XLSX file
 * @member: the part that is the sheet
 * @book: what its cells refer to
 * @grid: hears of the cells
 * @share: (out): how much of the sheet was read
 * @progress: (nullable): hears how much is done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where to put why they cannot be read
 *
 * Reads the cells of a sheet until its end or until the grid is full. Of formulas the value that
 * was saved with them is read.
 *
 * Returns: whether they could be read
 */
gboolean
gf_xlsx_read_cells (GfArchive        *archive,
                    guint             member,
                    const GfXlsxBook *book,
                    GfGrid           *grid,
                    double           *share,
                    GfProgressFunc    progress,
                    gpointer          progress_data,
                    GCancellable     *cancellable,
                    GError          **error)
{
  static const GfXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .book = book, .grid = grid, .value = value, .text = text };

  if (!gf_xml_read (archive, member, &handler, &reader, progress, progress_data, cancellable,
                    error))
    return FALSE;
  *share = gf_archive_get_share (archive);
  if (gf_grid_is_full (grid) && gf_grid_wants_merges (grid))
    find_merges (&reader, archive, cancellable);

  return TRUE;
}
