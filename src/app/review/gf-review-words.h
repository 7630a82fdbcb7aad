/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

G_BEGIN_DECLS

/* How reviews are spoken of, and what is asked in them. */
char     *gf_review_dup_day       (gint32      day);
char     *gf_review_dup_title     (GfReview   *review);
char     *gf_review_dup_summary   (GfReview   *review);
char     *gf_review_dup_agenda    (void);
char     *gf_review_dup_calendar  (GfProject  *project);
gboolean  gf_review_get_next_day  (GfProject  *project,
                                   gint32     *day);
GfReview *gf_review_find_latest   (GfProject  *project);

#define GF_REVIEW_MONTHS 3

G_END_DECLS
