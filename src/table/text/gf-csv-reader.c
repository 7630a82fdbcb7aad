/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-cut.h"

#include <csv.h>
#include <string.h>

#define WINDOW_LIMIT (16u << 20)
#define RECORD_LIMIT (64u << 20)
#define CELL_STEP (16u << 10)      /* libcsv's buffer for a cell grows by this; its own 128 bytes make a long cell slow */

struct _GfCsvReader
{
  struct csv_parser parser;
  const GfCsvHandler *handler;
  gpointer user_data;
  GString *window;       /* begins with a record */
  gsize start;           /* where it begins, while it is read */
  gsize fed;             /* where libcsv is in it */
  gsize n_rows;          /* records finished since its start */
  guint n_cells;         /* cells of the record being read */
  guint n_told;          /* of them already told, before the record was started again */
  gsize retry;           /* how long the window has to be before it is worth another look */
  gboolean endless;
  GfCsvCut cut;
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
  csv_set_delim (&self->parser, (unsigned char) self->cut.marks.delimiter);
  csv_set_quote (&self->parser, (unsigned char) self->cut.marks.quote);
  csv_set_space_func (&self->parser, never_space);
}

/**
 * gf_csv_reader_new:
 * @marks: what separates, quotes and escapes
 * @handler: whom to tell; must outlive the reader
 * @user_data: for the handler
 *
 * Makes a reader.
 *
 * Returns: (transfer full): the reader
 */
