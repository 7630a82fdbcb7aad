/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-list-reader.h"

#include "gf-text.h"

#include <string.h>

static gboolean
unwrap (const char **text,
        gsize       *length,
        char         open,
        char         close)
{
  if (*length < 2 || **text != open || (*text)[*length - 1] != close)
    return FALSE;

  (*text)++;
  *length -= 2;
  gf_text_trim (text, length);

  return TRUE;
}

/* The quotation mark that closes the one at the start; a doubled one stands for itself. */
static const char *
find_closing (const char *p,
              const char *end)
{
  for (p++; p < end; p++)
    if (*p == '"')
      {
        if (p + 1 == end || p[1] != '"')
          return p;
        p++;
      }

  return NULL;
}

/**
 * gf_list_reader_init:
 * @self: (out): a reader
 * @text: the text of a cell; it must stay as long as the reader is used
 * @length: its bytes
 * @separator: what is between the members
 * @quoted: whether members are in quotation marks of their own
 *
 * Begins to read a list.
 */
void
gf_list_reader_init (GfListReader *self,
                     const char   *text,
                     gsize         length,
                     char          separator,
                     gboolean      quoted)
{
  gf_text_trim (&text, &length);
  if (unwrap (&text, &length, '[', ']'))
    quoted |= length > 0 && *text == '"';
  else if (!quoted)
    unwrap (&text, &length, '"', '"');

  *self = (GfListReader) { text, text + length, separator, quoted };
}

/**
 * gf_list_reader_next:
 * @self: a reader
 * @member: (out): the next member, trimmed and without quotation marks around it; may be empty
 * @length: (out): its bytes
 *
 * Returns: whether there was one more
 */
gboolean
gf_list_reader_next (GfListReader  *self,
                     const char   **member,
                     gsize         *length)
{
  if (self->at == NULL)
    return FALSE;

  const char *from = self->at;
  const char *start = from;
  gsize size = (gsize) (self->end - from);

  gf_text_trim (&start, &size);
  const char *closing = self->quoted && size > 1 && *start == '"'
                          ? find_closing (start, self->end) : NULL;
  if (closing != NULL)
    from = closing;

  const char *stop = memchr (from, self->separator, (gsize) (self->end - from));
  *member = self->at;
  *length = (gsize) ((stop != NULL ? stop : self->end) - self->at);
  self->at = stop != NULL ? stop + 1 : NULL;
  gf_text_trim (member, length);
  if (self->quoted)
    unwrap (member, length, '"', '"');

  return TRUE;
}

/**
 * gf_list_has_quoted_members:
 * @cells: the texts of a column
 * @separator: what is between the members
 *
 * Says whether the members are in quotation marks, each its own: some cell has a mark on both
 * sides of a separator. Asks the first thousand texts.
 *
 * Returns: whether they are
 */
gboolean
gf_list_has_quoted_members (const GfCells *cells,
                            char           separator)
{
  gsize n_texts = MIN (gf_cells_get_n_texts (cells), 1024);

  for (gsize i = 0; i < n_texts; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (cells, i, &length);

      gf_text_trim (&text, &length);
      if (length < 5 || *text != '"')
        continue;

      const char *end = text + length;
      const char *p = find_closing (text, end);
      for (p = p != NULL ? p + 1 : end; p < end && *p == ' ';)
        p++;
      if (p >= end || *p != separator)
        continue;
      for (p++; p < end && *p == ' ';)
        p++;
      if (p < end && *p == '"')
        return TRUE;
    }

  return FALSE;
}
