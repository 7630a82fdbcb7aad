/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-ranking.h"

#include "gf-ranks.h"
#include "gf-row-identity.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  char *column;
  double weight;
  gboolean lower_is_better;
  gsize n_filled;
  double *ranks;        /* already turned round where lower is better */
} Measure;

struct _GfRanking
{
  gatomicrefcount ref_count;
  gsize n_rows;
  gsize n_scored;
  gsize n_best;
  GfBestRule *rule;
  gboolean raised;
  gsize n_tied;         /* customers at the end of the best whom nothing tells apart, 0 for none */
  gboolean ties_in;     /* whether they are among the best */
  guint n_measures;
  Measure *measures;
  guint *by_weight;     /* the measures, heaviest first */
  double *scores;
  guint32 *order;       /* place -> row */
  guint32 *places;      /* row -> place */
  GfBitset *best;
  GfBitset *compared;   /* those of whom it is known whether they are best; NULL: all */
};

G_DEFINE_BOXED_TYPE (GfRanking, gf_ranking, gf_ranking_ref, gf_ranking_unref)

static gboolean
fill_measure (Measure          *measure,
              GfTable          *table,
              const GfMeasure  *wanted,
              GError          **error)
{
  GfColumn *column = gf_table_find_column (table, wanted->column);

  if (column == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There is no column “%s” to rank customers by. Choose another measure."),
                   wanted->column);
      return FALSE;
    }

  const double *numbers = gf_column_get_numbers (column);
  if (numbers == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The column “%s” holds no numbers, so it cannot rank customers. Change its type, "
                     "or choose another measure."), wanted->column);
      return FALSE;
    }

  gsize n_rows = gf_table_get_n_rows (table);

  measure->column = g_strdup (wanted->column);
  measure->weight = wanted->weight;
  measure->lower_is_better = wanted->lower_is_better;
  measure->ranks = g_new (double, n_rows + 1);
  measure->n_filled = gf_percentile_ranks (numbers, n_rows, measure->ranks);

  if (wanted->lower_is_better)
    for (gsize row = 0; row < n_rows; row++)
      measure->ranks[row] = 1.0 - measure->ranks[row];

  return TRUE;
}

static void
fill_scores (GfRanking *self)
{
  self->scores = g_new (double, self->n_rows + 1);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      double sum = 0.0, weights = 0.0;

      for (guint i = 0; i < self->n_measures; i++)
        {
          const Measure *measure = &self->measures[i];

          if (measure->weight > 0.0 && !isnan (measure->ranks[row]))
            {
              sum += measure->weight * measure->ranks[row];
              weights += measure->weight;
            }
        }

      self->scores[row] = weights > 0.0 ? sum / weights : NAN;
      self->n_scored += weights > 0.0;
    }
}

/* Higher first, NaN last. */
static int
compare_scores (double a,
                double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);

  return a > b ? -1 : a < b;
}

/* 0 where nothing tells the two apart. */
static int
compare_customers (const GfRanking *self,
                   guint32          a,
                   guint32          b)
{
  int order = compare_scores (self->scores[a], self->scores[b]);

  for (guint i = 0; i < self->n_measures && order == 0; i++)
    {
      const Measure *measure = &self->measures[self->by_weight[i]];

      /* a weight of nothing decides nothing, ties neither */
      if (!(measure->weight > 0.0))
        break;
      order = compare_scores (measure->ranks[a], measure->ranks[b]);
    }

  return order;
}

static int
compare_rows_cb (const void *first,
                 const void *second,
                 void       *user_data)
{
  guint32 a = *(const guint32 *) first;
  guint32 b = *(const guint32 *) second;
  int order = compare_customers (user_data, a, b);

  return order != 0 ? order : a < b ? -1 : 1;
}

static int
compare_weights_cb (const void *first,
                    const void *second,
                    void       *user_data)
{
  const Measure *measures = user_data;
  guint a = *(const guint *) first;
  guint b = *(const guint *) second;

  if (measures[a].weight != measures[b].weight)
    return measures[a].weight > measures[b].weight ? -1 : 1;

  return a < b ? -1 : 1;
}

