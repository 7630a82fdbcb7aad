/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many bits are set in both of two strings of n words: the inner loop of the search. */
typedef gsize (*GfCountAnd) (const guint64 *a,
                             const guint64 *b,
                             gsize          n);

GfCountAnd gf_popcount_choose (void);

G_END_DECLS
