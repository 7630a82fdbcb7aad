/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-join-plan.h"

G_BEGIN_DECLS

/* Customers that stand in a file more than once, by one key.
 *
 *   first_of:  by row: the first row with the same key; the row itself when it is the first, or has no key
 *   merging:   a cell of the customer is the first of its rows that is filled
 *   cost:      O(rows), merging O(rows * columns)
 */
gboolean  gf_repeats_find_key (const GfTable    *table,
                               GfJoinKey        *key);
gsize     gf_repeats_find     (const GfTable    *table,
                               const GfJoinKey  *key,
                               gsize           **first_of);
GfTable  *gf_repeats_merge    (GfTable          *table,
                               const gsize      *first_of);
char     *gf_repeats_dup_sentence
                              (const GfTable    *table,
                               const GfJoinKey  *key,
                               gsize             n);

G_END_DECLS
