/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A zip file, read by minizip: the container of XLSX and ODS, and what HubSpot and Mailchimp send.
 *
 *   names:   UTF-8, with / between folders, whatever the writer used
 *   one:     one member is open at a time, read from its beginning to its end
 *   bombs:   a member that unpacks to more than 256 MiB and 200 times its size, or to more than
 *            64 GiB, is refused while it is read: nothing is allocated by what a file claims
 *   memory:  64 KiB and the list of members (at most 65,536)
 *   owner:   one thread at a time
 */
typedef struct _GfArchive GfArchive;

GfArchive  *gf_archive_new           (GFile           *file,
                                      GBytes          *bytes,
                                      GCancellable    *cancellable,
                                      GError         **error);
void        gf_archive_free          (GfArchive       *self);
guint       gf_archive_get_n_members (const GfArchive *self);
const char *gf_archive_get_name      (const GfArchive *self,
                                      guint            index);
guint64     gf_archive_get_size      (const GfArchive *self);
gboolean    gf_archive_may_hold      (const GfArchive *self,
                                      guint64          size,
                                      GError         **error);
gboolean    gf_archive_is_encrypted  (const GfArchive *self,
                                      guint            index);
int         gf_archive_find          (const GfArchive *self,
                                      const char      *name);
gboolean    gf_archive_open_member   (GfArchive       *self,
                                      guint            index,
                                      GError         **error);
gssize      gf_archive_read          (GfArchive       *self,
                                      void            *buffer,
                                      gsize            size,
                                      GCancellable    *cancellable,
                                      GError         **error);
double      gf_archive_get_share     (const GfArchive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfArchive, gf_archive_free)

G_END_DECLS
