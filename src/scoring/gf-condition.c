/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-condition.h"

#include <math.h>

GF_DEFINE_ENUM (GfConditionKind, gf_condition_kind,
                { GF_CONDITION_IS, "GF_CONDITION_IS", "is" },
                { GF_CONDITION_CONTAINS, "GF_CONDITION_CONTAINS", "contains" },
                { GF_CONDITION_RANGE, "GF_CONDITION_RANGE", "range" },
                { GF_CONDITION_ANY, "GF_CONDITION_ANY", "any" },
                { GF_CONDITION_MISSING, "GF_CONDITION_MISSING", "missing" })

static const GfField fields[] = {
  GF_FIELD_STRING ("column"),
  GF_FIELD_ENUM ("kind", gf_condition_kind_get_type, GF_CONDITION_IS),
  GF_FIELD_STRING ("value"),
  GF_FIELD_STRINGS ("values"),
  GF_FIELD_DOUBLE ("from", -1e300, 1e300, NAN),
  GF_FIELD_DOUBLE ("to", -1e300, 1e300, NAN),
};

GF_DEFINE_RECORD (GfCondition, gf_condition, fields)
