/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* Customers while there are none: what is enough, and the ways in. */
#define GF_TYPE_CUSTOMERS_EMPTY (gf_customers_empty_get_type ())
G_DECLARE_FINAL_TYPE (GfCustomersEmpty, gf_customers_empty, GF, CUSTOMERS_EMPTY, GfStepView)

G_END_DECLS
