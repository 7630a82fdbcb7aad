/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* A figure that shows whether the profile works: inside it against outside.
 *
 *   name             text
 *   unit             text: “days”; “%” for shares
 *   inside           number: share as a fraction, or a number in the unit
 *   inside-count     count
 *   inside-of        count
 *   outside          number
 *   outside-count    count
 *   outside-of       count
 *   target           number
 *   lower-is-better  yes or no
 *   source           text
 *   on-page          yes or no
 */
#define GF_TYPE_KPI (gf_kpi_get_type ())
GF_DECLARE_RECORD (GfKpi, gf_kpi, GF, KPI)

GF_RECORD_STRING (GfKpi, gf_kpi, name, "name")
GF_RECORD_STRING (GfKpi, gf_kpi, unit, "unit")
GF_RECORD_DOUBLE (GfKpi, gf_kpi, inside, "inside")
GF_RECORD_INT (GfKpi, gf_kpi, inside_count, "inside-count")
GF_RECORD_INT (GfKpi, gf_kpi, inside_of, "inside-of")
GF_RECORD_DOUBLE (GfKpi, gf_kpi, outside, "outside")
GF_RECORD_INT (GfKpi, gf_kpi, outside_count, "outside-count")
GF_RECORD_INT (GfKpi, gf_kpi, outside_of, "outside-of")
GF_RECORD_DOUBLE (GfKpi, gf_kpi, target, "target")
GF_RECORD_BOOLEAN (GfKpi, gf_kpi, lower_is_better, "lower-is-better")
GF_RECORD_STRING (GfKpi, gf_kpi, source, "source")
GF_RECORD_BOOLEAN (GfKpi, gf_kpi, on_page, "on-page")

G_END_DECLS
