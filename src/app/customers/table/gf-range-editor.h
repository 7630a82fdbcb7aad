/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A range of the values of a column: a histogram to drag across, and From and To to type. Signal
 * "changed" has the range, infinite where a side is open; what is no value of the column is marked and
 * changes nothing. */
#define GF_TYPE_RANGE_EDITOR (gf_range_editor_get_type ())
G_DECLARE_FINAL_TYPE (GfRangeEditor, gf_range_editor, GF, RANGE_EDITOR, AdwBin)

GtkWidget *gf_range_editor_new        (void);
void       gf_range_editor_set        (GfRangeEditor   *self,
                                       GfColumn        *column,
                                       GfColumnSummary *summary);
void       gf_range_editor_set_range  (GfRangeEditor   *self,
                                       double           low,
                                       double           high);

G_END_DECLS
