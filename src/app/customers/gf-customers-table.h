/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* The view of the customers as a table: to find, sort and correct them. */
#define GF_TYPE_CUSTOMERS_TABLE (gf_customers_table_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomersTable, gf_customers_table, GF, CUSTOMERS_TABLE, GfStepView)

void gf_customers_table_edit (GfCustomersTable *self,
                              gsize             row,
                              int               column);

G_END_DECLS
