/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-workbook-private.h"

#include "gf-biff.h"
#include "gf-ole.h"
#include "gf-sheet-value.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Old Excel files: BIFF8 of Excel 97 to 2003 and BIFF5 of Excel 5 and 95. ([MS-XLS].)
 *
 *   values:    those that Excel saved, formulas by their result
 *   read:      the whole file, as its parts lie anywhere in it; a string is shared by cells */

enum
{
  FORMULA = 0x0006,
  END = 0x000a,
  DATE_MODE = 0x0022,
  PASSWORD = 0x002f,
  CODE_PAGE = 0x0042,
  SHEET = 0x0085,
  SEVERAL_RK = 0x00bd,
  RICH_LABEL = 0x00d6,
  XF = 0x00e0,
  MERGES = 0x00e5,
  SHARED_STRINGS = 0x00fc,
  SHARED_LABEL = 0x00fd,
  NUMBER = 0x0203,
  LABEL = 0x0204,
  BOOLEAN = 0x0205,
  STRING = 0x0207,
  RK = 0x027e,
  FORMAT = 0x041e,
  BEGIN = 0x0809,
};

#define BIFF8 0x0600
#define MOST_SHEETS 4096

typedef struct
{
  GBytes *stream;
  const guint8 *data;
  gsize size;
  gboolean is_whole;         /* nothing of the stream is missing */
  gboolean is_wide;          /* BIFF8 */
  gboolean from_1904;
  const char *encoding;      /* of strings before BIFF8 */
  GHashTable *formats;       /* id to GfSheetFormat: those that the file defines */
  GArray *xfs;               /* of guint16: the format id of each style */
  GString *strings;          /* shared ones, one behind the other */
  GArray *starts;            /* of gsize: where each begins, and the end of the last */
} Book;

/* Of a sheet while it is read. */
typedef struct
{
  const Book *book;
  GfGrid *grid;
  GArray *cells;             /* of Cell: kept when they do not come in the order of their rows */
  GString *texts;
  GString *text;
  guint32 row, column;       /* of a formula whose text comes behind it */
  gboolean waits;
} Sheet;

typedef struct
{
  guint32 row, column;
  gsize start, length;
  gboolean is_error;
} Cell;

static gboolean
refuse_password (GError **error)
{
  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
               _("This file is protected by a password. Open it where it was made, save it without "
                 "the password and open that."));

  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
               _("This old Excel file is damaged or of a kind that cannot be read. Save it as .xlsx "
                 "or CSV and open that."));

  return FALSE;
}

static void
book_free (Book *self)
{
  g_clear_pointer (&self->stream, g_bytes_unref);
  g_hash_table_unref (self->formats);
  g_array_unref (self->xfs);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, book_free)

static Book *
book_new (void)
{
  Book *self = g_new0 (Book, 1);

  self->formats = g_hash_table_new (NULL, NULL);
  self->xfs = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->strings = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->encoding = "windows-1252";

  return self;
}

/* The stream with the book, of a file that may hold another kind of document or one that is locked. */
static GBytes *
open_stream (GBytes    *bytes,
             gboolean  *whole,
             GError   **error)
{
  g_autoptr (GfOle) ole = gf_ole_new (bytes);
  GBytes *stream = NULL;

  if (ole == NULL)
    {
      refuse_damaged (error);
      return NULL;
    }
  if (gf_ole_has (ole, "EncryptedPackage"))
    {
      refuse_password (error);
      return NULL;
    }
  stream = gf_ole_read (ole, "Workbook", whole);
  if (stream == NULL)
    stream = gf_ole_read (ole, "Book", whole);
  if (stream != NULL)
    return stream;

  if (gf_ole_has (ole, "WordDocument") || gf_ole_has (ole, "PowerPoint Document"))
    g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                 _("This is a text document or a presentation, not a table. Export the customers "
                   "as CSV or .xlsx instead."));
  else
    refuse_damaged (error);

  return NULL;
}

