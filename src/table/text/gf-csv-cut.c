/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-csv-cut.h"

#include <string.h>

#define MEND_REACH (64u << 10)     /* how far a broken quoted cell may go over line ends */
#define QUOTED_REACH (1u << 20)    /* how long a quoted cell beside a broken one may be */

void
_gf_csv_cut_init (GfCsvCut         *self,
                  const GfCsvMarks *marks)
{
  *self = (GfCsvCut) { .marks = *marks, .budget = GF_CSV_MEND_BUDGET };
  self->text = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->broken = g_array_new (FALSE, FALSE, sizeof (gboolean));
}

void
_gf_csv_cut_clear (GfCsvCut *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->ends);
  g_array_unref (self->broken);
}

/* Whether nothing is known of what stands at @p: text may come there. */
static gboolean
is_open (const GfCsvCut *self,
         const char     *p,
         const char     *end)
{
  return p >= end && self->may_grow;
}

static gboolean
ends_cell (const GfCsvCut *self,
           const char     *p,
           const char     *end)
{
  return p == end || *p == self->marks.delimiter || _gf_csv_is_line_end (*p);
}

/* Reads a well quoted cell that begins at @p. Returns what is behind the closing mark, or %NULL if
   it is broken, too long, or goes on behind @end: @open tells whether more text could help. */
static const char *
read_quoted (GfCsvCut   *self,
             const char *p,
             const char *end,
             gboolean   *open)
{
  const char *start = p;
  gsize before = self->text->len;

  *open = FALSE;
  for (p++; p < end && (gsize) (p - start) < QUOTED_REACH;)
    {
      const char *stop = start + MIN ((gsize) (end - start), QUOTED_REACH);
      const char *quote = memchr (p, self->marks.quote, (gsize) (stop - p));
      if (quote == NULL)
        break;

      g_string_append_len (self->text, p, quote - p);
      p = quote + 1;
      if (p < end && *p == self->marks.quote)
        {
          g_string_append_c (self->text, self->marks.quote);
          p++;
          continue;
        }
      if (!is_open (self, p, end) && ends_cell (self, p, end))
        return p;
      *open = is_open (self, p, end);
      g_string_truncate (self->text, before);
      return NULL;
    }
  *open = self->may_grow && (gsize) (end - start) < QUOTED_REACH;
  g_string_truncate (self->text, before);

  return NULL;
}

/* Whether a quoted cell begins at @quote, in the middle of what may be another: behind a delimiter,
   or behind a line end if a mark closes it. */
static gboolean
begins_cell (const GfCsvCut *self,
             const char     *quote,
             const char     *stop,
             const char     *end)
{
  if (quote[-1] == self->marks.delimiter)
    return TRUE;
  if (!_gf_csv_is_line_end (quote[-1]))
    return FALSE;

  const char *next = memchr (quote + 1, self->marks.quote, (gsize) (stop - quote - 1));

  return next != NULL && ends_cell (self, next + 1, end);
}

/* The first quotation mark from @p that stands before a delimiter or a line end; %NULL if there is
   none before @stop, or if another quoted cell begins before it. */
static const char *
find_closing (const GfCsvCut *self,
              const char     *p,
              const char     *stop,
              const char     *end)
{
  for (const char *quote = p; quote < stop; quote++)
    {
      quote = memchr (quote, self->marks.quote, (gsize) (stop - quote));
      if (quote == NULL)
        return NULL;
      if (ends_cell (self, quote + 1, end))
        return quote;
      if (quote > p && begins_cell (self, quote, stop, end))
        return NULL;
    }

  return NULL;
}

/* Whether nothing but blanks stands between the first quotation mark from @p and the end of the
   cell. */
static gboolean
is_padded (const GfCsvCut *self,
           const char     *p,
           const char     *line_end)
{
  p = memchr (p, self->marks.quote, (gsize) (line_end - p));
  if (p == NULL)
    return FALSE;
  for (p++; p < line_end && (*p == ' ' || *p == '\t') && *p != self->marks.delimiter;)
    p++;

  return ends_cell (self, p, line_end);
}

/* Reads a cell that begins with a quotation mark and is broken. In this order:
 *
 *   "abc"  ,"def"         blanks behind the closing mark: they belong to the cell
 *   "Acme "Best" Corp",   marks inside not doubled: it ends at the first mark before a delimiter or
 *                         line end, on this line or within reach, unless another quoted cell begins
 *                         before that
 *   "abc"def,             text behind the closing mark: it belongs to the cell
 *   "no end, 3            never closed on its line: the mark is text, the cell ends at the delimiter
 *
 * Returns what is behind the cell, %NULL if more text is needed. */
