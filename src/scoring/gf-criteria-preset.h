/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-criterion.h"

G_BEGIN_DECLS

/* The seven criteria that a project begins with, and five more to add; their ids say what the customers,
 * the interviews and the map can tell about them.
 *
 *   pain budget size reach fit value room    growth cycle serving staying advocacy
 */
void       gf_criteria_add_preset   (GListStore   *criteria);
GPtrArray *gf_criteria_dup_missing  (GListModel   *criteria);
void       gf_criteria_balance      (GListModel   *criteria);
char      *gf_criterion_dup_anchor  (GfCriterion  *criterion,
                                     guint         score);

G_END_DECLS
