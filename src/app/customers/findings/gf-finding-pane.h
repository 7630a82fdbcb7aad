/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-luck.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* All that is known of one finding: the verdict, the counts, and what might be wrong with it. */
#define GF_TYPE_FINDING_PANE (gf_finding_pane_get_type ())
G_DECLARE_FINAL_TYPE (GfFindingPane, gf_finding_pane, GF, FINDING_PANE, AdwBin)

void gf_finding_pane_set         (GfFindingPane *self,
                                  GfFinding     *finding,
                                  GfFindings    *findings,
                                  GfFinding     *other,
                                  GfTable       *table);
void gf_finding_pane_set_luck    (GfFindingPane *self,
                                  GfLuck        *luck);
void gf_finding_pane_set_profile (GfFindingPane *self,
                                  gboolean       profile);

G_END_DECLS
