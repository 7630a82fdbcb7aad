/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* What somebody said to one question of an interview.
 *
 *   question  text: as it was asked
 *   text      text: the answer, as typed
 */
#define GF_TYPE_ANSWER (gf_answer_get_type ())
GF_DECLARE_RECORD (GfAnswer, gf_answer, GF, ANSWER)

GF_RECORD_STRING (GfAnswer, gf_answer, question, "question")
GF_RECORD_STRING (GfAnswer, gf_answer, text, "text")

G_END_DECLS
