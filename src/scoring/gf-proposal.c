/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-proposal.h"

#include "gf-proportion.h"
#include "gf-ranks.h"
#include "gf-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* With fewer customers a median or a share says too little to propose a score. */
#define MIN_CUSTOMERS 5

/* How many of the four limits a figure reaches: 1 to 5. */
static int
grade (double       figure,
       const double limits[4])
{
  int score = 1;

  for (int i = 0; i < 4; i++)
    score += figure >= limits[i];

  return score;
}

static gboolean
propose_nothing (GfProposal *self)
{
  self->score = 0;
  self->reason = g_strdup (_("Too few customers to tell"));

  return FALSE;
}

/**
 * gf_proposal_clear:
 * @self: a proposal
 *
 * Frees the reason.
 */
void
gf_proposal_clear (GfProposal *self)
{
  g_clear_pointer (&self->reason, g_free);
}

/**
 * gf_proposal_from_size:
 * @self: (out caller-allocates): the proposal
 * @segment: the customers of the segment
 *
 * Size by the share of all customers: 1 below 2 %, 2 below 5 %, 3 below 15 %, 4 below 30 %, else 5.
 */
void
gf_proposal_from_size (GfProposal     *self,
                       const GfBitset *segment)
{
  static const double limits[] = { 0.02, 0.05, 0.15, 0.30 };

  g_return_if_fail (self != NULL && segment != NULL);
  self->source = GF_SCORE_CUSTOMERS;

  gsize n_rows = gf_bitset_get_size (segment);
  gsize n = gf_bitset_count (segment);

  if (n_rows == 0)
    {
      propose_nothing (self);
      return;
    }

  g_autofree char *count = gf_words_dup_number ((double) n);
  g_autofree char *all = gf_words_dup_number ((double) n_rows);

  self->score = grade ((double) n / (double) n_rows, limits);
  self->reason = g_strdup_printf (ngettext ("%s of %s customer", "%s of %s customers", n_rows), count, all);
}

/* The median percentile rank within the segment. With nothing to it, it would be a half. */
static double
median_rank (const double   *ranks,
             const GfBitset *segment,
             gsize          *n)
{
  g_autofree double *values = g_new (double, gf_bitset_count (segment) + 1);

  *n = 0;
  for (gsize row = 0; gf_bitset_next (segment, &row); row++)
    if (!isnan (ranks[row]))
      values[(*n)++] = ranks[row];

  return gf_quantile (values, *n, 0.5);
}

static const double rank_limits[] = { 0.35, 0.45, 0.55, 0.65 };

/**
 * gf_proposal_from_value:
 * @self: (out caller-allocates): the proposal
 * @ranking: who is best
 * @segment: the customers of the segment
 *
 * Value by where the segment's middle customer stands among all, by the measures of what is good: 1 below the
 * 35th of 100 from below, 2 below the 45th, 3 below the 55th, 4 below the 65th, else 5.
 */
void
gf_proposal_from_value (GfProposal      *self,
                        const GfRanking *ranking,
                        const GfBitset  *segment)
{
  g_return_if_fail (self != NULL && ranking != NULL && segment != NULL);
  g_return_if_fail (gf_bitset_get_size (segment) == gf_ranking_get_n_rows (ranking));
  self->source = GF_SCORE_CUSTOMERS;

  gsize n_rows = gf_ranking_get_n_rows (ranking);
  g_autofree double *ranks = g_new (double, n_rows + 1);
  gsize n;

  for (gsize row = 0; row < n_rows; row++)
    ranks[row] = gf_ranking_get_score (ranking, row);
  gf_percentile_ranks (ranks, n_rows, ranks);

  double median = median_rank (ranks, segment, &n);
  if (n < MIN_CUSTOMERS)
    {
      propose_nothing (self);
      return;
    }

  g_autofree char *percent = gf_words_dup_percent (median);

  self->score = grade (median, rank_limits);
  /* TRANSLATORS: a percentage: the middle customer of a segment is worth more than so many of all */
  self->reason = g_strdup_printf (_("Its middle customer ranks above %s of all"), percent);
}

