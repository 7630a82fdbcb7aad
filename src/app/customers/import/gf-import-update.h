/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Next quarter's file: whether it brings the customers up to date or takes their place, who is new,
 * changed and gone, and which columns are only called otherwise. Changes the choices it shows and says so. */
#define GF_TYPE_IMPORT_UPDATE (gf_import_update_get_type ())
G_DECLARE_FINAL_TYPE (GfImportUpdate, gf_import_update, GF, IMPORT_UPDATE, AdwBin)

void  gf_import_update_begin     (GfImportUpdate      *self,
                                  GfImportChoices     *choices,
                                  GfTable             *before,
                                  GfTable             *read,
                                  gboolean             known);
void  gf_import_update_show      (GfImportUpdate      *self,
                                  const GfImportDraft *draft);
char *gf_import_update_dup_title (const GfUpdate      *update,
                                  const char          *project);

G_END_DECLS
