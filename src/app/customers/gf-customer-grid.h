/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-customer-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The customers as a grid: a mark for the best and the bad fits, then a column for each column of the
 * table that is not left out, the name first. A click on a title sorts; a double click or F2 edits. */
#define GF_TYPE_CUSTOMER_GRID (gf_customer_grid_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomerGrid, gf_customer_grid, GF, CUSTOMER_GRID, AdwBin)

void  gf_customer_grid_set_list     (GfCustomerGrid *self,
                                     GfCustomerList *list);
guint gf_customer_grid_get_selected (GfCustomerGrid *self);
void  gf_customer_grid_edit         (GfCustomerGrid *self,
                                     gsize           row,
                                     int             column);
void  gf_customer_grid_edit_focused (GfCustomerGrid *self);

G_END_DECLS
