/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-value-metric.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_STRING ("before"),
  GF_FIELD_STRING ("after"),
  GF_FIELD_STRING ("note"),
  GF_FIELD_LIST ("evidence", gf_evidence_get_type),
};

GF_DEFINE_RECORD (GfValueMetric, gf_value_metric, fields)
