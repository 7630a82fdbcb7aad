/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-choices.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "Columns to Look At": a row for each column that is in doubt, the question that dates leave open
 * first, and one that leads to all columns. Of a short file that nobody knows all are shown.
 *
 *   stay: rows are made anew only when other columns are in doubt, so that what has the focus keeps
 *         it while more of the file is read
 */
#define GF_TYPE_IMPORT_COLUMNS (gf_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (GfImportColumns, gf_import_columns, GF, IMPORT_COLUMNS, AdwBin)

void       gf_import_columns_show       (GfImportColumns *self,
                                         GfImport        *import,
                                         const GfImportChoices *choices,
                                         GfTable         *table,
                                         GPtrArray       *doubts,
                                         GPtrArray       *reasons);
void       gf_import_columns_set_narrow (GfImportColumns *self,
                                         gboolean         narrow);
GtkWidget *gf_import_columns_get_first  (GfImportColumns *self);

G_END_DECLS
