/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-columns-pane.h"
#include "gf-customer-grid.h"
#include "gf-customer-rows.h"
#include "gf-customers-table.h"
#include "gf-filter-bar.h"
#include "gf-project-analysis.h"
#include "gf-table-edits.h"

G_BEGIN_DECLS

/* The table's view, shared by gf-customers-table.c (what is shown) and gf-customers-table-actions.c (what
 * the user can do with it) and gf-customers-table-changes.c (what changes the customers). */
struct _GfCustomersTable
{
  GfStepView parent_instance;

  /* Template widgets */
  GtkEditable *search;
  GfFilterBar *filters;
  GtkMenuButton *sort;
  GtkLabel *sort_words;
  GtkButton *filter_button;
  AdwBin *filter_place;
  GtkLabel *count;
  GtkLabel *elsewhere;
  GtkStack *stack;
  GfCustomerGrid *grid;
  GfCustomerRows *rows;
  GfColumnsPane *columns;

  /* Owned references */
  GfCustomerList *list;
  GfAnalysis *analysis;
  AdwDialog *filter_sheet;
  GfTableEdits *edits;
  GfTable *flags_of;       /* whose customers the flags were looked up among */
  GStrv flagged[2];        /* what those are known by who thrive, who drain us */
  GCancellable *writing;   /* the text of customers that are copied or exported */

  guint n_written;
  guint n_written_columns;
  guint dim_source;
  gboolean typing;        /* rows are typed one after the other */
};

GfProject *_gf_customers_table_get_project     (GfCustomersTable    *self);
GfTable   *_gf_customers_table_get_table       (GfCustomersTable    *self);
void       _gf_customers_table_show            (GfCustomersTable    *self);
void       _gf_customers_table_clear           (GfCustomersTable    *self);
void       _gf_customers_table_update_busy     (GfCustomersTable    *self);
GArray    *_gf_customers_table_dup_selected    (GfCustomersTable    *self);
void       _gf_customers_table_add             (GfCustomersTable    *self);
void       _gf_customers_table_empty_cell      (GfCustomersTable    *self,
                                                gsize                row,
                                                guint                column);
void       _gf_customers_table_remove_selected (GfCustomersTable    *self);
void       _gf_customers_table_end_typing      (GfCustomersTable    *self);
void       _gf_customers_table_cell_edited     (GfCustomersTable    *self,
                                                guint64              row,
                                                guint                column,
                                                const char          *text,
                                                int                  move);
void       _gf_customers_table_choose_role     (GfCustomersTable    *self,
                                                guint                column,
                                                guint                role);
void       _gf_customers_table_choose_type     (GfCustomersTable    *self,
                                                guint                column,
                                                guint                type);
void       _gf_customers_table_class_init_actions (GtkWidgetClass   *widget_class);

G_END_DECLS
