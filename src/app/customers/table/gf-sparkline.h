/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the values of a column are spread, as small bars: the histogram of numbers and dates, the ten most
 * frequent values of anything else. A picture of what stands beside it in words ("presentation"). */
#define GF_TYPE_SPARKLINE (gf_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (GfSparkline, gf_sparkline, GF, SPARKLINE, GtkWidget)

GtkWidget *gf_sparkline_new (void);
void       gf_sparkline_set (GfSparkline     *self,
                             GfColumnSummary *summary);

G_END_DECLS
