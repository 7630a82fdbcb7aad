/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* Beside an interview: what the data know about the company, and how the person rates things. */
#define GF_TYPE_INTERVIEW_PANE (gf_interview_pane_get_type ())
G_DECLARE_FINAL_TYPE (GfInterviewPane, gf_interview_pane, GF, INTERVIEW_PANE, AdwBin)

gboolean gf_interview_pane_show (GfInterviewPane *self,
                                 GfProject       *project,
                                 GfInterview     *interview);

G_END_DECLS
