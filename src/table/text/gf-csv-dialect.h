/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-csv-reader.h"

G_BEGIN_DECLS

/* How a CSV file is laid out, judged by its beginning.
 *
 *   marks:       the delimiter of , ; tab | that cuts most records into the same number (two or
 *                more) of cells; a first line "sep=;" settles it; rarer ones when every record has
 *                as many. Apostrophes for quotation marks, and backslashes instead of doubled
 *                marks, when the file reads better so
 *   header rows: records above the data: title lines of one cell, the names, a second and third row
 *                of names under groups, and what survey exports put under the names; 0 when the
 *                first record plainly is data
 *   names row:   which of them holds the names; those behind it that belong to the names too are
 *                joined to them: "question - option"
 *   cost:        O(sample) for each set of marks
 */
typedef struct
{
  GfCsvMarks marks;
  guint n_header_rows;
  guint names_row;             /* from 0; no meaning without header rows */
  guint n_joined;              /* header rows from the names row on that make up the names */
  gsize start;                 /* bytes to skip: a "sep=" line */
  gboolean names_look_like_data;
} GfCsvDialect;

typedef GPtrArray GfCsvRecords;   /* of GPtrArray of GString */

GfCsvRecords *gf_csv_read_sample    (const char       *text,
                                     gsize             length,
                                     gboolean          whole,
                                     const GfCsvMarks *marks,
                                     guint             limit,
                                     guint            *n_broken);
void          gf_csv_dialect_guess  (const char       *text,
                                     gsize             length,
                                     gboolean          whole,
                                     const GfCsvMarks *settled,
                                     int               n_header_rows,
                                     GfCsvDialect     *dialect);
void          gf_csv_dialect_set_names_row
                                    (GfCsvDialect     *self,
                                     guint             row);
char        **gf_csv_join_names     (const GfCsvRecords *header,
                                     guint               n_joined);

G_END_DECLS
