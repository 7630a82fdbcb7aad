/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-import.h"
#include "gf-sheet-grid.h"

G_BEGIN_DECLS

/* A sheet as the text of a CSV file, which the importer then reads like any other.
 *
 *   rows:      empty ones below the names are left out, those above stay, so that a number of
 *              header rows counts rows of the sheet
 *   names:     in several rows with joined cells become one row: "Revenue - 2024"
 *   joined:    a cell joined over several rows stands in each of them
 *   reports:   where a report shows the name of a group only in its first row, the name is put into
 *              each row; rows of totals are left out, and each is told
 *   as it is:  all this is left undone when there are said to be no header rows
 *   cost:      O(text), twice; memory as a spool
 */
typedef struct
{
  GfProblemKind kind;
  gsize record;            /* from 0, header rows counted; G_MAXSIZE for none */
  int column;              /* from 0, -1 for none */
  char *text;              /* NULL for none */
  char *message;
} GfSheetNote;

typedef struct
{
  GBytes *text;            /* UTF-8, commas */
  int n_header_rows;
  int names_row;           /* the record that holds the names when it is far down, else -1 */
  GArray *notes;           /* of GfSheetNote */
  gsize n_more;            /* notes that were not kept */
} GfSheetLayout;

void     gf_sheet_layout_init  (GfSheetLayout *self);
gboolean gf_sheet_layout_make  (GfSheetLayout *self,
                                const GfGrid  *grid,
                                int            n_header_rows,
                                int            names_row,
                                gboolean       keep_empty,
                                gboolean       whole,
                                GCancellable  *cancellable,
                                GError       **error);
void     gf_sheet_layout_clear (GfSheetLayout *self);
void     gf_sheet_note         (GfSheetLayout *self,
                                GfProblemKind  kind,
                                gsize          record,
                                int            column,
                                char          *text,
                                char          *message);

G_END_DECLS
