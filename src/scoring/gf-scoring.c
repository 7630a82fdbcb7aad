/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-scoring.h"

#include <gsl/gsl_rng.h>
#include <math.h>

#define N_DRAWS 10000
#define SEED 20260930
#define POOR 1.0
#define FAIR 3.0
#define EXCELLENT 5.0
/* Totals that differ by less are the same but for rounding. */
#define SAME 1e-9

struct _GfScoring
{
  gatomicrefcount ref_count;
  guint n_segments;
  guint n_criteria;
  double *scores;           /* NaN where unknown */
  double *weights;          /* sum 1 */
  double *totals;
  double *lows;
  double *highs;
  guint *ranks;
  guint *order;             /* place -> segment */
  double *place_shares;     /* segments x places */
};

G_DEFINE_BOXED_TYPE (GfScoring, gf_scoring, gf_scoring_ref, gf_scoring_unref)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (gsl_rng, gsl_rng_free)

static double
get_score (const GfScoring *self,
           guint            segment,
           guint            criterion,
           double           unknown)
{
  double score = self->scores[segment * self->n_criteria + criterion];

  return isnan (score) ? unknown : score;
}

static double
weigh (const GfScoring *self,
       guint            segment,
       double           unknown)
{
  double total = 0.0;

  for (guint i = 0; i < self->n_criteria; i++)
    total += self->weights[i] * get_score (self, segment, i, unknown);

  return self->n_criteria == 0 ? NAN : total;
}

/* Weights that sum to nothing say nothing: then all count the same. */
static void
fill_weights (GfScoring    *self,
              const double *weights)
{
  double sum = 0.0;

  self->weights = g_new (double, self->n_criteria + 1);
  for (guint i = 0; i < self->n_criteria; i++)
    {
      self->weights[i] = weights[i] > 0.0 && isfinite (weights[i]) ? weights[i] : 0.0;
      sum += self->weights[i];
    }

  for (guint i = 0; i < self->n_criteria; i++)
    self->weights[i] = sum > 0.0 ? self->weights[i] / sum : 1.0 / self->n_criteria;
}

static int
compare_totals_cb (const void *first,
                   const void *second,
                   void       *user_data)
{
  const double *totals = user_data;
  guint a = *(const guint *) first;
  guint b = *(const guint *) second;

  if (fabs (totals[a] - totals[b]) > SAME)
    return totals[a] > totals[b] ? -1 : 1;

  return a < b ? -1 : a > b;
}

static void
fill_ranks (GfScoring *self)
{
  for (guint i = 0; i < self->n_segments; i++)
    self->order[i] = i;
  g_sort_array (self->order, self->n_segments, sizeof (guint), compare_totals_cb, self->totals);

  for (guint i = 0; i < self->n_segments; i++)
    {
      guint n_better = 0;

      for (guint k = 0; k < self->n_segments; k++)
        n_better += self->totals[k] > self->totals[i] + SAME;
      self->ranks[i] = n_better + 1;
    }
}

/* Weights drawn evenly from the simplex are exponential variates over their sum: Dirichlet (1, ..., 1). */
static void
draw_totals (const GfScoring *self,
             gsl_rng         *rng,
             double          *weights,
             double          *totals)
{
  double sum = 0.0;

  for (guint i = 0; i < self->n_criteria; i++)
    {
      weights[i] = -log (gsl_rng_uniform_pos (rng));
      sum += weights[i];
    }

  for (guint segment = 0; segment < self->n_segments; segment++)
    {
      totals[segment] = 0.0;
      for (guint i = 0; i < self->n_criteria; i++)
        {
          double score = self->scores[segment * self->n_criteria + i];

          if (isnan (score))
            score = POOR + (EXCELLENT - POOR) * gsl_rng_uniform (rng);
          totals[segment] += weights[i] / sum * score;
        }
    }
}

static void
fill_place_shares (GfScoring *self)
{
  g_autoptr (gsl_rng) rng = gsl_rng_alloc (gsl_rng_mt19937);
  g_autofree double *weights = g_new (double, self->n_criteria + 1);
  g_autofree double *totals = g_new (double, self->n_segments + 1);

  gsl_rng_set (rng, SEED);

  for (guint draw = 0; draw < N_DRAWS; draw++)
    {
      draw_totals (self, rng, weights, totals);

      for (guint i = 0; i < self->n_segments; i++)
        {
          guint n_better = 0, n_same = 0;

          for (guint k = 0; k < self->n_segments; k++)
            {
              n_better += totals[k] > totals[i] + SAME;
              n_same += fabs (totals[k] - totals[i]) <= SAME;
            }

          for (guint place = n_better; place < n_better + n_same; place++)
            self->place_shares[i * self->n_segments + place] += 1.0 / n_same / N_DRAWS;
        }
    }
}

