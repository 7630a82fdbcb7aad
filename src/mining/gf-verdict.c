/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-verdict.h"

#include "gf-fisher.h"
#include "gf-proportion.h"

#include <math.h>

#define LEVEL 0.95
#define STRONG_Q 0.01
#define MODERATE_Q 0.05
#define WEAK_P 0.05
/* How many times as often, or as seldom, as all customers. */
#define STRONG_LIFT 1.5
#define MODERATE_LIFT 1.2

G_DEFINE_ENUM_TYPE (GfVerdict, gf_verdict,
                    G_DEFINE_ENUM_VALUE (GF_VERDICT_STRONG, "strong"),
                    G_DEFINE_ENUM_VALUE (GF_VERDICT_MODERATE, "moderate"),
                    G_DEFINE_ENUM_VALUE (GF_VERDICT_WEAK, "weak"),
                    G_DEFINE_ENUM_VALUE (GF_VERDICT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (GF_VERDICT_TOO_FEW, "too-few"))

G_DEFINE_ENUM_TYPE (GfDirection, gf_direction,
                    G_DEFINE_ENUM_VALUE (GF_DIRECTION_MORE, "more"),
                    G_DEFINE_ENUM_VALUE (GF_DIRECTION_LESS, "less"))

G_DEFINE_ENUM_TYPE (GfAgainst, gf_against,
                    G_DEFINE_ENUM_VALUE (GF_AGAINST_BEST, "best"),
                    G_DEFINE_ENUM_VALUE (GF_AGAINST_BAD, "bad"),
                    G_DEFINE_ENUM_VALUE (GF_AGAINST_OTHER, "other"))

/**
 * gf_counts_get_log_p:
 * @self: the counts of a trait
 *
 * Returns: the logarithm of Fisher's exact p, two-sided
 */
double
gf_counts_get_log_p (const GfCounts *self)
{
  gsize others = self->rows - self->hits;
  gsize hits_elsewhere = self->all_hits - self->hits;
  gsize rows_elsewhere = self->all_rows - self->rows;

  return gf_fisher_log_p (self->hits, others, hits_elsewhere, rows_elsewhere - hits_elsewhere);
}

/**
 * gf_counts_clear_base_rate:
 * @counts: the counts of a trait
 *
 * Returns: whether the 95 % interval of the share does not hold the share of all customers
 */
gboolean
gf_counts_clear_base_rate (const GfCounts *counts)
{
  double base = counts->all_rows == 0 ? NAN : (double) counts->all_hits / (double) counts->all_rows;

  return gf_jeffreys_excludes (counts->hits, counts->rows, LEVEL, base);
}

/* With very many customers every difference is sure; it has to be one worth acting on, too. */
static gboolean
differs_by (const GfCounts *counts,
            double          least)
{
  double lift = gf_lift (counts->hits, counts->rows, counts->all_hits, counts->all_rows);

  return lift >= least || lift <= 1.0 / least;
}

static GfVerdict
judge_counts (const GfCounts *counts,
              double          log_p,
              double          log_q,
              double          n_looks)
{
  gboolean clears = gf_counts_clear_base_rate (counts);

  if (clears && log_q < log (STRONG_Q) && differs_by (counts, STRONG_LIFT))
    return GF_VERDICT_STRONG;
  if (clears && log_q < log (MODERATE_Q) && differs_by (counts, MODERATE_LIFT))
    return GF_VERDICT_MODERATE;
  if (log_p + log (MAX (1.0, n_looks)) < log (WEAK_P) || (clears && n_looks <= 1.0))
    return GF_VERDICT_WEAK;

  return GF_VERDICT_NONE;
}

/**
 * gf_counts_are_too_few:
 * @counts: the counts of a trait
 *
 * Returns: whether the table or the trait holds too few customers to compare: fewer than
 *   %GF_MIN_HITS hits or others in all, or fewer than %GF_MIN_ROWS customers with the trait
 */
gboolean
gf_counts_are_too_few (const GfCounts *counts)
{
  g_return_val_if_fail (counts != NULL, TRUE);

  return counts->all_hits < GF_MIN_HITS || counts->all_rows - counts->all_hits < GF_MIN_HITS ||
         counts->rows < GF_MIN_ROWS;
}

/**
 * gf_verdict_judge:
 * @counts: the counts
 * @log_p: logarithm of Fisher's exact p
 * @log_q: logarithm of the Benjamini-Hochberg q over all tests made
 * @n_looks: how many looks finding this range was worth, gf_looks_of_best_range(); 1 for a level
 *
 * The rules, in order:
 *
 *  - too few: fewer than 8 hits or 8 others in the whole table, or fewer than 5 customers with the trait;
 *  - strong: q < 0.01, the 95 % interval of the share does not hold the share of all customers, and the share is
 *    at least one and a half times that share, or at most two thirds of it: with very many customers any
 *    difference is sure, but not worth acting on;
 *  - moderate: the same with q < 0.05 and a fifth more, or as much less. Of the findings called strong or moderate at most one in
 *    twenty is expected to be luck, however many were looked at. Of a finding that was chosen as the clearest of several
 *    the wider interval that allows for the choice must not hold the share of all either, which is asked where the
 *    choice is known: gf_finding_set_choices(), gf_finding_set_ranges();
 *  - weak: p < 0.05, or for a level an interval that does not hold the share of all. For the best of
 *    several ranges p is first multiplied by how many looks that was. Such a trait was worth a second look
 *    if it had been the only one; among many some are always like that;
 *  - none: everything else.
 *
 * Returns: the verdict
 */
GfVerdict
gf_verdict_judge (const GfCounts *counts,
                  double          log_p,
                  double          log_q,
                  double          n_looks)
{
  g_return_val_if_fail (counts != NULL, GF_VERDICT_TOO_FEW);

  if (gf_counts_are_too_few (counts))
    return GF_VERDICT_TOO_FEW;

  return judge_counts (counts, log_p, log_q, n_looks);
}

/**
 * gf_counts_are_small_difference:
 * @counts: the counts of a trait
 * @log_q: logarithm of the corrected value
 *
 * Returns: whether the difference is sure after all corrections but too small to act on
 */
gboolean
gf_counts_are_small_difference (const GfCounts *counts,
                                double          log_q)
{
  g_return_val_if_fail (counts != NULL, FALSE);

  return gf_counts_clear_base_rate (counts) && log_q < log (MODERATE_Q) && !differs_by (counts, MODERATE_LIFT);
}
