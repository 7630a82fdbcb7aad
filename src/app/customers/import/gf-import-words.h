/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-draft.h"

G_BEGIN_DECLS

/* What the import sheet says. */

char *gf_import_dup_headline      (GfImport            *import,
                                   const GfImportDraft *draft,
                                   const char          *project);
char *gf_import_dup_sentence      (guint                n_columns,
                                   guint                n_doubts);
char *gf_import_dup_rows_sentence (GfImport            *import);
char *gf_import_dup_accept        (GfImport            *import,
                                   const GfImportDraft *draft);
char *gf_import_dup_short_accept  (GfImport            *import,
                                   const GfImportDraft *draft);
char *gf_import_dup_news          (guint                n_doubts);
char *gf_import_dup_names         (const GfTable       *table,
                                   const GArray        *indices);

G_END_DECLS
