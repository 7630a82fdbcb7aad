/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gf-join-plan.h"

G_BEGIN_DECLS

/* Which row of a second file belongs to which customer.
 *
 *   Joining, from the first file to the table:
 *
 *     plan = gf_join_plan_suggest (customers, deals, "deals.csv");
 *     match = gf_join_match_new (customers, deals, plan, cancellable, &error);    // in a thread
 *     for each candidate: gf_join_match_answer (match, i, yes or no);             // asked
 *     table = gf_join_table (customers, deals, plan, match, cancellable, &error); // in a thread
 *
 *   exact:      by the keys of the plan, hashed: O(rows of both)
 *   ambiguous:  a key that several customers have finds none of them; a later key may
 *   candidates: names that are alike but not equal. Never joined unasked: each waits for a yes. The
 *               measure is gf_similarity_jaro_winkler() over folded names with equal digits; compared
 *               are only names that share their beginning, their end, both in part or all letters in
 *               another order, with at most 50 others, so that it stays O(rows); how many names could
 *               not be compared with all is told
 *   owner:      the result holds references to both tables; only gf_join_match_answer() changes it
 */
typedef enum
{
  GF_JOIN_BY_ID = GF_KEY_ID,
  GF_JOIN_BY_ADDRESS = GF_KEY_ADDRESS,
  GF_JOIN_BY_DOMAIN = GF_KEY_DOMAIN,
  GF_JOIN_BY_EMAIL = GF_KEY_EMAIL,
  GF_JOIN_BY_NAME = GF_KEY_NAME,
  GF_JOIN_BY_ANSWER,      /* a candidate that was said to be right */
  GF_JOIN_UNMATCHED,      /* its keys belong to nobody */
  GF_JOIN_AMBIGUOUS,      /* its keys belong to several customers */
  GF_JOIN_NO_KEY,         /* the cells that should say whose it is are empty */
} GfJoinOutcome;

#define GF_JOIN_N_OUTCOMES 9
#define GF_NO_ROW G_MAXSIZE

typedef struct
{
  gsize main;             /* the customer */
  gsize other;            /* the first row of the second file with that name */
  gsize n_rows;           /* how many rows have it */
  double likeness;        /* 0 to 1 */
  gboolean answered;
  gboolean yes;
} GfJoinCandidate;

typedef struct _GfJoinMatch GfJoinMatch;

#define GF_TYPE_JOIN_MATCH (gf_join_match_get_type ())
GType         gf_join_match_get_type         (void) G_GNUC_CONST;
GfJoinMatch  *gf_join_match_new              (GfTable            *main,
                                              GfTable            *other,
                                              const GfJoinPlan   *plan,
                                              GCancellable       *cancellable,
                                              GError            **error);
GfJoinMatch  *gf_join_match_ref              (GfJoinMatch        *self);
void          gf_join_match_unref            (GfJoinMatch        *self);

GfTable      *gf_join_match_get_main         (const GfJoinMatch  *self);
GfTable      *gf_join_match_get_other        (const GfJoinMatch  *self);
gsize         gf_join_match_get_row          (const GfJoinMatch  *self,
                                              gsize               other);
GfJoinOutcome gf_join_match_get_outcome      (const GfJoinMatch  *self,
                                              gsize               other);
gsize         gf_join_match_count            (const GfJoinMatch  *self,
                                              GfJoinOutcome       outcome);
gsize         gf_join_match_count_matched    (const GfJoinMatch  *self);
gsize         gf_join_match_count_customers  (const GfJoinMatch  *self);
gsize         gf_join_match_count_uncompared (const GfJoinMatch  *self);
char         *gf_join_match_dup_key          (const GfJoinMatch  *self,
                                              gsize               other);
gsize         gf_join_match_next             (const GfJoinMatch  *self,
                                              GfJoinOutcome       outcome,
                                              gsize               from);

guint         gf_join_match_get_n_candidates (const GfJoinMatch  *self);
const GfJoinCandidate *
              gf_join_match_get_candidate    (const GfJoinMatch  *self,
                                              guint               index);
char         *gf_join_match_dup_candidate_name     (const GfJoinMatch  *self,
                                                    guint               index);
char         *gf_join_match_dup_candidate_customer (const GfJoinMatch  *self,
                                                    guint               index);
void          gf_join_match_answer           (GfJoinMatch        *self,
                                              guint               index,
                                              gboolean            yes);

GPtrArray    *gf_join_match_tell             (const GfJoinMatch  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfJoinMatch, gf_join_match_unref)

G_END_DECLS
