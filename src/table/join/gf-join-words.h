/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-exports.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* What the names of columns and the states of deals and payments say, for joining. Private to it. */
char    *gf_header_split         (const char         *name);
gboolean gf_header_says         (const char         *folded,
                                 const char * const *words);
gboolean gf_header_names_owner  (const char         *folded);
gboolean gf_header_is_id        (const char         *folded);
gboolean gf_header_is_own_id    (const char         *folded);
gboolean gf_header_is_plain_id  (const char         *folded);
gboolean gf_header_is_of_other  (const char         *folded);
gboolean gf_header_is_email     (const char         *folded);
gboolean gf_header_is_domain    (const char         *folded);

const GfExport *gf_join_find_export (const GfTable  *table);
gboolean gf_join_key_is         (const GfExport     *source,
                                 const char         *name,
                                 const char * const *keys);

gboolean gf_status_is_won       (const char         *text);
gboolean gf_status_is_lost      (const char         *text);
gboolean gf_status_is_void      (const char         *text);
char    *gf_join_dup_currency   (const char         *text);

G_END_DECLS
