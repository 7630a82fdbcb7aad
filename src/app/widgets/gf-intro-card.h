/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a step is for: one bold phrase and two sentences, on top of its first view.
 *
 *   $GfIntroCard intro {
 *     topic: "interviews";
 *     phrase: _("Hear why, in their own words.");
 *     text: _("Ask happy customers ...");
 *   }
 *
 * Once hidden it stays hidden for all projects (GSettings, by topic) until asked for again with F1.
 */
#define GF_TYPE_INTRO_CARD (gf_intro_card_get_type ())
G_DECLARE_FINAL_TYPE (GfIntroCard, gf_intro_card, GF, INTRO_CARD, AdwBin)

const char *gf_intro_card_get_phrase (GfIntroCard *self);
const char *gf_intro_card_get_text   (GfIntroCard *self);
gboolean    gf_intro_card_get_hidden (GfIntroCard *self);
void        gf_intro_card_set_hidden (GfIntroCard *self,
                                      gboolean     hidden);

G_END_DECLS
