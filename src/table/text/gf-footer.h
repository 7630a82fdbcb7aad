/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands below a table and is none of its rows, by its words: sums and notices. */
gboolean gf_footer_is_total (const char *folded);
gboolean gf_footer_is_note  (const char *folded);
gboolean gf_footer_is_alone (const char *text,
                             gsize       length);

/* What stands below a group of a report. */
gboolean gf_footer_is_group_total (const char *text,
                                   gsize       length);

G_END_DECLS
