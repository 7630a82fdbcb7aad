/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bitset.h"

#include "gf-bitset-words.h"

#include <string.h>

struct _GfBitset
{
  gatomicrefcount ref_count;
  gsize n_bits;
  gsize n_words;
  guint64 words[];
};

G_DEFINE_BOXED_TYPE (GfBitset, gf_bitset, gf_bitset_ref, gf_bitset_unref)

/* Keeps the rule that bits past the last row are 0. */
static void
trim_tail (GfBitset *self)
{
  gsize used = self->n_bits % 64;

  if (used != 0)
    self->words[self->n_words - 1] &= (G_GUINT64_CONSTANT (1) << used) - 1;
}

/**
 * gf_bitset_new:
 * @n_bits: the number of rows; 0 gives an empty set of an empty table
 *
 * Makes a set that holds no row.
 *
 * Returns: (transfer full): the set
 */
GfBitset *
gf_bitset_new (gsize n_bits)
{
  gsize n_words = (n_bits + 63) / 64;
  GfBitset *self = g_malloc0 (sizeof (GfBitset) + n_words * sizeof (guint64));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_bits = n_bits;
  self->n_words = n_words;

  return self;
}

/**
 * gf_bitset_new_full:
 * @n_bits: the number of rows
 *
 * Makes a set that holds every row.
 *
 * Returns: (transfer full): the set
 */
GfBitset *
gf_bitset_new_full (gsize n_bits)
{
  GfBitset *self = gf_bitset_new (n_bits);

  memset (self->words, 0xff, self->n_words * sizeof (guint64));
  trim_tail (self);

  return self;
}

/**
 * gf_bitset_copy:
 * @self: a set
 *
 * Makes an independent set of the same rows.
 *
 * Returns: (transfer full): the copy
 */
GfBitset *
gf_bitset_copy (const GfBitset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfBitset *copy = gf_bitset_new (self->n_bits);
  memcpy (copy->words, self->words, self->n_words * sizeof (guint64));

  return copy;
}

/**
 * gf_bitset_ref:
 * @self: a set
 *
 * Takes a reference; safe from any thread.
 *
 * Returns: (transfer full): @self
 */
