/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-evidence.h"

G_BEGIN_DECLS

/* The one number by which the customer measures what we are worth.
 *
 *   name      text: “time saved per report”
 *   before    text: “6 h”; empty when there is one figure only
 *   after     text: “25 min”
 *   note      text: “median of five happy customers”
 *   evidence  GfEvidences
 */
#define GF_TYPE_VALUE_METRIC (gf_value_metric_get_type ())
GF_DECLARE_RECORD (GfValueMetric, gf_value_metric, GF, VALUE_METRIC)

GF_RECORD_STRING (GfValueMetric, gf_value_metric, name, "name")
GF_RECORD_STRING (GfValueMetric, gf_value_metric, before, "before")
GF_RECORD_STRING (GfValueMetric, gf_value_metric, after, "after")
GF_RECORD_STRING (GfValueMetric, gf_value_metric, note, "note")
GF_RECORD_LIST (GfValueMetric, gf_value_metric, evidence, "evidence")

G_END_DECLS
