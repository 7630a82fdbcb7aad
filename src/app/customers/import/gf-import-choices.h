/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-derive.h"
#include "gf-import-file.h"
#include "gf-import.h"
#include "gf-personal.h"
#include "gf-update-plan.h"

G_BEGIN_DECLS

/* What the file is. */
typedef enum
{
  GF_IMPORT_AS_UPDATE,     /* the next export of the customers that are there */
  GF_IMPORT_AS_JOINED,     /* more about them: deals, tickets, answers */
  GF_IMPORT_AS_LIST,       /* customers, who take the place of any that are there */
} GfImportAs;

/* What the user settled: what the file is, and whose customers that is about;
 * for single columns by their names; what becomes of people and of rows that repeat a customer; which files
 * are joined and which columns derived; what the project is called.
 *
 *   memory:  what is remembered of the customers that are there: a record of its own, which does not change
 *            any more, so that threads may read it
 */
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
gboolean         gf_import_choices_is_personal_said
                                            (const GfImportChoices *self);
GfPersonalChoice gf_import_choices_get_personal
                                            (const GfImportChoices *self);
void             gf_import_choices_begin_personal
                                            (GfImportChoices       *self,
                                             GfPersonalChoice       choice);
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
void             gf_import_choices_set_merge (GfImportChoices       *self,
                                             gboolean               merge);
gboolean         gf_import_choices_get_merge (const GfImportChoices *self);

void             gf_import_choices_set_before
                                            (GfImportChoices       *self,
                                             GfTable               *before,
                                             GfCustomers           *memory);
GfTable         *gf_import_choices_get_before
                                            (const GfImportChoices *self);
GfCustomers     *gf_import_choices_get_memory
                                            (const GfImportChoices *self);
GfSource        *gf_import_choices_get_main_source
                                            (const GfImportChoices *self);
void             gf_import_choices_set_as   (GfImportChoices       *self,
                                             GfImportAs             as);
GfImportAs       gf_import_choices_get_as   (const GfImportChoices *self);
void             gf_import_choices_set_keep_gone
                                            (GfImportChoices       *self,
                                             gboolean               keep_gone);
void             gf_import_choices_set_own  (GfImportChoices       *self,
                                             const char            *name,
                                             int                    kind,
                                             const char            *key);
void             gf_import_choices_set_matched
                                            (GfImportChoices       *self,
                                             GfImportFile          *file);
GfImportFile    *gf_import_choices_get_matched
                                            (const GfImportChoices *self);
GfDateOrder      gf_import_choices_get_own_order
                                            (const GfImportChoices *self,
                                             const GfImport        *import);
GfImportFile    *gf_import_choices_match    (const GfImportChoices *self,
                                             GfImport              *import,
                                             GfTable               *table,
                                             GCancellable          *cancellable,
                                             GError               **error);
GfUpdatePlan    *gf_import_choices_plan     (const GfImportChoices *self,
                                             GfTable               *file);

void             gf_import_choices_settle   (GfImportChoices       *self,
                                             const GfImport        *import);
gboolean         gf_import_choices_is_remembered
                                            (const GfImportChoices *self,
                                             const char            *column);
gboolean         gf_import_choices_is_said  (const GfImportChoices *self,
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
