/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Small questions about the text of a cell. Texts are UTF-8 with a length, never need a NUL, and
 * are not changed: a trimmed text is a part of the text given.
 */

void     gf_text_trim       (const char **text,
                             gsize       *length);
gboolean gf_text_strip_mark (const char **text,
                             gsize       *length);
gboolean gf_text_is_blank   (const char *text,
                             gsize       length);
gboolean gf_text_is_missing (const char *text,
                             gsize       length,
                             gboolean    na_is_text);
gboolean gf_text_is_formula (const char *text,
                             gsize       length);
gboolean gf_text_parse_flag (const char *text,
                             gsize       length,
                             gboolean   *value);
gboolean gf_text_equal_ascii (const char *text,
                              gsize       length,
                              const char *word);
char    *gf_text_casefold   (const char     *text,
                             gsize           length,
                             GNormalizeMode  mode);
char    *gf_text_fold       (const char *text,
                             gsize       length);

G_END_DECLS
