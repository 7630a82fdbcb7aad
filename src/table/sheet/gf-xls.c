/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-workbook-private.h"

#include "gf-sheet-value.h"
#include "gf-table-error.h"

#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Old Excel files, by FreeXL. It reads the whole book, and only from a file with a name. */

/* So much is looked at of the list of streams in the container. */
#define DIRECTORY (64u * 1024)

static gboolean
refuse_password (GError **error)
{
  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
               _("This file is protected by a password. Open it where it was made, save it without "
                 "the password and open that."));

  return FALSE;
}

/* A part of the file. */
static GBytes *
read_part (GFile        *file,
           GBytes       *bytes,
           gsize         offset,
           gsize         size,
           GCancellable *cancellable,
           GError      **error)
{
  if (bytes != NULL)
    {
      gsize all = g_bytes_get_size (bytes);
      gsize from = MIN (offset, all);

      return g_bytes_new_from_bytes (bytes, from, MIN (size, all - from));
    }

  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  if (stream == NULL || !g_seekable_seek (G_SEEKABLE (stream), (goffset) offset, G_SEEK_SET,
                                          cancellable, error))
    return NULL;

  return g_input_stream_read_bytes (G_INPUT_STREAM (stream), size, cancellable, error);
}

/* Where the list of streams begins: by the header, which holds the binary logarithm of the size of
   a sector and the number of the sector. ([MS-CFB] 2.2.) */
static gsize
find_directory (GBytes *header)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (header, &size);

  if (size < 52)
    return 0;

  guint shift = (guint) (data[30] | data[31] << 8);
  guint64 sector = data[48] | (guint64) data[49] << 8 | (guint64) data[50] << 16 |
                   (guint64) data[51] << 24;

  return (gsize) ((sector + 1) << MIN (shift, 16));
}

/* New Excel files with a password, and documents of other programs, come in the same container:
   the names of its streams, in UTF-16, tell. */
static gboolean
check_streams (GFile        *file,
               GBytes       *bytes,
               GCancellable *cancellable,
               GError      **error)
{
  static const struct
  {
    const char *name;
    gboolean password;
  } streams[] = { { "EncryptedPackage", TRUE }, { "WordDocument", FALSE },
                  { "PowerPoint Document", FALSE } };
  g_autoptr (GBytes) header = read_part (file, bytes, 0, 512, cancellable, error);
  if (header == NULL)
    return FALSE;

  g_autoptr (GBytes) head = read_part (file, bytes, find_directory (header), DIRECTORY,
                                       cancellable, error);
  if (head == NULL)
    return FALSE;

  gsize size;
  const char *data = g_bytes_get_data (head, &size);
  for (gsize i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      g_autoptr (GString) wide = g_string_new (NULL);

      for (const char *p = streams[i].name; *p != '\0'; p++)
        {
          g_string_append_c (wide, *p);
          g_string_append_c (wide, '\0');
        }
      if (memmem (data, size, wide->str, wide->len) == NULL)
        continue;
      if (streams[i].password)
        return refuse_password (error);
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This is a text document or a presentation, not a table. Export the customers "
                     "as CSV or .xlsx instead."));
      return FALSE;
    }

  return TRUE;
}

