/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void gf_customers_export_ask    (GtkWidget     *widget,
                                 GfTable       *table,
                                 const guint   *columns,
                                 guint          n_columns,
                                 const guint32 *rows,
                                 gsize          n_rows);
void gf_customers_export_choose (GtkWidget     *widget,
                                 GBytes        *bytes,
                                 const char    *name,
                                 const char    *done);

G_END_DECLS
