/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files that are replaced as a whole, and known again.
 *
 * A stamp is what changes whenever anybody writes a file; who keeps the stamp of what was last read
 * or written knows later whether the file is still that one.
 */
gboolean  gf_write_durably   (const char    *path,
                              GBytes        *bytes,
                              GError       **error);
gboolean  gf_replace_durably (const char    *path,
                              GBytes        *bytes,
                              char         **stamp,
                              GCancellable  *cancellable,
                              GError       **error);
char     *gf_file_stamp      (const char    *path);
gboolean  gf_file_is_as_known (const char   *path,
                              const char    *stamp);

G_END_DECLS
