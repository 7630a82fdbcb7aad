/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-row-index.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The customers of a table that are shown, in the order they are shown in.
 *
 *   items:   places, empty objects made when asked for: gf_customer_list_get_row() says which row of
 *            the table stands at one
 *   order:   places -> rows, computed by a GfRowIndex; at once for a short table, in a thread for a
 *            long one, where the old rows stay until the new ones come. Places come and go at the end
 *            then, and ::moved says that others stand at those that stay
 *   keep:    a change of cells keeps the order, so that a row edited does not jump away; it emits
 *            ::refreshed, for those who show cells. Rows that are new come last
 *   cost:    see gf-row-index.h
 */
#define GF_TYPE_CUSTOMER_LIST (gf_customer_list_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomerList, gf_customer_list, GF, CUSTOMER_LIST, GObject)

GfCustomerList     *gf_customer_list_new         (void);

GfTable            *gf_customer_list_get_table   (GfCustomerList     *self);
void                gf_customer_list_set_table   (GfCustomerList     *self,
                                                  GfTable            *table);
void                gf_customer_list_set_marks   (GfCustomerList     *self,
                                                  GfBitset           *best,
                                                  GfBitset           *bad);
void                gf_customer_list_set_flags   (GfCustomerList     *self,
                                                  GfBitset           *thriving,
                                                  GfBitset           *draining);
void                gf_customer_list_set_search  (GfCustomerList     *self,
                                                  const char         *text);
void                gf_customer_list_set_columns (GfCustomerList     *self,
                                                  const guint        *columns,
                                                  guint               n_columns);
void                gf_customer_list_set_filters (GfCustomerList     *self,
                                                  GPtrArray          *filters);
void                gf_customer_list_set_order   (GfCustomerList     *self,
                                                  const GfRowSortKey *keys,
                                                  guint               n_keys);
const GfRowSortKey *gf_customer_list_get_order   (GfCustomerList     *self,
                                                  guint              *n_keys);
const GfRowElsewhere *gf_customer_list_get_elsewhere (GfCustomerList   *self);
gboolean            gf_customer_list_get_busy    (GfCustomerList     *self);

gsize               gf_customer_list_get_row     (GfCustomerList     *self,
                                                  guint               position);
guint               gf_customer_list_find        (GfCustomerList     *self,
                                                  gsize               row);
gboolean            gf_customer_list_is_best     (GfCustomerList     *self,
                                                  gsize               row);
gboolean            gf_customer_list_is_bad      (GfCustomerList     *self,
                                                  gsize               row);
gboolean            gf_customer_list_is_thriving      (GfCustomerList     *self,
                                                  gsize               row);
gboolean            gf_customer_list_is_draining      (GfCustomerList     *self,
                                                  gsize               row);

G_END_DECLS
