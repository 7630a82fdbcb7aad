/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Old Excel files, put together record by record. */

/* The container with one stream at the top, and perhaps one in a folder below. At most 60 KiB. */
GBytes     *make_ole        (const char   *name,
                             const guint8 *stream,
                             gsize         size,
                             const char   *below);

/* A stream to which records are added: integers are taken by their bytes, as "124" says, "s" is a text of
   bytes (without its length), "d" a double. */
GByteArray *old_book_new    (guint         version);
void        old_book_add    (GByteArray   *self,
                             guint         id,
                             const char   *format,
                             ...);

/* Adds the record that names a sheet; its place is filled in by old_book_begin(). */
void        old_book_name   (GByteArray   *self,
                             gboolean      wide,
                             const char   *name,
                             guint         visibility);
void        old_book_begin  (GByteArray   *self,
                             guint         version,
                             guint         sheet);
GBytes     *old_book_finish (GByteArray   *self,
                             guint         version);

G_END_DECLS
