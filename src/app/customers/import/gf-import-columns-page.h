/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All columns of the file that is imported: searched, chosen, and given a role or a type, many at
 * once. */
#define GF_TYPE_IMPORT_COLUMNS_PAGE (gf_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (GfImportColumnsPage, gf_import_columns_page, GF, IMPORT_COLUMNS_PAGE, AdwNavigationPage)

void gf_import_columns_page_show (GfImportColumnsPage *self,
                                  GfTable             *table,
                                  GPtrArray           *doubts,
                                  GPtrArray           *reasons);

G_END_DECLS