/**
 * gf_proposal_from_column:
 * @self: (out caller-allocates): the proposal
 * @table: the customers
 * @column: the name of a column of numbers
 * @lower_is_better: whether less of it is better
 * @segment: the customers of the segment
 *
 * As gf_proposal_from_value(), by a single column: revenue for the ability to pay, days to close for the ease of
 * reach.
 */
void
gf_proposal_from_column (GfProposal     *self,
                         GfTable        *table,
                         const char     *column,
                         gboolean        lower_is_better,
                         const GfBitset *segment)
{
  g_return_if_fail (self != NULL && table != NULL && column != NULL && segment != NULL);
  g_return_if_fail (gf_bitset_get_size (segment) == gf_table_get_n_rows (table));
  self->source = GF_SCORE_CUSTOMERS;

  GfColumn *found = gf_table_find_column (table, column);
  const double *numbers = found != NULL ? gf_column_get_numbers (found) : NULL;

  if (numbers == NULL)
    {
      self->score = 0;
      self->reason = g_strdup_printf (_("There are no numbers in “%s”"), column);
      return;
    }

  gsize n_rows = gf_table_get_n_rows (table);
  g_autofree double *ranks = g_new (double, n_rows + 1);
  gsize n;

  gf_percentile_ranks (numbers, n_rows, ranks);

  double median = median_rank (ranks, segment, &n);
  if (n < MIN_CUSTOMERS)
    {
      propose_nothing (self);
      return;
    }

  double inside = median_rank (numbers, segment, &n);
  g_autofree char *name = gf_words_dup_lower (column);
  g_autofree char *value = gf_words_dup_value (inside, found);
  g_autofree char *all = gf_words_dup_value (gf_quantile (numbers, n_rows, 0.5), found);

  self->score = grade (lower_is_better ? 1.0 - median : median, rank_limits);
  /* TRANSLATORS: the name of a column, the middle value in a segment, that of all customers */
  self->reason = g_strdup_printf (_("Middle %s is %s, of all customers %s"), name, value, all);
}

static double
get_lift (const GfBitset *hits,
          const GfBitset *segment)
{
  return gf_lift (gf_bitset_count_and (hits, segment), gf_bitset_count (segment),
                  gf_bitset_count (hits), gf_bitset_get_size (hits));
}

static gboolean
is_telling (const GfBitset *hits,
            const GfBitset *segment)
{
  return gf_bitset_count (segment) >= MIN_CUSTOMERS && gf_bitset_count (hits) >= MIN_CUSTOMERS;
}

/**
 * gf_proposal_from_best:
 * @self: (out caller-allocates): the proposal
 * @best: the best customers
 * @segment: the customers of the segment
 *
 * Fit by how often its customers are among the best, against all: 1 below half as often, 2 below 0.8 times, 3
 * below 1.25 times, 4 below twice, else 5.
 */
void
gf_proposal_from_best (GfProposal     *self,
                       const GfBitset *best,
                       const GfBitset *segment)
{
  static const double limits[] = { 0.5, 0.8, 1.25, 2.0 };

  g_return_if_fail (self != NULL && best != NULL && segment != NULL);
  g_return_if_fail (gf_bitset_get_size (best) == gf_bitset_get_size (segment));
  self->source = GF_SCORE_CUSTOMERS;

  if (!is_telling (best, segment))
    {
      propose_nothing (self);
      return;
    }

  gsize n = gf_bitset_count (segment);
  g_autofree char *hits = gf_words_dup_number ((double) gf_bitset_count_and (best, segment));
  g_autofree char *rows = gf_words_dup_number ((double) n);

  self->score = grade (get_lift (best, segment), limits);
  self->reason = g_strdup_printf (ngettext ("%s of its %s customer is among the best",
                                            "%s of its %s customers are among the best", n), hits, rows);
}

