/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the values of a column are spread, as small bars: ten steps of numbers and dates, the ten most
 * frequent values of anything else. A picture of what stands beside it in words ("presentation"). */
#define GF_TYPE_SPARKLINE (gf_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (GfSparkline, gf_sparkline, GF, SPARKLINE, GtkWidget)

GtkWidget *gf_sparkline_new        (void);
void       gf_sparkline_set_column (GfSparkline *self,
                                    GfColumn    *column);

guint      gf_column_count_levels  (GfColumn    *column,
                                    guint      **codes,
                                    gsize      **counts);

G_END_DECLS
