/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-luck.h"
#include "gf-ranking.h"

G_BEGIN_DECLS

/* How the answer of “mine” is told; the verb itself is in gf-cli-mine.c. */

char *gf_cli_mine_dup_json (GfFindings      *findings,
                            GfLuck          *luck,
                            GfTable         *table,
                            guint            top,
                            const GPtrArray *notes);
char *gf_cli_mine_dup_text (GfFindings *findings,
                            GfLuck     *luck,
                            GfTable    *table,
                            guint       top,
                            gboolean    raw);

G_END_DECLS