GfBitset *
gf_bitset_ref (GfBitset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_bitset_unref:
 * @self: (transfer full): a set
 *
 * Gives a reference back and frees the set with the last one; safe from any thread.
 */
void
gf_bitset_unref (GfBitset *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * gf_bitset_get_size:
 * @self: a set
 *
 * Returns: how many rows the table has that the set speaks of, not how many it holds
 */
gsize
gf_bitset_get_size (const GfBitset *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bits;
}

/**
 * gf_bitset_get:
 * @self: a set
 * @bit: a row, less than the size
 *
 * Returns: whether the set holds the row
 */
gboolean
gf_bitset_get (const GfBitset *self,
               gsize           bit)
{
  g_return_val_if_fail (self != NULL && bit < self->n_bits, FALSE);

  return (self->words[bit / 64] >> (bit % 64)) & 1;
}

/**
 * gf_bitset_set:
 * @self: a set that nobody else reads yet
 * @bit: a row, less than the size
 *
 * Puts a row in.
 */
void
gf_bitset_set (GfBitset *self,
               gsize     bit)
{
  g_return_if_fail (self != NULL && bit < self->n_bits);

  self->words[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

/**
 * gf_bitset_clear:
 * @self: a set that nobody else reads yet
 * @bit: a row, less than the size
 *
 * Takes a row out.
 */
void
gf_bitset_clear (GfBitset *self,
                 gsize     bit)
{
  g_return_if_fail (self != NULL && bit < self->n_bits);

  self->words[bit / 64] &= ~(G_GUINT64_CONSTANT (1) << (bit % 64));
}

/**
 * gf_bitset_count:
 * @self: a set
 *
 * Returns: how many rows the set holds
 */
gsize
gf_bitset_count (const GfBitset *self)
{
  g_return_val_if_fail (self != NULL, 0);

  gsize count = 0;
  for (gsize i = 0; i < self->n_words; i++)
    count += (gsize) __builtin_popcountll (self->words[i]);

  return count;
}

/**
 * gf_bitset_count_and:
 * @a: a set
 * @b: a set of the same size
 *
 * Returns: how many rows both sets hold, without making their intersection
 */
gsize
gf_bitset_count_and (const GfBitset *a,
                     const GfBitset *b)
{
  g_return_val_if_fail (a != NULL && b != NULL && a->n_bits == b->n_bits, 0);

  gsize count = 0;
  for (gsize i = 0; i < a->n_words; i++)
    count += (gsize) __builtin_popcountll (a->words[i] & b->words[i]);

  return count;
}

/**
 * gf_bitset_equal:
 * @a: a set
 * @b: a set
 *
 * Returns: whether both are of one size and hold the same rows
 */
gboolean
gf_bitset_equal (const GfBitset *a,
                 const GfBitset *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->n_bits == b->n_bits &&
         memcmp (a->words, b->words, a->n_words * sizeof (guint64)) == 0;
}

/**
 * gf_bitset_next:
 * @self: a set
 * @bit: (inout): where to look from; on return the row found
 *
 * Finds the first row at @bit or after it. To visit every row:
 * `for (gsize r = 0; gf_bitset_next (set, &r); r++)`.
 *
 * Returns: whether there was one
 */
gboolean
gf_bitset_next (const GfBitset *self,
                gsize          *bit)
{
  g_return_val_if_fail (self != NULL && bit != NULL, FALSE);

  if (*bit >= self->n_bits)
    return FALSE;

  gsize i = *bit / 64;
  guint64 word = self->words[i] & (~G_GUINT64_CONSTANT (0) << (*bit % 64));

  while (word == 0)
    {
      if (++i == self->n_words)
        return FALSE;
      word = self->words[i];
    }

  *bit = i * 64 + (gsize) __builtin_ctzll (word);

  return TRUE;
}

#define DEFINE_OPERATION(name, expression)                                   \
  GfBitset *                                                                 \
  gf_bitset_##name (const GfBitset *a,                                       \
                    const GfBitset *b)                                       \
  {                                                                          \
    g_return_val_if_fail (a != NULL && b != NULL, NULL);                     \
    g_return_val_if_fail (a->n_bits == b->n_bits, NULL);                     \
                                                                             \
    GfBitset *out = gf_bitset_new (a->n_bits);                               \
    for (gsize i = 0; i < a->n_words; i++)                                   \
      out->words[i] = (expression);                                          \
                                                                             \
    return out;                                                              \
  }

/**
 * gf_bitset_and:
 * @a: a set
 * @b: a set of the same size
 *
 * Returns: (transfer full): the rows that both hold
 */
DEFINE_OPERATION (and, a->words[i] & b->words[i])

/**
 * gf_bitset_or:
 * @a: a set
 * @b: a set of the same size
 *
 * Returns: (transfer full): the rows that at least one holds
 */
DEFINE_OPERATION (or, a->words[i] | b->words[i])

/**
 * gf_bitset_and_not:
 * @a: a set
 * @b: a set of the same size
 *
 * Returns: (transfer full): the rows that @a holds and @b does not
 */
DEFINE_OPERATION (and_not, a->words[i] & ~b->words[i])

/**
 * gf_bitset_not:
 * @self: a set
 *
 * Returns: (transfer full): the rows that the set does not hold
 */
GfBitset *
gf_bitset_not (const GfBitset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GfBitset *out = gf_bitset_new (self->n_bits);
  for (gsize i = 0; i < self->n_words; i++)
    out->words[i] = ~self->words[i];
  trim_tail (out);

  return out;
}

/**
 * gf_bitset_get_words:
 * @self: a set
 *
 * Gives the words behind a set, ceil (size / 64) of them.
 *
 * Returns: (transfer none): the words, for as long as @self lives
 */
guint64 *
gf_bitset_get_words (GfBitset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->words;
}
