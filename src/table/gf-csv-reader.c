/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-reader.h"

#include <csv.h>
#include <string.h>

#define WINDOW_LIMIT (16u << 20)
#define CELL_STEP (64u << 10)      /* libcsv's buffer for a cell grows by this; its own 128 bytes make a long cell slow */
#define MEND_REACH (64u << 10)     /* how far a broken quoted cell may go over line ends */
#define MEND_BUDGET (64u << 20)    /* bytes looked at for that in a whole file */

struct _GfCsvReader
{
  struct csv_parser parser;
  const GfCsvHandler *handler;
  gpointer user_data;
  char delimiter;
  GString *window;       /* begins with a record */
  gsize fed;             /* what libcsv has seen of it */
  gsize n_rows;          /* records finished since the window's start */
  guint n_cells;         /* cells of the record being read */
  guint n_told;          /* of them already told, before the record was started again */
  guint64 n_dropped;     /* bytes that the window has left behind */
  gsize mend_budget;
  GString *scratch;
};

static int
never_space (unsigned char c)
{
  return 0;
}

static void
cell_cb (void  *text,
         gsize  length,
         void  *user_data)
{
  GfCsvReader *self = user_data;

  if (self->n_cells++ >= self->n_told)
    self->handler->cell (text, length, self->user_data);
}

static void
row_cb (int   end,
        void *user_data)
{
  GfCsvReader *self = user_data;

  self->n_rows++;
  self->n_cells = self->n_told = 0;
  self->handler->row (self->user_data);
}

