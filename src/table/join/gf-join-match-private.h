/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-join-match.h"

G_BEGIN_DECLS

/*   rows:     by row of the second file: its customer + 1, 0 is none
 *   outcomes: by row of the second file: a GfJoinOutcome
 *   names:    by candidate: the rows of the second file that have its name
 */
struct _GfJoinMatch
{
  gatomicrefcount ref_count;
  GfTable *main;
  GfTable *other;
  GfJoinPlan *plan;
  gsize *rows;
  guint8 *outcomes;
  gsize counts[GF_JOIN_N_OUTCOMES];
  gsize n_uncompared;
  GArray *candidates;     /* of GfJoinCandidate */
  GPtrArray *names;       /* of GArray of gsize */
};

gboolean _gf_join_match_find_candidates (GfJoinMatch   *self,
                                         GCancellable  *cancellable,
                                         GError       **error);

G_END_DECLS
