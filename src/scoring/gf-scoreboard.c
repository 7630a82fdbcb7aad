/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-scoreboard.h"

#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A place that is taken under fewer weightings is as good as never taken. */
#define NEVER 0.005

struct _GfScoreboard
{
  gatomicrefcount ref_count;
  GfScoring *scoring;
  GStrv segments;
  GStrv criteria;
  guint8 *scores;       /* segments x criteria, 0 unknown */
  double weight_sum;
};

G_DEFINE_BOXED_TYPE (GfScoreboard, gf_scoreboard, gf_scoreboard_ref, gf_scoreboard_unref)

static GStrv
dup_names (GListModel *records)
{
  guint n = g_list_model_get_n_items (records);
  g_auto (GStrv) names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GfRecord) record = g_list_model_get_item (records, i);

      names[i] = g_strdup (gf_record_get_string (record, "name"));
    }

  return g_steal_pointer (&names);
}

static void
fill (GfScoreboard *self,
      GListModel   *segments,
      GListModel   *criteria)
{
  guint n_segments = g_list_model_get_n_items (segments);
  guint n_criteria = g_list_model_get_n_items (criteria);
  g_autofree double *scores = g_new0 (double, n_segments * n_criteria + 1);
  g_autofree double *weights = g_new0 (double, n_criteria + 1);

  self->scores = g_new0 (guint8, n_segments * n_criteria + 1);
  for (guint k = 0; k < n_criteria; k++)
    {
      g_autoptr (GfCriterion) criterion = g_list_model_get_item (criteria, k);

      weights[k] = gf_criterion_get_weight (criterion);
      self->weight_sum += weights[k];
      for (guint i = 0; i < n_segments; i++)
        {
          g_autoptr (GfSegment) segment = g_list_model_get_item (segments, i);
          GfScore *score = gf_segment_find_score (segment, criterion);
          guint at = i * n_criteria + k;

          self->scores[at] = score != NULL ? (guint8) gf_score_get_value (score) : 0;
          scores[at] = self->scores[at];
        }
    }

  self->scoring = gf_scoring_new (scores, n_segments, weights, n_criteria);
}

/**
 * gf_scoreboard_new:
 * @segments: (element-type GfSegment): the segments of a project
 * @criteria: (element-type GfCriterion): its criteria
 *
 * Reads the records and ranks the segments. A cell without a score is unknown.
 *
 * Returns: (transfer full): the scoreboard
 */
GfScoreboard *
gf_scoreboard_new (GListModel *segments,
                   GListModel *criteria)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (segments) && G_IS_LIST_MODEL (criteria), NULL);

  GfScoreboard *self = g_new0 (GfScoreboard, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->segments = dup_names (segments);
  self->criteria = dup_names (criteria);
  fill (self, segments, criteria);

  return self;
}

/**
 * gf_scoreboard_ref:
 * @self: a scoreboard
 *
 * Returns: (transfer full): @self
 */
