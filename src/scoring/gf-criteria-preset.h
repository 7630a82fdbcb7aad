/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-criterion.h"

G_BEGIN_DECLS

/* The seven criteria that a project begins with; their ids say what the customers can tell about them.
 *
 *   pain budget size reach fit value room
 */
void   gf_criteria_add_preset   (GListStore   *criteria);
void   gf_criteria_balance      (GListModel   *criteria);
char  *gf_criterion_dup_anchor  (GfCriterion  *criterion,
                                 guint         score);

G_END_DECLS
