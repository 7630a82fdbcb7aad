/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-exports.h"
#include "gf-infer.h"

G_BEGIN_DECLS

/* What the columns are used for, judged by whose export the file is, else by their names and types.
 *
 *   name:       one column, by its name; a text column that is mostly distinct if no name says so
 *   identifier: numbers and addresses that stand for one customer: record id, email, domain
 *   value:      money, and numbers whose name says that more (or less) of it is better
 *   churn:      flags and categories whose name speaks of leaving
 *   ignore:     text, empty columns, numbers that only refer to other tables
 */
void gf_roles_guess (GfColumnSpec        *specs,
                     const GfColumnFacts *facts,
                     guint                n_columns,
                     const GfExport      *export);
gboolean  gf_roles_say_staying  (const char       *name);
GfColumn *gf_roles_settle_churn (GfColumn         *column,
                                 const GfExport   *export);

G_END_DECLS
