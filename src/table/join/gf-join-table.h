/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-join-match.h"

G_BEGIN_DECLS

/* The customers with the columns that a second file gives them.
 *
 *   rows:     those of the customers, in their order
 *   columns:  those of the customers, shared, then those of the plan; one that is already there by
 *             that name is replaced where it stands, with the role and type it has been given
 *   missing:  a customer without rows has 0 in a count and nothing in all others; which deals were won is
 *             missing too when no status says it of any
 *   cost:     O(rows of both) a column
 */
typedef struct
{
  gsize n_not_counted;      /* rows whose status keeps them out of the sums */
  gboolean none_won;        /* no status says that a deal was won: sums and counts of won deals are missing */
  gsize n_other_currency;   /* further rows, in another currency than the commonest: their money is left out */
  char currency[8];         /* the commonest, "" without such a column */
} GfJoinSums;

GfTable   *gf_join_table      (GfTable            *main,
                               GfTable            *other,
                               const GfJoinPlan   *plan,
                               const GfJoinMatch  *match,
                               GfJoinSums         *sums,
                               GCancellable       *cancellable,
                               GError            **error);
GPtrArray *gf_join_sums_tell  (const GfJoinSums   *sums,
                               const GfTable      *other,
                               const GfJoinPlan   *plan);

G_END_DECLS
