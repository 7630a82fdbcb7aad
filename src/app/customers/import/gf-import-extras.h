/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done beside reading the columns: hiding people, putting rows together that repeat a customer,
 * joining further files and other sheets of this one, deriving columns. Changes the choices it shows and says so. */
#define GF_TYPE_IMPORT_EXTRAS (gf_import_extras_get_type ())
G_DECLARE_FINAL_TYPE (GfImportExtras, gf_import_extras, GF, IMPORT_EXTRAS, AdwBin)

void gf_import_extras_show       (GfImportExtras      *self,
                                  GfImportChoices     *choices,
                                  GfImport            *import,
                                  const GfImportDraft *draft);
void gf_import_extras_begin      (GfImportExtras      *self,
                                  GFile               *file);
void gf_import_extras_join       (GfImportExtras      *self,
                                  GFile               *file,
                                  const char          *sheet);
void gf_import_extras_set_narrow (GfImportExtras      *self,
                                  gboolean             narrow);

G_END_DECLS
