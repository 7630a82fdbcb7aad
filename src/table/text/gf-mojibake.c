/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-mojibake.h"

#include "gf-encoding-private.h"

#include <string.h>

/* Of what windows-1252 has from 0x80 to 0x9f; 0 where it has nothing. */
static const gunichar specials[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178,
};

/* The byte of windows-1252 that a character stands for, 0 for none above ASCII. */
static guint8
get_byte (gunichar c)
{
  if (c >= 0x80 && c <= 0xff)
    return (guint8) c;
  for (guint i = 0; c > 0xff && i < G_N_ELEMENTS (specials); i++)
    if (specials[i] == c)
      return (guint8) (0x80 + i);

  return 0;
}

/* Whether a sequence begins at @p. Returns its bytes, 0 if none does, -1 if more text is needed to
   tell. */
static int
read_sequence (const char *p,
               const char *end,
               gunichar   *mended)
{
  guint8 bytes[4];
  const char *at = p;

  for (guint n = 0; n < G_N_ELEMENTS (bytes);)
    {
      gunichar c = at < end ? g_utf8_get_char_validated (at, end - at) : (gunichar) -2;

      if (c == (gunichar) -2)
        return -1;
      if (c == (gunichar) -1 || (bytes[n] = get_byte (c)) == 0)
        return 0;
      at = g_utf8_next_char (at);

      int length = _gf_utf8_sequence_length (bytes, ++n);
      if (length == 0)
        return 0;
      if (length < 0)
        continue;
      *mended = g_utf8_get_char_validated ((const char *) bytes, length);

      return *mended >= 0xa0 && g_unichar_isdefined (*mended) ? (int) (at - p) : 0;
    }

  return 0;
}

/* The next place from @p where a sequence can begin: at a character from U+00C0 to U+00FF. */
static const char *
find_start (const char *p,
            const char *end)
{
  p = memchr (p, GF_MOJIBAKE_BYTE, (gsize) (end - p));

  return p != NULL ? p : end;
}

static gboolean
is_ascii (const char *p,
          const char *end)
{
  for (; p < end; p++)
    if ((guint8) *p >= 0x80)
      return FALSE;

  return TRUE;
}

/**
 * gf_mojibake_dup_mended:
 * @text: a text, UTF-8
 * @length: its bytes
 *
 * Mends a text that surely was read wrongly: all in it that is not ASCII is sequences.
 *
 * Returns: (transfer full) (nullable): the mended text, %NULL when there is nothing to mend, or a
 *   doubt
 */
char *
gf_mojibake_dup_mended (const char *text,
                        gsize       length)
{
  const char *end = text + length;
  const char *start = find_start (text, end);
  GString *mended;

  if (start == end || !is_ascii (text, start))
    return NULL;

  mended = g_string_new_len (text, (gssize) (start - text));
  while (start < end)
    {
      gunichar c;
      int n = read_sequence (start, end, &c);
      const char *next = n > 0 ? find_start (start + n, end) : end;

      if (n <= 0 || !is_ascii (start + n, next))
        {
          g_string_free (mended, TRUE);
          return NULL;
        }
      g_string_append_unichar (mended, c);
      g_string_append_len (mended, start + n, (gssize) (next - start - n));
      start = next;
    }

  return g_string_free (mended, FALSE);
}

/**
 * gf_mojibake_mend:
 * @text: (inout): UTF-8
 * @last: whether no text comes behind it
 * @bad: (element-type GfBadByte) (inout): places in the text, which move with it
 *
 * Mends all sequences of a text, in place.
 *
 * Returns: how many bytes are done; those behind them may be the beginning of a sequence, and have to
 *   be given again with what follows
 */
gsize
gf_mojibake_mend (GString *text,
                  gboolean last,
                  GArray  *bad)
{
  const char *end = text->str + text->len;
  const char *from = text->str;
  char *to = text->str;
  guint next_bad = 0;

  for (;;)
    {
      const char *start = find_start (from, end);
      gunichar c;
      int n = start < end ? read_sequence (start, end, &c) : 0;
      /* A character that begins none is passed over whole. */
      const char *behind = start == end || (n < 0 && !last) || n > 0 ? start
                                                                   : start + MIN (end - start, 2);

      for (; next_bad < bad->len; next_bad++)
        {
          GfBadByte *byte = &g_array_index (bad, GfBadByte, next_bad);

          if (byte->offset >= (gsize) (behind - text->str))
            break;
          byte->offset -= (gsize) (from - to);
        }
      memmove (to, from, (gsize) (behind - from));
      to += behind - from;
      from = behind;
      if (from == end || (n < 0 && !last))
        break;
      if (n > 0)
        {
          to += g_unichar_to_utf8 (c, to);
          from += n;
        }
    }

  gsize done = (gsize) (to - text->str);
  memmove (to, from, (gsize) (end - from));
  g_string_truncate (text, done + (gsize) (end - from));

  return done;
}
