/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-bad-fits.h"
#include "gf-ranking.h"

G_BEGIN_DECLS

/* What defines the best or the bad fits cannot explain them, and neither can what says the same in other words.
 *
 *   names:  columns never to look at, ended by NULL
 *   notes:  a sentence for each that was left out because of what it says
 */
typedef struct
{
  GPtrArray *names;
  GPtrArray *notes;
} GfExclusions;

void gf_exclusions_init        (GfExclusions     *self);
void gf_exclusions_clear       (GfExclusions     *self);
void gf_exclusions_add         (GfExclusions     *self,
                                const char       *name);
void gf_exclusions_add_rules   (GfExclusions     *self,
                                const GfMeasure  *measures,
                                guint             n_measures,
                                const GfBestRule *rule,
                                const GfBadRule  *bad_rules,
                                guint             n_bad_rules);
void gf_exclusions_add_leaks   (GfExclusions     *self,
                                GfTable          *table,
                                const GfMeasure  *measures,
                                guint             n_measures,
                                const GfBestRule *rule);
void gf_exclusions_add_best_mirrors
                               (GfExclusions     *self,
                                GfTable          *table,
                                const GfRanking  *ranking);
void gf_exclusions_add_mirrors (GfExclusions     *self,
                                GfTable          *table,
                                const GfBitset   *bad,
                                const GfBitset   *among);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfExclusions, gf_exclusions_clear)

G_END_DECLS
