/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* Which segment was chosen when, and what would change that.
 *
 *   date          date
 *   would-change  text
 *   note          text
 */
#define GF_TYPE_DECISION (gf_decision_get_type ())
GF_DECLARE_RECORD (GfDecision, gf_decision, GF, DECISION)

GF_RECORD_STRING (GfDecision, gf_decision, date, "date")
GF_RECORD_STRING (GfDecision, gf_decision, would_change, "would-change")
GF_RECORD_STRING (GfDecision, gf_decision, note, "note")

G_END_DECLS
