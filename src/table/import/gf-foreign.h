/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that are taken for a table by mistake, told by their first bytes: documents, pictures,
   archives, databases, JSON. */
gboolean gf_foreign_refuse (const guint8 *bytes,
                            gsize         length,
                            GError      **error);

G_END_DECLS
