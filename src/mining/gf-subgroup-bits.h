/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-candidate.h"

G_BEGIN_DECLS

/* The customers renumbered so that the hits come first, each part padded to whole words: the hits of a
 * conjunction are then counted in the first words alone. Internal to the search.
 *
 *   position:  where a customer went; GF_SUBGROUP_LEFT_OUT for one that is not looked at
 *   words:     n_hit_words for the hits, then the others, n_words in all
 */
#define GF_SUBGROUP_LEFT_OUT G_MAXUINT32

typedef struct
{
  guint32 *position;
  gsize n_rows;         /* that are looked at */
  gsize n_hits;         /* of them */
  gsize n_hit_words;
  gsize n_words;
} GfSubgroupRows;

void     gf_subgroup_rows_init  (GfSubgroupRows       *self,
                                 const GfBitset       *target,
                                 const GfBitset       *among,
                                 gsize                 max_rows);
void     gf_subgroup_rows_clear (GfSubgroupRows       *self);
guint64 *gf_subgroup_rows_fill  (const GfSubgroupRows *self,
                                 GPtrArray            *candidates,
                                 const guint          *chosen,
                                 guint                 n_chosen);

G_END_DECLS
