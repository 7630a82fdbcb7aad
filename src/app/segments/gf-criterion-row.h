/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-criterion.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One criterion to rename and to describe, to move and to remove. */
#define GF_TYPE_CRITERION_ROW (gf_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (GfCriterionRow, gf_criterion_row, GF, CRITERION_ROW, AdwExpanderRow)

GtkWidget   *gf_criterion_row_new           (GfCriterion    *criterion);
GfCriterion *gf_criterion_row_get_criterion (GfCriterionRow *self);
void         gf_criterion_row_set_place     (GfCriterionRow *self,
                                             gboolean        first,
                                             gboolean        last);

G_END_DECLS
