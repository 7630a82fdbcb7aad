/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-scoreboard.h"

G_BEGIN_DECLS

/* What stands beside the matrix: how firm the order is, and what was decided. */

void  gf_firmness_fill      (GtkListBox   *list,
                             GfScoreboard *board);
void  gf_chosen_fill        (GtkListBox    *list,
                             GtkListBoxRow *last,
                             GListModel    *segments);
char *gf_decision_dup_title (const char   *date);

G_END_DECLS
