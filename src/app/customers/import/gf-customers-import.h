/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-draft.h"
#include "gf-import.h"
#include "gf-step-page.h"

G_BEGIN_DECLS

void gf_customers_add_suffixes  (GtkFileFilter         *filter);
GListModel *
     gf_customers_new_filters   (void);
void gf_customers_import_choose (GfStepPage            *page);
void gf_customers_import_file   (GfStepPage            *page,
                                 GFile                 *file);
void gf_customers_import_paste  (GfStepPage            *page);
void gf_customers_import_take   (GfStepPage            *page,
                                 GfImport              *import,
                                 const GfImportDraft   *draft,
                                 const GfImportChoices *choices,
                                 const char            *source_file);
void gf_customers_type_in       (GfStepPage            *page);

G_END_DECLS
