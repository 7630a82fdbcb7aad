/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-workbook.h"

G_BEGIN_DECLS

/* What each format gives. */
typedef struct
{
  const char *format;
  gboolean (*read) (GfWorkbook     *self,
                    guint           index,
                    GfGrid         *grid,
                    GfProgressFunc  progress,
                    gpointer        progress_data,
                    GCancellable   *cancellable,
                    GError        **error);
  void     (*free) (GfWorkbook     *self);
} GfWorkbookClass;

typedef struct
{
  char *name;
  gboolean hidden;
  int place;               /* where the format finds it: a member, a number */
} GfSheetInfo;

struct _GfWorkbook
{
  const GfWorkbookClass *class;
  GArray *sheets;          /* of GfSheetInfo */
  GfArchive *archive;      /* borrowed; NULL for XLS */
  guint64 size;            /* of the file */
  gpointer data;           /* of the format */
  double share;            /* of the sheet read last that was read, 0 to 1 */
};

GfWorkbook *_gf_workbook_new  (const GfWorkbookClass *class,
                               GfArchive             *archive);
void        _gf_workbook_add  (GfWorkbook            *self,
                               const char            *name,
                               gboolean               hidden,
                               int                    place);
GfWorkbook *_gf_xlsx_new      (GfArchive             *archive,
                               GCancellable          *cancellable,
                               GError               **error);
GfWorkbook *_gf_ods_new       (GfArchive             *archive,
                               GCancellable          *cancellable,
                               GError               **error);
GfWorkbook *_gf_xls_new       (GFile                 *file,
                               GBytes                *bytes,
                               GCancellable          *cancellable,
                               GError               **error);

G_END_DECLS
