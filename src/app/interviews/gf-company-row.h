/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-table.h"

G_BEGIN_DECLS

/* An entry for the name of a company that proposes customers while one types. Down and Up walk through what is
 * proposed, Enter takes it, Escape puts it away. */
#define GF_TYPE_COMPANY_ROW (gf_company_row_get_type ())
G_DECLARE_FINAL_TYPE (GfCompanyRow, gf_company_row, GF, COMPANY_ROW, AdwEntryRow)

void gf_company_row_set_table (GfCompanyRow *self,
                               GfTable      *table);
void gf_company_row_set_name  (GfCompanyRow *self,
                               const char   *name);

G_END_DECLS
