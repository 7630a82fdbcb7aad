/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-selector.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rule that is being looked at: what it says, for how many it holds, its conditions as chips that can be
 * changed, removed and joined by others, and what to do with it.
 *
 * Signal "edited" (GPtrArray *selectors): the user wants other conditions; the owner decides and shows them. */
#define GF_TYPE_RULE_CARD (gf_rule_card_get_type ())
G_DECLARE_FINAL_TYPE (GfRuleCard, gf_rule_card, GF, RULE_CARD, AdwBin)

void       gf_rule_card_set_words      (GfRuleCard *self,
                                        const char *title,
                                        const char *sentence);
void       gf_rule_card_set_rule       (GfRuleCard *self,
                                        GPtrArray  *selectors,
                                        GfTable    *table,
                                        gboolean    bad);
void       gf_rule_card_set_candidates (GfRuleCard *self,
                                        GListModel *candidates);
void       gf_rule_card_set_menu       (GfRuleCard *self,
                                        GMenuModel *menu);
void       gf_rule_card_set_narrow     (GfRuleCard *self,
                                        gboolean    narrow);
GtkWidget *gf_rule_card_get_button     (GfRuleCard *self);

G_END_DECLS
