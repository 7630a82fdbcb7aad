/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-selector.h"
#include "gf-step-page.h"

G_BEGIN_DECLS

/* The step Customers: who they are, which are the best, what these have in common. */
#define GF_TYPE_CUSTOMERS_PAGE (gf_customers_page_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomersPage, gf_customers_page, GF, CUSTOMERS_PAGE, GfStepPage)

void gf_customers_page_show_selectors (GtkWidget *widget,
                                       GPtrArray *selectors);

G_END_DECLS
