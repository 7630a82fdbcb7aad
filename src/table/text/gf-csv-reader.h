/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cuts UTF-8 text into the cells of CSV, streaming.
 *
 *   cells:    exact: nothing trimmed, quoted line ends kept, LF, CR and CRLF end a record; empty
 *             lines are no records; a quotation mark within an unquoted cell is text. Well quoted
 *             text gives what libcsv gives in its strict mode, which the tests hold beside it
 *   speed:    delimiters, marks and line ends are found in blocks of 64 bytes, a bit for each; most
 *             cells are told where they stand, without a copy
 *   mending:  a record in which quoting is broken is read on by rules that lose nothing (see
 *             mend_quoted() in gf-csv-cut.c) and told as a problem
 *   escapes:  a backslash before a quotation mark, a delimiter, a line end or any other character
 *             stands for that character; records of such files are cut one by one
 *   window:   the text since the start of a cell that has not ended; at most 16 MiB, a quoted cell
 *             that has not ended by then is taken for a quotation mark left open
 *   endless:  a record of more than 64 MiB, or with an open cell of more than 16, is read no further
 *   cost:     O(bytes): every byte is looked at once, and once more only within broken records
 */
typedef struct
{
  void (*cell)   (const char *text,      /* not closed by a NUL; may hold one; GF_CSV_ROOM bytes can be read */
                  gsize       length,
                  gpointer    user_data);
  void (*row)    (gpointer    user_data);
  void (*broken) (const char *text,      /* the cell whose quoting is broken, told before it */
                  gsize       length,
                  gpointer    user_data);
} GfCsvHandler;

/* So many bytes from the start of a cell on may be read however short it is, whatever they are. */
#define GF_CSV_ROOM 16

/* The characters that are no text; all ASCII. */
typedef struct
{
  char delimiter;
  char quote;
  char escape;   /* the same as the quote where quotes are doubled */
} GfCsvMarks;

/* Bytes that are looked at in a whole file for the end of broken cells over line ends. */
#define GF_CSV_MEND_BUDGET (64u << 20)

typedef struct _GfCsvReader GfCsvReader;

GfCsvReader *gf_csv_reader_new       (const GfCsvMarks   *marks,
                                      const GfCsvHandler *handler,
                                      gpointer            user_data);
void         gf_csv_reader_free      (GfCsvReader        *self);
GString     *gf_csv_reader_get_input (GfCsvReader        *self);
void         gf_csv_reader_parse     (GfCsvReader        *self,
                                      gboolean            last);

gboolean     gf_csv_reader_is_endless (const GfCsvReader  *self);
gboolean     gf_csv_reader_is_between_records (const GfCsvReader *self);
gsize        gf_csv_reader_get_mended (const GfCsvReader *self);
void         gf_csv_reader_add_mended (GfCsvReader       *self,
                                       gsize              size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfCsvReader, gf_csv_reader_free)

G_END_DECLS
