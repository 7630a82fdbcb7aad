/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-document.h"
#include "gf-findings.h"
#include "gf-project.h"

G_BEGIN_DECLS

/* From the segment that was chosen to the page. */

GfSegment  *gf_project_find_primary   (GfProject  *self);
GfProfile  *gf_project_draft_profile  (GfProject  *self,
                                       GfSegment  *segment,
                                       GfFindings *best,
                                       GfFindings *bad,
                                       const char *today);
GfSegment  *gf_project_add_segment    (GfProject  *self,
                                       GPtrArray  *selectors);
char       *gf_segment_dup_made_up_name
                                      (GPtrArray  *selectors,
                                       GfTable    *table);
gboolean    gf_segment_needs_name     (GfSegment  *self,
                                       GfTable    *table);
GfDocument *gf_project_make_document  (GfProject  *self,
                                       GfProfile  *profile,
                                       GfFindings *best);
char       *gf_today                  (void);

G_END_DECLS
