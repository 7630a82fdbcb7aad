/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-cut.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define WINDOW_LIMIT (16u << 20)
#define RECORD_LIMIT (64u << 20)
#define SHORT_REST (16u << 10)     /* what is quickly read once more */
#define BLOCK 64

struct _GfCsvReader
{
  const GfCsvHandler *handler;
  gpointer user_data;
  GString *window;       /* begins with a cell that is not told */
  GString *cell;         /* a quoted one, its marks no longer doubled */
  guint n_cells;         /* told of the record that is read */
  gsize n_told;          /* bytes of them that have left the window */
  gsize retry;           /* how long the window has to be before it is worth another look */
  gboolean endless;
  GfCsvCut cut;
};

/* Finds delimiters, quotation marks and line ends, a block of bytes at a time. */
typedef struct
{
  const char *block;     /* the one that was looked at last */
  const char *next;      /* the one behind */
  const char *end;
  guint64 found;         /* a bit for each byte of the block that is one and was not given yet */
  char delimiter;
  char quote;
} MarkFinder;

/* Looks at a whole block. */
static inline guint64
look_at_block (const MarkFinder *self,
               const char       *block)
{
  guint64 found = 0;

#ifdef __SSE2__
  const __m128i delimiter = _mm_set1_epi8 (self->delimiter), quote = _mm_set1_epi8 (self->quote);
  const __m128i lf = _mm_set1_epi8 ('\n'), cr = _mm_set1_epi8 ('\r');

  for (guint i = 0; i < BLOCK; i += 16)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (const void *) (block + i));
      __m128i marks = _mm_or_si128 (_mm_or_si128 (_mm_cmpeq_epi8 (bytes, delimiter), _mm_cmpeq_epi8 (bytes, quote)),
                                    _mm_or_si128 (_mm_cmpeq_epi8 (bytes, lf), _mm_cmpeq_epi8 (bytes, cr)));

      found |= (guint64) (guint) _mm_movemask_epi8 (marks) << i;
    }
#else
  for (guint i = 0; i < BLOCK; i++)
    found |= (guint64) (block[i] == self->delimiter || block[i] == self->quote ||
                        _gf_csv_is_line_end (block[i])) << i;
#endif

  return found;
}

static void
look_from (MarkFinder *self,
           const char *p)
{
  self->next = p;
  self->found = 0;
}

