/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-subgroups.h"

G_BEGIN_DECLS

/* The best conjunctions seen so far. Internal to the search.
 *
 *   threshold:  the quality of the last of a full list; less than it does not come in
 */
typedef struct
{
  GPtrArray *candidates;
  GArray *list;         /* GfSubgroup, best first */
  guint top;
  gboolean one_each;
  double threshold;
} GfSubgroupTop;

void     gf_subgroup_top_init  (GfSubgroupTop    *self,
                                GPtrArray        *candidates,
                                guint             top,
                                gboolean          one_each);
void     gf_subgroup_top_clear (GfSubgroupTop    *self);
gboolean gf_subgroup_top_offer (GfSubgroupTop    *self,
                                const GfSubgroup *offered);

G_END_DECLS
