/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column-look.h"
#include "gf-customer-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the grid and the two-line rows of customers share: how columns look, how the best are marked,
 * and the cells that stand on the screen, which are filled again when something changes.
 *
 *   looks:  one for each column of the table, by its index; kept as far as the column is the same
 *   bound:  the list items on the screen with a number of the owner's, 0 where it needs none
 */
typedef struct
{
  GfCustomerList *list;
  GPtrArray *looks;
  GHashTable *bound;
} GfCustomerCells;

typedef void (*GfCustomerCellsFill) (gpointer owner,
                                     gpointer item,
                                     int      number);

void                gf_customer_cells_init      (GfCustomerCells     *self);
void                gf_customer_cells_clear     (GfCustomerCells     *self);
gboolean            gf_customer_cells_set_list  (GfCustomerCells     *self,
                                                 GfCustomerList      *list,
                                                 gpointer             owner,
                                                 GCallback            table_set,
                                                 GCallback            moved,
                                                 GCallback            refreshed);
gboolean            gf_customer_cells_update    (GfCustomerCells     *self);
const GfColumnLook *gf_customer_cells_get_look  (GfCustomerCells     *self,
                                                 int                  column);
void                gf_customer_cells_fill_all  (GfCustomerCells     *self,
                                                 GfCustomerCellsFill  fill,
                                                 gpointer             owner);
GtkWidget          *gf_customer_cells_new_mark  (void);
const char         *gf_customer_cells_fill_mark (GfCustomerCells     *self,
                                                 GtkImage            *image,
                                                 gsize                row);

G_END_DECLS
