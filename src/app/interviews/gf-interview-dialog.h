/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* Who is asked, when and by whom: for a new interview, or for one that is there. Nothing is recorded before
 * Add or Save is pressed; then it is one step of undo. A new interview begins with the script of its kind, and
 * the signal "added" tells of it. */
#define GF_TYPE_INTERVIEW_DIALOG (gf_interview_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfInterviewDialog, gf_interview_dialog, GF, INTERVIEW_DIALOG, AdwDialog)

AdwDialog *gf_interview_dialog_new (GfProject      *project,
                                    GfInterview    *interview);

G_END_DECLS
