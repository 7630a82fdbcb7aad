/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the names of columns and the states of deals and payments say, for joining. Private to it. */
char    *gf_header_split         (const char         *name);
gboolean gf_header_says         (const char         *folded,
                                 const char * const *words);
gboolean gf_header_names_owner  (const char         *folded);
gboolean gf_header_is_id        (const char         *folded);
gboolean gf_header_is_own_id    (const char         *folded);
gboolean gf_header_is_email     (const char         *folded);
gboolean gf_header_is_domain    (const char         *folded);

gboolean gf_status_is_won       (const char         *text);
gboolean gf_status_is_void      (const char         *text);

G_END_DECLS
