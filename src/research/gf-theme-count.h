/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-interview.h"
#include "gf-passages.h"
#include "gf-theme.h"

G_BEGIN_DECLS

/* How many people spoke of something: people are counted, not mentions.
 *
 *   happy    of n_happy    happy customers
 *   churned  of n_churned  customers who left
 *   others   of n_others   lost deals and prospects
 */
typedef struct
{
  guint happy, n_happy;
  guint churned, n_churned;
  guint others, n_others;
} GfThemeCount;

void      gf_theme_count       (GfTheme         *theme,
                                GListModel      *interviews,
                                GfThemeCount    *count);
GfQuote  *gf_theme_find_quote  (GfTheme         *theme,
                                GListModel      *interviews,
                                GfInterviewKind  kind,
                                GfInterview    **interview);
char     *gf_interview_dup_speaker (GfInterview *interview);

G_END_DECLS
