/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-text-find.h"

#include "gf-bitset-words.h"
#include "gf-cells-private.h"

#include <string.h>

#define BLOCK 16
/* A cancelled search ends after so many bytes, well under a millisecond. */
#define CHUNK ((gsize) 1 << 20)

typedef guint8 Block __attribute__ ((vector_size (BLOCK)));

/* A needle of ASCII. Letters are compared with bit 5 set, which only the two cases of a letter share. */
typedef struct
{
  const char *text;
  gsize length;
  guint8 first, first_mask;
  guint8 last, last_mask;
} Needle;

static void
needle_init (Needle     *self,
             const char *lower)
{
  self->text = lower;
  self->length = strlen (lower);
  self->first = (guint8) lower[0];
  self->first_mask = g_ascii_isalpha (lower[0]) ? 0x20 : 0;
  self->last = (guint8) lower[self->length - 1];
  self->last_mask = g_ascii_isalpha (lower[self->length - 1]) ? 0x20 : 0;
}

static gboolean
needle_is_at (const Needle *self,
              const char   *text)
{
  return g_ascii_strncasecmp (text, self->text, self->length) == 0;
}

static Block
splat (guint8 byte)
{
  Block block;

  memset (&block, byte, BLOCK);

  return block;
}

/* The first place in [start, end) where the needle stands; NULL when it does not. */
static const char *
needle_find (const Needle *self,
             const char   *start,
             const char   *end)
{
  Block first = splat (self->first), first_mask = splat (self->first_mask);
  Block last = splat (self->last), last_mask = splat (self->last_mask);
  gsize behind = self->length - 1;

  if ((gsize) (end - start) < self->length)
    return NULL;
  for (; end - start >= (gssize) (BLOCK + behind); start += BLOCK)
    {
      Block a, b;
      guint64 halves[2];

      memcpy (&a, start, BLOCK);
      memcpy (&b, start + behind, BLOCK);
      a = (Block) (((a | first_mask) == first) & ((b | last_mask) == last));
      memcpy (halves, &a, BLOCK);
      if ((halves[0] | halves[1]) == 0)
        continue;
      for (guint i = 0; i < BLOCK; i++)
        if (a[i] != 0 && needle_is_at (self, start + i))
          return start + i;
    }
  for (; (gsize) (end - start) >= self->length; start++)
    if (needle_is_at (self, start))
      return start;

  return NULL;
}

static gboolean
find_in_all (GfCells      *cells,
             const Needle *needle,
             GfBitset     *found,
             GCancellable *cancellable)
{
  guint64 *words = gf_bitset_get_words (found);
  gsize code = 0;
  gsize next_check = 0;

  while (code < cells->n_texts)
    {
      /* Up to the text in which the chunk ends, so that no text is cut. */
      gsize from = cells->ends[code];
      gsize last = code;
      const char *hit = cells->arena + from;
      const char *end;

      while (last < cells->n_texts && cells->ends[last] - from < CHUNK)
        last++;
      end = cells->arena + cells->ends[last];
      while ((hit = needle_find (needle, hit, end)) != NULL)
        {
          gsize place = (gsize) (hit - cells->arena);

          while (cells->ends[code + 1] <= place)
            code++;
          words[code / 64] |= G_GUINT64_CONSTANT (1) << (code % 64);
          hit = cells->arena + cells->ends[code + 1];
          code++;
        }
      code = last;
      if (from >= next_check && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      next_check = from + CHUNK;
    }

  return TRUE;
}

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guint8) text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

static gboolean
text_holds (const char *text,
            gsize       length,
            const char *folded,
            gboolean    ascii,
            const Needle *needle)
{
  g_autofree char *own = NULL;

  if (ascii && needle_find (needle, text, text + length) != NULL)
    return TRUE;
  if (is_ascii (text, length))
    return FALSE;

  own = g_utf8_casefold (text, (gssize) length);

  return strstr (own, folded) != NULL;
}

/**
 * gf_text_find_in_cells:
 * @cells: the texts of a column
 * @needle: what to look for, not empty
 * @among: (nullable): the texts that can match at all, by code; NULL for all
 * @cancellable: (nullable): to give up
 *
 * Finds the distinct texts that hold @needle in any case of letters.
 *
 * Returns: (transfer full) (nullable): the texts by code; NULL when cancelled
 */
GfBitset *
gf_text_find_in_cells (GfCells      *cells,
                       const char   *needle,
                       GfBitset     *among,
                       GCancellable *cancellable)
{
  g_return_val_if_fail (cells != NULL && needle != NULL && *needle != '\0', NULL);

  g_autofree char *folded = g_utf8_casefold (needle, -1);
  gboolean ascii = g_str_is_ascii (folded);
  gsize n_texts = gf_cells_get_n_texts (cells);
  g_autoptr (GfBitset) found = gf_bitset_new (n_texts);
  Needle plain = { 0 };

  if (ascii)
    needle_init (&plain, folded);
  if (ascii && g_str_is_ascii (needle) && (among == NULL || gf_bitset_count (among) > n_texts / 8))
    return find_in_all (cells, &plain, found, cancellable) ? g_steal_pointer (&found) : NULL;

  for (gsize code = 0; code < n_texts; code++)
    {
      gsize length;
      const char *text;

      if (code % 65536 == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (among != NULL && !gf_bitset_get (among, code))
        continue;
      text = gf_cells_get_text (cells, code, &length);
      if (g_str_is_ascii (needle) ? needle_find (&plain, text, text + length) != NULL
                                  : text_holds (text, length, folded, ascii, &plain))
        gf_bitset_set (found, code);
    }

  return g_steal_pointer (&found);
}

/**
 * gf_text_rows_of_texts:
 * @cells: the texts of a column
 * @texts: some of them, by code
 *
 * Returns: (transfer full): the rows whose text is one of @texts
 */
GfBitset *
gf_text_rows_of_texts (GfCells  *cells,
                       GfBitset *texts)
{
  g_return_val_if_fail (cells != NULL && texts != NULL, NULL);

  const guint32 *codes = gf_cells_get_codes (cells);
  gsize n_rows = gf_cells_get_n_rows (cells);

  if (codes == NULL)
    return gf_bitset_ref (texts);

  GfBitset *rows = gf_bitset_new (n_rows);
  const guint64 *in = gf_bitset_get_words (texts);
  guint64 *out = gf_bitset_get_words (rows);

  for (gsize row = 0; row < n_rows; row++)
    out[row / 64] |= (in[codes[row] / 64] >> (codes[row] % 64) & 1) << (row % 64);

  return rows;
}
