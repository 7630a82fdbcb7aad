/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-derive.h"
#include "gf-record.h"

G_BEGIN_DECLS

/* How a column of the customers is computed from others, so that it can be computed anew.
 *
 *   formula  GfDeriveFormula
 *   column   text: its name
 *   inputs   texts: the names of the columns it is computed from; "" for an optional one that is not
 *            there
 *   as-of    date: the data's date, to which what still goes on is measured
 */
#define GF_TYPE_DERIVED_COLUMN (gf_derived_column_get_type ())
GF_DECLARE_RECORD (GfDerivedColumn, gf_derived_column, GF, DERIVED_COLUMN)

GF_RECORD_ENUM (GfDerivedColumn, gf_derived_column, formula, "formula", GfDeriveFormula)
GF_RECORD_STRING (GfDerivedColumn, gf_derived_column, column, "column")
GF_RECORD_STRINGS (GfDerivedColumn, gf_derived_column, inputs, "inputs")
GF_RECORD_STRING (GfDerivedColumn, gf_derived_column, as_of, "as-of")

G_END_DECLS
