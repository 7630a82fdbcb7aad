/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-flag.h"

GF_DEFINE_ENUM (GfFeeling, gf_feeling,
                { GF_FEELING_THRIVING, "GF_FEELING_THRIVING", "thriving" },
                { GF_FEELING_DRAINING, "GF_FEELING_DRAINING", "draining" })

static const GfField fields[] = {
  GF_FIELD_STRING ("customer"),
  GF_FIELD_ENUM ("feeling", gf_feeling_get_type, GF_FEELING_THRIVING),
  GF_FIELD_STRING ("who"),
  GF_FIELD_STRING ("date"),
};

GF_DEFINE_RECORD (GfCustomerFlag, gf_customer_flag, fields)
