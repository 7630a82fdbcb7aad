/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-archive.h"
#include "gf-progress.h"

G_BEGIN_DECLS

/* A member of an archive as a stream of XML events, by expat.
 *
 *   names:   without their prefix, which writers choose as they like
 *   safety:  a document type (and with it every entity) is refused, and so is nesting of more than
 *            256 elements; text comes in pieces
 *   memory:  64 KiB and the longest tag
 *   cancel:  asked for every 64 KiB
 */
typedef struct _GfXml GfXml;

typedef struct
{
  void (*start) (GfXml        *xml,
                 const char   *name,
                 const char  **attributes,   /* name, value, ..., NULL; see gf_xml_get() */
                 gpointer      user_data);
  void (*end)   (GfXml        *xml,
                 const char   *name,
                 gpointer      user_data);
  void (*text)  (GfXml        *xml,
                 const char   *text,
                 gsize         length,
                 gpointer      user_data);
} GfXmlHandler;

gboolean    gf_xml_read (GfArchive          *archive,
                         guint               member,
                         const GfXmlHandler *handler,
                         gpointer            user_data,
                         GfProgressFunc      progress,
                         gpointer            progress_data,
                         GCancellable       *cancellable,
                         GError            **error);
void        gf_xml_stop (GfXml              *xml);
void        gf_xml_fail (GfXml              *xml,
                         GError             *error);
const char *gf_xml_get  (const char        **attributes,
                         const char         *name);

G_END_DECLS
