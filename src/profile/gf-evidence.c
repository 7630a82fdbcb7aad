/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-evidence.h"

#include <math.h>

GF_DEFINE_ENUM (GfEvidenceKind, gf_evidence_kind,
                { GF_EVIDENCE_CUSTOMERS, "GF_EVIDENCE_CUSTOMERS", "customers" },
                { GF_EVIDENCE_INTERVIEWS, "GF_EVIDENCE_INTERVIEWS", "interviews" },
                { GF_EVIDENCE_DEALS, "GF_EVIDENCE_DEALS", "deals" },
                { GF_EVIDENCE_MARKET, "GF_EVIDENCE_MARKET", "market" },
                { GF_EVIDENCE_OWN, "GF_EVIDENCE_OWN", "own" })

static const GfField fields[] = {
  GF_FIELD_ENUM ("kind", gf_evidence_kind_get_type, GF_EVIDENCE_CUSTOMERS),
  GF_FIELD_STRING ("target"),
  GF_FIELD_STRING ("text"),
  GF_FIELD_INT ("count", 0, G_MAXINT32, 0),
  GF_FIELD_INT ("of", 0, G_MAXINT32, 0),
  GF_FIELD_DOUBLE ("low", 0, 1, NAN),
  GF_FIELD_DOUBLE ("high", 0, 1, NAN),
  GF_FIELD_DOUBLE ("against", 0, 1, NAN),
  GF_FIELD_BOOLEAN ("clear", TRUE),
  GF_FIELD_DATE ("date"),
};

GF_DEFINE_RECORD (GfEvidence, gf_evidence, fields)
