/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A column of the table in the pane: its name, type, share filled and spread; unfolded, its role and
 * type to be chosen, and its values with their counts or its least, middle and greatest. */
#define GF_TYPE_COLUMN_ROW (gf_column_row_get_type ())
G_DECLARE_FINAL_TYPE (GfColumnRow, gf_column_row, GF, COLUMN_ROW, AdwExpanderRow)

GtkWidget *gf_column_row_new        (void);
GfColumn  *gf_column_row_get_column (GfColumnRow *self);
void       gf_column_row_set_column (GfColumnRow *self,
                                     GfColumn    *column);
void       gf_column_row_set_summary (GfColumnRow     *self,
                                      GfColumnSummary *summary);
void       gf_column_row_set_range   (GfColumnRow     *self,
                                      double           low,
                                      double           high);

G_END_DECLS
