/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-atoms.h"
#include "gf-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The exact search for the best conjunctions of conditions.
 *
 *   rows:     renumbered so that the hits come first: the hits of a conjunction are then counted in the
 *             first words alone
 *   bits:     one string of words a condition, hit words and other words apart
 *   bound:    no refinement of a conjunction with h hits is better than one of these h hits alone
 *             (the tight optimistic estimate of Grosskreutz, Rüping, Wrobel 2008)
 *   cost:     O(conditions^depth) conjunctions at worst, of which the bound leaves few; memory
 *             conditions x rows / 8 for those that can matter
 */
#define GF_SUBGROUP_MAX_DEPTH 3

typedef enum
{
  GF_QUALITY_WRACC,     /* rows/N x (share - base rate): large groups first */
  GF_QUALITY_BINOMIAL,  /* the square root of rows/N instead: the z of a binomial test */
} GfQuality;

/* A condition: some neighbouring pieces of a column, or levels that were put together after the search.
 * Conditions of one attribute are not combined. */
typedef struct
{
  const GfAtoms *atoms;
  guint first;
  guint last;
  GArray *levels;         /* guint32: all levels of a merged set, which no search sees; else NULL */
  guint attribute;
  gsize rows;
  gsize hits;
  guint subject;          /* conditions that say the same but for the ends of a range have one */
  gboolean stands_alone;  /* says something by itself; for those who judge, not for the search */
  char *text;
} GfCandidate;

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
  gsize max_rows;       /* look at so many evenly spaced customers; 0: at all */
  gboolean one_each;    /* of conjunctions of the same subjects only the best one */
  gboolean prune;       /* FALSE only in tests: looks at everything */
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

GfCandidate *gf_candidate_new  (const GfAtoms *atoms,
                                guint          first,
                                guint          last,
                                guint          attribute,
                                const char    *text);
void         gf_candidate_free (GfCandidate   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfCandidate, gf_candidate_free)

G_END_DECLS