/* Gives the next mark, the end if there is none. */
static inline const char *
next_mark (MarkFinder *self)
{
  while (self->found == 0)
    {
      gsize left = (gsize) (self->end - self->next);

      if (left == 0)
        return self->end;
      self->block = self->next;
      if (left >= BLOCK)
        {
          self->found = look_at_block (self, self->block);
          self->next += BLOCK;
        }
      else
        {
          char rest[BLOCK] = { 0 };

          memcpy (rest, self->block, left);
          self->found = look_at_block (self, rest) & ((G_GUINT64_CONSTANT (1) << left) - 1);
          self->next = self->end;
        }
    }

  const char *mark = self->block + __builtin_ctzll (self->found);
  self->found &= self->found - 1;

  return mark;
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
  self->cell = g_string_new (NULL);

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

  g_string_free (self->window, TRUE);
  g_string_free (self->cell, TRUE);
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

static void
tell_cell (GfCsvReader *self,
           const char  *text,
           gsize        length)
{
  self->n_cells++;
  self->handler->cell (text, length, self->user_data);
}

static void
tell_row (GfCsvReader *self)
{
  self->n_cells = 0;
  self->handler->row (self->user_data);
}

typedef enum
{
  TAKEN_WHOLE,
  TAKEN_BROKEN,     /* badly quoted, or too long */
  TAKEN_OPEN,       /* not seen to its end */
} Taken;

/* Reads and tells a quoted cell if it is well quoted; its opening mark was found last. @after is what is behind
   it: a delimiter, a line end, or the end of the text. */
static Taken
take_quoted (GfCsvReader *self,
             MarkFinder  *marks,
             const char  *start,
             gboolean     last,
             const char **after)
{
  const char *from = start + 1;
  const char *mark;

  g_string_truncate (self->cell, 0);
  while ((mark = next_mark (marks)) < marks->end)
    {
      if (*mark != marks->quote)
        continue;
      if ((gsize) (mark - start) >= WINDOW_LIMIT)
        return TAKEN_BROKEN;

      *after = mark + 1;
      if (*after == marks->end && !last)
        return TAKEN_OPEN;
      if (*after < marks->end && **after == marks->quote)
        {
          g_string_append_len (self->cell, from, *after - from);
          from = next_mark (marks) + 1;
          continue;
        }
      if (*after < marks->end && **after != marks->delimiter && !_gf_csv_is_line_end (**after))
        return TAKEN_BROKEN;

      if (self->cell->len == 0)
        {
          tell_cell (self, from, (gsize) (mark - from));
          return TAKEN_WHOLE;
        }
      g_string_append_len (self->cell, from, mark - from);
      _gf_csv_make_room (self->cell);
      tell_cell (self, self->cell->str, self->cell->len);
      return TAKEN_WHOLE;
    }

  return last ? TAKEN_BROKEN : TAKEN_OPEN;
}

/* Reads the rest of the record from the cell at @cell, which is badly quoted or too long. Returns what is behind
   the record, %NULL when more text is needed. */
static const char *
take_broken (GfCsvReader *self,
             const char  *cell,
             const char  *end,
             gboolean     last)
{
  self->cut.may_grow = !last && (gsize) (end - cell) < WINDOW_LIMIT;

  const char *next = _gf_csv_cut_record (&self->cut, cell, end);
  if (next == NULL)
    return NULL;

  _gf_csv_cut_tell (&self->cut, self->handler, self->user_data);
  self->n_cells = 0;
  self->endless = !last && next == end;

  return next < end ? next + 1 : end;
}

/* Behind the last line end, where most likely a record has just ended: what is read no further than there has no
   part of the next. The end if there is none. Either kind of line end may be one within a cell that is not whole yet,
   and then the other is behind it as soon as the record has ended. */
static const char *
find_stop (const char *text,
           const char *end)
{
  const char *feed = memrchr (text, '\n', (gsize) (end - text));
  const char *from = feed != NULL ? feed + 1 : text;
  const char *carriage_return = memrchr (from, '\r', (gsize) (end - from));

  if (carriage_return != NULL)
    return carriage_return + 1;

  return feed != NULL ? from : end;
}

/* Where marks within a quoted cell are doubled nothing has to be known of a record but its cells so far: each
   is told as soon as it has ended. */
static const char *
parse_cells (GfCsvReader *self,
             const char  *text,
             const char  *end,
             gboolean     last)
{
  const char *stop = last ? end : find_stop (text, end);
  MarkFinder marks = { .next = text, .end = stop, .delimiter = self->cut.marks.delimiter, .quote = self->cut.marks.quote };
  const char *cell = text;         /* where the cell begins that is read */
  const char *record = text;
  const char *mark;

  while ((mark = next_mark (&marks)) < stop)
    {
      if (*mark == marks.delimiter)
        {
          tell_cell (self, cell, (gsize) (mark - cell));
          cell = mark + 1;
        }
      else if (*mark != marks.quote)
        {
          /* An empty line is no record. */
          if (mark > cell || self->n_cells > 0)
            {
              tell_cell (self, cell, (gsize) (mark - cell));
              tell_row (self);
            }
          cell = record = mark + 1;
          self->n_told = 0;
        }
      else if (mark == cell)
        {
          const char *after;
          Taken taken = take_quoted (self, &marks, cell, last, &after);

          if (taken == TAKEN_WHOLE && after < stop && *after == marks.delimiter)
            {
              cell = next_mark (&marks) + 1;
              continue;
            }
          if (taken == TAKEN_WHOLE)
            {
              tell_row (self);
            }
          else
            {
              gboolean enough = taken == TAKEN_BROKEN || (gsize) (end - cell) >= WINDOW_LIMIT;

              after = enough ? take_broken (self, cell, end, last) : NULL;
              if (after == NULL)
                break;
              look_from (&marks, MIN (after, stop));
            }
          cell = record = after;
          self->n_told = 0;
        }
    }

  if (last && (cell < end || self->n_cells > 0))
    {
      tell_cell (self, cell, (gsize) (end - cell));
      tell_row (self);
      cell = end;
    }
  self->n_told += (gsize) (cell - record);
  if (!last)
    self->endless = self->endless || (gsize) (end - cell) > WINDOW_LIMIT || self->n_told > RECORD_LIMIT;

  return cell;
}

/* With an escape character every record is cut when it is whole in the window. */
static const char *
parse_records (GfCsvReader *self,
               const char  *text,
               const char  *end,
               gboolean     last)
{
  const char *p = text;

  for (;;)
    {
      while (p < end && _gf_csv_is_line_end (*p))
        p++;
      if (p == end)
        return p;

      self->cut.may_grow = !last && (gsize) (end - p) < WINDOW_LIMIT;
      const char *next = _gf_csv_cut_record (&self->cut, p, end);
      self->endless = !last && next == end;
      if (next == NULL || self->endless)
        return p;
      _gf_csv_cut_tell (&self->cut, self->handler, self->user_data);
      p = next;
    }
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

  _gf_csv_make_room (self->window);

  const char *text = self->window->str;
  const char *end = text + self->window->len;
  const char *done = self->cut.marks.escape != self->cut.marks.quote ? parse_records (self, text, end, last)
                                                                     : parse_cells (self, text, end, last);

  gsize rest = (gsize) (end - done);

  self->retry = rest > SHORT_REST ? MIN (rest * 2, WINDOW_LIMIT) : 0;
  g_string_erase (self->window, 0, done - text);
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
  return self->window->len == 0 && self->n_cells == 0;
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
