/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-derive.h"
#include "gf-import-file.h"
#include "gf-import.h"
#include "gf-personal.h"
#include "gf-update-plan.h"

G_BEGIN_DECLS

/* What the user settled: for single columns by their names; what becomes of people; which files are
 * joined and which columns derived; whose customers are brought up to date, and by which columns; what the
 * project is called. */
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
GfTable         *gf_import_choices_apply_to (const GfImportChoices *self,
                                             GfTable               *table,
                                             guint                  index,
                                             const char            *header);
GfTable         *gf_import_choices_apply    (const GfImportChoices *self,
                                             GfTable               *table);

void             gf_import_choices_set_personal
                                            (GfImportChoices       *self,
                                             GfPersonalChoice       choice);
GfPersonalChoice gf_import_choices_get_personal
                                            (const GfImportChoices *self);
void             gf_import_choices_set_key  (GfImportChoices       *self,
                                             const char            *key);
const char      *gf_import_choices_get_key  (const GfImportChoices *self);
void             gf_import_choices_set_derived
                                            (GfImportChoices       *self,
                                             const char            *column,
                                             gboolean               derive);
gboolean         gf_import_choices_get_derived
                                            (const GfImportChoices *self,
                                             const char            *column);
GPtrArray       *gf_import_choices_get_files
                                            (const GfImportChoices *self);
void             gf_import_choices_set_before
                                            (GfImportChoices       *self,
                                             GfTable               *before,
                                             gboolean               keep_gone);
GfTable         *gf_import_choices_get_before
                                            (const GfImportChoices *self);
void             gf_import_choices_set_known
                                            (GfImportChoices       *self,
                                             GStrv                  headers,
                                             GStrv                  columns);
GfUpdatePlan    *gf_import_choices_plan     (const GfImportChoices *self,
                                             GfTable               *file);

const char      *gf_import_choices_find_known
                                            (const GfImportChoices *self,
                                             const char            *header);
void             gf_import_choices_set_remembered
                                            (GfImportChoices       *self,
                                             const char            *column);
gboolean         gf_import_choices_is_remembered
                                            (const GfImportChoices *self,
                                             const char            *column);
void             gf_import_choices_set_renamed
                                            (GfImportChoices       *self,
                                             const char            *header,
                                             gboolean               yes);
int              gf_import_choices_get_renamed
                                            (const GfImportChoices *self,
                                             const char            *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfImportChoices, gf_import_choices_free)

G_END_DECLS
