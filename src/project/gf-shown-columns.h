/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-customers.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* Which columns of the customers are shown, and in which order, as the user has chosen.
 *
 *   chosen:  the fields “column-order” and “hidden-columns” of GfCustomers name columns
 *   default: the name first (or what tells customers apart, where there is no name), then the others
 *            as in the table, what tells them apart last, and what is left out not at all; of these the
 *            eight that say most are shown, the others wait to be chosen
 *   new:     a column that no choice names stands behind those that are named
 */

GArray *gf_customers_dup_column_order (GfCustomers *self,
                                       GfTable     *table);
GArray *gf_customers_dup_shown        (GfCustomers *self,
                                       GfTable     *table);
GArray *gf_customers_dup_exported     (GfCustomers *self,
                                       GfTable     *table);
void    gf_customers_choose_columns   (GfCustomers *self,
                                       GfTable     *table,
                                       const guint *order,
                                       guint        n_columns,
                                       GHashTable  *hidden);

G_END_DECLS
