/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which rows of a long list are selected: a set of places, nothing more; and how many of its first rows there
 * are for the view, which may be fewer for a moment. GtkMultiSelection keeps an object for each selected row
 * and looks for it among all rows that come when others go, and GtkSliceListModel tells of one row that goes
 * as if all behind it did: with a million rows either takes a third of a second. Here rows that go are no
 * longer selected. */
#define GF_TYPE_ROW_SELECTION (gf_row_selection_get_type ())
G_DECLARE_FINAL_TYPE (GfRowSelection, gf_row_selection, GF, ROW_SELECTION, GObject)

GfRowSelection *gf_row_selection_new       (GListModel     *model);
void            gf_row_selection_set_model (GfRowSelection *self,
                                            GListModel     *model);
guint           gf_row_selection_get_limit (GfRowSelection *self);
void            gf_row_selection_set_limit (GfRowSelection *self,
                                            guint           limit);

G_END_DECLS
