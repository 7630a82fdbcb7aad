/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-choices.h"
#include "gf-import.h"
#include "gf-step-page.h"

G_BEGIN_DECLS

void gf_customers_add_suffixes  (GtkFileFilter         *filter);
void gf_customers_import_choose (GfStepPage            *page);
void gf_customers_import_file   (GfStepPage            *page,
                                 GFile                 *file);
void gf_customers_import_paste  (GfStepPage            *page);
void gf_customers_import_take   (GfStepPage            *page,
                                 GfImport              *import,
                                 GfTable               *table,
                                 const GfImportChoices *choices,
                                 const char            *source_file);
void gf_customers_type_in       (GfStepPage            *page);

G_END_DECLS
