/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-customers.h"
#include "gf-table.h"

G_BEGIN_DECLS

/* The menus that add a measure or a rule to the customers of a project, and what they add. */

GMenuModel    *gf_measures_menu_new      (GfCustomers *customers,
                                          GfTable     *table);
GMenuModel    *gf_bad_marks_menu_new     (GfTable     *table);

GfGoodMeasure *gf_good_measure_new_for   (GfTable     *table,
                                          const char  *column);
GfBadMark     *gf_bad_mark_new_from_menu (GfTable     *table,
                                          const char  *kind,
                                          const char  *column,
                                          const char  *detail);

G_END_DECLS
