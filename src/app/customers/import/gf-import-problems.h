/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "Will Be Left Empty": the first places of the file that are read otherwise than they stand there,
 * and the way to all of them. */
#define GF_TYPE_IMPORT_PROBLEMS (gf_import_problems_get_type ())
G_DECLARE_FINAL_TYPE (GfImportProblems, gf_import_problems, GF, IMPORT_PROBLEMS, AdwBin)

void gf_import_problems_show (GfImportProblems *self,
                              GfImport         *import);

G_END_DECLS
