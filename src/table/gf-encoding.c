/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-encoding.h"

#include "gf-table-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#define REPLACEMENT "\357\277\275"

struct _GfDecoder
{
  GIConv converter;      /* unused for UTF-8 */
  gboolean utf8;
  guint unit;            /* bytes of a code unit: what to skip when one is bad */
  guint8 pending[16];    /* an unfinished character from the call before */
  gsize n_pending;
};

static const struct
{
  const char *encoding;
  guint8 bytes[4];
  gsize length;
} marks[] = {
  { "UTF-32LE", { 0xff, 0xfe, 0x00, 0x00 }, 4 },
  { "UTF-32BE", { 0x00, 0x00, 0xfe, 0xff }, 4 },
  { "UTF-8", { 0xef, 0xbb, 0xbf }, 3 },
  { "UTF-16LE", { 0xff, 0xfe }, 2 },
  { "UTF-16BE", { 0xfe, 0xff }, 2 },
};

/* The length of the valid UTF-8 sequence at @p: 0 when invalid, -1 when it goes on behind @n
   bytes. */
static int
sequence_length (const guint8 *p,
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

typedef struct
{
  gsize n_valid;      /* sequences of many bytes */
  gsize n_invalid;    /* bytes that are part of none */
  gsize n_high;       /* bytes above ASCII */
  gsize n_letters;    /* ASCII letters */
} Utf8Census;

static Utf8Census
take_census (const guint8 *bytes,
             gsize         length,
             gboolean      whole)
{
  Utf8Census census = { 0 };

  for (gsize i = 0; i < length;)
    {
      if (bytes[i] < 0x80)
        {
          census.n_letters += g_ascii_isalpha (bytes[i]);
          i++;
          continue;
        }

      int n = sequence_length (bytes + i, length - i);
      if (n < 0 && !whole)
        break;
      census.n_high += n > 0 ? (gsize) n : 1;
      if (n > 0)
        census.n_valid++;
      else
        census.n_invalid++;
      i += n > 0 ? (gsize) n : 1;
    }

  return census;
}

/* UTF-16 without its mark: nearly all characters of a table are ASCII, so every other byte is 0. */
static const char *
guess_utf16 (const guint8 *bytes,
             gsize         length)
{
  gsize n_pairs = MIN (length, 4096) / 2;
  gsize n_even = 0, n_odd = 0;

  for (gsize i = 0; i < n_pairs; i++)
    {
      n_even += bytes[2 * i] == 0;
      n_odd += bytes[2 * i + 1] == 0;
    }
  if (n_pairs < 3)
    return NULL;
  if (n_odd * 10 > n_pairs * 7 && n_even * 20 < n_pairs)
    return "UTF-16LE";
  if (n_even * 10 > n_pairs * 7 && n_odd * 20 < n_pairs)
    return "UTF-16BE";

  return NULL;
}

static const char *
ask_detector (const guint8     *bytes,
              gsize             length,
              const Utf8Census *census)
{
  static const char * const many_bytes[] = {
    "SHIFT_JIS", "EUC-JP", "EUC-KR", "EUC-TW", "BIG5", "GB18030", "GB2312", "ISO-2022-JP",
    "ISO-2022-KR", "UHC", "HZ-GB-2312", "JOHAB",
  };
  const char *answer;
  uchardet_t detector = uchardet_new ();

  uchardet_handle_data (detector, (const char *) bytes, length);
  uchardet_data_end (detector);
  answer = g_intern_string (uchardet_get_charset (detector));
  uchardet_delete (detector);

  for (gsize i = 0; i < G_N_ELEMENTS (many_bytes); i++)
    if (g_ascii_strcasecmp (answer, many_bytes[i]) == 0)
      return g_ascii_strcasecmp (answer, "SHIFT_JIS") == 0 ? "Shift_JIS" : answer;

  /* In a Latin script a few letters have accents; in another nearly all are above ASCII. */
  if (census->n_high > 20 && census->n_high * 2 > census->n_letters)
    {
      static const char * const others[] = {
        "WINDOWS-125", "ISO-8859-", "KOI8-", "TIS-620", "IBM8", "MAC-",
      };

      for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
        if (g_ascii_strncasecmp (answer, others[i], strlen (others[i])) == 0)
          return answer;
    }
  /* Central European letters need a fair number to be told from western ones. */
  if (census->n_high > 100 && (g_ascii_strcasecmp (answer, "WINDOWS-1250") == 0 ||
                               g_ascii_strcasecmp (answer, "ISO-8859-2") == 0 ||
                               g_ascii_strcasecmp (answer, "WINDOWS-1254") == 0))
    return answer;

  return "windows-1252";
}

/**
 * gf_encoding_guess:
 * @bytes: the beginning of the file
 * @length: how many bytes
 * @whole: whether that is the whole file
 * @bom_length: (out): the bytes of its byte order mark, 0 without one
 *
 * Guesses the encoding. A file that is UTF-8 but for single bytes (one bad for four good
 * characters or more) is UTF-8 all the same.
 *
 * Returns: the IANA name; a static string
 */
const char *
gf_encoding_guess (const guint8 *bytes,
                   gsize         length,
                   gboolean      whole,
                   gsize        *bom_length)
{
  *bom_length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      {
        *bom_length = marks[i].length;
        return marks[i].encoding;
      }

  const char *utf16 = guess_utf16 (bytes, length);
  if (utf16 != NULL)
    return utf16;

  Utf8Census census = take_census (bytes, length, whole);
  if (census.n_invalid == 0 || census.n_valid >= census.n_invalid * 4)
    return "UTF-8";

  return ask_detector (bytes, length, &census);
}

/**
 * gf_encoding_get_bom:
 * @encoding: an encoding's name
 * @bytes: the beginning of the file
 * @length: how many bytes
 *
 * Returns: how many bytes the byte order mark of that encoding takes there, 0 if it is not there
 */
gsize
gf_encoding_get_bom (const char   *encoding,
                     const guint8 *bytes,
                     gsize         length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strcasecmp (marks[i].encoding, encoding) == 0 && length >= marks[i].length &&
        memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      return marks[i].length;

  return 0;
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
  self->unit = 1;
  if (g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0)
    self->unit = 2;
  else if (g_ascii_strncasecmp (encoding, "UTF-32", 6) == 0)
    self->unit = 4;
  self->converter = (GIConv) -1;
  if (!self->utf8)
    {
      self->converter = g_iconv_open ("UTF-8", encoding);
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

      int n = sequence_length (bytes + i, length - i);
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