static void
fill_order (GfRanking *self)
{
  self->by_weight = g_new (guint, self->n_measures + 1);
  for (guint i = 0; i < self->n_measures; i++)
    self->by_weight[i] = i;
  g_sort_array (self->by_weight, self->n_measures, sizeof (guint), compare_weights_cb,
                self->measures);

  /* higher first: the scores turned round, as far as they tell, then whatever else does */
  g_autofree double *turned = g_new (double, self->n_rows + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    turned[row] = -self->scores[row];

  self->order = g_new (guint32, self->n_rows + 1);
  gf_rising_order (turned, self->n_rows, self->order);
  for (gsize i = 0, end; i < self->n_rows; i = end)
    {
      for (end = i + 1; end < self->n_rows &&
                        compare_scores (self->scores[self->order[end]], self->scores[self->order[i]]) == 0;)
        end++;
      if (end > i + 1)
        g_sort_array (self->order + i, end - i, sizeof (guint32), compare_rows_cb, self);
    }
}

/* The share of those that have a score, raised in short lists until eight are best, yet never to more than
 * half of them. */
static gsize
count_best (GfRanking *self)
{
  if (self->rule->kind == GF_BEST_BY_COUNT)
    return MIN (self->rule->count, self->n_scored);

  gsize by_share = (gsize) round ((double) self->n_scored * self->rule->share);
  gsize least = MIN (GF_BEST_AT_LEAST, self->n_scored / 2);

  self->raised = least > by_share;

  return MAX (by_share, least);
}

/* Customers whom nothing tells apart are all among the best or none of them is: which of them comes first in the
 * file must not matter. All are where that makes no more than half of the ranked the best, else none. Where that
 * leaves nobody, nobody stands out. */
static gboolean
settle_ties (GfRanking  *self,
             GError    **error)
{
  gsize first = self->n_best, end = self->n_best;

  if (self->n_best == 0 || self->n_best == self->n_scored ||
      compare_customers (self, self->order[self->n_best - 1], self->order[self->n_best]) != 0)
    return TRUE;

  while (first > 0 && compare_customers (self, self->order[first - 1], self->order[self->n_best]) == 0)
    first--;
  while (end < self->n_scored && compare_customers (self, self->order[end], self->order[self->n_best - 1]) == 0)
    end++;
  self->n_tied = end - first;
  self->ties_in = end * 2 <= self->n_scored;
  self->n_best = self->ties_in ? end : first;
  self->raised &= (double) self->n_best > round ((double) self->n_scored * self->rule->share);
  if (self->n_best > 0)
    return TRUE;

  g_autofree char *tied = gf_words_dup_number ((double) self->n_tied);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("Nobody stands out: the measures say the same of the first %s customers. Choose measures that tell "
                 "them apart."), tied);

  return FALSE;
}

/* Puts the best before all others without changing the order among either. */
static void
move_best_first (GfRanking *self)
{
  g_autofree guint32 *others = g_new (guint32, self->n_rows + 1);
  gsize n_others = 0;

  self->n_best = 0;
  for (gsize place = 0; place < self->n_rows; place++)
    if (gf_bitset_get (self->best, self->order[place]))
      self->order[self->n_best++] = self->order[place];
    else
      others[n_others++] = self->order[place];
  memcpy (self->order + self->n_best, others, n_others * sizeof (guint32));
}

static gboolean
fill_best_by_limit (GfRanking  *self,
                    GfTable    *table,
                    GError    **error)
{
  const char *name = self->rule->column != NULL ? self->rule->column : "";
  GfColumn *column = gf_table_find_column (table, name);
  const double *numbers = column != NULL ? gf_column_get_numbers (column) : NULL;

  if (numbers == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   column == NULL ? _("There is no column “%s” that the best have enough of. Choose another one.")
                                  : _("The column “%s” holds no numbers that the best could have enough of. Change "
                                      "its type, or choose another one."), name);
      return FALSE;
    }

  for (gsize row = 0; row < self->n_rows; row++)
    if (self->rule->at_most ? numbers[row] <= self->rule->limit : numbers[row] >= self->rule->limit)
      gf_bitset_set (self->best, row);

  return TRUE;
}

static gboolean
fill_best (GfRanking  *self,
           GfTable    *table,
           GError    **error)
{
  self->best = gf_bitset_new (self->n_rows);

  if (gf_best_rule_needs_measure (self->rule))
    {
      self->n_best = count_best (self);
      if (!settle_ties (self, error))
        return FALSE;
      for (gsize place = 0; place < self->n_best; place++)
        gf_bitset_set (self->best, self->order[place]);
      return TRUE;
    }

  if (self->rule->kind == GF_BEST_BY_LIMIT && !fill_best_by_limit (self, table, error))
    return FALSE;
  if (self->rule->kind == GF_BEST_BY_HAND && self->rule->picked != NULL &&
      gf_bitset_get_size (self->rule->picked) == self->n_rows)
    {
      gf_bitset_unref (self->best);
      self->best = gf_bitset_copy (self->rule->picked);
    }
  else if (self->rule->kind == GF_BEST_BY_HAND && self->rule->identities != NULL)
    {
      gf_bitset_unref (self->best);
      self->best = gf_table_match_identities (table, self->rule->identities);
    }
  move_best_first (self);

  return TRUE;
}

