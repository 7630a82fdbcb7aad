/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-interview.h"

G_BEGIN_DECLS

/* An interview in a list: a mark for its kind, person and role, company and date, how many quotes. It follows the
 * record. */
#define GF_TYPE_INTERVIEW_ROW (gf_interview_row_get_type ())
G_DECLARE_FINAL_TYPE (GfInterviewRow, gf_interview_row, GF, INTERVIEW_ROW, AdwActionRow)

GtkWidget   *gf_interview_row_new           (GfInterview    *interview);
GfInterview *gf_interview_row_get_interview (GfInterviewRow *self);

G_END_DECLS
