/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* What segments are scored on.
 *
 *   name       text
 *   weight     number: share of the total; the weights need not sum to 100
 *   poor       text: what 1 means
 *   fair       text: what 3 means
 *   excellent  text: what 5 means
 */
#define GF_TYPE_CRITERION (gf_criterion_get_type ())
GF_DECLARE_RECORD (GfCriterion, gf_criterion, GF, CRITERION)

GF_RECORD_STRING (GfCriterion, gf_criterion, name, "name")
GF_RECORD_DOUBLE (GfCriterion, gf_criterion, weight, "weight")
GF_RECORD_STRING (GfCriterion, gf_criterion, poor, "poor")
GF_RECORD_STRING (GfCriterion, gf_criterion, fair, "fair")
GF_RECORD_STRING (GfCriterion, gf_criterion, excellent, "excellent")

G_END_DECLS
