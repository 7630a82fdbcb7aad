/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

G_BEGIN_DECLS

/* What the user settled for single columns, by name: made on the preview, applied to the whole. */
typedef struct _GfImportChoices GfImportChoices;

GfImportChoices *gf_import_choices_new      (void);
GfImportChoices *gf_import_choices_copy     (const GfImportChoices *self);
void             gf_import_choices_free     (GfImportChoices       *self);
void             gf_import_choices_set_role (GfImportChoices       *self,
                                             const char            *column,
                                             GfColumnRole           role);
void             gf_import_choices_set_type (GfImportChoices       *self,
                                             const char            *column,
                                             GfColumnType           type);
GfTable         *gf_import_choices_apply    (const GfImportChoices *self,
                                             GfTable               *table);

char            *gf_import_dup_doubt        (const GfImport        *import,
                                             guint                  column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfImportChoices, gf_import_choices_free)

G_END_DECLS
