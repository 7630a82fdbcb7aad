/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-reading.h"
#include "gf-step-page.h"

G_BEGIN_DECLS

/* What a list of customers holds, everything guessed, all of it changeable, before it is imported. */
#define GF_TYPE_IMPORT_SHEET (gf_import_sheet_get_type ())
G_DECLARE_FINAL_TYPE (GfImportSheet, gf_import_sheet, GF, IMPORT_SHEET, AdwDialog)

GfImportSheet *gf_import_sheet_present (GfStepPage      *page,
                                        GfImportReading *reading);

G_END_DECLS
