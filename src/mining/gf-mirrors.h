/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-finding.h"
#include "gf-ranking.h"

G_BEGIN_DECLS

/* Columns that only repeat who is best, or who is a bad fit, in other words: they explain nothing. Names belong to the
 * table. Looking costs a few passes over the rows for each column. */

GPtrArray *gf_mirrors_find        (GfTable         *table,
                                   const GfBitset  *target,
                                   const GfBitset  *among);
GPtrArray *gf_mirrors_find_best   (GfTable         *table,
                                   const GfRanking *ranking);
char      *gf_mirror_dup_sentence (const char      *column,
                                   GfAgainst        against);

G_END_DECLS
