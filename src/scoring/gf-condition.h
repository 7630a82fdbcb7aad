/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

typedef enum
{
  GF_CONDITION_IS,
  GF_CONDITION_CONTAINS,
  GF_CONDITION_RANGE,
  GF_CONDITION_ANY,
  GF_CONDITION_MISSING,
} GfConditionKind;

#define GF_TYPE_CONDITION_KIND (gf_condition_kind_get_type ())
GType gf_condition_kind_get_type (void) G_GNUC_CONST;

/* One condition of a segment: what a column must say.
 *
 *   column  text
 *   kind    GfConditionKind
 *   value   text: the level, for is and contains
 *   values  texts: for any: the levels of which the cell says one
 *   from    number: for a range: at least this; NaN for open; dates in days since 1970-01-01
 *   to      number: for a range: less than this; NaN for open
 */
#define GF_TYPE_CONDITION (gf_condition_get_type ())
GF_DECLARE_RECORD (GfCondition, gf_condition, GF, CONDITION)

GF_RECORD_STRING (GfCondition, gf_condition, column, "column")
GF_RECORD_ENUM (GfCondition, gf_condition, kind, "kind", GfConditionKind)
GF_RECORD_STRING (GfCondition, gf_condition, value, "value")
GF_RECORD_STRINGS (GfCondition, gf_condition, values, "values")
GF_RECORD_DOUBLE (GfCondition, gf_condition, from, "from")
GF_RECORD_DOUBLE (GfCondition, gf_condition, to, "to")

G_END_DECLS
