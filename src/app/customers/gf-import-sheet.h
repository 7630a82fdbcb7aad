/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* The sheet between a file and its customers: how it is read, its first rows, which columns should be
 * looked at and which cells will be empty. Nothing is changed before its blue button is pressed. */
#define GF_TYPE_IMPORT_SHEET (gf_import_sheet_get_type ())
G_DECLARE_FINAL_TYPE (GfImportSheet, gf_import_sheet, GF, IMPORT_SHEET, AdwDialog)

GfImportSheet *gf_import_sheet_present (GfStepPage *page,
                                        GFile      *file);

G_END_DECLS
