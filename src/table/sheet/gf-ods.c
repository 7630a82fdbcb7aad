/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-workbook-private.h"

#include "gf-sheet-value.h"
#include "gf-table-error.h"
#include "gf-xml.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* All sheets are in one part: it is read once to list them and once for the cells of one. What is
   repeated is told as often as it is there when it holds something, and else skipped. (OpenDocument
   1.3 part 3.) */

/* What is worth a cell that is not in a column of its own: one text repeated over more columns. */
#define MOST_REPEATED 4096

/* A list of the sheets is being made. */
typedef struct
{
  GfWorkbook *self;
  GHashTable *hidden;      /* styles of hidden sheets */
  char *style;             /* that is being defined */
  guint depth;             /* of tables in tables */
  gboolean is_sheet;
} Lister;

static void
list_start (GfXml       *xml,
            const char  *name,
            const char **attributes,
            gpointer     user_data)
{
  Lister *lister = user_data;

  if (strcmp (name, "style") == 0)
    {
      g_set_str (&lister->style, gf_xml_get (attributes, "name"));
    }
  else if (strcmp (name, "table-properties") == 0 && lister->style != NULL)
    {
      const char *display = gf_xml_get (attributes, "display");

      if (display != NULL && strcmp (display, "false") == 0)
        g_hash_table_add (lister->hidden, g_strdup (lister->style));
    }
  else if (strcmp (name, "spreadsheet") == 0)
    {
      lister->is_sheet = TRUE;
    }
  else if (strcmp (name, "table") == 0 && lister->is_sheet && lister->depth++ == 0)
    {
      const char *title = gf_xml_get (attributes, "name");
      const char *style = gf_xml_get (attributes, "style-name");

      _gf_workbook_add (lister->self, title != NULL ? title : "",
                        style != NULL && g_hash_table_contains (lister->hidden, style),
                        (int) lister->self->sheets->len);
    }
}

static void
list_end (GfXml      *xml,
          const char *name,
          gpointer    user_data)
{
  Lister *lister = user_data;

  if (strcmp (name, "table") == 0)
    lister->depth -= lister->depth > 0;
  else if (strcmp (name, "style") == 0)
    g_clear_pointer (&lister->style, g_free);
}

static void
list_text (GfXml      *xml,
           const char *text,
           gsize       length,
           gpointer    user_data)
{
}

/* The cells of one sheet are being read. */
typedef struct
{
  GfGrid *grid;
  int wanted;              /* number of the sheet */
  int n_tables;
  guint depth;             /* of tables in tables */
  gboolean in_sheet;
  guint32 row, column;
  guint32 row_times, cell_times;
  gboolean in_cell;
  gboolean in_paragraph;
  gboolean is_error;
  gboolean covered;
  gboolean space;          /* the last character was one: the next is dropped */
  guint skip;              /* depth within notes and drawings */
  guint n_paragraphs;
  GString *value;          /* by attribute; empty when the text counts */
  GString *text;
} Reader;

static guint32
get_times (const char **attributes,
           const char  *name)
{
  const char *text = gf_xml_get (attributes, name);
  guint64 times = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint32) CLAMP (times, 1, G_MAXINT32);
}

static void
read_number (Reader     *reader,
             const char *number)
{
  char *end;
  double value = g_ascii_strtod (number, &end);

  if (end == number || *end != '\0' || !isfinite (value))
    g_string_append (reader->value, number);
  else
    gf_sheet_append_number (reader->value, value);
}

/* The value that a cell has by its attributes. */
static void
read_value (Reader      *reader,
            const char **attributes)
{
  const char *type = gf_xml_get (attributes, "value-type");
  const char *value;

  for (gsize i = 0; attributes[i] != NULL; i += 2)
    if (g_str_has_suffix (attributes[i], ":value-type") &&
        strcmp (attributes[i + 1], "error") == 0)
      reader->is_error = TRUE;
  if (type == NULL || reader->is_error)
    return;

  if (strcmp (type, "boolean") == 0)
    {
      value = gf_xml_get (attributes, "boolean-value");
      if (value != NULL)
        g_string_append (reader->value, strcmp (value, "false") == 0 || strcmp (value, "0") == 0 ?
                         "FALSE" : "TRUE");
    }
  else if (strcmp (type, "date") == 0)
    {
      value = gf_xml_get (attributes, "date-value");
      if (value != NULL)
        g_string_append (reader->value, value);
    }
  else if (strcmp (type, "time") == 0)
    {
      value = gf_xml_get (attributes, "time-value");
      if (value != NULL && !gf_sheet_append_period (reader->value, value))
        g_string_append (reader->value, value);
    }
  else if (strcmp (type, "string") == 0)
    {
      value = gf_xml_get (attributes, "string-value");
      if (value != NULL)
        g_string_append (reader->value, value);
    }
  else
    {
      value = gf_xml_get (attributes, "value");
      if (value != NULL)
        read_number (reader, value);
    }
}