/* Who has none of what the rule asks for may well be one of the best. */
static void
fill_compared (GfRanking *self,
               GfTable   *table)
{
  const double *known = self->scores;

  if (self->rule->kind == GF_BEST_BY_HAND)
    return;
  if (self->rule->kind == GF_BEST_BY_LIMIT)
    known = gf_column_get_numbers (gf_table_find_column (table, self->rule->column));

  g_autoptr (GfBitset) compared = gf_bitset_new (self->n_rows);
  gsize n = 0;

  for (gsize row = 0; row < self->n_rows; row++)
    if (!isnan (known[row]))
      {
        gf_bitset_set (compared, row);
        n++;
      }

  if (n < self->n_rows)
    self->compared = g_steal_pointer (&compared);
}

static void
fill_places (GfRanking *self)
{
  self->places = g_new (guint32, self->n_rows + 1);
  for (gsize place = 0; place < self->n_rows; place++)
    self->places[self->order[place]] = (guint32) place;
}

/**
 * gf_ranking_new:
 * @table: the customers
 * @measures: (array length=n_measures): what makes a customer good; a weight of 0 leaves one out
 * @n_measures: how many there are
 * @share: which share is best; kept within %GF_BEST_SHARE_MIN and %GF_BEST_SHARE_MAX
 * @error: set when a column is not there or holds no numbers, or nothing has any weight
 *
 * Ranks the customers.
 *
 * Returns: (transfer full) (nullable): the ranking; NULL with @error set
 */
GfRanking *
gf_ranking_new (GfTable          *table,
                const GfMeasure  *measures,
                guint             n_measures,
                double            share,
                GError          **error)
{
  const GfBestRule rule = { .kind = GF_BEST_BY_SHARE, .share = share };

  return gf_ranking_new_by_rule (table, measures, n_measures, &rule, NULL, error);
}

/**
 * gf_ranking_new_by_rule:
 * @table: the customers
 * @measures: (array length=n_measures): what makes a customer good; a weight of 0 leaves one out
 * @n_measures: how many there are
 * @rule: which of the ranked are the best; copied
 * @cancellable: (nullable): to stop between two measures
 * @error: set when a column is not there or holds no numbers, nothing has any weight and the rule needs it, or
 *   it was stopped
 *
 * Ranks the customers. Those that the rule chooses come before all others, whatever their scores are.
 *
 * Returns: (transfer full) (nullable): the ranking; NULL with @error set
 */
GfRanking *
gf_ranking_new_by_rule (GfTable           *table,
                        const GfMeasure   *measures,
                        guint              n_measures,
                        const GfBestRule  *rule,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_return_val_if_fail (table != NULL && rule != NULL, NULL);
  g_return_val_if_fail (n_measures == 0 || measures != NULL, NULL);

  g_autoptr (GfRanking) self = g_new0 (GfRanking, 1);
  gboolean weighted = FALSE;

  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = gf_table_get_n_rows (table);
  self->rule = gf_best_rule_copy (rule);
  self->measures = g_new0 (Measure, n_measures + 1);

  for (guint i = 0; i < n_measures; i++)
    {
      self->n_measures++;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !fill_measure (&self->measures[i], table, &measures[i], error))
        return NULL;
      weighted |= measures[i].weight > 0.0;
    }

  if (!weighted && gf_best_rule_needs_measure (rule))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("Nothing says yet what makes a customer good. Add a measure, such as "
                             "revenue, and give it a weight."));
      return NULL;
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  fill_scores (self);
  fill_order (self);
  if (!fill_best (self, table, error))
    return NULL;
  fill_compared (self, table);
  fill_places (self);

  return g_steal_pointer (&self);
}

/**
 * gf_ranking_ref:
 * @self: a ranking
 *
 * Returns: (transfer full): @self
 */
GfRanking *
gf_ranking_ref (GfRanking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_ranking_unref:
 * @self: (transfer full): a ranking
 *
 * Gives a reference back; safe from any thread.
 */
void
gf_ranking_unref (GfRanking *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_measures; i++)
    {
      g_free (self->measures[i].column);
      g_free (self->measures[i].ranks);
    }
  g_free (self->measures);
  g_clear_pointer (&self->rule, gf_best_rule_free);
  g_free (self->by_weight);
  g_free (self->scores);
  g_free (self->order);
  g_free (self->places);
  g_clear_pointer (&self->best, gf_bitset_unref);
  g_clear_pointer (&self->compared, gf_bitset_unref);
  g_free (self);
}

/**
 * gf_ranking_get_n_rows:
 * @self: a ranking
 *
 * Returns: how many customers there are
 */
