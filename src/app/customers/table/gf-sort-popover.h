/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-customer-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GfSortMode:
 * @GF_SORT_ASCENDING: by this column alone, the least first
 * @GF_SORT_DESCENDING: by this column alone, the greatest first
 * @GF_SORT_THEN_ASCENDING: by those before, and by this column where they are equal
 * @GF_SORT_THEN_DESCENDING: the same, the greatest first
 * @GF_SORT_NOT: by no column, as the table was imported
 * @GF_SORT_TURN: by the same columns, this one the other way round
 * @GF_SORT_LEAVE: by the same columns but this one
 *
 * How a column changes the order, in the action `view.sort` (column, mode).
 */
typedef enum
{
  GF_SORT_ASCENDING,
  GF_SORT_DESCENDING,
  GF_SORT_THEN_ASCENDING,
  GF_SORT_THEN_DESCENDING,
  GF_SORT_NOT,
  GF_SORT_TURN,
  GF_SORT_LEAVE,
} GfSortMode;

/* What the customers are sorted by, one column behind the other, and what else they can be sorted by: all
 * columns, whether shown or not. What is chosen goes to the action `view.sort` of a widget around it. */
#define GF_TYPE_SORT_POPOVER (gf_sort_popover_get_type ())
G_DECLARE_FINAL_TYPE (GfSortPopover, gf_sort_popover, GF, SORT_POPOVER, GtkPopover)

GtkWidget *gf_sort_popover_new          (GfCustomerList *list);

char      *gf_sort_popover_dup_name     (GfTable        *table,
                                         int             column);

G_END_DECLS
