/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-analysis.h"
#include "gf-luck.h"

G_BEGIN_DECLS

/* Keeps what an analysis would find by luck alone: whenever it has new findings gf_luck_check() runs in a
 * thread, for the best and for the bad fits. Findings that are superseded end their check. Belongs to the
 * main context of the analysis. */
#define GF_TYPE_LUCK_WATCH (gf_luck_watch_get_type ())
G_DECLARE_FINAL_TYPE (GfLuckWatch, gf_luck_watch, GF, LUCK_WATCH, GObject)

GfLuckWatch *gf_luck_watch_new         (GfAnalysis  *analysis);
GfLuck      *gf_luck_watch_get         (GfLuckWatch *self,
                                        GfAgainst    against);
gboolean     gf_luck_watch_get_running (GfLuckWatch *self);

G_END_DECLS
