/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-finding.h"
#include "gf-quality.h"

G_BEGIN_DECLS

/* What to look for.
 *
 *   attributes  names of the columns to look at; NULL: all with the role attribute or date
 *   among       the customers to compare; all others are left out of either side, as if they were not in the table;
 *               NULL: all
 *   exclude     names of columns never to look at, such as the measures themselves; may be NULL
 *   depth       1: single conditions only, 2 to 4: combinations of up to so many as well
 *   top         how many combinations at most, and raw how many in all; 0: 20
 *   min_rows    customers that a condition needs to be listed; 0: 2 in tables below 500 customers, else 5
 *   raw         no filter and no bands: the exact top by quality over conditions "column is text"
 *   quality     raw only: what the list is ordered by
 *   against     what a hit is, for the words
 */
typedef struct
{
  const char * const *attributes;
  const char * const *exclude;
  const GfBitset *among;
  guint depth;
  guint top;
  gsize min_rows;
  gboolean raw;
  GfQuality quality;
  GfAgainst against;
} GfMiningOptions;

GfMiningOptions *gf_mining_options_copy (const GfMiningOptions *self);
void             gf_mining_options_free (GfMiningOptions       *self);
gsize            gf_mining_options_count_rows (const GfMiningOptions *self,
                                               const GfBitset        *target);
gsize            gf_mining_options_count_hits (const GfMiningOptions *self,
                                               const GfBitset        *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfMiningOptions, gf_mining_options_free)

G_END_DECLS
