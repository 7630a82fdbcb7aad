/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GBytes *gf_table_to_csv            (GfTable    *table);
void    gf_customers_export_choose (GtkWidget  *widget,
                                    GBytes     *bytes,
                                    const char *name,
                                    const char *done);

G_END_DECLS
