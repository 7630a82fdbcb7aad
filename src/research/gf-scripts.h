/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-interview.h"

G_BEGIN_DECLS

/* What to ask: a list of questions for each kind of interview, as a place to begin. The questions of
 * an interview belong to it alone once they were put there, so that a change of a script never
 * changes what somebody was really asked. */
guint       gf_script_get_n_questions (GfInterviewKind kind);
const char *gf_script_get_question    (GfInterviewKind kind,
                                       guint           position);
void        gf_script_add_to          (GfInterview    *interview);
void        gf_script_replace_in      (GfInterview    *interview,
                                       GfInterviewKind from);

G_END_DECLS
