/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of the best: place, name, figures, and how far up or down against another order. */
#define GF_TYPE_BEST_ROW (gf_best_row_get_type ())
G_DECLARE_FINAL_TYPE (GfBestRow, gf_best_row, GF, BEST_ROW, GtkListBoxRow)

GtkWidget *gf_best_row_new      (void);
void       gf_best_row_set      (GfBestRow  *self,
                                 guint       place,
                                 const char *name,
                                 const char *facts);
void       gf_best_row_set_move (GfBestRow  *self,
                                 int         up);

G_END_DECLS