GfScoreboard *
gf_scoreboard_ref (GfScoreboard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_scoreboard_unref:
 * @self: (transfer full): a scoreboard
 *
 * Gives a reference back.
 */
void
gf_scoreboard_unref (GfScoreboard *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  gf_scoring_unref (self->scoring);
  g_strfreev (self->segments);
  g_strfreev (self->criteria);
  g_free (self->scores);
  g_free (self);
}

/**
 * gf_scoreboard_get_scoring:
 * @self: a scoreboard
 *
 * Returns: (transfer none): totals, ranks and how firm they are; segments and criteria by their place
 */
GfScoring *
gf_scoreboard_get_scoring (const GfScoreboard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scoring;
}

/**
 * gf_scoreboard_get_n_segments:
 * @self: a scoreboard
 *
 * Returns: how many segments there are
 */
guint
gf_scoreboard_get_n_segments (const GfScoreboard *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return gf_scoring_get_n_segments (self->scoring);
}

/**
 * gf_scoreboard_get_n_criteria:
 * @self: a scoreboard
 *
 * Returns: how many criteria there are
 */
guint
gf_scoreboard_get_n_criteria (const GfScoreboard *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return gf_scoring_get_n_criteria (self->scoring);
}

/**
 * gf_scoreboard_get_segment:
 * @self: a scoreboard
 * @segment: the place of a segment
 *
 * Returns: (transfer none): its name
 */
const char *
gf_scoreboard_get_segment (const GfScoreboard *self,
                           guint               segment)
{
  g_return_val_if_fail (self != NULL && segment < gf_scoreboard_get_n_segments (self), NULL);

  return self->segments[segment];
}

/**
 * gf_scoreboard_get_criterion:
 * @self: a scoreboard
 * @criterion: the place of a criterion
 *
 * Returns: (transfer none): its name
 */
const char *
gf_scoreboard_get_criterion (const GfScoreboard *self,
                             guint               criterion)
{
  g_return_val_if_fail (self != NULL && criterion < gf_scoreboard_get_n_criteria (self), NULL);

  return self->criteria[criterion];
}

/**
 * gf_scoreboard_get_score:
 * @self: a scoreboard
 * @segment: the place of a segment
 * @criterion: the place of a criterion
 *
 * Returns: 1 to 5, 0 for unknown
 */
guint
gf_scoreboard_get_score (const GfScoreboard *self,
                         guint               segment,
                         guint               criterion)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (segment < gf_scoreboard_get_n_segments (self), 0);
  g_return_val_if_fail (criterion < gf_scoreboard_get_n_criteria (self), 0);

  return self->scores[segment * gf_scoreboard_get_n_criteria (self) + criterion];
}

/**
 * gf_scoreboard_get_weight_sum:
 * @self: a scoreboard
 *
 * Returns: the sum of the weights as they were set; 100 when nothing was changed
 */
double
gf_scoreboard_get_weight_sum (const GfScoreboard *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->weight_sum;
}

/**
 * gf_scoreboard_count_unknown:
 * @self: a scoreboard
 *
 * Returns: how many scores are not known yet
 */
guint
gf_scoreboard_count_unknown (const GfScoreboard *self)
{
  guint unknown = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < gf_scoreboard_get_n_segments (self) * gf_scoreboard_get_n_criteria (self); i++)
    unknown += self->scores[i] == 0;

  return unknown;
}

static gboolean
has_scores (const GfScoreboard *self)
{
  guint n = gf_scoreboard_get_n_segments (self) * gf_scoreboard_get_n_criteria (self);

  return gf_scoreboard_count_unknown (self) < n;
}

/**
 * gf_scoreboard_dup_headline:
 * @self: a scoreboard
 *
 * Returns: (transfer full): "Mid-size tech in the lead, but it is close"
 */
char *
gf_scoreboard_dup_headline (const GfScoreboard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (gf_scoreboard_get_n_segments (self) > 1 && !has_scores (self))
    return g_strdup (_("Nothing is scored yet"));

  return gf_scoring_dup_headline (self->scoring, (const char * const *) self->segments);
}

/**
 * gf_scoreboard_dup_explanation:
 * @self: a scoreboard
 *
 * Says how firm the order is, and the smallest change of a weight that would turn it.
 *
 * Returns: (transfer full): two sentences at most
 */
char *
gf_scoreboard_dup_explanation (const GfScoreboard *self)
{
  GfSwing swing;

  g_return_val_if_fail (self != NULL, NULL);

  if (gf_scoreboard_get_n_segments (self) == 0)
    return g_strdup ("");
  if (gf_scoreboard_get_n_segments (self) == 1)
    return g_strdup (_("A choice needs something to choose from: two or three segments are a good start."));
  if (gf_scoreboard_get_n_criteria (self) == 0 || !has_scores (self))
    return g_strdup (_("Give each segment 1 to 5 on what matters; what is not known yet counts as 1 to 5."));

  g_autofree char *firmness =
    gf_scoring_dup_firmness (self->scoring, (const char * const *) self->segments);

  if (!gf_scoring_find_nearest_swing (self->scoring, &swing))
    return g_steal_pointer (&firmness);

  g_autofree char *sentence = gf_swing_dup_sentence (&swing, (const char * const *) self->segments,
                                                     (const char * const *) self->criteria);

  return g_strdup_printf ("%s %s", firmness, sentence);
}

