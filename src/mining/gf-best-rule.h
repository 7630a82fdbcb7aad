/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"

G_BEGIN_DECLS

#define GF_BEST_SHARE_MIN 0.05
#define GF_BEST_SHARE_MAX 0.50
#define GF_BEST_SHARE_DEFAULT 0.10
/* A share that gives fewer best is raised until so many are best. */
#define GF_BEST_AT_LEAST 8

/* How many of the ranked customers are the best, or which.
 *
 *   share:   a share of those that have a score, at least GF_BEST_AT_LEAST but never more than half
 *   count:   so many, as far as there are customers with a score
 *   limit:   those with at least, or at most, so much in a column of numbers; none where the cell is missing
 *   picked:  those that somebody picked by hand
 */
typedef enum
{
  GF_BEST_BY_SHARE,
  GF_BEST_BY_COUNT,
  GF_BEST_BY_LIMIT,
  GF_BEST_BY_HAND,
} GfBestKind;

typedef struct
{
  GfBestKind kind;
  double share;             /* by share: kept within the bounds above; NaN for the default */
  gsize count;              /* by count */
  const char *column;       /* by limit */
  double limit;
  gboolean at_most;         /* by limit: less is better */
  const GfBitset *picked;   /* by hand: as many bits as there are rows; NULL where identities say who */
  const char * const *identities;   /* by hand: what they are known by, gf-row-identity.h; looked up by the ranking */
} GfBestRule;

GfBestRule *gf_best_rule_copy       (const GfBestRule *self);
void        gf_best_rule_free       (GfBestRule       *self);
gboolean    gf_best_rule_equal      (const GfBestRule *a,
                                     const GfBestRule *b);
gboolean    gf_identities_equal     (const char * const *a,
                                     const char * const *b);
gboolean    gf_best_rule_needs_measure
                                    (const GfBestRule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfBestRule, gf_best_rule_free)

G_END_DECLS
