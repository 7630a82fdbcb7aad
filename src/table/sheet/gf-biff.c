/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-biff.h"

#include <string.h>

#define HEAD 4

/**
 * gf_biff_records_init:
 * @self: (out): records
 * @data: (array length=size): a stream, which outlives them
 * @size: its bytes
 * @at: where the first record is
 *
 * Stands before the first record.
 */
void
gf_biff_records_init (GfBiffRecords *self,
                      const guint8  *data,
                      gsize          size,
                      gsize          at)
{
  *self = (GfBiffRecords) { .data = data, .size = size, .at = MIN (at, size) };
}

/**
 * gf_biff_records_next:
 * @self: records
 *
 * Goes to the next record.
 *
 * Returns: whether there was a whole one
 */
gboolean
gf_biff_records_next (GfBiffRecords *self)
{
  if (self->size - self->at < HEAD)
    return FALSE;

  const guint8 *p = self->data + self->at;
  gsize length = (gsize) (p[2] | p[3] << 8);
  if (self->size - self->at - HEAD < length)
    {
      self->broken = TRUE;
      return FALSE;
    }
  self->id = (guint16) (p[0] | p[1] << 8);
  self->bytes = p + HEAD;
  self->length = length;
  self->at += HEAD + length;

  return TRUE;
}

/**
 * gf_biff_get_u16:
 * @self: records, at one
 * @offset: in its bytes
 *
 * Returns: the number there, 0 behind the end
 */
guint16
gf_biff_get_u16 (const GfBiffRecords *self,
                 gsize                offset)
{
  if (offset + 2 > self->length)
    return 0;

  return (guint16) (self->bytes[offset] | self->bytes[offset + 1] << 8);
}

/**
 * gf_biff_get_u32:
 * @self: records, at one
 * @offset: in its bytes
 *
 * Returns: the number there, 0 behind the end
 */
guint32
gf_biff_get_u32 (const GfBiffRecords *self,
                 gsize                offset)
{
  return offset + 4 > self->length ? 0 : gf_biff_get_u16 (self, offset) |
                                         (guint32) gf_biff_get_u16 (self, offset + 2) << 16;
}

static double
make_double (guint64 bits)
{
  double value;

  memcpy (&value, &bits, sizeof value);

  return value;
}

/**
 * gf_biff_get_double:
 * @self: records, at one
 * @offset: in its bytes
 *
 * Returns: the number there, 0 behind the end
 */
double
gf_biff_get_double (const GfBiffRecords *self,
                    gsize                offset)
{
  if (offset + 8 > self->length)
    return 0;

  return make_double (gf_biff_get_u32 (self, offset) |
                      (guint64) gf_biff_get_u32 (self, offset + 4) << 32);
}

/**
 * gf_biff_get_rk:
 * @self: records, at one
 * @offset: in its bytes
 *
 * Reads a number that was packed into 30 bits: whole, or the upper bits of a double; perhaps times a
 * hundred. ([MS-XLS] 2.5.217.)
 *
 * Returns: the number there, 0 behind the end
 */
double
gf_biff_get_rk (const GfBiffRecords *self,
                gsize                offset)
{
  guint32 bits = gf_biff_get_u32 (self, offset);
  double value = (bits & 2) != 0 ? (double) ((gint32) bits >> 2)
                                 : make_double ((guint64) (bits & 0xfffffffcu) << 32);

  return (bits & 1) != 0 ? value / 100 : value;
}

/**
 * gf_biff_body_init:
 * @self: (out): a body
 * @record: records, at the one to be read
 * @offset: in its bytes
 *
 * Begins to read a record and what continues it.
 */
void
gf_biff_body_init (GfBiffBody          *self,
                   const GfBiffRecords *record,
                   gsize                offset)
{
  *self = (GfBiffBody) { .rest = *record, .at = record->bytes + MIN (offset, record->length),
                         .end = record->bytes + record->length };
}

