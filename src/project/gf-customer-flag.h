/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

typedef enum
{
  GF_FEELING_THRIVING,
  GF_FEELING_DRAINING,
} GfFeeling;

#define GF_TYPE_FEELING (gf_feeling_get_type ())
GType gf_feeling_get_type (void) G_GNUC_CONST;

/* What somebody who works with a customer says of them.
 *
 *   customer  text: what the customer is known by, see gf-row-identity.h
 *   feeling   GfFeeling
 *   who       text: who said so
 *   date      text: when, as an ISO date; "" in older projects
 */
#define GF_TYPE_CUSTOMER_FLAG (gf_customer_flag_get_type ())
GF_DECLARE_RECORD (GfCustomerFlag, gf_customer_flag, GF, CUSTOMER_FLAG)

GF_RECORD_STRING (GfCustomerFlag, gf_customer_flag, customer, "customer")
GF_RECORD_ENUM (GfCustomerFlag, gf_customer_flag, feeling, "feeling", GfFeeling)
GF_RECORD_STRING (GfCustomerFlag, gf_customer_flag, who, "who")
GF_RECORD_STRING (GfCustomerFlag, gf_customer_flag, date, "date")

G_END_DECLS
