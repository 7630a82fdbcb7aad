/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-row-filter.h"
#include "gf-row-sort.h"

G_BEGIN_DECLS

/* What is asked of a table: which customers, in which order. Borrows all it points to. */
typedef struct
{
  GfRowFilter * const *filters;
  guint n_filters;
  const char *search;           /* NULL or "" finds all */
  const GfRowSortKey *keys;
  guint n_keys;
  GfBitset *best;
  GfBitset *bad;
  const guint *columns;         /* those that can be seen, for GfRowElsewhere */
  guint n_columns;
} GfRowQuery;

/* Who was found by what cannot be seen: customers that have what was searched for in none of the columns of the
 * query, but in others.
 *
 *   n_rows      how many customers
 *   n_columns   in how many columns
 *   column      the one that holds it for most of them, the first of equals
 */
typedef struct
{
  gsize n_rows;
  guint n_columns;
  guint column;
} GfRowElsewhere;

/* Answers queries over one table, quickly when the next one differs little from the last.
 *
 *   order:    sorted once; another filter walks the sorted rows
 *   filters:  each is applied once, and kept as long as it is asked for
 *   search:   over the distinct texts of all columns on two threads; a needle that begins with the
 *             last one is looked for among the texts that held that
 *   cost:     a keystroke O(bytes of distinct texts + rows), an order see gf_row_sort()
 *   owner:    atomic references; one query runs at a time, a second thread waits
 */
typedef struct _GfRowIndex GfRowIndex;

GfRowIndex *gf_row_index_new       (GfTable          *table);
GfRowIndex *gf_row_index_ref       (GfRowIndex       *self);
void        gf_row_index_unref     (GfRowIndex       *self);
GfTable    *gf_row_index_get_table (const GfRowIndex *self);
guint32    *gf_row_index_query     (GfRowIndex       *self,
                                    const GfRowQuery *query,
                                    gsize            *n_rows,
                                    GfRowElsewhere   *elsewhere,
                                    GCancellable     *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfRowIndex, gf_row_index_unref)

G_END_DECLS
