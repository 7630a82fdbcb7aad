/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes written once, in order, and then read: what was unpacked from a container.
 *
 *   memory:  the first 8 MiB; longer content goes into a file that has no name and vanishes with
 *            the process, and is mapped, so that it weighs on the disk cache only
 *   errors:  a full disk is told once, by gf_spool_finish() or gf_spool_check()
 *   owner:   one thread
 */
typedef struct _GfSpool GfSpool;

GfSpool *gf_spool_new      (void);
void     gf_spool_free     (GfSpool     *self);
void     gf_spool_append   (GfSpool     *self,
                            const void  *data,
                            gsize        length);
gsize    gf_spool_get_size (const GfSpool *self);
gboolean gf_spool_check    (GfSpool     *self,
                            GError     **error);
GBytes  *gf_spool_finish   (GfSpool     *self,
                            GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfSpool, gf_spool_free)

G_END_DECLS
