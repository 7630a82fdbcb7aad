/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-encoding-private.h"

#include "gf-mojibake.h"
#include "gf-table-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT "\357\277\275"

struct _GfDecoder
{
  GIConv converter;      /* unused for UTF-8 */
  gboolean utf8;
  guint unit;            /* bytes of a code unit: what to skip when one is bad */
  guint8 pending[16];    /* an unfinished character from the call before */
  gsize n_pending;
  GString *broken;       /* of GF_ENCODING_TWICE: what is not yet mended; NULL for others */
};

/* The length of the valid UTF-8 sequence at @p: 0 when invalid, -1 when it goes on behind @n
   bytes. */
int
_gf_utf8_sequence_length (const guint8 *p,
                          gsize         n)
{
  guint8 c = p[0];
  guint8 low = 0x80, high = 0xbf;
  int length;

  if (c < 0x80)
    return 1;
  if (c >= 0xc2 && c <= 0xdf)
    length = 2;
  else if (c >= 0xe0 && c <= 0xef)
    length = 3;
  else if (c >= 0xf0 && c <= 0xf4)
    length = 4;
  else
    return 0;

  if (c == 0xe0)
    low = 0xa0;
  else if (c == 0xed)
    high = 0x9f;
  else if (c == 0xf0)
    low = 0x90;
  else if (c == 0xf4)
    high = 0x8f;
  for (int i = 1; i < length; i++)
    {
      if ((gsize) i >= n)
        return -1;
      if (p[i] < low || p[i] > high)
        return 0;
      low = 0x80;
      high = 0xbf;
    }

  return length;
}

