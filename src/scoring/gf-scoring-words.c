/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-scoring.h"

#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CLEAR_WINS 0.8
#define CLOSE_WINS 0.5

/**
 * gf_scoring_dup_headline:
 * @self: a scoring
 * @segments: (array zero-terminated=1): the names of the segments
 *
 * Returns: (transfer full): "Mid-size tech in the lead, but it is close". A name may be of one
 *   or of several, so no word must agree with it.
 */
char *
gf_scoring_dup_headline (const GfScoring    *self,
                         const char * const *segments)
{
  g_return_val_if_fail (self != NULL && segments != NULL, NULL);

  guint n = gf_scoring_get_n_segments (self);

  if (n == 0)
    return g_strdup (_("No segments yet"));

  guint leader = gf_scoring_get_segment (self, 0);
  if (n == 1)
    return g_strdup_printf (_("One segment so far: %s"), segments[leader]);
  if (gf_scoring_get_n_criteria (self) == 0)
    return g_strdup (_("No criteria to score on yet"));

  guint second = gf_scoring_get_segment (self, 1);
  double wins = gf_scoring_get_wins_share (self, leader);

  if (gf_scoring_get_rank (self, second) == 1)
    return g_strdup_printf (_("%s and %s are level"), segments[leader], segments[second]);
  if (wins >= CLEAR_WINS)
    return g_strdup_printf (_("%s clearly in the lead"), segments[leader]);
  if (wins >= CLOSE_WINS)
    return g_strdup_printf (_("%s in the lead, but it is close"), segments[leader]);

  return g_strdup_printf (_("%s in the lead by these weights only"), segments[leader]);
}

/**
 * gf_scoring_dup_firmness:
 * @self: a scoring
 * @segments: (array zero-terminated=1): the names of the segments
 *
 * Returns: (transfer full): "First place for Mid-size tech under 75 % of all weightings, second under 20 %."
 */
char *
gf_scoring_dup_firmness (const GfScoring    *self,
                         const char * const *segments)
{
  g_return_val_if_fail (self != NULL && segments != NULL, NULL);

  if (gf_scoring_get_n_segments (self) < 2 || gf_scoring_get_n_criteria (self) == 0)
    return g_strdup (_("With one segment there is no order to shake."));

  guint leader = gf_scoring_get_segment (self, 0);
  g_autofree char *first = gf_words_dup_percent (gf_scoring_get_place_share (self, leader, 0));
  g_autofree char *second = gf_words_dup_percent (gf_scoring_get_place_share (self, leader, 1));

  /* TRANSLATORS: the name of a segment and two percentages */
  return g_strdup_printf (_("First place for %s under %s of all weightings, second under %s."),
                          segments[leader], first, second);
}

/**
 * gf_swing_dup_sentence:
 * @swing: where the order flips
 * @segments: (array zero-terminated=1): the names of the segments
 * @criteria: (array zero-terminated=1): the names of the criteria
 *
 * Returns: (transfer full): "With Budget below 18 % (now 25 %) Marketing agencies would lead."
 */
char *
gf_swing_dup_sentence (const GfSwing      *swing,
                       const char * const *segments,
                       const char * const *criteria)
{
  g_return_val_if_fail (swing != NULL && segments != NULL && criteria != NULL, NULL);

  g_autofree char *at = gf_words_dup_percent (swing->at);
  g_autofree char *now = gf_words_dup_percent (swing->now);

  /* TRANSLATORS: a criterion, its weight at which the order flips, its weight now, a segment */
  return g_strdup_printf (swing->at < swing->now ? _("With %s below %s (now %s) %s would lead.")
                                                 : _("With %s above %s (now %s) %s would lead."),
                          criteria[swing->criterion], at, now, segments[swing->leader]);
}
