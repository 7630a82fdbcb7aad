/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-findings.h"
#include "gf-progress.h"

G_BEGIN_DECLS

GPtrArray  *gf_mining_choose_columns (GfTable               *table,
                                      const GfMiningOptions *options,
                                      GError               **error);
GfFindings *gf_mining_run (GfTable               *table,
                           const GfBitset        *target,
                           const GfMiningOptions *options,
                           GCancellable          *cancellable,
                           GfProgressFunc         progress,
                           gpointer               progress_data,
                           GError               **error);
GfBitset   *gf_mining_match_text     (GfColumn              *column,
                                      const char            *text);

G_END_DECLS