/* A file for what has no name here. */
static GFile *
copy_to_file (GFile        *file,
              GBytes       *bytes,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) copy = g_file_new_tmp ("goodfit-XXXXXX.xls", &stream, error);

  if (copy == NULL)
    return NULL;

  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (stream));
  gboolean copied;
  if (bytes != NULL)
    {
      copied = g_output_stream_write_all (out, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL, cancellable, error);
    }
  else
    {
      g_autoptr (GFileInputStream) in = g_file_read (file, cancellable, error);
      copied = in != NULL && g_output_stream_splice (out, G_INPUT_STREAM (in),
                                                     G_OUTPUT_STREAM_SPLICE_NONE, cancellable,
                                                     error) >= 0;
    }
  if (!copied)
    {
      g_file_delete (copy, NULL, NULL);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

static void
add_cell (GfGrid                 *grid,
          guint32                 row,
          guint32                 column,
          const FreeXL_CellValue *value,
          GString                *text)
{
  g_string_truncate (text, 0);
  switch (value->type)
    {
    case FREEXL_CELL_INT:
      g_string_append_printf (text, "%d", value->value.int_value);
      break;
    case FREEXL_CELL_DOUBLE:
      gf_sheet_append_number (text, value->value.double_value);
      break;
    case FREEXL_CELL_DATETIME:
      g_string_append (text, value->value.text_value);
      if (text->len > 10 && text->str[10] == ' ')
        text->str[10] = 'T';
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_TIME:
      if (value->value.text_value != NULL)
        {
          g_autofree char *valid = g_utf8_make_valid (value->value.text_value, -1);
          g_string_append (text, valid);
        }
      break;
    default:
      break;
    }
  gf_grid_add (grid, row, column, text->str, text->len);
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
  const GfSheetInfo *sheet = &g_array_index (self->sheets, GfSheetInfo, index);
  g_autoptr (GString) text = g_string_new (NULL);
  unsigned int n_rows = 0;
  unsigned short n_columns = 0;

  if (freexl_select_active_worksheet (self->data, (unsigned short) sheet->place) != FREEXL_OK ||
      freexl_worksheet_dimensions (self->data, &n_rows, &n_columns) != FREEXL_OK)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("The sheet “%s” cannot be read: the file is damaged. Export it again."),
                   sheet->name);
      return FALSE;
    }
  for (unsigned int row = 0; row < n_rows && !gf_grid_is_full (grid); row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL && row % 256 == 0)
        progress ((double) row / n_rows, progress_data);
      self->share = (row + 1.0) / n_rows;
      for (unsigned short column = 0; column < n_columns; column++)
        {
          FreeXL_CellValue value;

          if (freexl_get_cell_value (self->data, row, column, &value) == FREEXL_OK)
            add_cell (grid, row, column, &value, text);
        }
    }

  return TRUE;
}

static void
free_data (GfWorkbook *self)
{
  freexl_close (self->data);
}

/* Opens an XLS file: lists its sheets. FreeXL does not tell which of them are hidden. */
GfWorkbook *
_gf_xls_new (GFile        *file,
             GBytes       *bytes,
             GCancellable *cancellable,
             GError      **error)
{
  static const GfWorkbookClass class = { "xls", read_sheet, free_data };
  const void *handle = NULL;
  unsigned int n_sheets = 0, password = 0;

  if (!check_streams (file, bytes, cancellable, error))
    return NULL;

  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autoptr (GFile) copy = path == NULL ? copy_to_file (file, bytes, cancellable, error) : NULL;
  if (path == NULL && copy == NULL)
    return NULL;

  int code = freexl_open (path != NULL ? path : g_file_peek_path (copy), &handle);
  if (copy != NULL)
    g_file_delete (copy, NULL, NULL);
  if (code != FREEXL_OK)
    {
      if (handle != NULL)
        freexl_close (handle);
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("This old Excel file is damaged or of a kind that cannot be read (FreeXL "
                     "error %d). Save it as .xlsx or CSV and open that."), code);
      return NULL;
    }

  g_autoptr (GfWorkbook) self = _gf_workbook_new (&class, NULL);
  self->data = (gpointer) handle;
  if (freexl_get_info (handle, FREEXL_BIFF_PASSWORD, &password) == FREEXL_OK &&
      password == FREEXL_BIFF_OBFUSCATED)
    {
      refuse_password (error);
      return NULL;
    }
  if (freexl_get_info (handle, FREEXL_BIFF_SHEET_COUNT, &n_sheets) != FREEXL_OK)
    n_sheets = 0;
  for (unsigned int i = 0; i < n_sheets; i++)
    {
      const char *name = NULL;

      if (freexl_get_worksheet_name (handle, (unsigned short) i, &name) == FREEXL_OK)
        _gf_workbook_add (self, name != NULL ? name : "", FALSE, (int) i);
    }

  return g_steal_pointer (&self);
}
