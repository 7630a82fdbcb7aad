/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-encoding-private.h"

#include <string.h>
#include <uchardet.h>

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

static gboolean
is_letter (const guint8 *bytes,
           gsize         length,
           gsize         at)
{
  return at < length && (g_ascii_isalpha (bytes[at]) || bytes[at] >= 0x80);
}

/* How many bytes are, in that encoding of single bytes, a small letter of western languages within a
   word. */
static gsize
count_western (const guint8 *bytes,
               gsize         length,
               const char   *encoding)
{
  static const char letters[] = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýß";
  gboolean western[256] = { FALSE };
  gsize n = 0;

  for (int byte = 0x80; byte <= 0xff; byte++)
    {
      char text = (char) byte;
      g_autofree char *character = g_convert (&text, 1, "UTF-8", encoding, NULL, NULL, NULL);

      western[byte] = character != NULL && *character != '\0' &&
                      strstr (letters, character) != NULL;
    }
  for (gsize i = 0; i < length; i++)
    n += western[bytes[i]] && (is_letter (bytes, length, i + 1) ||
                               (i > 0 && is_letter (bytes, length, i - 1)));

  return n;
}

/* Tells the encodings of western Europe apart, which detectors take for each other: those of old
   Macs and of DOS have the letters in other places; the euro tells ISO-8859-15; Turkish has six
   letters in the places of Icelandic ones. */
static const char *
guess_western (const guint8 *bytes,
               gsize         length)
{
  static const char turkish[] = "\320\335\336\360\375\376";
  static const char icelandic[] = "\301\315\323\332\341\346\355\363\372";
  static const char * const others[] = { "macintosh", "IBM850" };
  gsize n_western = count_western (bytes, length, "windows-1252");
  gsize n_turkish = 0, n_icelandic = 0, n_control = 0, n_euro = 0, n_high = 0;

  const char *best = NULL;
  gsize n_best = MAX (2, 2 * n_western);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gsize n = count_western (bytes, length, others[i]);
      if (n > n_best)
        {
          best = others[i];
          n_best = n;
        }
    }
  if (best != NULL)
    return best;

  for (gsize i = 0; i < length; i++)
    {
      guint8 c = bytes[i];

      n_high += c >= 0xc0;
      n_control += c >= 0x80 && c < 0xa0;
      n_euro += c == 0xa4;
      n_turkish += c != 0 && strchr (turkish, (char) c) != NULL;
      n_icelandic += c != 0 && strchr (icelandic, (char) c) != NULL;
    }
  if (n_turkish >= 3 && n_turkish * 4 > n_high && n_icelandic * 10 < n_turkish)
    return "windows-1254";
  if (n_euro > 0 && n_control == 0)
    return "ISO-8859-15";

  return "windows-1252";
}

/* Whether letters that the ISO encoding of central Europe has elsewhere than that of Windows are
   there: as signs of the latter (as in "\251") they would not stand in words. */
static gboolean
is_iso_central (const guint8 *bytes,
                gsize         length)
{
  static const char letters[] = "\246\251\254\256\266";
  gboolean found = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] >= 0x80 && bytes[i] < 0xa0)
        return FALSE;
      found |= bytes[i] >= 0x80 && strchr (letters, (char) bytes[i]) != NULL &&
               is_letter (bytes, length, i + 1);
    }

  return found;
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
    {
      if (g_ascii_strcasecmp (answer, "WINDOWS-1250") == 0 && is_iso_central (bytes, length))
        return "ISO-8859-2";

      return answer;
    }

  return guess_western (bytes, length);
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
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strcasecmp (marks[i].encoding, encoding) == 0 && length >= marks[i].length &&
        memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
      return marks[i].length;

  return 0;
}