static void
begin_cell (Reader      *reader,
            const char **attributes,
            gboolean     covered)
{
  guint32 columns = get_times (attributes, "number-columns-spanned");
  guint32 rows = get_times (attributes, "number-rows-spanned");

  reader->in_cell = TRUE;
  reader->covered = covered;
  reader->is_error = FALSE;
  reader->in_paragraph = FALSE;
  reader->n_paragraphs = 0;
  reader->skip = 0;
  reader->cell_times = get_times (attributes, "number-columns-repeated");
  g_string_truncate (reader->value, 0);
  g_string_truncate (reader->text, 0);
  if (covered)
    return;
  read_value (reader, attributes);
  if (columns > 1 || rows > 1)
    {
      GfGridRange range = { reader->row, reader->column, reader->row + (rows - 1),
                            reader->column + (columns - 1) };
      gf_grid_merge (reader->grid, &range);
    }
}

/* Whether a cell may have the text that it has by now. */
static gboolean
check_text (Reader *reader,
            GfXml  *xml)
{
  if (MAX (reader->text->len, reader->value->len) <= GF_GRID_MOST_TEXT)
    return TRUE;
  gf_xml_fail (xml, gf_grid_new_text_error (reader->row, reader->column));

  return FALSE;
}

static void
begin_in_cell (Reader      *reader,
               GfXml       *xml,
               const char  *name,
               const char **attributes)
{
  if (reader->skip > 0)
    {
      reader->skip++;
      return;
    }
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (reader->n_paragraphs++ > 0)
        g_string_append_c (reader->text, '\n');
      reader->in_paragraph = TRUE;
      reader->space = TRUE;
    }
  else if (strcmp (name, "s") == 0)
    {
      const char *count = gf_xml_get (attributes, "c");
      guint64 n = count != NULL ? g_ascii_strtoull (count, NULL, 10) : 1;

      for (n = MIN (n, 65536); n > 0; n--)
        g_string_append_c (reader->text, ' ');
      reader->space = FALSE;
      check_text (reader, xml);
    }
  else if (strcmp (name, "tab") == 0)
    {
      g_string_append_c (reader->text, '\t');
    }
  else if (strcmp (name, "line-break") == 0)
    {
      g_string_append_c (reader->text, '\n');
      reader->space = TRUE;
    }
  else if (strcmp (name, "span") != 0 && strcmp (name, "a") != 0 &&
           !(reader->in_paragraph && (g_str_has_prefix (name, "ruby-base") ||
                                      strcmp (name, "ruby") == 0)))
    {
      /* Notes, pictures, the reading of a word, fields that are shown by their text. */
      if (!reader->in_paragraph || strcmp (name, "annotation") == 0 ||
          strcmp (name, "ruby-text") == 0)
        reader->skip = 1;
    }
}

static void
cells_start (GfXml       *xml,
             const char  *name,
             const char **attributes,
             gpointer     user_data)
{
  Reader *reader = user_data;

  if (reader->in_cell)
    {
      begin_in_cell (reader, xml, name, attributes);
    }
  else if (strcmp (name, "table") == 0)
    {
      if (reader->depth++ == 0)
        reader->in_sheet = reader->n_tables++ == reader->wanted;
    }
  else if (!reader->in_sheet || reader->depth != 1)
    {
      return;
    }
  else if (strcmp (name, "table-row") == 0)
    {
      reader->column = 0;
      reader->row_times = get_times (attributes, "number-rows-repeated");
    }
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    {
      begin_cell (reader, attributes, *name == 'c');
    }
}

static void
end_cell (Reader *reader,
          GfXml  *xml)
{
  const GString *told = reader->value->len > 0 ? reader->value : reader->text;

  reader->in_cell = FALSE;
  if (!check_text (reader, xml))
    return;
  if (told->len > 0 && !reader->covered)
    {
      if (reader->cell_times > MOST_REPEATED)
        {
          gf_xml_fail (xml, g_error_new (GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                                         _("Row %u of the sheet repeats one cell %u times, which "
                                           "no list of customers does. Delete the columns behind "
                                           "your data and save the file again."),
                                         reader->row + 1, reader->cell_times));
          return;
        }
      for (guint32 i = 0; i < reader->cell_times; i++)
        if (reader->is_error)
          gf_grid_add_error (reader->grid, reader->row, reader->column + i, told->str, told->len);
        else
          gf_grid_add (reader->grid, reader->row, reader->column + i, told->str, told->len);
    }
  reader->column += MIN (reader->cell_times, G_MAXINT32 - reader->column);
}

