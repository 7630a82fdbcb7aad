/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-segment.h"
#include "gf-selector.h"

G_BEGIN_DECLS

/* The conditions of a segment as the mining knows them, and back. */

GfSelector *gf_condition_dup_selector (GfCondition *condition);
GfCondition *gf_condition_new_from_selector (GfSelector *selector);
GPtrArray  *gf_segment_dup_selectors  (GfSegment   *segment);
void        gf_segment_set_selectors  (GfSegment   *segment,
                                       GPtrArray   *selectors);
GfBitset   *gf_segment_match          (GfSegment   *segment,
                                       GfTable     *table);

G_END_DECLS
