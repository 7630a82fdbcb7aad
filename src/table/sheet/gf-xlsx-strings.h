/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-archive.h"
#include "gf-progress.h"
#include "gf-sheet-grid.h"

G_BEGIN_DECLS

/* The texts that the cells of an XLSX file share, and the reading of its cells.
 *
 *   arena:   the texts one behind the other; text i ends at ends[i]
 *   limit:   4 GiB of text
 *   escapes: _x000D_ is the character of that number, _x005F_ the underscore
 */
typedef struct
{
  GByteArray *arena;
  GArray *ends;            /* of guint32 */
} GfXlsxStrings;

/* What the cells refer to. */
typedef struct
{
  GfXlsxStrings *strings;
  GArray *formats;         /* of guint8, a GfSheetFormat for each style */
  gboolean from_1904;
} GfXlsxBook;

GfXlsxStrings *gf_xlsx_strings_read (GfArchive          *archive,
                                     int                 member,
                                     GfProgressFunc      progress,
                                     gpointer            progress_data,
                                     GCancellable       *cancellable,
                                     GError            **error);
void           gf_xlsx_strings_free (GfXlsxStrings      *self);
const char    *gf_xlsx_strings_get  (const GfXlsxStrings *self,
                                     gsize               index,
                                     gsize              *length);
gsize          gf_xlsx_unescape     (char               *text,
                                     gsize               length);

gboolean       gf_xlsx_read_cells   (GfArchive          *archive,
                                     guint               member,
                                     const GfXlsxBook   *book,
                                     GfGrid             *grid,
                                     double             *share,
                                     GfProgressFunc      progress,
                                     gpointer            progress_data,
                                     GCancellable       *cancellable,
                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfXlsxStrings, gf_xlsx_strings_free)

G_END_DECLS
