/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-interview.h"
#include "gf-market-note.h"
#include "gf-theme.h"

G_BEGIN_DECLS

/* How the kinds of research are called in front of people. */
const char *gf_interview_kind_get_label  (GfInterviewKind kind);
const char *gf_interview_kind_get_plural (GfInterviewKind kind);
const char *gf_interview_kind_get_person (GfInterviewKind kind);
const char *gf_theme_kind_get_label      (GfThemeKind     kind);
const char *gf_theme_kind_get_meaning    (GfThemeKind     kind);
const char *gf_market_effect_get_label   (GfMarketEffect  effect);
const char *gf_price_level_get_label     (guint           level);

char       *gf_interview_dup_title       (GfInterview    *interview);
char       *gf_date_dup_text             (const char     *iso,
                                          gboolean        year);

G_END_DECLS
