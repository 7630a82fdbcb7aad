/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cuts UTF-8 text into the cells of CSV, streaming, by libcsv in its strict mode.
 *
 *   cells:    exact: nothing trimmed, quoted line ends kept, LF, CR and CRLF end a record; empty
 *             lines are no records
 *   mending:  where quoting is broken libcsv stops; the record is read again by rules that lose
 *             nothing (see mend_quoted() in the source), told as a problem, and libcsv goes on
 *             behind it
 *   window:   the text since the start of a record that libcsv has not finished; at most 16 MiB, a
 *             quoted cell that has not ended by then is taken for a quotation mark left open
 *   cost:     O(bytes): every byte is seen by libcsv once, and once more only within broken records
 */
typedef struct
{
  void (*cell)   (const char *text,      /* not closed by a NUL; may hold one */
                  gsize       length,
                  gpointer    user_data);
  void (*row)    (gpointer    user_data);
  void (*broken) (const char *text,      /* the cell whose quoting is broken, told before it */
                  gsize       length,
                  gpointer    user_data);
} GfCsvHandler;

typedef struct _GfCsvReader GfCsvReader;

GfCsvReader *gf_csv_reader_new       (char                delimiter,
                                      const GfCsvHandler *handler,
                                      gpointer            user_data);
void         gf_csv_reader_free      (GfCsvReader        *self);
GString     *gf_csv_reader_get_input (GfCsvReader        *self);
guint64      gf_csv_reader_get_offset (const GfCsvReader *self);
void         gf_csv_reader_parse     (GfCsvReader        *self,
                                      gboolean            last);
void         gf_csv_reader_parse_until (GfCsvReader      *self,
                                        guint64           until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfCsvReader, gf_csv_reader_free)

G_END_DECLS
