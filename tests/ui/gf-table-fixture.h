/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"
#include "gf-step-page.h"
#include "gf-ui-test.h"

G_BEGIN_DECLS

/* Four customers in the table of a window. */

#define TABLE_LIST                                             \
  "Name,Industry,Employees,Country,Revenue,Churned\n"          \
  "Talweg,Software,117,Sweden,3100.5,no\n"                     \
  "Halden,Data,12,Norway,,yes\n"                               \
  "Åre Media,Media,1200,Sweden,950,no\n"                       \
  "Birken,Software,64,Germany,22000,no\n"

GfTable    *table_read             (const char *text);
GfWindow   *table_open             (int         width,
                                    int         height);
void        table_wait_for_history (void);
GfStepView *table_view             (GfWindow   *window);
const char *table_cell             (GfWindow   *window,
                                    gsize       row,
                                    guint       column);

G_END_DECLS
