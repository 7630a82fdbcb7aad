/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-draft.h"

G_BEGIN_DECLS

/* Why a user should look at a column, in words. */

gboolean   gf_import_is_open    (const GfImportChoices *choices,
                                 const GfProblem       *problem);
char      *gf_import_dup_doubt  (const GfImport        *import,
                                 const GfImportChoices *choices,
                                 guint                  column);
GPtrArray *gf_import_dup_doubts (const GfImport        *import,
                                 const GfImportChoices *choices);
GPtrArray *gf_import_dup_open_doubts
                                (GPtrArray             *doubts,
                                 const GfImportChoices *choices,
                                 const GfTable         *table);
void       gf_import_add_update_doubts
                                (GPtrArray           *doubts,
                                 const GfImportDraft *draft);

G_END_DECLS
