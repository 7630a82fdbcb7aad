/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-mining.h"

G_BEGIN_DECLS

/* What the whole search finds where there is nothing to find.
 *
 *   copies:  who is a hit is dealt out anew at random, as many as there were, and the same search runs on
 *            each copy: bounds, ranges, sets of values and corrections included
 *   answer:  how many findings a copy shows, and in how many copies any is as clear as one at hand
 *   number:  two hundred copies, of very many customers as few as twenty: gf_luck_choose_copies()
 *   cost:    as many searches as copies
 *   owner:   immutable, atomic references; any thread may read
 *
 * Source: Westfall, Young (1993), Resampling-Based Multiple Testing; the share with one added above and below
 * is that of Phipson, Smyth (2010), Permutation P-values Should Never Be Zero.
 */
typedef struct _GfLuck GfLuck;

#define GF_TYPE_LUCK (gf_luck_get_type ())
GType   gf_luck_get_type       (void) G_GNUC_CONST;

GfLuck *gf_luck_check          (GfTable               *table,
                                gsize                  n_hits,
                                const GfMiningOptions *options,
                                guint                  n_copies,
                                guint32                seed,
                                GCancellable          *cancellable,
                                GfProgressFunc         progress,
                                gpointer               progress_data,
                                GError               **error);
GfLuck *gf_luck_ref            (GfLuck                *self);
void    gf_luck_unref          (GfLuck                *self);

guint   gf_luck_choose_copies  (gsize                  n_rows);
guint   gf_luck_get_n_copies   (const GfLuck          *self);
double  gf_luck_get_expected   (const GfLuck          *self,
                                GfVerdict              at_least,
                                gboolean               several);
guint   gf_luck_count_as_clear (const GfLuck          *self,
                                GfFinding             *finding);
double  gf_luck_get_p          (const GfLuck          *self,
                                GfFinding             *finding);

char   *gf_luck_dup_list_sentence    (const GfLuck    *self,
                                      GfFindings      *findings,
                                      gboolean         several);
char   *gf_luck_dup_finding_sentence (const GfLuck    *self,
                                      GfFinding       *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfLuck, gf_luck_unref)

G_END_DECLS
