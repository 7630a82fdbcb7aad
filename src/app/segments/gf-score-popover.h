/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* One score with what its five steps mean, what the customers propose, a note, and where it is from. */
#define GF_TYPE_SCORE_POPOVER (gf_score_popover_get_type ())
G_DECLARE_FINAL_TYPE (GfScorePopover, gf_score_popover, GF, SCORE_POPOVER, GtkPopover)

GtkWidget *gf_score_popover_new    (GfProject      *project,
                                    GfSegment      *segment,
                                    GfCriterion    *criterion);
void       gf_score_popover_update (GfScorePopover *self);

G_END_DECLS
