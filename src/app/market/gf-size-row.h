/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-market-size.h"

G_BEGIN_DECLS

/* A line of the market: its plain name over the one that consultants use, a bar with the share of the line above,
 * and the count over its arithmetic. Narrow, the bar goes below the words. */
#define GF_TYPE_SIZE_ROW (gf_size_row_get_type ())
G_DECLARE_FINAL_TYPE (GfSizeRow, gf_size_row, GF, SIZE_ROW, GtkListBoxRow)

GtkWidget *gf_size_row_new        (GfMarketLine        line);
void       gf_size_row_set_narrow (GfSizeRow           *self,
                                   gboolean             narrow);
void       gf_size_row_show       (GfSizeRow           *self,
                                   GfMarket            *market,
                                   GfTable             *table,
                                   const GfMarketSize  *size);

G_END_DECLS
