/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* UTF-8 that a program took for windows-1252 before it came into a file: "é" is there as "Ã©".
 *
 *   sequence:  two to four characters that stand for bytes of windows-1252 which are one character
 *              of UTF-8; what is between sequences stays as it is, so that mending a text in which
 *              only some words are broken, or none, does no harm
 *   C1:        bytes that windows-1252 has no character for may stand as control characters
 *   encoding:  GF_ENCODING_TWICE is UTF-8 that is mended while it is read
 *   cost:      O(bytes), of ASCII next to nothing
 */
#define GF_ENCODING_TWICE "UTF-8 (twice)"

/* Begins each sequence. */
#define GF_MOJIBAKE_BYTE '\303'

char    *gf_mojibake_dup_mended (const char *text,
                                 gsize       length);
gsize    gf_mojibake_mend       (GString    *text,
                                 gboolean    last,
                                 GArray     *bad);

G_END_DECLS
