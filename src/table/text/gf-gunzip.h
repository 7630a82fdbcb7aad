/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Unpacks gzip: all members of the file, one behind the other, as gzip itself does. GLib's own
 * unpacker ends silently with the first, where logs that were put together, and blocked gzip, have
 * many.
 *
 *   between:  a member has ended and its trailer is read; the next one begins, or zeros or other
 *             bytes follow, which are no part of the text, as gzip has it too ([RFC 1952] 2.2) */
#define GF_TYPE_GUNZIP (gf_gunzip_get_type ())

G_DECLARE_FINAL_TYPE (GfGunzip, gf_gunzip, GF, GUNZIP, GObject)

GConverter *gf_gunzip_new (void);

G_END_DECLS
