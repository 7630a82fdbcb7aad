/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bitset.h"
#include "gf-customers.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* Who thrives with us and who drains us, as somebody says: at most one flag a customer. The first who drains
 * brings the rule that such customers are bad fits. */
GfCustomerFlag *gf_customers_find_flag   (GfCustomers *self,
                                          GfTable     *table,
                                          gsize        row);
GfCustomerFlag *gf_customers_flag        (GfCustomers *self,
                                          GfTable     *table,
                                          gsize        row,
                                          GfFeeling    feeling);
void            gf_customers_unflag      (GfCustomers *self,
                                          GfTable     *table,
                                          gsize        row);
GStrv           gf_customers_dup_flagged (GfCustomers *self,
                                          GfFeeling    feeling);
GfBitset       *gf_customers_match_flags (GfCustomers *self,
                                          GfTable     *table,
                                          GfFeeling    feeling);
void            gf_customers_follow_rows (GfCustomers   *self,
                                          GfTable       *before,
                                          GfTable       *after,
                                          const guint32 *after_of);
void            gf_customers_follow_edit (GfCustomers   *self,
                                          GfTable       *before,
                                          GfTable       *after);

G_END_DECLS
