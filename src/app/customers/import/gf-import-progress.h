/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-choices.h"
#include "gf-import-reading.h"
#include "gf-step-page.h"

G_BEGIN_DECLS

void gf_import_progress_run (GfStepPage            *page,
                             GfImportReading       *reading,
                             const GfImportChoices *choices);

G_END_DECLS
