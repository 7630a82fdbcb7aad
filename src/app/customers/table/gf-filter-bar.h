/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-row-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The conditions on the customers that are shown: a chip for each, which opens to be changed and has a
 * button that removes it, and a menu of columns to add one. Signal "changed" tells of each change.
 *
 *   empty:  a condition that nothing was chosen for yet ("Industry: any") is a chip, but holds for all
 */
#define GF_TYPE_FILTER_BAR (gf_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (GfFilterBar, gf_filter_bar, GF, FILTER_BAR, AdwBin)

void       gf_filter_bar_set_labelled (GfFilterBar *self,
                                       gboolean     labelled);
void       gf_filter_bar_set_table    (GfFilterBar *self,
                                       GfTable     *table);
void       gf_filter_bar_set_marks    (GfFilterBar *self,
                                       GfBitset    *best,
                                       GfBitset    *bad);
void       gf_filter_bar_set_flags    (GfFilterBar *self,
                                       GfBitset    *thriving,
                                       GfBitset    *draining);
GPtrArray *gf_filter_bar_dup_filters  (GfFilterBar *self);
guint      gf_filter_bar_get_n        (GfFilterBar *self);
void       gf_filter_bar_clear        (GfFilterBar *self);
void       gf_filter_bar_put          (GfFilterBar *self,
                                       GfRowFilter *filter);
void       gf_filter_bar_add_column   (GfFilterBar *self,
                                       GfColumn    *column);
gboolean   gf_filter_bar_get_range    (GfFilterBar *self,
                                       const char  *column,
                                       double      *low,
                                       double      *high);

G_END_DECLS
