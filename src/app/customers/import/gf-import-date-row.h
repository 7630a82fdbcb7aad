/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The question that dates leave open: "05/06/2025: is this 5 June or 6 May?" with both answers. */
#define GF_TYPE_IMPORT_DATE_ROW (gf_import_date_row_get_type ())
G_DECLARE_FINAL_TYPE (GfImportDateRow, gf_import_date_row, GF, IMPORT_DATE_ROW, AdwPreferencesRow)

GtkWidget *gf_import_date_row_new        (GfColumn        *column,
                                          guint            n_columns);
void       gf_import_date_row_show       (GfImportDateRow *self,
                                          GfColumn        *column);
void       gf_import_date_row_set_narrow (GfImportDateRow *self,
                                          gboolean         narrow);
GtkWidget *gf_import_date_row_get_first  (GfImportDateRow *self);

G_END_DECLS
