/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A set of customers: one bit for each row of a table.
 *
 *   words:   64 rows a word, row r is bit r % 64 of word r / 64
 *   rule:    bits past the last row are always 0, so that counting needs no mask
 *   cost:    every operation on whole sets is O(rows / 64)
 *   threads: any thread may read a set that nobody changes any more; references are atomic
 */
typedef struct _GfBitset GfBitset;

#define GF_TYPE_BITSET (gf_bitset_get_type ())
GType gf_bitset_get_type (void) G_GNUC_CONST;

GfBitset *gf_bitset_new          (gsize n_bits);
GfBitset *gf_bitset_new_full     (gsize n_bits);
GfBitset *gf_bitset_copy         (const GfBitset *self);
GfBitset *gf_bitset_ref          (GfBitset *self);
void      gf_bitset_unref        (GfBitset *self);

gsize     gf_bitset_get_size     (const GfBitset *self);
gboolean  gf_bitset_get          (const GfBitset *self,
                                  gsize           bit);
void      gf_bitset_set          (GfBitset *self,
                                  gsize     bit);
void      gf_bitset_clear        (GfBitset *self,
                                  gsize     bit);

gsize     gf_bitset_count        (const GfBitset *self);
gsize     gf_bitset_count_and    (const GfBitset *a,
                                  const GfBitset *b);
gboolean  gf_bitset_equal        (const GfBitset *a,
                                  const GfBitset *b);
gboolean  gf_bitset_next         (const GfBitset *self,
                                  gsize          *bit);

GfBitset *gf_bitset_and          (const GfBitset *a,
                                  const GfBitset *b);
GfBitset *gf_bitset_or           (const GfBitset *a,
                                  const GfBitset *b);
GfBitset *gf_bitset_and_not      (const GfBitset *a,
                                  const GfBitset *b);
GfBitset *gf_bitset_not          (const GfBitset *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfBitset, gf_bitset_unref)

G_END_DECLS
