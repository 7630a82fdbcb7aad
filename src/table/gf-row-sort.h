/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* One thing to sort customers by.
 *
 *   column:      a column of the table, or GF_ROW_SORT_MARK: the best, then the others, then the bad
 *                fits; a column that is not there sorts nothing
 *   descending:  whether the last comes first; missing cells come last either way
 */
typedef struct
{
  int column;
  gboolean descending;
} GfRowSortKey;

#define GF_ROW_SORT_MARK -2

/* Sorts by several keys, the first counting most, stable: what is equal stays in the table's order.
 *
 *   values: numbers, money, dates and flags by their value; all else by the locale's order of texts
 *   how:    each key becomes 64 bits whose order is that of the values, sorted from the last key to
 *           the first by radix; the distinct texts of a column are ranked once, on two threads
 *   cost:   O(rows) a key, and O(d log d) for d distinct texts; 24 bytes a row meanwhile
 */
guint32 *gf_row_sort (GfTable            *table,
                      const GfRowSortKey *keys,
                      guint               n_keys,
                      GfBitset           *best,
                      GfBitset           *bad,
                      GCancellable       *cancellable);

G_END_DECLS
