/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* One condition on the customers that are shown. Immutable; it names its column, so that it outlives
 * a change of the table.
 *
 *   levels:   the cell has one of the levels, or none of them when it excludes; a missing cell is
 *             never in, not even when it excludes
 *   range:    low <= x <= high, an infinite side is open; dates in days since 1970-01-01
 *   contains: the cell's text holds another text, in any case of letters
 *   missing, present:  by gf_column_is_missing()
 *   custom:   whatever a function says of a table: a finding, the best
 *   gone:     a condition on a column that is not there, or that has no such values, holds for nobody
 *   cost:     O(distinct texts) to judge the texts of a coded column, O(rows) to find the rows
 *   owner:    atomic references; any thread may apply it
 */
typedef struct _GfRowFilter GfRowFilter;

typedef enum
{
  GF_ROW_FILTER_LEVELS,
  GF_ROW_FILTER_RANGE,
  GF_ROW_FILTER_CONTAINS,
  GF_ROW_FILTER_MISSING,
  GF_ROW_FILTER_PRESENT,
  GF_ROW_FILTER_CUSTOM,
} GfRowFilterKind;

/**
 * GfRowFilterFunc:
 * @table: the customers
 * @data: what was given with the function
 *
 * Called from any thread.
 *
 * Returns: (transfer full) (nullable): who is meant, as many bits as @table has rows; NULL for nobody
 */
typedef GfBitset *(*GfRowFilterFunc) (GfTable  *table,
                                      gpointer  data);

#define GF_TYPE_ROW_FILTER (gf_row_filter_get_type ())
GType gf_row_filter_get_type (void) G_GNUC_CONST;

GfRowFilter        *gf_row_filter_new_levels   (const char         *column,
                                                const char * const *levels,
                                                gboolean            exclude);
GfRowFilter        *gf_row_filter_new_range    (const char         *column,
                                                double              low,
                                                double              high);
GfRowFilter        *gf_row_filter_new_contains (const char         *column,
                                                const char         *text);
GfRowFilter        *gf_row_filter_new_missing  (const char         *column,
                                                gboolean            missing);
GfRowFilter        *gf_row_filter_new_custom   (const char         *name,
                                                GfRowFilterFunc     func,
                                                gpointer            data,
                                                GDestroyNotify      destroy);
GfRowFilter        *gf_row_filter_ref          (GfRowFilter        *self);
void                gf_row_filter_unref        (GfRowFilter        *self);

GfRowFilterKind     gf_row_filter_get_kind     (const GfRowFilter  *self);
const char         *gf_row_filter_get_name     (const GfRowFilter  *self);
const char * const *gf_row_filter_get_levels   (const GfRowFilter  *self);
gboolean            gf_row_filter_get_exclude  (const GfRowFilter  *self);
double              gf_row_filter_get_low      (const GfRowFilter  *self);
double              gf_row_filter_get_high     (const GfRowFilter  *self);
const char         *gf_row_filter_get_text     (const GfRowFilter  *self);

GfBitset           *gf_row_filter_apply        (const GfRowFilter  *self,
                                                GfTable            *table,
                                                GCancellable       *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfRowFilter, gf_row_filter_unref)

G_END_DECLS
