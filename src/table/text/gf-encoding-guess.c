/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-encoding-private.h"

#include "gf-mojibake.h"

#include "gf-encoding-latin.h"

#include <string.h>
#include <uchardet.h>

#define LEAST_LATIN 1.5 /* mean logarithm of the weights of letters, see gf-encoding-latin.c */

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

      int n = _gf_utf8_sequence_length (bytes + i, length - i);
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

/* Whether there are line ends of UTF-16 with the zeros at @zero of each pair, and hardly a zero
   anywhere else. */
static gboolean
has_wide_line_ends (const guint8 *bytes,
                    gsize         n_pairs,
                    guint         zero)
{
  gsize n_ends = 0, n_zero = 0, n_stray = 0;

  for (gsize i = 0; i < n_pairs; i++)
    {
      guint8 low = bytes[2 * i + 1 - zero], high = bytes[2 * i + zero];

      n_zero += high == 0;
      n_stray += low == 0;
      n_ends += high == 0 && (low == '\n' || low == '\r');
    }

  return n_ends > 0 && n_zero >= 3 && n_stray * 10 <= n_zero;
}

/* UTF-32 without its mark: of the four bytes of every character the highest is 0, and mostly two more. */
static const char *
guess_utf32 (const guint8 *bytes,
             gsize         length)
{
  gsize n_units = MIN (length, 4096) / 4;
  gsize n_little = 0, n_big = 0;

  if (n_units < 3)
    return NULL;
  for (gsize i = 0; i < n_units; i++)
    {
      const guint8 *unit = bytes + 4 * i;

      n_little += unit[0] != 0 && unit[1] <= 0xd7 && unit[2] <= 0x10 && unit[3] == 0;
      n_big += unit[3] != 0 && unit[2] <= 0xd7 && unit[1] <= 0x10 && unit[0] == 0;
    }
  if (n_little == n_units && bytes[2] == 0 && n_big < n_units)
    return "UTF-32LE";
  if (n_big == n_units && bytes[1] == 0 && n_little < n_units)
    return "UTF-32BE";

  return NULL;
}

/* UTF-16 without its mark: nearly all characters of a table are ASCII, so that every other byte is
   0; at least delimiters and line ends are. */
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
  if (has_wide_line_ends (bytes, n_pairs, 1))
    return "UTF-16LE";
  if (has_wide_line_ends (bytes, n_pairs, 0))
    return "UTF-16BE";

  return NULL;
}

/* Encodings of mail that shift to other sets by escapes, in bytes that are ASCII. */
static const char *
guess_shifting (const guint8 *bytes,
                gsize         length)
{
  static const struct
  {
    const char *escape;
    const char *encoding;
  } escapes[] = {
    { "\033$B", "ISO-2022-JP" },
    { "\033$@", "ISO-2022-JP" },
    { "\033(J", "ISO-2022-JP" },
    { "\033$)C", "ISO-2022-KR" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (memmem (bytes, length, escapes[i].escape, strlen (escapes[i].escape)) != NULL)
      return escapes[i].encoding;

  return NULL;
}

/* Euro signs where windows-1252 has a sign that is used nowhere, and no sign of its own. */
static gboolean
has_iso_euro (const guint8 *bytes,
              gsize         length)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] >= 0x80 && bytes[i] < 0xa0)
        return FALSE;
      found |= bytes[i] == 0xa4;
    }

  return found;
}

/* Whether every byte is part of a character there, but for a character that is cut off at the end. */
static gboolean
can_be (const guint8 *bytes,
        gsize         length,
        const char   *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_convert ((const char *) bytes, (gssize) length, "UTF-8", encoding, NULL, NULL, &error);

  return text != NULL || g_error_matches (error, G_CONVERT_ERROR, G_CONVERT_ERROR_PARTIAL_INPUT);
}

/* A few words of Japanese, which a detector does not dare to name: pairs that begin with bytes that are used for hardly
 * anything else. */
static gboolean
is_shift_jis (const guint8 *bytes,
              gsize         length)
{
  gsize n_pairs = 0;

  for (gsize i = 0; i + 1 < length; i++)
    if (bytes[i] >= 0x81)
      {
        n_pairs += bytes[i] <= 0x9f;
        i++;
      }

  return n_pairs >= 3 && can_be (bytes, length, "Shift_JIS");
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

  /* A script of its own has nearly all letters above ASCII, and they make no words of a Latin one. */
  double likeness;
  const char *latin = _gf_encoding_guess_latin (bytes, length, &likeness);

  if (likeness < LEAST_LATIN || (census->n_high > 20 && census->n_high * 2 > census->n_letters))
    {
      static const char * const others[] = {
        "windows-1251", "windows-1253", "windows-1255", "windows-1256", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7",
        "ISO-8859-8", "ISO-8859-11", "KOI8-R", "KOI8-U", "TIS-620", "IBM855", "IBM862", "IBM866", "MAC-CYRILLIC",
      };

      for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
        if (g_ascii_strcasecmp (answer, others[i]) == 0 && can_be (bytes, length, others[i]))
          return others[i];
    }
  if (likeness < LEAST_LATIN && is_shift_jis (bytes, length))
    return "Shift_JIS";

  return g_str_equal (latin, "windows-1252") && has_iso_euro (bytes, length) ? "ISO-8859-15" : latin;
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

  const char *utf32 = guess_utf32 (bytes, length);
  if (utf32 != NULL)
    return utf32;

  const char *utf16 = guess_utf16 (bytes, length);
  if (utf16 != NULL)
    return utf16;

  const char *shifting = guess_shifting (bytes, length);
  if (shifting != NULL)
    return shifting;

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
  if (strcmp (encoding, GF_ENCODING_TWICE) == 0)
    encoding = "UTF-8";
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strcasecmp (marks[i].encoding, encoding) == 0 && length >= marks[i].length &&
        memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      return marks[i].length;

  return 0;
}

