/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-interview.h"
#include "gf-step-view.h"

G_BEGIN_DECLS

/* One interview, pushed over the list: who was asked, the questions with their answers, and in the pane what is known
 * of the company. Next leads to the interview after it. */
#define GF_TYPE_INTERVIEW_VIEW (gf_interview_view_get_type ())
G_DECLARE_FINAL_TYPE (GfInterviewView, gf_interview_view, GF, INTERVIEW_VIEW, GfStepView)

GfStepView  *gf_interview_view_new           (GfInterview     *interview);
GfInterview *gf_interview_view_get_interview (GfInterviewView *self);

G_END_DECLS
