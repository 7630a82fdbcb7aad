/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-segment.h"

G_BEGIN_DECLS

/* Who may be chosen: one primary segment, and two secondary ones at most. */
#define GF_CHOSEN_MAX 3

gboolean gf_standings_set    (GfSegmentStanding  *standings,
                              guint               n_standings,
                              guint               which,
                              GfSegmentStanding   standing,
                              GError            **error);
guint    gf_standings_count  (GListModel         *segments);

G_END_DECLS
