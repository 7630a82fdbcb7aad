/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bad-fits.h"
#include "gf-bad-mark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One rule of who is a bad fit: what it says, for how many it holds, its limit, on or off. It edits its record. */
#define GF_TYPE_BAD_MARK_ROW (gf_bad_mark_row_get_type ())
G_DECLARE_FINAL_TYPE (GfBadMarkRow, gf_bad_mark_row, GF, BAD_MARK_ROW, GtkListBoxRow)

GtkWidget *gf_bad_mark_row_new        (GfBadMark    *mark);
GfBadMark *gf_bad_mark_row_get_mark   (GfBadMarkRow *self);
void       gf_bad_mark_row_set_table  (GfBadMarkRow *self,
                                       GfTable      *table);
void       gf_bad_mark_row_set_narrow (GfBadMarkRow *self,
                                       gboolean      narrow);

G_END_DECLS
