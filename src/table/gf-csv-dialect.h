/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a CSV file is laid out, judged by its beginning.
 *
 *   delimiter:   the one of , ; tab | that cuts most records into the same number (two or more) of
 *                cells; a first line "sep=;" settles it; a colon when nothing else fits
 *   header rows: records above the data: title lines of one cell, the names, and what survey
 *                exports put under the names; 0 when the first record plainly is data
 *   names row:   which of them holds the names
 *   cost:        O(sample) for each delimiter
 */
typedef struct
{
  char delimiter;
  guint n_header_rows;
  guint names_row;             /* from 0; no meaning without header rows */
  gsize start;                 /* bytes to skip: a "sep=" line */
  gboolean names_look_like_data;
} GfCsvDialect;

typedef GPtrArray GfCsvRecords;   /* of GPtrArray of GString */

GfCsvRecords *gf_csv_read_sample    (const char   *text,
                                     gsize         length,
                                     gboolean      whole,
                                     char          delimiter,
                                     guint         limit);
void          gf_csv_dialect_guess  (const char   *text,
                                     gsize         length,
                                     gboolean      whole,
                                     char          delimiter,
                                     int           n_header_rows,
                                     GfCsvDialect *dialect);

G_END_DECLS