/* How many bytes from the start are ASCII. */
static gsize
ascii_run (const guint8 *p,
           gsize         n)
{
  gsize i = 0;

  for (; i + 8 <= n; i += 8)
    {
      guint64 word;

      memcpy (&word, p + i, 8);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (i < n && p[i] < 0x80)
    i++;

  return i;
}

/**
 * gf_encoding_is_utf8:
 * @encoding: an encoding's name
 *
 * Returns: whether it is UTF-8 or its subset ASCII
 */
gboolean
gf_encoding_is_utf8 (const char *encoding)
{
  static const char * const names[] = { "UTF-8", "UTF8", "US-ASCII", "ASCII" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (encoding, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Opens the converter of what programs really write under a name, where that has more characters
   than the standard of the name. */
static GIConv
open_converter (const char *encoding)
{
  static const struct
  {
    const char *name;
    const char *wider;
  } wider[] = {
    { "Shift_JIS", "CP932" },
    { "EUC-KR", "CP949" },
    { "GB2312", "GB18030" },
    { "GBK", "GB18030" },
    { "ISO-8859-1", "windows-1252" },
    { "TIS-620", "CP874" },
  };
  GIConv converter = (GIConv) -1;

  for (gsize i = 0; i < G_N_ELEMENTS (wider); i++)
    if (g_ascii_strcasecmp (encoding, wider[i].name) == 0)
      converter = g_iconv_open ("UTF-8", wider[i].wider);

  return converter != (GIConv) -1 ? converter : g_iconv_open ("UTF-8", encoding);
}

/**
 * gf_decoder_new:
 * @encoding: an encoding's name
 * @error: where to put that it is not known
 *
 * Makes a decoder to UTF-8.
 *
 * Returns: (transfer full): the decoder
 */
GfDecoder *
gf_decoder_new (const char *encoding,
                GError    **error)
{
  g_autofree GfDecoder *self = g_new0 (GfDecoder, 1);

  self->utf8 = gf_encoding_is_utf8 (encoding);
  if (g_ascii_strcasecmp (encoding, GF_ENCODING_TWICE) == 0)
    {
      self->utf8 = TRUE;
      self->broken = g_string_new (NULL);
    }
  self->unit = 1;
  if (g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0)
    self->unit = 2;
  else if (g_ascii_strncasecmp (encoding, "UTF-32", 6) == 0)
    self->unit = 4;
  self->converter = (GIConv) -1;
  if (!self->utf8)
    {
      self->converter = open_converter (encoding);
      if (self->converter == (GIConv) -1)
        {
          g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_ENCODING,
                       _("The encoding “%s” is not known. Choose another one, such as UTF-8 or "
                         "windows-1252."),
                       encoding);
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}

/**
 * gf_decoder_free:
 * @self: (transfer full) (nullable): a decoder
 *
 * Frees the decoder.
 */
void
gf_decoder_free (GfDecoder *self)
{
  if (self == NULL)
    return;

  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  if (self->broken != NULL)
    g_string_free (self->broken, TRUE);
  g_free (self);
}

static void
append_bad (GString *out,
            GArray  *bad,
            guint8   byte)
{
  GfBadByte entry = { out->len, byte };

  g_array_append_val (bad, entry);
  g_string_append (out, REPLACEMENT);
}

/* Copies UTF-8, replacing what is none. Returns how many bytes at the end are an unfinished
   character. */
static gsize
copy_utf8 (const guint8 *bytes,
           gsize         length,
           gboolean      last,
           GString      *out,
           GArray       *bad)
{
  gsize start = 0;
  gsize i = 0;

  for (;;)
    {
      i += ascii_run (bytes + i, length - i);
      if (i == length)
        break;

      int n = _gf_utf8_sequence_length (bytes + i, length - i);
      if (n > 0)
        {
          i += (gsize) n;
          continue;
        }
      if (n < 0 && !last)
        break;
      g_string_append_len (out, (const char *) bytes + start, (gssize) (i - start));
      append_bad (out, bad, bytes[i]);
      start = ++i;
    }
  g_string_append_len (out, (const char *) bytes + start, (gssize) (i - start));

  return length - i;
}

static gsize
convert (GfDecoder    *self,
         const guint8 *bytes,
         gsize         length,
         gboolean      last,
         GString      *out,
         GArray       *bad)
{
  char *in = (char *) bytes;
  gsize left = length;

  while (left > 0)
    {
      gsize before = out->len;
      gsize room = left * 3 + 16;

      g_string_set_size (out, before + room);
      char *to = out->str + before;
      gsize result = g_iconv (self->converter, &in, &left, &to, &room);
      int problem = errno;
      g_string_set_size (out, (gsize) (to - out->str));
      if (result != (gsize) -1 || problem == E2BIG)
        continue;
      if (problem == EINVAL && !last)
        break;

      gsize skip = MIN (left, self->unit);
      append_bad (out, bad, (guint8) *in);
      in += skip;
      left -= skip;
      g_iconv (self->converter, NULL, NULL, NULL, NULL);
    }

  return left;
}

static void
decode (GfDecoder    *self,
        const guint8 *bytes,
        gsize         length,
        gboolean      last,
        GString      *out,
        GArray       *bad)
{
  gsize left;

  if (self->n_pending > 0)
    {
      /* Finish the waiting character with as few new bytes as it takes. */
      guint8 joined[24];
      gsize n_joined = self->n_pending;

      memcpy (joined, self->pending, n_joined);
      self->n_pending = 0;
      for (left = n_joined; left > 0 && length > 0 && n_joined < sizeof joined;)
        {
          joined[n_joined++] = *bytes++;
          length--;
          left = self->utf8 ? copy_utf8 (joined, n_joined, FALSE, out, bad)
                            : convert (self, joined, n_joined, FALSE, out, bad);
          memmove (joined, joined + n_joined - left, left);
          n_joined = left;
        }
      if (left > 0 && last && length == 0)
        left = self->utf8 ? copy_utf8 (joined, left, TRUE, out, bad)
                          : convert (self, joined, left, TRUE, out, bad);
      if (left > 0)
        {
          memcpy (self->pending, joined, left);
          self->n_pending = left;
          return;
        }
    }

  left = self->utf8 ? copy_utf8 (bytes, length, last, out, bad)
                    : convert (self, bytes, length, last, out, bad);
  g_assert (left <= sizeof self->pending);
  memcpy (self->pending, bytes + length - left, left);
  self->n_pending = left;
}

/**
 * gf_decoder_decode:
 * @self: a decoder
 * @bytes: the next bytes of the file
 * @length: how many
 * @last: whether they are the last
 * @out: where to append the text
 * @bad: (element-type GfBadByte): where to append the bytes that could not be decoded
 *
 * Decodes the next bytes. An unfinished character at their end waits for the next call.
 */
void
gf_decoder_decode (GfDecoder    *self,
                   const guint8 *bytes,
                   gsize         length,
                   gboolean      last,
                   GString      *out,
                   GArray       *bad)
{
  g_autoptr (GArray) places = NULL;
  gsize before = out->len;

  if (self->broken == NULL)
    {
      decode (self, bytes, length, last, out, bad);
      return;
    }

  places = g_array_new (FALSE, FALSE, sizeof (GfBadByte));
  decode (self, bytes, length, last, self->broken, places);

  gsize done = gf_mojibake_mend (self->broken, last, places);
  g_string_append_len (out, self->broken->str, (gssize) done);
  g_string_erase (self->broken, 0, (gssize) done);
  for (guint i = 0; i < places->len; i++)
    {
      GfBadByte place = g_array_index (places, GfBadByte, i);

      place.offset += before;
      g_array_append_val (bad, place);
    }
}
