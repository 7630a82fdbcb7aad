/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A column of the file that is imported: its name, why it should be looked at, its role and its type.
 * On a phone the choices stand below the words. */
#define GF_TYPE_IMPORT_COLUMN_ROW (gf_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (GfImportColumnRow, gf_import_column_row, GF, IMPORT_COLUMN_ROW, AdwPreferencesRow)

GtkWidget *gf_import_column_row_new        (GfColumn          *column,
                                            const char        *doubt,
                                            const char        *reason);
const char *
           gf_import_column_row_get_column (GfImportColumnRow *self);
void       gf_import_column_row_show       (GfImportColumnRow *self,
                                            GfColumn          *column,
                                            const char        *doubt,
                                            const char        *reason);
void       gf_import_column_row_set_narrow (GfImportColumnRow *self,
                                            gboolean           narrow);
GtkWidget *gf_import_column_row_get_first  (GfImportColumnRow *self);
gboolean   gf_import_column_row_is_doubtful
                                           (GfImportColumnRow *self);

G_END_DECLS
