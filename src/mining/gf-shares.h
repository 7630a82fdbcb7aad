/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* Who brings the money and who takes the work: how much of a column's sum falls to some of the customers.
 *
 *   sums:    missing cells and those of nothing or less are left out
 *   money:   the column of what customers pay: lifetime value, yearly or monthly revenue, by its name
 *   support: the column of what they cost in help: tickets, hours
 *   cost:    O(rows), the concentration O(rows log rows)
 */
typedef struct
{
  gsize n;                 /* customers with a value above nothing */
  double total;
  double largest;          /* share of the largest customer, 0..1 */
  double top_tenth;        /* share of the largest tenth, at least one customer */
  gsize n_half;            /* so many of the largest make half of the sum */
} GfConcentration;

gboolean  gf_concentration_measure   (const double    *values,
                                      gsize            n_rows,
                                      GfConcentration *concentration);
double    gf_share_of_sum            (const double    *values,
                                      gsize            n_rows,
                                      const GfBitset  *rows);

GfColumn *gf_shares_find_money       (GfTable         *table);
GfColumn *gf_shares_find_support     (GfTable         *table);
GStrv     gf_shares_dup_sentences    (GfTable         *table,
                                      const GfBitset  *best,
                                      const GfBitset  *bad);

G_END_DECLS