/**
 * gf_scoreboard_dup_places:
 * @self: a scoreboard
 * @segment: the place of a segment
 *
 * Returns: (transfer full): "First in 75 %, second in 25 %", of all weightings
 */
char *
gf_scoreboard_dup_places (const GfScoreboard *self,
                          guint               segment)
{
  g_return_val_if_fail (self != NULL && segment < gf_scoreboard_get_n_segments (self), NULL);

  double first = gf_scoring_get_place_share (self->scoring, segment, 0);
  double second = gf_scoreboard_get_n_segments (self) > 1 ?
                  gf_scoring_get_place_share (self->scoring, segment, 1) : 0.0;
  g_autofree char *first_text = gf_words_dup_percent (first);
  g_autofree char *second_text = gf_words_dup_percent (second);

  if (first < NEVER && second < NEVER)
    return g_strdup (_("Never first or second"));
  if (second < NEVER)
    return g_strdup_printf (_("First in %s"), first_text);
  if (first < NEVER)
    return g_strdup_printf (_("Never first, second in %s"), second_text);

  return g_strdup_printf (_("First in %s, second in %s"), first_text, second_text);
}

/**
 * gf_segment_find_score:
 * @segment: a segment
 * @criterion: a criterion
 *
 * Returns: (transfer none) (nullable): what the segment has there
 */
GfScore *
gf_segment_find_score (GfSegment   *segment,
                       GfCriterion *criterion)
{
  g_return_val_if_fail (GF_IS_SEGMENT (segment) && GF_IS_CRITERION (criterion), NULL);

  GListModel *scores = G_LIST_MODEL (gf_segment_get_scores (segment));
  const char *id = gf_record_get_id (GF_RECORD (criterion));

  for (guint i = 0; i < g_list_model_get_n_items (scores); i++)
    {
      g_autoptr (GfScore) score = g_list_model_get_item (scores, i);

      if (g_str_equal (gf_score_get_criterion (score), id))
        return score;   /* the segment keeps it */
    }

  return NULL;
}

/**
 * gf_segment_ensure_score:
 * @segment: a segment
 * @criterion: a criterion
 *
 * Returns: (transfer none): what the segment has there, a new unknown score if it had none
 */
GfScore *
gf_segment_ensure_score (GfSegment   *segment,
                         GfCriterion *criterion)
{
  GfScore *found = gf_segment_find_score (segment, criterion);

  if (found != NULL)
    return found;

  g_autoptr (GfScore) score = gf_score_new ();

  gf_score_set_criterion (score, gf_record_get_id (GF_RECORD (criterion)));
  g_list_store_append (gf_segment_get_scores (segment), score);

  return score;   /* the segment keeps it */
}

/**
 * gf_segment_score:
 * @segment: a segment
 * @criterion: a criterion
 * @value: 1 to 5, or 0 for unknown
 *
 * Scores by judgement. A score that the customers gave is by hand once it differs; one from interviews
 * or the market stays from there, as it was always a person who read them.
 */
void
gf_segment_score (GfSegment   *segment,
                  GfCriterion *criterion,
                  guint        value)
{
  g_return_if_fail (GF_IS_SEGMENT (segment) && GF_IS_CRITERION (criterion) && value <= 5);

  GfScore *score = gf_segment_find_score (segment, criterion);

  if (score == NULL && value == 0)
    return;
  if (score == NULL)
    score = gf_segment_ensure_score (segment, criterion);
  if (gf_score_get_value (score) == value)
    return;

  if (gf_score_get_source (score) == GF_SCORE_CUSTOMERS)
    gf_score_set_source (score, GF_SCORE_HAND);
  gf_score_set_value (score, value);
}
