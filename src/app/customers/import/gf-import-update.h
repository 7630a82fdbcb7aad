/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a file is to the customers that are there: their next export, with who is new, changed and gone and which
 * columns are only called otherwise; more about them, with how it matched; or another list that takes their
 * place. Changes the choices it shows and says so. */
#define GF_TYPE_IMPORT_UPDATE (gf_import_update_get_type ())
G_DECLARE_FINAL_TYPE (GfImportUpdate, gf_import_update, GF, IMPORT_UPDATE, AdwBin)

void  gf_import_update_begin     (GfImportUpdate      *self,
                                  GfImportChoices     *choices);
void  gf_import_update_show      (GfImportUpdate      *self,
                                  const GfImportDraft *draft);
char *gf_import_update_dup_title (const GfUpdate      *update,
                                  const char          *project);
char *gf_import_update_dup_done  (const GfUpdate      *update,
                                  gsize                n_customers);

G_END_DECLS
