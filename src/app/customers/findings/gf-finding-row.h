/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-data-color.h"
#include "gf-finding.h"

G_BEGIN_DECLS

/* One finding in a list: what, how many with the interval as a bar and in words, the verdict. */
#define GF_TYPE_FINDING_ROW (gf_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (GfFindingRow, gf_finding_row, GF, FINDING_ROW, GtkListBoxRow)

GtkWidget *gf_finding_row_new         (GfFinding    *finding,
                                       GfTable      *table,
                                       gboolean      judged,
                                       gboolean      both,
                                       GtkSizeGroup *counts,
                                       GtkSizeGroup *verdicts);
GfFinding *gf_finding_row_get_finding (GfFindingRow *self);
void       gf_finding_row_set_scale   (GfFindingRow *self,
                                       double        base,
                                       double        maximum);
void       gf_finding_row_set_narrow  (GfFindingRow *self,
                                       gboolean      narrow);

char      *gf_finding_dup_title       (GfFinding    *finding,
                                       GfTable      *table);
char      *gf_finding_dup_subtitle    (GfFinding    *finding,
                                       GfTable      *table);
gboolean   gf_finding_is_good         (GfFinding    *finding);
GfDataRole gf_finding_get_role        (GfFinding    *finding);

G_END_DECLS
