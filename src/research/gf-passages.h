/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-interview.h"

G_BEGIN_DECLS

/* Where the marked words of an answer stand.
 *
 *   A quote keeps its words and the id of its answer, no offsets: so a file that somebody edited by hand
 *   stays right. Its place is looked for: the first place that no quote with the same words took before,
 *   in the order of the list.
 *
 *   offsets: in characters (not bytes) from the start of the answer, end past the last
 */
typedef struct
{
  GfQuote *quote;     /* borrowed from the interview */
  int start;          /* -1 when the words are not in the answer any more */
  int end;
} GfPassage;

GArray  *gf_interview_find_passages (GfInterview *interview,
                                     GfAnswer    *answer);
gboolean gf_passage_trim            (const char  *text,
                                     int         *start,
                                     int         *end);
gboolean gf_text_difference         (const char  *before,
                                     const char  *after,
                                     int         *start,
                                     int         *end,
                                     const char **inserted,
                                     gsize       *inserted_length);

guint    gf_interviews_count        (GListModel     *interviews,
                                     GfInterviewKind kind);
gboolean gf_interviews_are_saturated (GListModel     *interviews,
                                      GfInterviewKind kind);

G_END_DECLS
