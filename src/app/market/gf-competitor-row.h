/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-competitor.h"

G_BEGIN_DECLS

/* A competitor in a table of five columns, or in two lines where it is narrow. The columns of all rows and of the
 * heads share their widths. */
#define GF_TYPE_COMPETITOR_ROW (gf_competitor_row_get_type ())
G_DECLARE_FINAL_TYPE (GfCompetitorRow, gf_competitor_row, GF, COMPETITOR_ROW, GtkListBoxRow)

#define GF_COMPETITOR_N_COLUMNS 6

GtkWidget    *gf_competitor_row_new            (GfCompetitor     *competitor,
                                                GtkSizeGroup    **columns);
GfCompetitor *gf_competitor_row_get_competitor (GfCompetitorRow  *self);
void          gf_competitor_row_set_narrow     (GfCompetitorRow  *self,
                                                gboolean          narrow);

GtkWidget    *gf_competitor_heads_new          (GtkSizeGroup    **columns);
guint         gf_competitor_count_sources      (GfCompetitor     *competitor);

G_END_DECLS