/**
 * gf_scoring_new:
 * @scores: (array): segments x criteria, one segment after the other; 1 to 5, else unknown
 * @n_segments: how many segments there are
 * @weights: (array length=n_criteria): what each criterion counts; any scale
 * @n_criteria: how many criteria there are
 *
 * Ranks segments and finds how firm the ranking is: the rank acceptability indices of stochastic
 * multicriteria acceptability analysis. Source: Lahdelma, Salminen (2001), SMAA-2, Operations Research 49,
 * 444-454.
 *
 * Returns: (transfer full): the result
 */
GfScoring *
gf_scoring_new (const double *scores,
                guint         n_segments,
                const double *weights,
                guint         n_criteria)
{
  gsize n_cells = (gsize) n_segments * n_criteria;

  g_return_val_if_fail (n_cells == 0 || scores != NULL, NULL);
  g_return_val_if_fail (n_criteria == 0 || weights != NULL, NULL);

  GfScoring *self = g_new0 (GfScoring, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_segments = n_segments;
  self->n_criteria = n_criteria;
  self->scores = g_new (double, n_cells + 1);
  self->totals = g_new (double, n_segments + 1);
  self->lows = g_new (double, n_segments + 1);
  self->highs = g_new (double, n_segments + 1);
  self->ranks = g_new0 (guint, n_segments + 1);
  self->order = g_new0 (guint, n_segments + 1);
  self->place_shares = g_new0 (double, (gsize) n_segments * n_segments + 1);

  for (gsize i = 0; i < n_cells; i++)
    self->scores[i] = scores[i] >= POOR && scores[i] <= EXCELLENT ? scores[i] : NAN;
  fill_weights (self, weights);

  for (guint i = 0; i < n_segments; i++)
    {
      self->totals[i] = weigh (self, i, FAIR);
      self->lows[i] = weigh (self, i, POOR);
      self->highs[i] = weigh (self, i, EXCELLENT);
    }

  fill_ranks (self);
  if (n_criteria > 0)
    fill_place_shares (self);

  return self;
}

/**
 * gf_scoring_ref:
 * @self: a scoring
 *
 * Returns: (transfer full): @self
 */
GfScoring *
gf_scoring_ref (GfScoring *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_scoring_unref:
 * @self: (transfer full): a scoring
 *
 * Gives a reference back; safe from any thread.
 */
void
gf_scoring_unref (GfScoring *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->scores);
  g_free (self->weights);
  g_free (self->totals);
  g_free (self->lows);
  g_free (self->highs);
  g_free (self->ranks);
  g_free (self->order);
  g_free (self->place_shares);
  g_free (self);
}

/**
 * gf_scoring_get_n_segments:
 * @self: a scoring
 *
 * Returns: how many segments there are
 */
guint
gf_scoring_get_n_segments (const GfScoring *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_segments;
}

/**
 * gf_scoring_get_n_criteria:
 * @self: a scoring
 *
 * Returns: how many criteria there are
 */
guint
gf_scoring_get_n_criteria (const GfScoring *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_criteria;
}

/**
 * gf_scoring_get_weight:
 * @self: a scoring
 * @criterion: which criterion
 *
 * Returns: its weight as a share of all
 */
double
gf_scoring_get_weight (const GfScoring *self,
                       guint            criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->n_criteria, NAN);

  return self->weights[criterion];
}

/**
 * gf_scoring_get_total:
 * @self: a scoring
 * @segment: which segment
 *
 * Returns: the mean score by weight, 1 to 5, an unknown score counted as 3; NaN without criteria
 */
double
gf_scoring_get_total (const GfScoring *self,
                      guint            segment)
{
  g_return_val_if_fail (self != NULL && segment < self->n_segments, NAN);

  return self->totals[segment];
}

/**
 * gf_scoring_get_low:
 * @self: a scoring
 * @segment: which segment
 *
 * Returns: the total if all that is unknown turns out poor
 */
double
gf_scoring_get_low (const GfScoring *self,
                    guint            segment)
{
  g_return_val_if_fail (self != NULL && segment < self->n_segments, NAN);

  return self->lows[segment];
}

/**
 * gf_scoring_get_high:
 * @self: a scoring
 * @segment: which segment
 *
 * Returns: the total if all that is unknown turns out excellent
 */
