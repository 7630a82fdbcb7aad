/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-sheet-grid.h"

G_BEGIN_DECLS

/* What makes a sheet a report that people read rather than a table: groups whose name stands only
 * in their first row, rows of totals between them, joined cells.
 *
 *   groups:  the first columns, at most four, that begin filled and have gaps, when their names end
 *            in an arrow (as Salesforce marks them) or the sheet has rows of totals, and the column
 *            behind them is filled in nine of ten rows
 *   totals:  a row whose first cell, in a group column, says Total, Subtotal, Sum, Count, Average
 *            and the like, or behind such a row in the next column; only where there are groups
 *   cost:    O(cells)
 */
typedef struct
{
  guint first, n_groups;       /* columns; no groups: not such a report */
  GPtrArray *current;          /* of GString: the names of the groups where the walk is */
  const GArray *merges;        /* of GfGridRange */
  guint next_merge;
  GArray *joined;              /* of Joined: those that reach the row where the walk is */
  gboolean after_total;        /* the row asked for last holds totals */
  gsize n_filled;              /* cells that were filled */
} GfSheetReport;

void     gf_sheet_report_init   (GfSheetReport *self,
                                 const GfGrid  *grid,
                                 guint32        n_header_rows,
                                 GPtrArray     *names,
                                 GCancellable  *cancellable);
void     gf_sheet_report_clear  (GfSheetReport *self);
gboolean gf_sheet_report_is_total (GfSheetReport *self,
                                   const GArray  *cells);
void     gf_sheet_report_fill   (GfSheetReport *self,
                                 guint32        row,
                                 GArray        *cells);

G_END_DECLS
