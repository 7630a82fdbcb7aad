/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-row-filter.h"
#include "gf-step-view.h"

G_BEGIN_DECLS

/* The view of the customers as a table: to find, sort and correct them. */
#define GF_TYPE_CUSTOMERS_TABLE (gf_customers_table_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomersTable, gf_customers_table, GF, CUSTOMERS_TABLE, GfStepView)

void gf_customers_table_edit (GfCustomersTable *self,
                              gsize             row,
                              int               column);
void gf_customers_table_open  (GfCustomersTable *self,
                               gsize             row);
void gf_customers_table_only  (GfCustomersTable *self,
                               GfRowFilter      *filter);
void gf_customers_table_paste (GfCustomersTable *self,
                               const char       *text);
void gf_customers_table_type  (GfCustomersTable *self);

G_END_DECLS
