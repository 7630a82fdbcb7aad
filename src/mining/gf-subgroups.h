/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-candidate.h"
#include "gf-progress.h"
#include "gf-quality.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The exact search for the best conjunctions of conditions.
 *
 *   rows:     renumbered so that the hits come first, gf-subgroup-bits.h
 *   bits:     one string of words a condition, hit words and other words apart
 *   bound:    no refinement of a conjunction with h hits is better than one of these h hits alone
 *             (the tight optimistic estimate of Grosskreutz, Rüping, Wrobel 2008)
 *   cost:     O(conditions^depth) conjunctions at worst, of which the bound leaves few; memory
 *             conditions x rows / 8 for those that can matter
 */
#define GF_SUBGROUP_MAX_DEPTH 4

typedef struct
{
  guint n;
  guint candidates[GF_SUBGROUP_MAX_DEPTH];
  gsize rows;
  gsize hits;
  double quality;
} GfSubgroup;

typedef struct
{
  GfQuality quality;
  guint depth;
  guint min_depth;
  guint top;
  gsize min_rows;
  const GfBitset *among;  /* the customers to compare; NULL: all */
  gsize max_rows;       /* look at so many evenly spaced customers; 0: at all */
  gboolean one_each;    /* of conjunctions of the same subjects only the best one */
  gboolean prune;       /* FALSE only in tests: looks at everything */
  guint64 *n_counted;   /* NULL, or told how many conjunctions of two or more were counted */
} GfSubgroupOptions;

GArray *gf_subgroups_search (GPtrArray               *candidates,
                             const GfBitset          *target,
                             const GfSubgroupOptions *options,
                             GCancellable            *cancellable,
                             GfProgressFunc           progress,
                             gpointer                 progress_data,
                             GError                 **error);
double  gf_subgroup_wracc   (gsize                    hits,
                             gsize                    rows,
                             gsize                    all_hits,
                             gsize                    all_rows);

G_END_DECLS
