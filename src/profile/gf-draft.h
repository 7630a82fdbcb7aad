/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-competitor.h"
#include "gf-findings.h"
#include "gf-grade.h"
#include "gf-segment.h"
#include "gf-theme-count.h"

G_BEGIN_DECLS

/* What a profile is drafted from. Only the segment must be there; the rest may be NULL or empty, and
 * the draft says nothing of what is not known.
 *
 *   best, bad   what was found about the best customers and about the bad fits
 *   today       the date that evidence is linked on, “2026-10-14”
 */
typedef struct
{
  GfSegment *segment;
  GfTable *table;
  GfFindings *best;
  GfFindings *bad;
  GListModel *interviews;
  GListModel *themes;
  const char *owner;
  const char *today;
} GfDraftSources;

GfProfile   *gf_profile_draft               (const GfDraftSources *sources);

GfStatement *gf_statement_new_from_finding  (GfFinding            *finding,
                                             GfTable              *table,
                                             const char           *today);
GfEvidence  *gf_evidence_new_from_finding   (GfFinding            *finding,
                                             GfTable              *table,
                                             const char           *today);
GfStatement *gf_statement_new_from_theme    (GfTheme              *theme,
                                             GListModel           *interviews,
                                             const char           *today);
GfSectionKind gf_theme_kind_get_section     (GfThemeKind           kind);

G_END_DECLS
