/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which rows of a long list are selected: a set of places, nothing more. GtkMultiSelection keeps an object
 * for each selected row and looks for it among all rows that come when others go, which takes a third of a
 * second with a million rows. Here rows that go are no longer selected. */
#define GF_TYPE_ROW_SELECTION (gf_row_selection_get_type ())
G_DECLARE_FINAL_TYPE (GfRowSelection, gf_row_selection, GF, ROW_SELECTION, GObject)

GfRowSelection *gf_row_selection_new (GListModel *model);

G_END_DECLS
