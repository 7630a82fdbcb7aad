/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-cell-editor.h"
#include "gf-customer-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The customers as a grid: marks, then the columns that are shown, in their order. A click on a title
 * sorts by it alone, one with Shift within the order there is; a double click or F2 edits a cell, Enter
 * opens the customer. */
#define GF_TYPE_CUSTOMER_GRID (gf_customer_grid_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomerGrid, gf_customer_grid, GF, CUSTOMER_GRID, AdwBin)

void       gf_customer_grid_set_list     (GfCustomerGrid     *self,
                                          GfCustomerList     *list);
void       gf_customer_grid_set_columns  (GfCustomerGrid     *self,
                                          const guint        *columns,
                                          guint               n_columns);
void       gf_customer_grid_set_order    (GfCustomerGrid     *self,
                                          const GfRowSortKey *keys,
                                          guint               n_keys);
guint      gf_customer_grid_get_selected (GfCustomerGrid     *self);
GtkBitset *gf_customer_grid_dup_selection (GfCustomerGrid    *self);
void       gf_customer_grid_select       (GfCustomerGrid     *self,
                                          guint               position,
                                          guint               n_rows);
gboolean   gf_customer_grid_get_focused  (GfCustomerGrid     *self,
                                          gsize              *row,
                                          guint              *column);
void       gf_customer_grid_edit         (GfCustomerGrid     *self,
                                          gsize               row,
                                          int                 column);
void       gf_customer_grid_edit_focused (GfCustomerGrid     *self);

G_END_DECLS
