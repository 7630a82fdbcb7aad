/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How often a segment comes first and second, as one bar. What it shows stands beside it in words
 * ("presentation"). */
#define GF_TYPE_PLACE_BAR (gf_place_bar_get_type ())
G_DECLARE_FINAL_TYPE (GfPlaceBar, gf_place_bar, GF, PLACE_BAR, GtkWidget)

GtkWidget *gf_place_bar_new (void);
void       gf_place_bar_set (GfPlaceBar *self,
                             double      first,
                             double      second);

G_END_DECLS
