/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

typedef enum
{
  GF_EVIDENCE_CUSTOMERS,
  GF_EVIDENCE_INTERVIEWS,
  GF_EVIDENCE_DEALS,
  GF_EVIDENCE_MARKET,
  GF_EVIDENCE_OWN,
} GfEvidenceKind;

#define GF_TYPE_EVIDENCE_KIND (gf_evidence_kind_get_type ())
GType gf_evidence_kind_get_type (void) G_GNUC_CONST;

/* What supports a statement, with its figures as they were when it was linked.
 *
 *   kind    GfEvidenceKind
 *   target  text: what it points at: a finding in canonical form, or an id
 *   text    text: in words, as it was then
 *   count   count: how many say so
 *   of      count: out of how many; 0 if it is no count
 *   low     number: 95 % credible interval of the share
 *   high    number
 *   against number: share of the others; NaN if not compared
 *   clear   yes or no: whether it is more than a hint
 *   date    date: when it was linked
 */
#define GF_TYPE_EVIDENCE (gf_evidence_get_type ())
GF_DECLARE_RECORD (GfEvidence, gf_evidence, GF, EVIDENCE)

GF_RECORD_ENUM (GfEvidence, gf_evidence, kind, "kind", GfEvidenceKind)
GF_RECORD_STRING (GfEvidence, gf_evidence, target, "target")
GF_RECORD_STRING (GfEvidence, gf_evidence, text, "text")
GF_RECORD_INT (GfEvidence, gf_evidence, count, "count")
GF_RECORD_INT (GfEvidence, gf_evidence, of, "of")
GF_RECORD_DOUBLE (GfEvidence, gf_evidence, low, "low")
GF_RECORD_DOUBLE (GfEvidence, gf_evidence, high, "high")
GF_RECORD_DOUBLE (GfEvidence, gf_evidence, against, "against")
GF_RECORD_BOOLEAN (GfEvidence, gf_evidence, clear, "clear")
GF_RECORD_STRING (GfEvidence, gf_evidence, date, "date")

G_END_DECLS
