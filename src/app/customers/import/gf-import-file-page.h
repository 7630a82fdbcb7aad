/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How a further file was joined to the customers: what its rows are and whose, which may be said; pairs of names that wait for a yes or no, rows that
 * belong to nobody, and what was made of the others. */
#define GF_TYPE_IMPORT_FILE_PAGE (gf_import_file_page_get_type ())
G_DECLARE_FINAL_TYPE (GfImportFilePage, gf_import_file_page, GF, IMPORT_FILE_PAGE, AdwNavigationPage)

GfImportFilePage *gf_import_file_page_new      (GfImportFile     *file,
                                                GfTable          *customers,
                                                gboolean          removable);
GfImportFile     *gf_import_file_page_get_file (GfImportFilePage *self);
void              gf_import_file_page_show     (GfImportFilePage *self,
                                                GfImportFile     *file,
                                                GfTable          *customers);

G_END_DECLS
