/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How alike two short texts are, from 0 (nothing in common) to 1 (the same).
 *
 *   cost: O(length * length), no allocation up to 64 characters
 */
double gf_similarity_jaro         (const char *a,
                                   const char *b);
double gf_similarity_jaro_winkler (const char *a,
                                   const char *b);

G_END_DECLS