static void
open_parser (GfCsvReader *self)
{
  if (csv_init (&self->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    g_error ("libcsv cannot start");
  csv_set_blk_size (&self->parser, CELL_STEP);
  csv_set_delim (&self->parser, (unsigned char) self->delimiter);
  csv_set_space_func (&self->parser, never_space);
}

/**
 * gf_csv_reader_new:
 * @delimiter: what separates cells
 * @handler: whom to tell; must outlive the reader
 * @user_data: for the handler
 *
 * Makes a reader.
 *
 * Returns: (transfer full): the reader
 */
GfCsvReader *
gf_csv_reader_new (char                delimiter,
                   const GfCsvHandler *handler,
                   gpointer            user_data)
{
  GfCsvReader *self = g_new0 (GfCsvReader, 1);

  self->handler = handler;
  self->user_data = user_data;
  self->delimiter = delimiter;
  self->window = g_string_sized_new (1 << 19);
  self->scratch = g_string_new (NULL);
  self->mend_budget = MEND_BUDGET;
  open_parser (self);

  return self;
}

/**
 * gf_csv_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Frees the reader.
 */
void
gf_csv_reader_free (GfCsvReader *self)
{
  if (self == NULL)
    return;

  csv_free (&self->parser);
  g_string_free (self->window, TRUE);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/**
 * gf_csv_reader_get_input:
 * @self: a reader
 *
 * Gives the buffer to which the next text is appended before gf_csv_reader_parse(). Nothing else
 * may be done to it.
 *
 * Returns: (transfer none): the buffer
 */
GString *
gf_csv_reader_get_input (GfCsvReader *self)
{
  return self->window;
}

static gboolean
is_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Skips @n finished records, all of them well quoted, and the empty lines before the next. */
static const char *
skip_records (const GfCsvReader *self,
              const char        *p,
              const char        *end,
              gsize              n)
{
  for (;;)
    {
      while (p < end && is_end (*p))
        p++;
      if (n-- == 0 || p == end)
        return p;

      gboolean quoted = FALSE;
      for (; p < end && (quoted || !is_end (*p)); p++)
        quoted ^= *p == '"';
    }
}

/* Reads a well quoted cell that begins at @p. Returns what is behind the closing quotation mark,
   or %NULL if it is broken or goes on behind @end. */
static const char *
read_quoted (GfCsvReader *self,
             const char  *p,
             const char  *end)
{
  g_string_truncate (self->scratch, 0);
  for (p++; p < end;)
    {
      const char *quote = memchr (p, '"', (gsize) (end - p));
      if (quote == NULL)
        return NULL;

      g_string_append_len (self->scratch, p, quote - p);
      p = quote + 1;
      if (p < end && *p == '"')
        {
          g_string_append_c (self->scratch, '"');
          p++;
          continue;
        }

      return p == end || *p == self->delimiter || is_end (*p) ? p : NULL;
    }

  return NULL;
}

/* The first quotation mark from @p that stands before a delimiter or a line end; %NULL if there is
   none before @stop, or if another quoted cell begins before it. */
static const char *
find_closing (const GfCsvReader *self,
              const char        *p,
              const char        *stop,
              const char        *end)
{
  for (const char *quote = p;; quote++)
    {
      quote = memchr (quote, '"', (gsize) (stop - quote));
      if (quote == NULL)
        return NULL;
      if (quote + 1 == end || quote[1] == self->delimiter || is_end (quote[1]))
        return quote;
      if (quote > p && quote[-1] == self->delimiter)
        return NULL;
    }
}

/* Reads a cell that begins with a quotation mark and is broken. In this order:
 *
 *   "Acme "Best" Corp",   marks inside not doubled: it ends at the first mark before a delimiter or
 *                         line end, on this line or within reach, unless another quoted cell begins
 *                         before that
 *   "abc"def,  "abc" ,    text behind the closing mark: it belongs to the cell
 *   "no end, 3            never closed on its line: the mark is text, the cell ends at the delimiter
 *
 * Returns what is behind the cell. */
static const char *
mend_quoted (GfCsvReader *self,
             const char  *start,
             const char  *end)
{
  const char *line_end = start;
  const char *closing;

  while (line_end < end && !is_end (*line_end))
    line_end++;

  closing = find_closing (self, start + 1, line_end, end);
  if (closing == NULL && self->mend_budget > 0)
    {
      const char *reach = start + MIN ((gsize) (end - start), MEND_REACH);

      self->mend_budget -= MIN (self->mend_budget, (gsize) (reach - start));
      closing = find_closing (self, start + 1, reach, end);
    }
  g_string_truncate (self->scratch, 0);
  if (closing != NULL)
    {
      for (const char *p = start + 1; p < closing; p++)
        {
          g_string_append_c (self->scratch, *p);
          if (p[0] == '"' && p + 1 < closing && p[1] == '"')
            p++;
        }
      return closing + 1;
    }

  const char *p = memchr (start + 1, '"', (gsize) (line_end - start - 1));
  if (p != NULL)
    g_string_append_len (self->scratch, start + 1, p++ - start - 1);
  else
    p = start;
  for (; p < line_end && *p != self->delimiter; p++)
    g_string_append_c (self->scratch, *p);

  return p;
}

/* Reads the record that begins at @p and on which libcsv stopped; the cells libcsv has told
   already are skipped. Returns what is behind its line end. */
static const char *
mend_record (GfCsvReader *self,
             const char  *p,
             const char  *end)
{
  guint told = MAX (self->n_cells, self->n_told);

  for (guint n = 0;; n++)
    {
      const char *text = p;
      gsize length;

      if (p < end && *p == '"')
        {
          const char *after = read_quoted (self, p, end);

          if (after == NULL)
            {
              after = mend_quoted (self, p, end);
              if (n >= told)
                self->handler->broken (self->scratch->str, self->scratch->len, self->user_data);
            }
          p = after;
          text = self->scratch->str;
          length = self->scratch->len;
        }
      else
        {
          while (p < end && *p != self->delimiter && !is_end (*p))
            p++;
          length = (gsize) (p - text);
        }

      if (n >= told)
        self->handler->cell (text, length, self->user_data);
      if (p == end || *p != self->delimiter)
        break;
      p++;
    }
  self->n_cells = self->n_told = 0;
  self->handler->row (self->user_data);

  return p < end ? p + 1 : p;
}

/* Lets the window begin at @start, where a record begins. */
static void
move_window (GfCsvReader *self,
             gsize        start)
{
  g_string_erase (self->window, 0, (gssize) start);
  self->fed -= MIN (self->fed, start);
  self->n_dropped += start;
  self->n_rows = 0;
}

/* Lets libcsv begin again at the window's start. */
static void
restart_parser (GfCsvReader *self)
{
  self->fed = 0;
  csv_free (&self->parser);
  open_parser (self);
}

/* Feeds libcsv; returns whether it stopped at broken quoting. */
static gboolean
feed_parser (GfCsvReader *self,
             gsize        until,
             gboolean     last)
{
  gsize length = until - self->fed;

  if (length > 0)
    {
      gsize done = csv_parse (&self->parser, self->window->str + self->fed, length, cell_cb, row_cb,
                              self);

      self->fed += done;
      if (done < length)
        return TRUE;
    }
  if (last)
    return csv_fini (&self->parser, cell_cb, row_cb, self) != 0;

  return self->fed >= WINDOW_LIMIT && self->parser.quoted && self->parser.pstate != 0;
}

/* Where to stop feeding so that libcsv most likely has just finished a record: behind the last
   line end. */
static gsize
find_cut (const GfCsvReader *self,
          gsize              end)
{
  const char *text = self->window->str + self->fed;
  gsize length = end - self->fed;
  const char *cut = memrchr (text, '\n', length);

  if (cut == NULL)
    cut = memrchr (text, '\r', length);

  return cut != NULL ? self->fed + (gsize) (cut - text) + 1 : end;
}

/**
 * gf_csv_reader_get_offset:
 * @self: a reader
 *
 * Returns: at which byte of all the text the buffer of gf_csv_reader_get_input() begins now
 */
guint64
gf_csv_reader_get_offset (const GfCsvReader *self)
{
  return self->n_dropped;
}

static void
parse_until (GfCsvReader *self,
             guint64      until,
             gboolean     exactly,
             gboolean     last)
{
  for (;;)
    {
      gsize end = (gsize) (until - self->n_dropped);

      if (!feed_parser (self, exactly || last ? end : find_cut (self, end), last))
        {
          if (self->parser.pstate == 0)
            move_window (self, self->fed);
          return;
        }

      const char *text = self->window->str;
      gsize record = (gsize) (skip_records (self, text, text + end, self->n_rows) - text);

      if (!last && end - self->fed < MEND_REACH && end < WINDOW_LIMIT)
        {
          /* Mending looks ahead: start the record again when there is enough to see. */
          self->n_told = MAX (self->n_cells, self->n_told);
          self->n_cells = 0;
          move_window (self, record);
          restart_parser (self);
          return;
        }

      const char *next = mend_record (self, text + record, text + end);

      move_window (self, (gsize) (next - text));
      restart_parser (self);
    }
}

/**
 * gf_csv_reader_parse:
 * @self: a reader
 * @last: whether no text will come behind what is in the buffer
 *
 * Reads on and tells the handler of what is finished. The rest is kept in the buffer; with @last
 * it is told as a record too.
 */
void
gf_csv_reader_parse (GfCsvReader *self,
                     gboolean     last)
{
  parse_until (self, self->n_dropped + self->window->len, FALSE, last);
}

/**
 * gf_csv_reader_parse_until:
 * @self: a reader
 * @until: a byte of all the text, in the buffer and not yet read
 *
 * Reads exactly up to a byte, so that the handler knows in which cell it is.
 */
void
gf_csv_reader_parse_until (GfCsvReader *self,
                           guint64      until)
{
  if (until > self->n_dropped + self->fed)
    parse_until (self, until, TRUE, FALSE);
}