static void
cells_end (GfXml      *xml,
           const char *name,
           gpointer    user_data)
{
  Reader *reader = user_data;

  if (reader->in_cell)
    {
      if (reader->skip > 0)
        reader->skip--;
      else if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
        reader->in_paragraph = FALSE;
      else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
        end_cell (reader, xml);
    }
  else if (strcmp (name, "table") == 0)
    {
      reader->depth -= reader->depth > 0;
      if (reader->depth == 0 && reader->in_sheet)
        {
          reader->in_sheet = FALSE;
          gf_xml_stop (xml);
        }
    }
  else if (reader->in_sheet && reader->depth == 1 && strcmp (name, "table-row") == 0)
    {
      gf_grid_repeat_row (reader->grid, reader->row, reader->row_times);
      reader->row += MIN (reader->row_times, G_MAXINT32 - reader->row);
      if (gf_grid_is_full (reader->grid))
        gf_xml_stop (xml);
    }
}

/* Space of the XML is one space, none at the beginning of a paragraph. (6.1.2) */
static void
cells_text (GfXml      *xml,
            const char *text,
            gsize       length,
            gpointer    user_data)
{
  Reader *reader = user_data;

  if (!reader->in_cell || !reader->in_paragraph || reader->skip > 0)
    return;
  for (gsize i = 0; i < length; i++)
    {
      gboolean space = text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r';

      if (!space)
        g_string_append_c (reader->text, text[i]);
      else if (!reader->space)
        g_string_append_c (reader->text, ' ');
      reader->space = space;
    }
  check_text (reader, xml);
}

static gboolean
read_sheet (GfWorkbook     *self,
            guint           index,
            GfGrid         *grid,
            GfProgressFunc  progress,
            gpointer        progress_data,
            GCancellable   *cancellable,
            GError        **error)
{
  static const GfXmlHandler handler = { cells_start, cells_end, cells_text };
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .grid = grid, .wanted = (int) index, .value = value, .text = text };

  if (!gf_xml_read (self->archive, (guint) gf_archive_find (self->archive, "content.xml"),
                    &handler, &reader, progress, progress_data, cancellable, error))
    return FALSE;
  self->share = gf_archive_get_share (self->archive);

  return TRUE;
}

static void
free_data (GfWorkbook *self)
{
}

static void
manifest_start (GfXml       *xml,
                const char  *name,
                const char **attributes,
                gpointer     user_data)
{
  gboolean *encrypted = user_data;

  *encrypted = *encrypted || strcmp (name, "encryption-data") == 0;
}

static void
ignore_end (GfXml      *xml,
            const char *name,
            gpointer    user_data)
{
}

static gboolean
check_password (GfArchive    *archive,
                GCancellable *cancellable,
                GError      **error)
{
  static const GfXmlHandler handler = { manifest_start, ignore_end, list_text };
  int manifest = gf_archive_find (archive, "META-INF/manifest.xml");
  gboolean encrypted = FALSE;

  if (manifest >= 0 && !gf_xml_read (archive, (guint) manifest, &handler, &encrypted, NULL, NULL,
                                     cancellable, error))
    return FALSE;
  if (encrypted)
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                 _("This file is protected by a password. Open it where it was made, save it "
                   "without the password and open that."));

  return !encrypted;
}

/* Opens an ODS file: lists its sheets. */
GfWorkbook *
_gf_ods_new (GfArchive    *archive,
             GCancellable *cancellable,
             GError      **error)
{
  static const GfWorkbookClass class = { "ods", read_sheet, free_data };
  static const GfXmlHandler handler = { list_start, list_end, list_text };

  if (!check_password (archive, cancellable, error))
    return NULL;

  g_autoptr (GfWorkbook) self = _gf_workbook_new (&class, archive);
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Lister lister = { self, hidden, NULL, 0, FALSE };
  gboolean listed = gf_xml_read (archive, (guint) gf_archive_find (archive, "content.xml"),
                                 &handler, &lister, NULL, NULL, cancellable, error);

  g_free (lister.style);
  if (!listed)
    return NULL;
  if (!lister.is_sheet)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This document holds no spreadsheet. Export the customers as CSV or .xlsx."));
      return NULL;
    }

  return g_steal_pointer (&self);
}
