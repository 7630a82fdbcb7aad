/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-good-measure.h"
#include "gf-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One measure of what makes a customer good: its column, which way, how much it counts. It edits its record. */
#define GF_TYPE_MEASURE_ROW (gf_measure_row_get_type ())
G_DECLARE_FINAL_TYPE (GfMeasureRow, gf_measure_row, GF, MEASURE_ROW, GtkListBoxRow)

GtkWidget     *gf_measure_row_new         (GfGoodMeasure *measure);
GfGoodMeasure *gf_measure_row_get_measure (GfMeasureRow  *self);
void           gf_measure_row_set_table   (GfMeasureRow  *self,
                                           GfTable       *table);
void           gf_measure_row_set_warning (GfMeasureRow  *self,
                                           const char    *warning);
void           gf_measure_row_set_narrow  (GfMeasureRow  *self,
                                           gboolean       narrow);

G_END_DECLS
