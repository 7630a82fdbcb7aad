/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-csv-reader.h"

G_BEGIN_DECLS

/* Cuts single records by hand: those whose quoting is broken, and all records of a file with an
 * escape character. Private to the CSV reader.
 *
 *   text, ends: the cells of the record, one behind the other, and where each ends
 *   broken:     whether a cell is badly quoted
 *   may_grow:   whether more text may come behind the end; a record is then cut only if no more
 *               text could change how, so that the pieces in which a file is read do not matter
 *   budget:     bytes to look at in a file for the end of broken cells over line ends */
typedef struct
{
  GfCsvMarks marks;
  GString *text;
  GArray *ends;      /* of gsize */
  GArray *broken;    /* of gboolean */
  gsize budget;
  gboolean may_grow;
} GfCsvCut;

void        _gf_csv_cut_init   (GfCsvCut         *self,
                                const GfCsvMarks *marks);
void        _gf_csv_cut_clear  (GfCsvCut         *self);
const char *_gf_csv_cut_record (GfCsvCut         *self,
                                const char       *p,
                                const char       *end);
void        _gf_csv_cut_tell   (const GfCsvCut     *self,
                                const GfCsvHandler *handler,
                                gpointer            user_data);

/* Lets GF_CSV_ROOM bytes be read behind the text. */
static inline void
_gf_csv_make_room (GString *text)
{
  gsize length = text->len;

  if (text->allocated_len >= length + GF_CSV_ROOM)
    return;
  g_string_set_size (text, length + GF_CSV_ROOM);
  g_string_truncate (text, length);
}

static inline gboolean
_gf_csv_is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

G_END_DECLS