static const char *
code_page_name (guint16 page)
{
  static const struct
  {
    guint16 page;
    const char *encoding;
  } known[] = {
    { 367, "ASCII" }, { 932, "CP932" }, { 936, "GBK" }, { 949, "CP949" }, { 950, "BIG5" }, { 1361, "JOHAB" },
    { 10000, "MACINTOSH" }, { 10006, "MACGREEK" }, { 10007, "MACCYRILLIC" }, { 10029, "MACCENTRALEUROPE" },
    { 10081, "MACTURKISH" }, { 32768, "MACINTOSH" }, { 32769, "windows-1252" }, { 65001, "UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].page == page)
      return known[i].encoding;
  if ((page >= 1250 && page <= 1258) || page == 437 || (page >= 850 && page <= 874))
    {
      g_autofree char *name = g_strdup_printf ("CP%u", page);
      return g_intern_string (name);
    }

  return "windows-1252";
}

/* Appends the string at @offset of the record, whose length has @n_bytes of its own. */
static void
append_string (const Book          *self,
               const GfBiffRecords *record,
               gsize                offset,
               guint                n_bytes,
               GString             *out)
{
  GfBiffBody body;

  gf_biff_body_init (&body, record, offset);
  guint length = gf_biff_body_read (&body, n_bytes);
  if (self->is_wide)
    gf_biff_body_read_wide (&body, length, out);
  else
    gf_biff_body_read_bytes (&body, length, self->encoding, out);
}

static void
read_format (Book                *self,
             const GfBiffRecords *record)
{
  g_autoptr (GString) code = g_string_new (NULL);

  append_string (self, record, 2, self->is_wide ? 2 : 1, code);
  g_hash_table_insert (self->formats, GUINT_TO_POINTER (gf_biff_get_u16 (record, 0)),
                       GUINT_TO_POINTER (gf_sheet_format_from_code (code->str)));
}

static void
read_shared_strings (Book                *self,
                     const GfBiffRecords *record)
{
  GfBiffBody body;
  guint32 n = gf_biff_get_u32 (record, 4);

  gf_biff_body_init (&body, record, 8);
  for (guint32 i = 0; i < n && !gf_biff_body_is_at_end (&body); i++)
    {
      g_array_append_val (self->starts, self->strings->len);
      guint length = gf_biff_body_read (&body, 2);
      gf_biff_body_read_wide (&body, length, self->strings);
    }
  g_array_append_val (self->starts, self->strings->len);
}

static void
read_sheet_name (Book                *self,
                 const GfBiffRecords *record,
                 GfWorkbook          *workbook)
{
  g_autoptr (GString) name = g_string_new (NULL);

  /* Not a chart, a module or a sheet of macros. */
  if (record->length < 8 || record->bytes[5] != 0 || workbook->sheets->len >= MOST_SHEETS)
    return;
  append_string (self, record, 6, 1, name);
  _gf_workbook_add (workbook, name->str, (record->bytes[4] & 3) != 0,
                    (int) MIN (gf_biff_get_u32 (record, 0), G_MAXINT));
}

/* Reads what holds for all sheets, and their names. */
static gboolean
read_globals (Book        *self,
              GfWorkbook  *workbook,
              GError     **error)
{
  GfBiffRecords record;

  gf_biff_records_init (&record, self->data, self->size, 0);
  if (!gf_biff_records_next (&record) || record.id != BEGIN)
    return refuse_damaged (error);
  self->is_wide = gf_biff_get_u16 (&record, 0) >= BIFF8;

  while (gf_biff_records_next (&record) && record.id != END)
    switch (record.id)
      {
      case PASSWORD:
        return refuse_password (error);
      case CODE_PAGE:
        self->encoding = code_page_name (gf_biff_get_u16 (&record, 0));
        break;
      case DATE_MODE:
        self->from_1904 = gf_biff_get_u16 (&record, 0) == 1;
        break;
      case FORMAT:
        read_format (self, &record);
        break;
      case XF:
        {
          guint16 format = gf_biff_get_u16 (&record, 2);
          g_array_append_val (self->xfs, format);
        }
        break;
      case SHEET:
        read_sheet_name (self, &record, workbook);
        break;
      case SHARED_STRINGS:
        if (self->starts->len == 0)
          read_shared_strings (self, &record);
        break;
      default:
        break;
      }

  return TRUE;
}

static GfSheetFormat
get_format (const Book *self,
            guint       xf)
{
  gpointer format;

  if (xf >= self->xfs->len)
    return GF_SHEET_NUMBER;

  guint16 id = g_array_index (self->xfs, guint16, xf);
  if (g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER (id), NULL, &format))
    return (GfSheetFormat) GPOINTER_TO_UINT (format);

  return gf_sheet_format_from_id (id);
}

/* Tells the grid of a cell, or keeps it to do so in the order of the rows. */
static void
tell_cell (Sheet      *self,
           guint32     row,
           guint32     column,
           const char *text,
           gsize       length,
           gboolean    is_error)
{
  if (self->cells != NULL)
    {
      Cell cell = { row, column, self->texts->len, length, is_error };

      g_string_append_len (self->texts, text, (gssize) length);
      g_array_append_val (self->cells, cell);
    }
  else if (is_error)
    {
      gf_grid_add_error (self->grid, row, column, text, length);
    }
  else
    {
      gf_grid_add (self->grid, row, column, text, length);
    }
}

static void
tell_number (Sheet   *self,
             guint32  row,
             guint32  column,
             guint    xf,
             double   value)
{
  g_string_truncate (self->text, 0);
  gf_sheet_append_value (self->text, value, get_format (self->book, xf), self->book->from_1904);
  tell_cell (self, row, column, self->text->str, self->text->len, FALSE);
}

static void
tell_boolean (Sheet   *self,
              guint32  row,
              guint32  column,
              guint8   value,
              gboolean is_error)
{
  /* [MS-XLS] 2.5.10. */
  static const struct { guint8 code; const char *text; } errors[] = {
    { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" }, { 0x17, "#REF!" },
    { 0x1d, "#NAME?" }, { 0x24, "#NUM!" }, { 0x2a, "#N/A" }, { 0x2b, "#GETTING_DATA" },
  };
  const char *text = value != 0 ? "TRUE" : "FALSE";

  if (is_error)
    {
      text = "#VALUE!";
      for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
        if (errors[i].code == value)
          text = errors[i].text;
    }
  tell_cell (self, row, column, text, strlen (text), is_error);
}

/* The result of a formula: a number, or the kind of another one, whose text comes in a record of its own.
   ([MS-XLS] 2.5.133.) */
static void
tell_formula (Sheet               *self,
              const GfBiffRecords *record,
              guint32              row,
              guint32              column)
{
  if (gf_biff_get_u16 (record, 12) != 0xffff)
    {
      tell_number (self, row, column, gf_biff_get_u16 (record, 4), gf_biff_get_double (record, 6));
      return;
    }

  switch (record->bytes[6])
    {
    case 0:
      self->row = row;
      self->column = column;
      self->waits = TRUE;
      break;
    case 1:
    case 2:
      tell_boolean (self, row, column, record->bytes[8], record->bytes[6] == 2);
      break;
    default:
      break;
    }
}

static void
tell_shared (Sheet   *self,
             guint32  row,
             guint32  column,
             guint32  index)
{
  const GArray *starts = self->book->starts;

  if (starts->len < 2 || index >= starts->len - 1)
    return;

  gsize start = g_array_index (starts, gsize, index);
  tell_cell (self, row, column, self->book->strings->str + start,
             g_array_index (starts, gsize, index + 1) - start, FALSE);
}

static void
tell_label (Sheet               *self,
            const GfBiffRecords *record,
            gsize                offset,
            guint32              row,
            guint32              column)
{
  g_string_truncate (self->text, 0);
  append_string (self->book, record, offset, 2, self->text);
  tell_cell (self, row, column, self->text->str, self->text->len, FALSE);
}

static void
tell_merges (Sheet               *self,
             const GfBiffRecords *record)
{
  guint n = gf_biff_get_u16 (record, 0);

  for (guint i = 0; i < n && 2 + 8 * (gsize) (i + 1) <= record->length; i++)
    {
      gsize at = 2 + 8 * (gsize) i;
      const GfGridRange range = {
        .top = gf_biff_get_u16 (record, at), .bottom = gf_biff_get_u16 (record, at + 2),
        .left = gf_biff_get_u16 (record, at + 4), .right = gf_biff_get_u16 (record, at + 6),
      };

      gf_grid_merge (self->grid, &range);
    }
}

/* How many bytes a record of a cell has at least, 0 for others. */
static gsize
least_length (guint16 id)
{
  switch (id)
    {
    case FORMULA:
      return 14;
    case NUMBER:
      return 14;
    case RK:
    case SHARED_LABEL:
    case SEVERAL_RK:
      return 10;
    case LABEL:
    case RICH_LABEL:
    case BOOLEAN:
      return 8;
    default:
      return 0;
    }
}

static void
tell_record (Sheet               *self,
             const GfBiffRecords *record)
{
  guint32 row = gf_biff_get_u16 (record, 0), column = gf_biff_get_u16 (record, 2);
  guint xf = gf_biff_get_u16 (record, 4);

  if (record->id == MERGES)
    tell_merges (self, record);
  if (record->id == STRING && self->waits)
    {
      self->waits = FALSE;
      tell_label (self, record, 0, self->row, self->column);
    }
  if (least_length (record->id) == 0 || record->length < least_length (record->id))
    return;

  self->waits = FALSE;
  switch (record->id)
    {
    case FORMULA:
      tell_formula (self, record, row, column);
      break;
    case NUMBER:
      tell_number (self, row, column, xf, gf_biff_get_double (record, 6));
      break;
    case RK:
      tell_number (self, row, column, xf, gf_biff_get_rk (record, 6));
      break;
    case SEVERAL_RK:
      for (gsize at = 4; at + 8 <= record->length; at += 6, column++)
        tell_number (self, row, column, gf_biff_get_u16 (record, at), gf_biff_get_rk (record, at + 2));
      break;
    case SHARED_LABEL:
      tell_shared (self, row, column, gf_biff_get_u32 (record, 6));
      break;
    case LABEL:
    case RICH_LABEL:
      tell_label (self, record, 6, row, column);
      break;
    case BOOLEAN:
      tell_boolean (self, row, column, record->bytes[6], record->bytes[7] != 0);
      break;
    default:
      break;
    }
}

/* Goes over the records of a sheet, without those of the charts in it. FALSE at its end. */
static gboolean
next_of_sheet (GfBiffRecords *record,
               guint         *depth)
{
  while (gf_biff_records_next (record))
    {
      if (record->id == BEGIN)
        (*depth)++;
      else if (record->id == END && (*depth)-- == 0)
        return FALSE;
      else if (*depth == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether the cells come from above. Programs other than Excel write them in any order. */
static gboolean
is_in_order (GfBiffRecords record)
{
  guint32 last = 0;
  guint depth = 0;

  while (next_of_sheet (&record, &depth))
    if (least_length (record.id) > 0)
      {
        guint32 row = gf_biff_get_u16 (&record, 0);

        if (row < last)
          return FALSE;
        last = row;
      }

  return TRUE;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const Cell *x = a, *y = b;

  return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
                          : (x->start > y->start) - (x->start < y->start);
}

static void
tell_kept (Sheet *self)
{
  g_autoptr (GArray) cells = g_steal_pointer (&self->cells);

  g_array_sort (cells, compare_cells);
  for (guint i = 0; i < cells->len && !gf_grid_is_full (self->grid); i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      tell_cell (self, cell->row, cell->column, self->texts->str + cell->start, cell->length,
                 cell->is_error);
    }
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
  const GfSheetInfo *info = &g_array_index (self->sheets, GfSheetInfo, index);
  const Book *book = self->data;
  g_autoptr (GString) text = g_string_new (NULL), texts = g_string_new (NULL);
  Sheet sheet = { .book = book, .grid = grid, .text = text, .texts = texts };
  gsize start = (gsize) info->place;
  guint depth = 0;
  GfBiffRecords record;

  gf_biff_records_init (&record, book->data, book->size, start);
  if (!gf_biff_records_next (&record) || record.id != BEGIN)
    record.broken = TRUE;
  if (!record.broken && !is_in_order (record))
    sheet.cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint n = 0; !record.broken && next_of_sheet (&record, &depth); n++)
    {
      if (n % 4096 == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            {
              g_clear_pointer (&sheet.cells, g_array_unref);
              return FALSE;
            }
          if (progress != NULL)
            progress ((double) record.at / (double) book->size, progress_data);
        }
      if (!gf_grid_is_full (grid))
        {
          tell_record (&sheet, &record);
          self->share = (double) (record.at - start) / (double) MAX (book->size - start, 1);
        }
      else if (record.id == MERGES && gf_grid_wants_merges (grid))
        {
          tell_merges (&sheet, &record);
        }
    }
  if (sheet.cells != NULL)
    tell_kept (&sheet);
  /* The stream is shorter than the file says, and no end of the sheet is in it. */
  record.broken = record.broken || (!book->is_whole && record.id != END);
  if (record.broken)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT,
                   _("The sheet “%s” cannot be read: the file is damaged. Export it again."),
                   info->name);
      return FALSE;
    }

  return TRUE;
}

static void
free_data (GfWorkbook *self)
{
  book_free (self->data);
}

/* Opens an XLS file: lists its sheets. */
GfWorkbook *
_gf_xls_new (GFile        *file,
             GBytes       *bytes,
             GCancellable *cancellable,
             GError      **error)
{
  static const GfWorkbookClass class = { "xls", read_sheet, free_data };
  g_autoptr (GBytes) content = bytes != NULL ? g_bytes_ref (bytes)
                                             : g_file_load_bytes (file, cancellable, NULL, error);
  g_autoptr (Book) book = book_new ();

  if (content == NULL)
    return NULL;
  book->stream = open_stream (content, &book->is_whole, error);
  if (book->stream == NULL)
    return NULL;
  book->data = g_bytes_get_data (book->stream, &book->size);

  g_autoptr (GfWorkbook) self = _gf_workbook_new (&class, NULL);
  self->size = g_bytes_get_size (content);
  if (!read_globals (book, self, error))
    {
      self->data = g_steal_pointer (&book);
      return NULL;
    }
  self->data = g_steal_pointer (&book);

  return g_steal_pointer (&self);
}