gsize
gf_ranking_get_n_rows (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * gf_ranking_get_n_scored:
 * @self: a ranking
 *
 * Returns: how many customers have at least one of the measures
 */
gsize
gf_ranking_get_n_scored (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_scored;
}

/**
 * gf_ranking_get_n_best:
 * @self: a ranking
 *
 * Returns: how many customers are best
 */
gsize
gf_ranking_get_n_best (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_best;
}

/**
 * gf_ranking_get_best:
 * @self: a ranking
 *
 * Returns: (transfer none): the rows of the best
 */
GfBitset *
gf_ranking_get_best (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->best;
}

/**
 * gf_ranking_get_compared:
 * @self: a ranking
 *
 * Whether a customer is one of the best is unknown where no measure is known, or, by a limit, not the number it is
 * about. Those who were not picked by hand are all others.
 *
 * Returns: (transfer none) (nullable): the rows of whom it is known; NULL when that is all of them
 */
GfBitset *
gf_ranking_get_compared (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->compared;
}

/**
 * gf_ranking_get_rule:
 * @self: a ranking
 *
 * Returns: (transfer none): the rule that was asked for
 */
const GfBestRule *
gf_ranking_get_rule (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rule;
}

/**
 * gf_ranking_is_raised:
 * @self: a ranking
 *
 * Returns: whether more are best than the share alone would give, because the list is short
 */
gboolean
gf_ranking_is_raised (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->raised;
}

/**
 * gf_ranking_get_n_tied:
 * @self: a ranking
 * @are_best: (out) (optional): whether they are among the best; else none of them is
 *
 * Returns: how many customers stand at the end of the best whom nothing tells apart; 0 for none
 */
gsize
gf_ranking_get_n_tied (const GfRanking *self,
                       gboolean        *are_best)
{
  g_return_val_if_fail (self != NULL, 0);

  if (are_best != NULL)
    *are_best = self->ties_in;

  return self->n_tied;
}

/**
 * gf_ranking_get_score:
 * @self: a ranking
 * @row: a customer
 *
 * Returns: the score in 0..1, NaN without any measure
 */
double
gf_ranking_get_score (const GfRanking *self,
                      gsize            row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, NAN);

  return self->scores[row];
}

/**
 * gf_ranking_get_row:
 * @self: a ranking
 * @place: 0 for the best
 *
 * Returns: the customer in that place
 */
gsize
gf_ranking_get_row (const GfRanking *self,
                    gsize            place)
{
  g_return_val_if_fail (self != NULL && place < self->n_rows, 0);

  return self->order[place];
}

/**
 * gf_ranking_get_place:
 * @self: a ranking
 * @row: a customer
 *
 * Returns: the place of the customer, 0 for the best
 */
gsize
gf_ranking_get_place (const GfRanking *self,
                      gsize            row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, 0);

  return self->places[row];
}

/**
 * gf_ranking_get_n_measures:
 * @self: a ranking
 *
 * Returns: how many measures there are
 */
guint
gf_ranking_get_n_measures (const GfRanking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_measures;
}

/**
 * gf_ranking_get_column:
 * @self: a ranking
 * @measure: which measure
 *
 * Returns: (transfer none): the name of its column
 */
const char *
gf_ranking_get_column (const GfRanking *self,
                       guint            measure)
{
  g_return_val_if_fail (self != NULL && measure < self->n_measures, NULL);

  return self->measures[measure].column;
}

/**
 * gf_ranking_get_weight:
 * @self: a ranking
 * @measure: which measure
 *
 * Returns: its weight, as it was given
 */
double
gf_ranking_get_weight (const GfRanking *self,
                       guint            measure)
{
  g_return_val_if_fail (self != NULL && measure < self->n_measures, NAN);

  return self->measures[measure].weight;
}

/**
 * gf_ranking_get_lower_is_better:
 * @self: a ranking
 * @measure: which measure
 *
 * Returns: whether less of it is better
 */
gboolean
gf_ranking_get_lower_is_better (const GfRanking *self,
                                guint            measure)
{
  g_return_val_if_fail (self != NULL && measure < self->n_measures, FALSE);

  return self->measures[measure].lower_is_better;
}

/**
 * gf_ranking_get_n_filled:
 * @self: a ranking
 * @measure: which measure
 *
 * Returns: how many customers have it
 */
gsize
gf_ranking_get_n_filled (const GfRanking *self,
                         guint            measure)
{
  g_return_val_if_fail (self != NULL && measure < self->n_measures, 0);

  return self->measures[measure].n_filled;
}

/**
 * gf_ranking_get_measure_rank:
 * @self: a ranking
 * @measure: which measure
 * @row: a customer
 *
 * Returns: the share of the customers that are worse by this measure; NaN if it is missing
 */
double
gf_ranking_get_measure_rank (const GfRanking *self,
                             guint            measure,
                             gsize            row)
{
  g_return_val_if_fail (self != NULL && measure < self->n_measures && row < self->n_rows, NAN);

  return self->measures[measure].ranks[row];
}