/* Goes on in the next record when this one is read. FALSE when nothing continues it. */
static gboolean
go_on (GfBiffBody *self)
{
  while (self->at == self->end)
    {
      if (!gf_biff_records_next (&self->rest) || self->rest.id != GF_BIFF_CONTINUE)
        {
          /* Another record: it is not looked at again. */
          self->rest.at = self->rest.size;
          self->over = TRUE;
          return FALSE;
        }
      self->at = self->rest.bytes;
      self->end = self->rest.bytes + self->rest.length;
    }

  return TRUE;
}

/**
 * gf_biff_body_is_at_end:
 * @self: a body
 *
 * Returns: whether there is no byte more
 */
gboolean
gf_biff_body_is_at_end (GfBiffBody *self)
{
  return self->over || !go_on (self);
}

/**
 * gf_biff_body_read:
 * @self: a body
 * @n_bytes: 1 to 4
 *
 * Returns: the next number of so many bytes
 */
guint32
gf_biff_body_read (GfBiffBody *self,
                   guint       n_bytes)
{
  guint32 number = 0;

  for (guint i = 0; i < n_bytes && go_on (self); i++)
    number |= (guint32) *self->at++ << (8 * i);

  return number;
}

static void
skip (GfBiffBody *self,
      guint64     n_bytes)
{
  while (n_bytes > 0 && go_on (self))
    {
      gsize step = MIN (n_bytes, (gsize) (self->end - self->at));

      self->at += step;
      n_bytes -= step;
    }
}

/* Appends a character of UTF-16; the first half of a pair waits in @half. */
static void
append_unit (GString  *out,
             guint32   unit,
             guint32  *half)
{
  if (*half != 0 && unit >= 0xdc00 && unit <= 0xdfff)
    {
      g_string_append_unichar (out, 0x10000 + ((*half - 0xd800) << 10) + (unit - 0xdc00));
      *half = 0;
      return;
    }
  if (*half != 0)
    g_string_append_unichar (out, 0xfffd);
  *half = 0;
  if (unit >= 0xd800 && unit <= 0xdbff)
    *half = unit;
  else
    g_string_append_unichar (out, unit >= 0xdc00 && unit <= 0xdfff ? 0xfffd : unit);
}

/**
 * gf_biff_body_read_wide:
 * @self: a body, before the byte that tells of the string
 * @n_letters: its length
 * @out: where to append it
 *
 * Reads a string of Excel 97 or later, and passes over what is said of its letters' looks.
 * ([MS-XLS] 2.5.293.)
 */
void
gf_biff_body_read_wide (GfBiffBody *self,
                        guint       n_letters,
                        GString    *out)
{
  guint8 flags = (guint8) gf_biff_body_read (self, 1);
  guint64 n_runs = (flags & 8) != 0 ? gf_biff_body_read (self, 2) : 0;
  guint64 n_more = (flags & 4) != 0 ? gf_biff_body_read (self, 4) : 0;
  guint32 half = 0;

  while (n_letters > 0)
    {
      if (self->at == self->end)
        {
          if (!go_on (self))
            break;
          flags = *self->at++;
          continue;
        }
      if ((flags & 1) != 0 && self->end - self->at < 2)
        {
          self->at = self->end;
          continue;
        }

      guint32 unit = *self->at++;
      if ((flags & 1) != 0)
        unit |= (guint32) *self->at++ << 8;
      append_unit (out, unit, &half);
      n_letters--;
    }
  if (half != 0)
    g_string_append_unichar (out, 0xfffd);
  skip (self, 4 * n_runs + n_more);
}

/**
 * gf_biff_body_read_bytes:
 * @self: a body
 * @n_bytes: how many
 * @encoding: in which
 * @out: where to append the text
 *
 * Reads a string of Excel 95 or before.
 */
void
gf_biff_body_read_bytes (GfBiffBody *self,
                         guint       n_bytes,
                         const char *encoding,
                         GString    *out)
{
  g_autoptr (GString) raw = g_string_new (NULL);

  for (guint i = 0; i < n_bytes && go_on (self); i++)
    g_string_append_c (raw, (char) *self->at++);

  g_autofree char *text = g_convert_with_fallback (raw->str, (gssize) raw->len, "UTF-8", encoding, "?",
                                                   NULL, NULL, NULL);
  if (text == NULL)
    text = g_convert (raw->str, (gssize) raw->len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  if (text != NULL)
    g_string_append (out, text);
}
