/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-page-layout.h"

G_BEGIN_DECLS

typedef enum
{
  GF_EXPORT_PDF,
  GF_EXPORT_PNG,
  GF_EXPORT_SVG,
  GF_EXPORT_HTML,
  GF_EXPORT_MARKDOWN,
} GfExportFormat;

#define GF_TYPE_EXPORT_FORMAT (gf_export_format_get_type ())
GType gf_export_format_get_type (void) G_GNUC_CONST;

/* How a document leaves. All zero is: style Brief on A4, a PNG of 200 dots per inch. */
typedef struct
{
  GfPageStyleId style;
  GfPaper       paper;
  double        dpi;          /* PNG only; 0: 200 */
} GfExportOptions;

gboolean    gf_export_format_from_name    (const char     *file_name,
                                           GfExportFormat *format);
const char *gf_export_format_get_suffix   (GfExportFormat format);
const char *gf_export_format_get_mime     (GfExportFormat format);

GBytes     *gf_document_export_bytes      (GfDocument             *document,
                                           GfExportFormat          format,
                                           const GfExportOptions  *options,
                                           char                 ***left_out,
                                           GCancellable           *cancellable,
                                           GError                **error);
gboolean    gf_document_export            (GfDocument             *document,
                                           GFile                  *file,
                                           GfExportFormat          format,
                                           const GfExportOptions  *options,
                                           char                 ***left_out,
                                           GCancellable           *cancellable,
                                           GError                **error);
void        gf_document_export_async      (GfDocument             *document,
                                           GFile                  *file,
                                           GfExportFormat          format,
                                           const GfExportOptions  *options,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
gboolean    gf_document_export_finish     (GAsyncResult           *result,
                                           char                 ***left_out,
                                           GError                **error);

G_END_DECLS
