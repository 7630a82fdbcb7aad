/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-choices.h"
#include "gf-step-page.h"

G_BEGIN_DECLS

void gf_import_progress_run (GfStepPage            *page,
                             GFile                 *file,
                             const GfImportOptions *options,
                             const GfImportChoices *choices,
                             gsize                  n_rows);

G_END_DECLS
