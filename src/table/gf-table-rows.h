/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* Many customers in and out at once: in from cells that were copied, out as CSV or as cells to copy.
 *
 *   cost:   O(rows * columns), however many come or go
 *   guard:  a spreadsheet runs a cell that begins with = + - or @ as a formula; such a cell gets an
 *           apostrophe in front, but for a value of a column of numbers or money
 */

GfTable *gf_table_append_rows (const GfTable   *self,
                               GPtrArray       *rows);
GfTable *gf_table_remove_rows (const GfTable   *self,
                               const GfBitset  *gone);
GfTable *gf_table_paste       (const GfTable   *self,
                               const guint     *columns,
                               guint            n_columns,
                               const char      *text,
                               GError         **error);
GBytes  *gf_table_export      (const GfTable   *self,
                               const guint     *columns,
                               guint            n_columns,
                               const guint32   *rows,
                               gsize            n_rows,
                               char             delimiter,
                               gsize           *n_guarded,
                               GCancellable    *cancellable);

G_END_DECLS
