/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void    gf_customers_write_async   (GfTable              *table,
                                    GArray               *columns,
                                    GArray               *rows,
                                    char                  delimiter,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GBytes *gf_customers_write_finish  (GAsyncResult         *result,
                                    gsize                *n_guarded,
                                    GError              **error);
void    gf_customers_export_ask    (GtkWidget            *widget,
                                    GBytes               *bytes,
                                    guint                 n_columns,
                                    gsize                 n_rows,
                                    gsize                 n_guarded);
void    gf_customers_export_choose (GtkWidget            *widget,
                                    GBytes               *bytes,
                                    const char           *name,
                                    const char           *done);

G_END_DECLS
