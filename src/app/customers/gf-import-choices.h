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
void             gf_import_choices_set_project
                                            (GfImportChoices       *self,
                                             const char            *name,
                                             const char            *product);
const char      *gf_import_choices_get_project_name
                                            (const GfImportChoices *self);
const char      *gf_import_choices_get_product
                                            (const GfImportChoices *self);
void             gf_import_choices_set_date_order
                                            (GfImportChoices       *self,
                                             const char            *column,
                                             GfDateOrder            order);
GfDateOrder      gf_import_choices_get_date_order
                                            (const GfImportChoices *self,
                                             const char            *column);
GfTable         *gf_import_choices_apply    (const GfImportChoices *self,
                                             GfTable               *table);
void             gf_import_choices_apply_async
                                            (const GfImportChoices *self,
                                             GfTable               *table,
                                             GCancellable          *cancellable,
                                             GAsyncReadyCallback    callback,
                                             gpointer               user_data);
GfTable         *gf_import_choices_apply_finish
                                            (GAsyncResult          *result,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfImportChoices, gf_import_choices_free)

G_END_DECLS
