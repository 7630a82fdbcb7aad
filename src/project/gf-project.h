/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-competitor.h"
#include "gf-criterion.h"
#include "gf-customers.h"
#include "gf-decision.h"
#include "gf-interview.h"
#include "gf-kpi.h"
#include "gf-market.h"
#include "gf-position-map.h"
#include "gf-profile.h"
#include "gf-review.h"
#include "gf-segment.h"
#include "gf-table.h"
#include "gf-theme.h"

G_BEGIN_DECLS

/* The root record: everything that one project holds.
 *
 *   name         text: of the project
 *   product      text: what is sold, as the page names it
 *   owner        text: who answers for the profile: “Mara Lindqvist, Marketing”
 *   customers    GfCustomers
 *   interviews   GfInterviews
 *   themes       GfThemes
 *   competitors  GfCompetitors
 *   market       GfMarket
 *   maps         GfPositionMaps
 *   criteria     GfCriterions
 *   segments     GfSegments
 *   decision     GfDecision
 *   profiles     GfProfiles
 *   kpis         GfKpis
 *   reviews      GfReviews
 *   next-review  date
 *
 * The customers themselves are no records but one immutable table, the property #GfProject:table.
 * Setting another table emits #GfRecord::changed with the field “table”.
 */
#define GF_TYPE_PROJECT (gf_project_get_type ())
G_DECLARE_FINAL_TYPE (GfProject, gf_project, GF, PROJECT, GfRecord)

GfProject *gf_project_new        (void);

GfTable   *gf_project_get_table  (GfProject *self);
void       gf_project_set_table  (GfProject *self,
                                  GfTable   *table);
gboolean   gf_project_is_blank   (GfProject *self);
gboolean   gf_project_has_work   (GfProject *self);

GF_RECORD_STRING (GfProject, gf_project, name, "name")
GF_RECORD_STRING (GfProject, gf_project, product, "product")
GF_RECORD_STRING (GfProject, gf_project, owner, "owner")
GF_RECORD_RECORD (GfProject, gf_project, customers, "customers", GfCustomers)
GF_RECORD_LIST (GfProject, gf_project, interviews, "interviews")
GF_RECORD_LIST (GfProject, gf_project, themes, "themes")
GF_RECORD_LIST (GfProject, gf_project, competitors, "competitors")
GF_RECORD_RECORD (GfProject, gf_project, market, "market", GfMarket)
GF_RECORD_LIST (GfProject, gf_project, maps, "maps")
GF_RECORD_LIST (GfProject, gf_project, criteria, "criteria")
GF_RECORD_LIST (GfProject, gf_project, segments, "segments")
GF_RECORD_RECORD (GfProject, gf_project, decision, "decision", GfDecision)
GF_RECORD_LIST (GfProject, gf_project, profiles, "profiles")
GF_RECORD_LIST (GfProject, gf_project, kpis, "kpis")
GF_RECORD_LIST (GfProject, gf_project, reviews, "reviews")
GF_RECORD_STRING (GfProject, gf_project, next_review, "next-review")

G_END_DECLS
