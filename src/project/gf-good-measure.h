/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* What makes a customer good: a column, how much it counts, and which way.
 *
 *   column           text
 *   weight           number
 *   lower-is-better  yes or no
 */
#define GF_TYPE_GOOD_MEASURE (gf_good_measure_get_type ())
GF_DECLARE_RECORD (GfGoodMeasure, gf_good_measure, GF, GOOD_MEASURE)

GF_RECORD_STRING (GfGoodMeasure, gf_good_measure, column, "column")
GF_RECORD_DOUBLE (GfGoodMeasure, gf_good_measure, weight, "weight")
GF_RECORD_BOOLEAN (GfGoodMeasure, gf_good_measure, lower_is_better, "lower-is-better")

G_END_DECLS
