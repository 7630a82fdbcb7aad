/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-derive.h"
#include "gf-project.h"

G_BEGIN_DECLS

/* The derived columns of a project: their formulas stand in GfCustomers, their cells in the table. */
GPtrArray *gf_customers_dup_derivations (GfCustomers        *self);
void       gf_customers_remember_derived (GfCustomers       *self,
                                          const GfDerivation *derivation);
gboolean   gf_project_add_derived       (GfProject          *self,
                                         const GfDerivation *derivation,
                                         GError            **error);
void       gf_project_take_table        (GfProject          *self,
                                         GfTable            *table,
                                         gboolean            new_data,
                                         GPtrArray          *told);

G_END_DECLS
