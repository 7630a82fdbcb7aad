/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* A row of the list of steps: icon, title, status, and how far the step is. Its accessible name is
 * "Interviews", its description "5 happy, 2 churned, under way". */
#define GF_TYPE_STEP_ROW (gf_step_row_get_type ())
G_DECLARE_FINAL_TYPE (GfStepRow, gf_step_row, GF, STEP_ROW, GtkListBoxRow)

GtkWidget *gf_step_row_new        (const char  *title,
                                   const char  *icon_name);
void       gf_step_row_set_status (GfStepRow   *self,
                                   GfStepState  state,
                                   const char  *status);

G_END_DECLS
