/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What column views of GTK 4.18 need done for them. */

void gf_column_view_remove_columns (GtkColumnView       *view,
                                    guint                n_kept);
void gf_column_view_scroll_to      (GtkColumnView       *view,
                                    guint                row,
                                    guint                column,
                                    GtkListScrollFlags   flags);

G_END_DECLS
