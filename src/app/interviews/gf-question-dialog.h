/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-interview.h"

G_BEGIN_DECLS

void gf_question_dialog_present (GtkWidget   *parent,
                                 GfInterview *interview,
                                 GfAnswer    *answer);

G_END_DECLS