double
gf_scoring_get_high (const GfScoring *self,
                     guint            segment)
{
  g_return_val_if_fail (self != NULL && segment < self->n_segments, NAN);

  return self->highs[segment];
}

/**
 * gf_scoring_get_rank:
 * @self: a scoring
 * @segment: which segment
 *
 * Returns: 1 for the highest total; equal ones share a rank
 */
guint
gf_scoring_get_rank (const GfScoring *self,
                     guint            segment)
{
  g_return_val_if_fail (self != NULL && segment < self->n_segments, 0);

  return self->ranks[segment];
}

/**
 * gf_scoring_get_segment:
 * @self: a scoring
 * @place: 0 for the first
 *
 * Returns: the segment in that place; equal ones in the order they were given
 */
guint
gf_scoring_get_segment (const GfScoring *self,
                        guint            place)
{
  g_return_val_if_fail (self != NULL && place < self->n_segments, 0);

  return self->order[place];
}

/**
 * gf_scoring_get_place_share:
 * @self: a scoring
 * @segment: which segment
 * @place: 0 for the first
 *
 * Returns: under which share of all weightings the segment comes in that place
 */
double
gf_scoring_get_place_share (const GfScoring *self,
                            guint            segment,
                            guint            place)
{
  g_return_val_if_fail (self != NULL && segment < self->n_segments && place < self->n_segments, NAN);

  return self->place_shares[segment * self->n_segments + place];
}

/**
 * gf_scoring_get_wins_share:
 * @self: a scoring
 * @segment: which segment
 *
 * Returns: under which share of all weightings the segment comes first
 */
double
gf_scoring_get_wins_share (const GfScoring *self,
                           guint            segment)
{
  return gf_scoring_get_place_share (self, segment, 0);
}

/* The mean score over all other criteria, their weights in proportion. */
static double
total_without (const GfScoring *self,
               guint            segment,
               guint            criterion)
{
  double rest = 1.0 - self->weights[criterion];
  double total = 0.0;

  for (guint i = 0; i < self->n_criteria; i++)
    if (i != criterion)
      total += (rest > SAME ? self->weights[i] / rest : 1.0 / (self->n_criteria - 1)) *
               get_score (self, segment, i, FAIR);

  return total;
}

/**
 * gf_scoring_find_swing:
 * @self: a scoring
 * @criterion: whose weight is moved, the others staying in proportion
 * @swing: (out): where the order flips
 *
 * As one weight goes from nothing to all, every segment's total is a straight line; where the line of the
 * leader is first crossed on the way from the present weight, another takes the lead. Of both ways the nearer
 * is given.
 *
 * Returns: whether there is such a weight
 */
gboolean
gf_scoring_find_swing (const GfScoring *self,
                       guint            criterion,
                       GfSwing         *swing)
{
  g_return_val_if_fail (self != NULL && swing != NULL && criterion < self->n_criteria, FALSE);

  if (self->n_segments < 2 || self->n_criteria < 2)
    return FALSE;

  guint leader = self->order[0];
  double now = self->weights[criterion];
  double rest_of_leader = total_without (self, leader, criterion);
  double score_of_leader = get_score (self, leader, criterion, FAIR);
  gboolean found = FALSE;

  for (guint i = 0; i < self->n_segments; i++)
    {
      if (i == leader)
        continue;

      double ahead_without = rest_of_leader - total_without (self, i, criterion);
      double ahead_with = score_of_leader - get_score (self, i, criterion, FAIR);
      double at = ahead_without / (ahead_without - ahead_with);

      /* only where the sign changes is there a flip: not where the lines run side by side */
      if (ahead_without * ahead_with >= 0.0 || !(at > 0.0 && at < 1.0))
        continue;

      if (!found || fabs (at - now) < fabs (swing->at - now))
        *swing = (GfSwing) { criterion, now, at, i };
      found = TRUE;
    }

  return found;
}

/**
 * gf_scoring_find_nearest_swing:
 * @self: a scoring
 * @swing: (out): where the order flips
 *
 * Returns: whether moving any single weight can flip the order; @swing then has the one that has to move least
 */
gboolean
gf_scoring_find_nearest_swing (const GfScoring *self,
                               GfSwing         *swing)
{
  g_return_val_if_fail (self != NULL && swing != NULL, FALSE);

  gboolean found = FALSE;

  for (guint i = 0; i < self->n_criteria; i++)
    {
      GfSwing one;

      if (gf_scoring_find_swing (self, i, &one) &&
          (!found || fabs (one.at - one.now) < fabs (swing->at - swing->now)))
        {
          *swing = one;
          found = TRUE;
        }
    }

  return found;
}