GfCsvReader *
gf_csv_reader_new (const GfCsvMarks   *marks,
                   const GfCsvHandler *handler,
                   gpointer            user_data)
{
  GfCsvReader *self = g_new0 (GfCsvReader, 1);

  self->handler = handler;
  self->user_data = user_data;
  _gf_csv_cut_init (&self->cut, marks);
  self->window = g_string_new (NULL);
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
  _gf_csv_cut_clear (&self->cut);
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

/* Skips @n finished records, all of them well quoted, and the empty lines before the next. */
static const char *
skip_records (const GfCsvReader *self,
              const char        *p,
              const char        *end,
              gsize              n)
{
  for (;;)
    {
      while (p < end && _gf_csv_is_line_end (*p))
        p++;
      if (n-- == 0 || p == end)
        return p;

      gboolean quoted = FALSE;
      for (; p < end && (quoted || !_gf_csv_is_line_end (*p)); p++)
        quoted ^= *p == self->cut.marks.quote;
    }
}

/* Lets libcsv begin again at @start, where a record begins. */
static void
restart_parser (GfCsvReader *self,
                gsize        start)
{
  self->start = self->fed = start;
  self->n_rows = 0;
  csv_free (&self->parser);
  open_parser (self);
}

/* Feeds libcsv; returns whether it stopped at broken quoting. */
static gboolean
feed_parser (GfCsvReader *self,
             gsize        until,
             gboolean     last)
{
  if (until > self->fed)
    {
      gsize length = until - self->fed;
      gsize done = csv_parse (&self->parser, self->window->str + self->fed, length, cell_cb, row_cb,
                              self);

      self->fed += done;
      if (done < length)
        return TRUE;
    }

  return last && csv_fini (&self->parser, cell_cb, row_cb, self) != 0;
}

/* Where to stop feeding so that libcsv most likely has just finished a record: behind the last
   line end. */
static gsize
find_cut (const GfCsvReader *self)
{
  const char *text = self->window->str + self->fed;
  gsize length = self->window->len - self->fed;
  const char *cut = memrchr (text, '\n', length);

  if (cut == NULL)
    cut = memrchr (text, '\r', length);

  return cut != NULL ? self->fed + (gsize) (cut - text) + 1 : self->window->len;
}

/* Where the next carriage return is, kept as most files have none: @before when there is none before that. */
typedef struct
{
  const char *at;
  const char *before;
} NextReturn;

static const char *
find_byte (const char *p,
           char        byte,
           const char *end)
{
  const char *found = p < end ? memchr (p, byte, (gsize) (end - p)) : NULL;

  return found != NULL ? found : end;
}

/* Tells of the cells up to @end that end at a delimiter; returns where the last one begins. */
static const char *
tell_cells (GfCsvReader *self,
            const char  *p,
            const char  *end)
{
  const char *delimiter;

  while ((delimiter = find_byte (p, self->cut.marks.delimiter, end)) < end)
    {
      self->n_cells++;
      self->handler->cell (p, (gsize) (delimiter - p), self->user_data);
      p = delimiter + 1;
    }

  return p;
}

/* Tells of the lines before @stop that hold no quotation mark. Without one a line is a record, with its cells
 * between the delimiters, and a few calls to memchr() find them where libcsv looks at each byte. At a line with
 * one it ends: the cells before are told, and libcsv goes on with the cell that has it. */
static void
take_plain_lines (GfCsvReader *self,
                  gsize        stop,
                  NextReturn  *next)
{
  const char *text = self->window->str;
  const char *end = text + stop;
  const char *p = text + self->fed;
  const char *quote = find_byte (p, self->cut.marks.quote, end);

  for (;;)
    {
      while (p < end && _gf_csv_is_line_end (*p))
        p++;
      if (next->before != end || next->at < p)
        *next = (NextReturn) { find_byte (p, '\r', end), end };

      const char *line_end = MIN (find_byte (p, '\n', end), next->at);

      self->start = self->fed = (gsize) (p - text);
      if (line_end == end)
        break;
      if (quote < line_end)
        {
          self->fed = (gsize) (tell_cells (self, p, quote) - text);
          break;
        }

      p = tell_cells (self, p, line_end);
      self->handler->cell (p, (gsize) (line_end - p), self->user_data);
      self->handler->row (self->user_data);
      self->n_cells = 0;
      p = line_end + 1;
    }
  self->n_rows = 0;
}

static gboolean
is_between_records (const GfCsvReader *self)
{
  return self->parser.pstate == 0 && self->fed == self->start && self->n_told == 0 && self->n_cells == 0;
}

/* Lets libcsv begin again with the record at @record, whose cells so far are told. */
static void
begin_again (GfCsvReader *self,
             gsize        record)
{
  self->n_told = MAX (self->n_cells, self->n_told);
  self->n_cells = 0;
  restart_parser (self, record);
}

/* Reads lines without quotation marks by hand, the others by libcsv as far as it goes. */
static void
parse_by_libcsv (GfCsvReader *self,
                 gboolean     last)
{
  NextReturn next_return = { NULL, NULL };

  for (;;)
    {
      gsize end = self->window->len;
      gsize stop = last ? end : find_cut (self);

      if (is_between_records (self))
        take_plain_lines (self, stop, &next_return);

      /* The rest of this line, or as many as a quoted cell goes over. */
      const char *line_end = find_byte (self->window->str + self->fed, '\n', self->window->str + stop);
      gsize until = MIN ((gsize) (line_end - self->window->str) + 1, stop);
      gboolean stopped = feed_parser (self, until, last && until == end);

      if (!stopped && self->parser.pstate == 0)
        {
          self->start = self->fed;
          self->n_rows = 0;
          if (until == stop)
            return;
          continue;
        }
      if (!stopped && until < stop)
        continue;
      if (!stopped && !last && !self->parser.quoted)
        self->endless = self->parser.entry_pos > WINDOW_LIMIT ||
                        self->fed - self->start > RECORD_LIMIT;
      if (!stopped && (last || !self->parser.quoted || self->fed - self->start < WINDOW_LIMIT))
        return;

      const char *text = self->window->str;
      const char *record = skip_records (self, text + self->start, text + end, self->n_rows);

      if (!stopped && record > text + self->start)
        {
          /* It is not this record that is so long. */
          begin_again (self, (gsize) (record - text));
          continue;
        }

      self->cut.may_grow = !last && (gsize) (text + end - record) < WINDOW_LIMIT;
      const char *next = _gf_csv_cut_record (&self->cut, record, text + end);
      if (next == NULL)
        {
          /* Start the record again when there is more to see. */
          begin_again (self, (gsize) (record - text));
          self->retry = MIN ((gsize) (text + end - record) * 2, WINDOW_LIMIT);
          return;
        }

      _gf_csv_cut_tell (&self->cut, MAX (self->n_cells, self->n_told), self->handler,
                        self->user_data);
      self->n_cells = self->n_told = 0;
      self->endless = !last && next == text + end;
      restart_parser (self, MIN ((gsize) (next - text) + 1, end));
    }
}

/* With an escape character every record is cut by hand, when it is whole in the window. */
static void
parse_by_hand (GfCsvReader *self,
               gboolean     last)
{
  const char *text = self->window->str;
  const char *end = text + self->window->len;
  const char *p = text;

  for (;;)
    {
      while (p < end && _gf_csv_is_line_end (*p))
        p++;
      if (p == end)
        break;

      self->cut.may_grow = !last && (gsize) (end - p) < WINDOW_LIMIT;
      const char *next = _gf_csv_cut_record (&self->cut, p, end);
      self->endless = !last && next == end;
      if (next == NULL || self->endless)
        break;
      _gf_csv_cut_tell (&self->cut, 0, self->handler, self->user_data);
      p = next;
    }
  self->start = self->fed = (gsize) (p - text);
  self->retry = MIN ((gsize) (end - p) * 2, WINDOW_LIMIT);
}

/**
 * gf_csv_reader_parse:
 * @self: a reader
 * @last: whether no text will come behind what is in the buffer
 *
 * Reads on and tells the handler of what is finished. The rest is kept in the buffer; with @last
 * it is told as a record too. In what pieces the text comes makes no difference. Once a record is
 * endless nothing more is told.
 */
void
gf_csv_reader_parse (GfCsvReader *self,
                     gboolean     last)
{
  if (self->endless || (!last && self->window->len < self->retry))
    return;

  self->retry = 0;
  if (self->cut.marks.escape != self->cut.marks.quote)
    parse_by_hand (self, last);
  else
    parse_by_libcsv (self, last);
  g_string_erase (self->window, 0, (gssize) self->start);
  self->fed -= self->start;
  self->start = 0;
}

/**
 * gf_csv_reader_is_endless:
 * @self: a reader
 *
 * Returns: whether a record has gone on for so long that it is none, and nothing more is read
 */
gboolean
gf_csv_reader_is_endless (const GfCsvReader *self)
{
  return self->endless;
}

/**
 * gf_csv_reader_is_between_records:
 * @self: a reader
 *
 * Returns: whether all text so far is told, so that another reader can go on without any
 *   difference
 */
gboolean
gf_csv_reader_is_between_records (const GfCsvReader *self)
{
  return self->window->len == 0 && self->n_told == 0 && self->n_cells == 0;
}

/**
 * gf_csv_reader_get_mended:
 * @self: a reader
 *
 * Returns: how many bytes were looked at to mend broken cells, GF_CSV_MEND_BUDGET at most
 */
gsize
gf_csv_reader_get_mended (const GfCsvReader *self)
{
  return GF_CSV_MEND_BUDGET - self->cut.budget;
}

/**
 * gf_csv_reader_add_mended:
 * @self: a reader
 * @size: bytes
 *
 * Counts what readers before it looked at in the same file.
 */
void
gf_csv_reader_add_mended (GfCsvReader *self,
                          gsize        size)
{
  self->cut.budget -= MIN (self->cut.budget, size);
}
