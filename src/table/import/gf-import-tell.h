/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-infer.h"
#include "gf-problems.h"

G_BEGIN_DECLS

/* What the import says about the values of one column: cells that are none of its type, what was
 * repaired, and what was decided though the file leaves it open. Each cell that is no value is told
 * with its row; the rest once for a column or a text.
 */
void gf_import_tell_unreadable (GfProblems           *problems,
                                const GfColumn       *column,
                                guint                 index);
void gf_import_tell_readings   (GfProblems           *problems,
                                const GfColumnFacts  *facts,
                                const GfInferContext *context,
                                const GfColumn       *column,
                                guint                 index);
void gf_import_tell_currencies (GfProblems           *problems,
                                const GfColumn       *codes,
                                guint                 index);

G_END_DECLS
