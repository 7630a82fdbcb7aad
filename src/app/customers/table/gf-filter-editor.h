/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-row-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One condition on a column, to be changed: what kind, and which levels, range or text. Signal "changed"
 * tells of each change; gf_filter_editor_get_filter() has the new condition.
 *
 *   kinds:  of a category, set or flag: is one of, is none of; of numbers, money and dates: is between;
 *           of all: has a text, is filled, is empty
 */
#define GF_TYPE_FILTER_EDITOR (gf_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (GfFilterEditor, gf_filter_editor, GF, FILTER_EDITOR, AdwBin)

GtkWidget   *gf_filter_editor_new          (GfColumn       *column,
                                            GfRowFilter    *filter);
GfRowFilter *gf_filter_editor_get_filter   (GfFilterEditor *self);
GfRowFilter *gf_row_filter_new_for_column  (GfColumn       *column);

G_END_DECLS
