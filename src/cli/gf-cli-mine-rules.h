/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-cli-best.h"
#include "gf-exclusions.h"
#include "gf-finding.h"
#include "gf-project.h"

G_BEGIN_DECLS

/* Whom “mine” looks for: what was asked for, and the rules that come of it. */
typedef struct
{
  const char * const *best;
  const GfCliBest *who;
  const char *target;
  const char * const *chosen;   /* attributes that were asked for; NULL for all */
  gboolean against_bad;
  gboolean raw;
  GfTable *table;
  GfProject *project;           /* NULL for a table's file */

  GArray *measures;             /* GfMeasure; texts belong to the table, the project or texts */
  GArray *bad_rules;
  GfBestRule *rule;
  GPtrArray *texts;
} GfCliMineRules;

/* The best, the bad fits or the target. */
typedef struct
{
  GfRanking *ranking;           /* of the best only */
  GfBitset *hits;
  GfBitset *among;              /* the customers to compare; NULL for all */
  GfExclusions exclusions;
} GfCliSide;

gboolean gf_cli_mine_rules_settle    (GfCliMineRules *self,
                                      GError        **error);
gboolean gf_cli_mine_rules_find_side (GfCliMineRules *self,
                                      GfAgainst       against,
                                      GfCliSide      *side,
                                      GError        **error);
void     gf_cli_mine_rules_clear     (GfCliMineRules *self);
void     gf_cli_side_clear           (GfCliSide      *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfCliMineRules, gf_cli_mine_rules_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfCliSide, gf_cli_side_clear)

G_END_DECLS