static const char *
mend_quoted (GfCsvCut   *self,
             const char *start,
             const char *end)
{
  const char *line_end = start;
  const char *closing;

  while (line_end < end && !_gf_csv_is_line_end (*line_end))
    line_end++;
  if (is_open (self, line_end, end) || (self->may_grow && (gsize) (end - start) <= MEND_REACH))
    return NULL;

  gboolean padded = is_padded (self, start + 1, line_end);
  closing = !padded ? find_closing (self, start + 1, line_end, end) : NULL;
  if (closing == NULL && !padded && self->budget > 0)
    {
      const char *reach = start + MIN ((gsize) (end - start), MEND_REACH);

      self->budget -= MIN (self->budget, (gsize) (reach - start));
      closing = find_closing (self, start + 1, reach, end);
    }
  if (closing != NULL)
    {
      for (const char *p = start + 1; p < closing; p++)
        {
          g_string_append_c (self->text, *p);
          if (p[0] == self->marks.quote && p + 1 < closing && p[1] == self->marks.quote)
            p++;
        }
      return closing + 1;
    }

  const char *p = memchr (start + 1, self->marks.quote, (gsize) (line_end - start - 1));
  if (p != NULL)
    g_string_append_len (self->text, start + 1, p++ - start - 1);
  else
    p = start;
  for (; p < line_end && *p != self->marks.delimiter; p++)
    g_string_append_c (self->text, *p);

  return p;
}

static const char *
read_cell (GfCsvCut   *self,
           const char *p,
           const char *end,
           gboolean   *broken)
{
  if (p < end && *p == self->marks.quote)
    {
      gboolean open;
      const char *after = read_quoted (self, p, end, &open);

      if (after != NULL || open)
        return after;
      *broken = TRUE;
      return mend_quoted (self, p, end);
    }

  const char *start = p;
  while (p < end && *p != self->marks.delimiter && !_gf_csv_is_line_end (*p))
    p++;
  g_string_append_len (self->text, start, p - start);

  return is_open (self, p, end) ? NULL : p;
}

/* Reads what is not quoted, up to a delimiter or a line end that is not escaped. */
static const char *
read_bare_escaped (GfCsvCut   *self,
                   const char *p,
                   const char *end)
{
  const char *start = p;
  gsize before = self->text->len;

  while (p < end && *p != self->marks.delimiter && !_gf_csv_is_line_end (*p))
    {
      p += *p == self->marks.escape && p + 1 < end;
      g_string_append_c (self->text, *p++);
    }
  /* The sign of databases for no value is no escaped N. */
  if (p - start == 2 && start[0] == '\\' && start[1] == 'N' && before + 1 == self->text->len)
    {
      g_string_truncate (self->text, before);
      g_string_append_len (self->text, start, 2);
    }

  return is_open (self, p, end) ? NULL : p;
}

/* Reads a cell in which marks are escaped (or doubled). Text behind the closing mark belongs to the
   cell, which is then broken; over a line end that cannot be meant, nor can a mark that is never
   closed: such a mark is text. */
static const char *
read_quoted_escaped (GfCsvCut   *self,
                     const char *start,
                     const char *end,
                     gboolean   *broken)
{
  gsize before = self->text->len;
  gboolean over_line_end = FALSE;
  const char *p = start + 1;

  while (p < end && (gsize) (p - start) < QUOTED_REACH)
    {
      if (*p != self->marks.quote)
        {
          over_line_end |= _gf_csv_is_line_end (*p);
          p += *p == self->marks.escape && p + 1 < end;
          g_string_append_c (self->text, *p++);
          continue;
        }
      if (p + 1 < end && p[1] == self->marks.quote)
        {
          g_string_append_c (self->text, *p);
          p += 2;
          continue;
        }
      p++;
      if (is_open (self, p, end))
        return NULL;
      if (ends_cell (self, p, end))
        return p;
      *broken = TRUE;
      if (!over_line_end)
        return read_bare_escaped (self, p, end);
      break;
    }
  if (!*broken && is_open (self, p, end))
    return NULL;
  *broken = TRUE;
  g_string_truncate (self->text, before);

  return read_bare_escaped (self, start, end);
}

/* Cuts the record at @p. Returns its line end, or @end if it is the last; %NULL if more text is
   needed. */
const char *
_gf_csv_cut_record (GfCsvCut   *self,
                    const char *p,
                    const char *end)
{
  gboolean escaped = self->marks.escape != self->marks.quote;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->ends, 0);
  g_array_set_size (self->broken, 0);
  for (;; p++)
    {
      gboolean broken = FALSE;

      if (!escaped)
        p = read_cell (self, p, end, &broken);
      else if (p < end && *p == self->marks.quote)
        p = read_quoted_escaped (self, p, end, &broken);
      else
        p = read_bare_escaped (self, p, end);
      if (p == NULL || is_open (self, p, end))
        return NULL;
      g_array_append_val (self->ends, self->text->len);
      g_array_append_val (self->broken, broken);
      if (p == end || *p != self->marks.delimiter)
        return p;
    }
}

/* Tells the handler of the record. */
void
_gf_csv_cut_tell (const GfCsvCut     *self,
                  const GfCsvHandler *handler,
                  gpointer            user_data)
{
  gsize start = 0;

  _gf_csv_make_room (self->text);
  for (guint i = 0; i < self->ends->len; i++)
    {
      gsize end = g_array_index (self->ends, gsize, i);
      const char *text = self->text->str + start;

      if (g_array_index (self->broken, gboolean, i))
        handler->broken (text, end - start, user_data);
      handler->cell (text, end - start, user_data);
      start = end;
    }
  handler->row (user_data);
}
