/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-sheet-layout.h"

G_BEGIN_DECLS

/* The rows of a sheet above the data, and how their names become one row.
 *
 *   rows:    as many as were said, or as any CSV file would have; notes above the names may fill
 *            several cells, where the names are the first row of words as full as any
 *   levels:  names in several rows under joined cells are joined to one row
 *   cost:    O(the first 400 rows)
 */
typedef struct
{
  guint32 n_rows;
  guint32 first;             /* the rows above it are notes */
  guint32 upper;             /* the first row whose names go into those of the last */
  GPtrArray *names;          /* of GString; the row of names, NULL without one */
} GfSheetHeader;

void     gf_sheet_header_find  (GfSheetHeader *self,
                                const GfGrid  *grid,
                                int            n_header_rows,
                                int            names_row,
                                gboolean       whole,
                                GfSheetLayout *layout);
void     gf_sheet_header_clear (GfSheetHeader *self);
void     gf_sheet_append_row   (GString       *out,
                                const GArray  *cells,
                                guint32        width);
gboolean gf_sheet_is_blank_row (const GArray  *cells);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfSheetHeader, gf_sheet_header_clear)

G_END_DECLS
