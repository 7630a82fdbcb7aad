/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gf_histogram_pick:
 *
 * Which bars a drag from @x0 to @x1 takes.
 */
void gf_histogram_pick (guint    n_bars,
                        double   x0,
                        double   x1,
                        double   width,
                        gboolean rtl,
                        guint   *first,
                        guint   *last);

/* How the values of a column are spread: bars of equal width over figures people use. Drag across them
 * to choose a range: "range-picked" has its edges. Two entries beside it are its twin for the
 * keyboard, see GfRangeEditor.
 *
 *   bars:  inside the range in the colour of the best, else in that of the others
 *   names: under the axis the least and the greatest edge, and those of the range
 */
#define GF_TYPE_HISTOGRAM (gf_histogram_get_type ())
G_DECLARE_FINAL_TYPE (GfHistogram, gf_histogram, GF, HISTOGRAM, GtkWidget)

GtkWidget *gf_histogram_new       (void);
void       gf_histogram_set       (GfHistogram     *self,
                                   GfColumn        *column,
                                   GfColumnSummary *summary);
void       gf_histogram_set_range (GfHistogram     *self,
                                   double           low,
                                   double           high);

G_END_DECLS
