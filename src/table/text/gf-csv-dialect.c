/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-dialect-private.h"

#include <string.h>

typedef struct
{
  GPtrArray *records;
  GPtrArray *record;
  guint n_records;
  guint limit;
  guint n_broken;
} Sample;

static void
free_cell (gpointer cell)
{
  g_string_free (cell, TRUE);
}

static void
sample_cell_cb (const char *text,
                gsize       length,
                gpointer    user_data)
{
  Sample *sample = user_data;

  if (sample->record == NULL)
    sample->record = g_ptr_array_new_with_free_func (free_cell);
  g_ptr_array_add (sample->record, g_string_new_len (text, (gssize) length));
}

static void
sample_row_cb (gpointer user_data)
{
  Sample *sample = user_data;

  if (sample->record != NULL && sample->n_records < sample->limit)
    {
      g_ptr_array_add (sample->records, g_steal_pointer (&sample->record));
      sample->n_records++;
    }
  g_clear_pointer (&sample->record, g_ptr_array_unref);
}

static void
sample_broken_cb (const char *text,
                  gsize       length,
                  gpointer    user_data)
{
  Sample *sample = user_data;

  sample->n_broken++;
}

/* Reads the first records, in slices, so that little more than asked for is read. */
static void
read_first (const char         *text,
            gsize               length,
            gboolean            whole,
            const GfCsvMarks   *marks,
            const GfCsvHandler *handler,
            gpointer            sample,
            const guint        *n_records,
            guint               limit)
{
  g_autoptr (GfCsvReader) reader = gf_csv_reader_new (marks, handler, sample);

  for (gsize done = 0; done < length && *n_records < limit;)
    {
      gsize size = MIN (length - done, 64 * 1024);

      g_string_append_len (gf_csv_reader_get_input (reader), text + done, (gssize) size);
      done += size;
      gf_csv_reader_parse (reader, whole && done == length);
    }
  /* A sample within one broken record gives nothing: read it as if it ended there. */
  if (*n_records == 0 && length > 0 && !whole)
    gf_csv_reader_parse (reader, TRUE);
}

/**
 * gf_csv_read_sample:
 * @text: the beginning of a file
 * @length: its bytes
 * @whole: whether that is all; else the record cut off at its end is left out
 * @marks: what separates, quotes and escapes
 * @limit: at most so many records
 * @n_broken: (out) (optional): how many cells are badly quoted
 *
 * Reads the first records.
 *
 * Returns: (transfer full): records of cells
 */
GfCsvRecords *
gf_csv_read_sample (const char       *text,
                    gsize             length,
                    gboolean          whole,
                    const GfCsvMarks *marks,
                    guint             limit,
                    guint            *n_broken)
{
  static const GfCsvHandler handler = { sample_cell_cb, sample_row_cb, sample_broken_cb };
  Sample sample = {
    .records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref), .limit = limit,
  };

  read_first (text, length, whole, marks, &handler, &sample, &sample.n_records, limit);
  g_clear_pointer (&sample.record, g_ptr_array_unref);
  if (n_broken != NULL)
    *n_broken = sample.n_broken;

  return sample.records;
}

typedef struct
{
  GArray *widths;
  guint n_records;
  guint n_cells;
  guint n_broken;
} Widths;

static void
width_cell_cb (const char *text,
               gsize       length,
               gpointer    user_data)
{
  ((Widths *) user_data)->n_cells++;
}

static void
width_row_cb (gpointer user_data)
{
  Widths *self = user_data;

  if (self->n_cells > 0 && self->n_records < GF_CSV_SAMPLE_RECORDS)
    {
      g_array_append_val (self->widths, self->n_cells);
      self->n_records++;
    }
  self->n_cells = 0;
}

static void
width_broken_cb (const char *text,
                 gsize       length,
                 gpointer    user_data)
{
  ((Widths *) user_data)->n_broken++;
}

/* How many cells the first records have: as gf_csv_read_sample(), without keeping them. */
GArray *
_gf_csv_read_widths (const char       *text,
                     gsize             length,
                     gboolean          whole,
                     const GfCsvMarks *marks,
                     guint            *n_broken)
{
  static const GfCsvHandler handler = { width_cell_cb, width_row_cb, width_broken_cb };
  Widths self = { .widths = g_array_new (FALSE, FALSE, sizeof (guint)) };

  read_first (text, length, whole, marks, &handler, &self, &self.n_records, GF_CSV_SAMPLE_RECORDS);
  *n_broken = self.n_broken;

  return self.widths;
}

/* A first line "sep=;" as spreadsheets write it. Returns its bytes, 0 if there is none. */
static gsize
read_separator_line (const char *text,
                     gsize       length,
                     char       *delimiter)
{
  gsize at = 0;

  if (length > 0 && text[0] == '"')
    at = 1;
  if (length < at + 5 || g_ascii_strncasecmp (text + at, "sep=", 4) != 0)
    return 0;
  *delimiter = text[at + 4];
  if ((guchar) *delimiter >= 0x80 || *delimiter == '"' || *delimiter == '\n' || *delimiter == '\r')
    return 0;

  gsize end = at + 5 + at;
  if (end < length && text[end] != '\n' && text[end] != '\r')
    return 0;
  while (end < length && (text[end] == '\r' || text[end] == '\n'))
    end++;

  return end;
}

/**
 * gf_csv_dialect_guess:
 * @text: the beginning of a file
 * @length: its bytes
 * @whole: whether that is all
 * @settled: the marks that are known; those that are 0 are guessed
 * @n_header_rows: the number of header rows if it is known, else -1
 * @dialect: (out): what was found
 *
 * Judges how a file is laid out.
 */
void
gf_csv_dialect_guess (const char       *text,
                      gsize             length,
                      gboolean          whole,
                      const GfCsvMarks *settled,
                      int               n_header_rows,
                      GfCsvDialect     *dialect)
{
  char said = 0;

  *dialect = (GfCsvDialect) { .marks = *settled };
  dialect->start = read_separator_line (text, length, &said);
  text += dialect->start;
  length -= dialect->start;
  if (settled->delimiter == 0 && dialect->start > 0)
    dialect->marks.delimiter = said;
  _gf_csv_guess_marks (text, length, whole, &dialect->marks);

  g_autoptr (GPtrArray) records = gf_csv_read_sample (text, length, whole, &dialect->marks,
                                                      GF_CSV_SAMPLE_RECORDS, NULL);
  _gf_csv_guess_header (records, n_header_rows, dialect);
}

/**
 * gf_csv_dialect_set_names_row:
 * @self: a dialect
 * @row: a record, from 0
 *
 * Settles that this record holds the names, alone. All down to it is above the data.
 */
void
gf_csv_dialect_set_names_row (GfCsvDialect *self,
                              guint         row)
{
  self->names_row = row;
  self->n_header_rows = MAX (self->n_header_rows, row + 1);
  self->n_joined = 1;
  self->names_look_like_data = FALSE;
}
