/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-workbook-private.h"

#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char ole_magic[] = "\320\317\021\340\241\261\032\341";

static void
clear_sheet (gpointer data)
{
  g_free (((GfSheetInfo *) data)->name);
}

/* For the formats: a workbook without sheets. */
GfWorkbook *
_gf_workbook_new (const GfWorkbookClass *class,
                  GfArchive             *archive)
{
  GfWorkbook *self = g_new0 (GfWorkbook, 1);

  self->class = class;
  self->archive = archive;
  self->size = archive != NULL ? gf_archive_get_size (archive) : 0;
  self->sheets = g_array_new (FALSE, FALSE, sizeof (GfSheetInfo));
  g_array_set_clear_func (self->sheets, clear_sheet);

  return self;
}

/* For the formats: adds a sheet. */
void
_gf_workbook_add (GfWorkbook *self,
                  const char *name,
                  gboolean    hidden,
                  int         place)
{
  GfSheetInfo sheet = { g_utf8_make_valid (name, -1), hidden, place };

  g_array_append_val (self->sheets, sheet);
}

/**
 * gf_workbook_is_ole:
 * @bytes: the beginning of a file
 * @length: its bytes
 *
 * Returns: whether it is the container of old Excel files and of those with a password
 */
gboolean
gf_workbook_is_ole (const guint8 *bytes,
                    gsize         length)
{
  return length >= 8 && memcmp (bytes, ole_magic, 8) == 0;
}

/**
 * gf_workbook_new_from_archive:
 * @archive: a zip file, which outlives the workbook
 * @cancellable: (nullable): stops it
 * @error: where to put why it is no spreadsheet that can be read
 *
 * Opens what is in the archive as a spreadsheet.
 *
 * Returns: (transfer full) (nullable): the workbook; %NULL without an error when the archive is no
 *   document at all
 */
GfWorkbook *
gf_workbook_new_from_archive (GfArchive    *archive,
                              GCancellable *cancellable,
                              GError      **error)
{
  static const struct
  {
    const char *member;
    const char *message;
  } foreign[] = {
    { "xl/workbook.bin", N_("This is an Excel binary workbook (.xlsb), which cannot be read. Save "
                            "it as .xlsx or CSV and open that.") },
    { "word/document.xml", N_("This is a text document, not a table. Export the customers as CSV "
                              "or .xlsx instead.") },
    { "ppt/presentation.xml", N_("This is a presentation, not a table. Export the customers as CSV "
                                 "or .xlsx instead.") },
    { "Index/Document.iwa", N_("This is a document of Apple Numbers, Pages or Keynote, which "
                               "cannot be read. Export it as .xlsx or CSV and open that.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (gf_archive_find (archive, foreign[i].member) >= 0)
      {
        g_set_error_literal (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT, _(foreign[i].message));
        return NULL;
      }
  if (gf_archive_find (archive, "[Content_Types].xml") >= 0 ||
      gf_archive_find (archive, "xl/workbook.xml") >= 0)
    return _gf_xlsx_new (archive, cancellable, error);
  if (gf_archive_find (archive, "content.xml") >= 0)
    return _gf_ods_new (archive, cancellable, error);

  return NULL;
}

/**
 * gf_workbook_new_from_ole:
 * @file: (nullable): a file
 * @bytes: (nullable): or its content
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Opens an old Excel file.
 *
 * Returns: (transfer full): the workbook
 */
GfWorkbook *
gf_workbook_new_from_ole (GFile        *file,
                          GBytes       *bytes,
                          GCancellable *cancellable,
                          GError      **error)
{
  return _gf_xls_new (file, bytes, cancellable, error);
}

/**
 * gf_workbook_free:
 * @self: (transfer full) (nullable): a workbook
 *
 * Closes it.
 */
void
gf_workbook_free (GfWorkbook *self)
{
  if (self == NULL)
    return;

  self->class->free (self);
  g_array_unref (self->sheets);
  g_free (self);
}

/**
 * gf_workbook_get_format:
 * @self: a workbook
 *
 * Returns: "xlsx", "ods" or "xls"
 */
const char *
gf_workbook_get_format (GfWorkbook *self)
{
  return self->class->format;
}

/**
 * gf_workbook_get_n_sheets:
 * @self: a workbook
 *
 * Returns: how many sheets it has, not counting those that are a chart
 */
guint
gf_workbook_get_n_sheets (GfWorkbook *self)
{
  return self->sheets->len;
}

/**
 * gf_workbook_get_sheet_name:
 * @self: a workbook
 * @index: of a sheet
 *
 * Returns: its name
 */
const char *
gf_workbook_get_sheet_name (GfWorkbook *self,
                            guint       index)
{
  return g_array_index (self->sheets, GfSheetInfo, index).name;
}

/**
 * gf_workbook_is_sheet_hidden:
 * @self: a workbook
 * @index: of a sheet
 *
 * Returns: whether spreadsheets do not show it
 */
gboolean
gf_workbook_is_sheet_hidden (GfWorkbook *self,
                             guint       index)
{
  return g_array_index (self->sheets, GfSheetInfo, index).hidden;
}

/**
 * gf_workbook_read_sheet:
 * @self: a workbook
 * @index: of a sheet
 * @grid: hears of its cells; not yet finished
 * @progress: (nullable): hears how much is done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where to put why it cannot be read
 *
 * Reads a sheet until its end or until the grid is full.
 *
 * Returns: whether it could be read
 */
gboolean
gf_workbook_read_sheet (GfWorkbook     *self,
                        guint           index,
                        GfGrid         *grid,
                        GfProgressFunc  progress,
                        gpointer        progress_data,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_return_val_if_fail (index < self->sheets->len, FALSE);

  self->share = 0;
  gf_grid_set_file (grid, self->size, cancellable);

  return self->class->read (self, index, grid, progress, progress_data, cancellable, error);
}

/**
 * gf_workbook_get_share:
 * @self: a workbook
 *
 * Returns: how much of the sheet read last was read before the grid was full, 0 to 1
 */
double
gf_workbook_get_share (GfWorkbook *self)
{
  return self->share;
}
