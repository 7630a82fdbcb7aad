/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-archive.h"
#include "gf-progress.h"
#include "gf-sheet-grid.h"

G_BEGIN_DECLS

/* A spreadsheet file: its sheets, and the cells of one of them as texts.
 *
 *   xlsx, ods:  streamed through minizip and expat
 *   xls:        the whole file, read record by record
 *   all:        read here. FreeXL 2.0, which reads them too, gave wrong cells or none for 21 of 46 real
 *               files: dates of the 1904 system and of styles of one's own, inline and rich strings,
 *               namespaces, cells without references, booleans, repeated cells; of XLS files it
 *               drops the results of formulas and does not tell which sheets are hidden
 *   refused:    xlsb, documents that are no spreadsheets, files with a password
 *   memory:     the shared strings of an XLSX file, all of an XLS file; the rest is streamed into the
 *               grid
 *   owner:      one thread at a time
 */
typedef struct _GfWorkbook GfWorkbook;

gboolean    gf_workbook_is_ole           (const guint8   *bytes,
                                          gsize           length);
GfWorkbook *gf_workbook_new_from_archive (GfArchive      *archive,
                                          GCancellable   *cancellable,
                                          GError        **error);
GfWorkbook *gf_workbook_new_from_ole     (GFile          *file,
                                          GBytes         *bytes,
                                          GCancellable   *cancellable,
                                          GError        **error);
void        gf_workbook_free             (GfWorkbook     *self);
const char *gf_workbook_get_format       (GfWorkbook     *self);
guint       gf_workbook_get_n_sheets     (GfWorkbook     *self);
const char *gf_workbook_get_sheet_name   (GfWorkbook     *self,
                                          guint           index);
gboolean    gf_workbook_is_sheet_hidden  (GfWorkbook     *self,
                                          guint           index);
gboolean    gf_workbook_read_sheet       (GfWorkbook     *self,
                                          guint           index,
                                          GfGrid         *grid,
                                          GfProgressFunc  progress,
                                          gpointer        progress_data,
                                          GCancellable   *cancellable,
                                          GError        **error);
double      gf_workbook_get_share        (GfWorkbook     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfWorkbook, gf_workbook_free)

G_END_DECLS
