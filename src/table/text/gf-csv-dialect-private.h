/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-csv-dialect.h"

G_BEGIN_DECLS

/* The two halves of judging a CSV file, and what they share. */

#define GF_CSV_SAMPLE_RECORDS 400

void  _gf_csv_guess_marks  (const char         *text,
                            gsize               length,
                            gboolean            whole,
                            GfCsvMarks         *marks);
void  _gf_csv_guess_header (const GfCsvRecords *records,
                            int                 n_header_rows,
                            GfCsvDialect       *dialect);

GArray *_gf_csv_read_widths (const char        *text,
                             gsize              length,
                             gboolean           whole,
                             const GfCsvMarks  *marks,
                             guint             *n_broken);

/* Cells and records of a sample. %NULL stands for a cell that a short record does not have. */
const GString *_gf_csv_get_cell (const GPtrArray *record,
                                 guint            column);
gboolean _gf_csv_is_blank       (const GString   *cell);
gboolean _gf_csv_has_text       (const GPtrArray *record,
                                 const char      *text);
gboolean _gf_csv_has_import_ids (const GPtrArray *record);
gboolean _gf_csv_is_units_row   (const GPtrArray *record);

/* Whether two names have the same letters and digits, whatever their case: "StartDate" and "Start
   Date". */
gboolean _gf_csv_is_same_name   (const char      *a,
                                 const char      *b);

/* The commonest number of cells, and how many records have it. */
guint _gf_csv_find_width   (const GArray       *widths,
                            guint              *n_with);

G_END_DECLS
