/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-derived-column.h"

static const GfField fields[] = {
  GF_FIELD_ENUM ("formula", gf_derive_formula_get_type, GF_DERIVE_TENURE),
  GF_FIELD_STRING ("column"),
  GF_FIELD_STRINGS ("inputs"),
  GF_FIELD_DATE ("as-of"),
};

GF_DEFINE_RECORD (GfDerivedColumn, gf_derived_column, fields)
