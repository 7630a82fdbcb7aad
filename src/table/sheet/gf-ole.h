/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The container of old office files: a small file system with its streams. ([MS-CFB].)
 *
 *   layout:   sectors of 512 or 4096 bytes, those of a stream chained by a table of the next ones;
 *             streams below 4096 bytes lie in pieces of 64 within one other stream
 *   streams:  only those at the top; a document embedded in another one is below
 *   damaged:  a last sector that is cut off is filled with zeros; a chain that leaves the file or
 *             goes in circles ends, and its stream is as long as it got
 *   memory:   the bytes of the file; a stream is copied when it is asked for
 */
typedef struct _GfOle GfOle;

GfOle   *gf_ole_new  (GBytes     *bytes);
void     gf_ole_free (GfOle      *self);
gboolean gf_ole_has  (GfOle      *self,
                      const char *name);
GBytes  *gf_ole_read (GfOle      *self,
                      const char *name,
                      gboolean   *whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfOle, gf_ole_free)

G_END_DECLS
