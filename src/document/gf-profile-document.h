/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-competitor.h"
#include "gf-document.h"
#include "gf-interview.h"
#include "gf-kpi.h"
#include "gf-position-map.h"
#include "gf-profile.h"

G_BEGIN_DECLS

/* What a page says beside the profile itself: what it rests on, and the figures that follow it.
 *
 *   product         as the title names it: “DataGlyph Ideal Customer Profile: …”; may be NULL or empty
 *   name            of the project, at the head of a page that lacks a product; may be NULL
 *   language        of the texts, as in “en-GB”; NULL for that of the locale
 *   n_customers     0 when there are none
 *   customers_date  of the list, “2026-10-06”; may be empty
 *   best            what makes the best: “the top 10 % by lifetime value, renewals and referrals”; may be NULL
 *   n_tests, n_hold how many attributes were looked at, and how many stood out; 0, 0 if unknown
 */
typedef struct
{
  const char *product;
  const char *name;
  const char *language;
  gsize n_customers;
  const char *customers_date;
  const char *best;
  guint n_tests;
  guint n_hold;
  GListModel *interviews;
  GListModel *competitors;
  GListModel *kpis;
  GfPositionMap *map;
} GfProfileContext;

GfDocument *gf_profile_document_new (GfProfile              *profile,
                                     const GfProfileContext *context);

G_END_DECLS
