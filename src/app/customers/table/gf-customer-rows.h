/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-customer-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The customers on a phone: rows of two lines, the name and a few facts. */
#define GF_TYPE_CUSTOMER_ROWS (gf_customer_rows_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomerRows, gf_customer_rows, GF, CUSTOMER_ROWS, AdwBin)

void gf_customer_rows_set_list (GfCustomerRows *self,
                                GfCustomerList *list);
void gf_customer_rows_set_columns (GfCustomerRows *self,
                                   const guint    *columns,
                                   guint           n_columns);

const GArray *gf_customer_rows_get_facts (GfCustomerRows *self);

G_END_DECLS
