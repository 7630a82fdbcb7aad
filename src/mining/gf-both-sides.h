/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-findings.h"

G_BEGIN_DECLS

/* What marks the best may mark the bad fits as well: then it tells nobody whom to win.
 *
 *   other side:  the same traits judged against the others: as they stand in the findings of that side, else
 *                evaluated among as many tests
 *   marks both:  more likely and at least moderate on either side
 *   cost:        for each finding that stands out and is more likely, one match of its traits
 */
GfFinding *gf_finding_see_other_side          (GfFinding      *self,
                                               GfFindings     *others,
                                               GfTable        *table,
                                               const GfBitset *target);
gboolean   gf_finding_marks_both              (GfFinding      *self,
                                               GfFinding      *other);
char      *gf_finding_dup_other_side_sentence (GfFinding      *self,
                                               GfFinding      *other);
const char *
           gf_finding_get_both_mark           (GfFinding      *self);

void       gf_findings_mark_both_sides        (GfFindings     *self,
                                               GfFindings     *others,
                                               GfTable        *table,
                                               const GfBitset *target);

G_END_DECLS
