/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* One customer, pushed over the table: all fields, to be changed; whether and why it is one of the best;
 * its interviews; the findings it belongs to. It goes when its customer does. */
#define GF_TYPE_CUSTOMER_PAGE (gf_customer_page_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomerPage, gf_customer_page, GF, CUSTOMER_PAGE, GfStepView)

GfStepView *gf_customer_page_new (gsize row);

G_END_DECLS
