/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-customers.h"
#include "gf-personal.h"

G_BEGIN_DECLS

/* What becomes of the personal columns of a table before it is the customers of a project. The choice
 * and the key of the pseudonyms are kept with the customers, so that the next file is treated alike. */

GfTable *gf_customers_hide_people (GfCustomers      *self,
                                   const GfExport   *export,
                                   GfTable          *table,
                                   GfPersonalChoice  choice,
                                   GHashTable       *by_column);

G_END_DECLS
