/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-customer-cells.h"
#include "gf-customer-grid.h"
#include "gf-row-selection.h"

G_BEGIN_DECLS

/* The grid, shared by gf-customer-grid.c (the list, the selection, the editing),
 * gf-customer-grid-columns.c (the columns: their titles, their order, their cells) and gf-customer-grid-menu.c (the
 * menu on a customer). */
struct _GfCustomerGrid
{
  AdwBin parent_instance;

  /* Owned by the widget tree */
  GtkColumnView *view;

  /* Owned references */
  GfCustomerCells cells;
  GfRowSelection *selection;
  GtkWidget *editor;
  GtkWidget *menu;       /* NULL until it is first asked for */
  GtkWidget *menu_cell;  /* weak: the cell that had the focus then */
  GArray *columns;       /* of guint: the columns of the table that are shown, in order */

  gsize edit_row;
  guint edit_column;
  guint edit_source;
  guint fit_source;
  guint more_source;     /* a tick of the view: rows are still being added to the first ones */
  gboolean shift;
  gboolean sorting;
  gboolean setting;      /* the list is being given another table */
  gboolean rebuild;      /* the columns are to be built when it has */
};

int  _gf_customer_grid_get_index      (gpointer                  object);
void _gf_customer_grid_fill           (gpointer                  owner,
                                       gpointer                  item,
                                       int                       number);
void _gf_customer_grid_bind_row_cb    (GtkSignalListItemFactory *factory,
                                       GtkColumnViewRow         *view_row,
                                       GfCustomerGrid           *self);
void _gf_customer_grid_unbind_row_cb  (GtkSignalListItemFactory *factory,
                                       GtkColumnViewRow         *view_row,
                                       GfCustomerGrid           *self);
void _gf_customer_grid_fit_columns    (GfCustomerGrid           *self);
void _gf_customer_grid_show_order     (GfCustomerGrid           *self);
void _gf_customer_grid_build_columns  (GfCustomerGrid           *self);


GtkColumnViewCell *_gf_customer_grid_find_cell_at (GfCustomerGrid *self,
                                                   double          x,
                                                   double          y);
GtkWidget         *_gf_customer_grid_find_focused (GfCustomerGrid *self);
void               _gf_customer_grid_add_menu     (GfCustomerGrid *self);
gboolean           _gf_customer_grid_show_menu    (GfCustomerGrid *self);

G_END_DECLS
