/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"

G_BEGIN_DECLS

/* The words of a set, for loops over all rows that cannot afford a call a row; see gf-bitset.h for
 * how rows lie in them. Who writes keeps the bits past the last row 0. */

guint64 *gf_bitset_get_words (GfBitset *self);

G_END_DECLS