/**
 * gf_proposal_from_bad:
 * @self: (out caller-allocates): the proposal
 * @bad: the bad fits
 * @segment: the customers of the segment
 *
 * Loyalty by how often its customers are bad fits, against all: 5 below half as often, 4 below 0.8 times, 3 below
 * 1.25 times, 2 below twice, else 1.
 */
void
gf_proposal_from_bad (GfProposal     *self,
                      const GfBitset *bad,
                      const GfBitset *segment)
{
  static const double limits[] = { 0.5, 0.8, 1.25, 2.0 };

  g_return_if_fail (self != NULL && bad != NULL && segment != NULL);
  g_return_if_fail (gf_bitset_get_size (bad) == gf_bitset_get_size (segment));
  self->source = GF_SCORE_CUSTOMERS;

  if (!is_telling (bad, segment))
    {
      propose_nothing (self);
      return;
    }

  gsize n = gf_bitset_count (segment);
  g_autofree char *hits = gf_words_dup_number ((double) gf_bitset_count_and (bad, segment));
  g_autofree char *rows = gf_words_dup_number ((double) n);

  self->score = 6 - grade (get_lift (bad, segment), limits);
  self->reason = g_strdup_printf (ngettext ("%s of its %s customer is a bad fit",
                                            "%s of its %s customers are bad fits", n), hits, rows);
}

/**
 * gf_proposal_from_recent:
 * @self: (out caller-allocates): the proposal
 * @table: the customers
 * @column: the name of a column of dates: since when they are customers
 * @segment: the customers of the segment
 *
 * Growth by how often its customers came in the last year of the list, against all: 1 below half as often, 2
 * below 0.8 times, 3 below 1.25 times, 4 below twice, else 5. The year ends with the latest date, so that an
 * old list tells the same.
 */
void
gf_proposal_from_recent (GfProposal     *self,
                         GfTable        *table,
                         const char     *column,
                         const GfBitset *segment)
{
  static const double limits[] = { 0.5, 0.8, 1.25, 2.0 };

  g_return_if_fail (self != NULL && table != NULL && column != NULL && segment != NULL);
  g_return_if_fail (gf_bitset_get_size (segment) == gf_table_get_n_rows (table));
  self->source = GF_SCORE_CUSTOMERS;

  GfColumn *found = gf_table_find_column (table, column);
  const double *days = found != NULL ? gf_column_get_numbers (found) : NULL;
  gsize n_rows = gf_table_get_n_rows (table);
  g_autoptr (GfBitset) recent = gf_bitset_new (n_rows);
  double latest = -INFINITY;

  for (gsize row = 0; days != NULL && row < n_rows; row++)
    if (days[row] > latest)
      latest = days[row];
  for (gsize row = 0; days != NULL && row < n_rows; row++)
    if (days[row] > latest - 365.0)
      gf_bitset_set (recent, row);

  if (!is_telling (recent, segment))
    {
      propose_nothing (self);
      return;
    }

  gsize n = gf_bitset_count (segment);
  g_autofree char *hits = gf_words_dup_number ((double) gf_bitset_count_and (recent, segment));
  g_autofree char *rows = gf_words_dup_number ((double) n);
  g_autofree char *others = gf_words_dup_number ((double) gf_bitset_count (recent));
  g_autofree char *all = gf_words_dup_number ((double) n_rows);

  self->score = grade (get_lift (recent, segment), limits);
  /* TRANSLATORS: counts: of a segment, of all customers */
  self->reason = g_strdup_printf (_("%s of its %s customers came in the last year of the list, %s of all %s"), hits,
                                  rows, others, all);
}

/**
 * gf_proposal_from_count:
 * @self: (out caller-allocates): the proposal; its reason and source are left to the caller
 * @n: how many people said something
 * @of: of how many
 *
 * 1 below a fifth of the people, 2 below two fifths, and so on; 0 for fewer than three people.
 */
void
gf_proposal_from_count (GfProposal *self,
                        guint       n,
                        guint       of)
{
  static const double limits[] = { 0.2, 0.4, 0.6, 0.8 };

  g_return_if_fail (self != NULL && n <= of);

  self->score = of < 3 ? 0 : grade ((double) n / of, limits);
}
