/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  GF_FINDING_LIST_TRAITS,
  GF_FINDING_LIST_COMBINATIONS,
} GfFindingListKind;

typedef enum
{
  GF_FINDING_LIST_BY_EVIDENCE,
  GF_FINDING_LIST_BY_SHARE,
  GF_FINDING_LIST_BY_SIZE,
} GfFindingListSort;

/* Findings under a common axis: those that say something, and behind a last row the others.
 *
 * Signal "selected" (GfFinding, or NULL): another row is the selected one.
 * Signal "activated": the selected row was opened. */
#define GF_TYPE_FINDING_LIST (gf_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (GfFindingList, gf_finding_list, GF, FINDING_LIST, AdwBin)

void       gf_finding_list_set          (GfFindingList     *self,
                                         GfFindings        *findings,
                                         GfTable           *table,
                                         GfFindingListKind  kind,
                                         GfFindingListSort  sort,
                                         const char        *search);
void       gf_finding_list_set_narrow   (GfFindingList     *self,
                                         gboolean           narrow);
GfFinding *gf_finding_list_get_selected (GfFindingList     *self);

G_END_DECLS
