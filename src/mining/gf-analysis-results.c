/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-analysis-private.h"

/* What an analysis knows now. */

/**
 * gf_analysis_get_table:
 * @self: an analysis
 *
 * Returns: (transfer none) (nullable): the customers
 */
GfTable *
gf_analysis_get_table (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), NULL);

  return self->table;
}

/**
 * gf_analysis_get_share:
 * @self: an analysis
 *
 * Returns: which share of the customers is best, where the rule goes by share
 */
double
gf_analysis_get_share (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), GF_BEST_SHARE_DEFAULT);

  return self->rule->share;
}

/**
 * gf_analysis_get_depth:
 * @self: an analysis
 *
 * Returns: how many traits a combination joins at most
 */
guint
gf_analysis_get_depth (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), 1);

  return self->depth;
}

/**
 * gf_analysis_get_ranking:
 * @self: an analysis
 *
 * Returns: (transfer none) (nullable): who is best
 */
GfRanking *
gf_analysis_get_ranking (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), NULL);

  return self->ranking;
}

/**
 * gf_analysis_get_bad:
 * @self: an analysis
 *
 * Returns: (transfer none) (nullable): who is a bad fit
 */
GfBitset *
gf_analysis_get_bad (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), NULL);

  return self->bad;
}

/**
 * gf_analysis_get_bad_rule_count:
 * @self: an analysis
 * @rule: which rule, in the order they were set
 *
 * Returns: for how many customers the rule holds; 0 as long as that is not known
 */
gsize
gf_analysis_get_bad_rule_count (GfAnalysis *self,
                                guint       rule)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), 0);

  if (self->bad_counts == NULL || rule >= self->bad_counts->len)
    return 0;

  return g_array_index (self->bad_counts, gsize, rule);
}

/**
 * gf_analysis_get_findings:
 * @self: an analysis
 *
 * Returns: (transfer none) (nullable): what the best share
 */
GfFindings *
gf_analysis_get_findings (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), NULL);

  return self->findings;
}

/**
 * gf_analysis_get_bad_findings:
 * @self: an analysis
 *
 * Returns: (transfer none) (nullable): what the bad fits share
 */
GfFindings *
gf_analysis_get_bad_findings (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), NULL);

  return self->bad_findings;
}

/**
 * gf_analysis_get_notes:
 * @self: an analysis
 *
 * Returns: (transfer none) (nullable): sentences on what was left out and why
 */
const char * const *
gf_analysis_get_notes (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), NULL);

  return (const char * const *) self->notes;
}

/**
 * gf_analysis_get_message:
 * @self: an analysis
 *
 * Returns: (transfer none) (nullable): why something could not be done, in a sentence to show
 */
const char *
gf_analysis_get_message (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), NULL);

  return self->message;
}

/**
 * gf_analysis_get_running:
 * @self: an analysis
 *
 * Returns: whether results are on their way
 */
gboolean
gf_analysis_get_running (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), FALSE);

  return self->running;
}

/**
 * gf_analysis_get_out_of_date:
 * @self: an analysis
 *
 * Returns: whether the findings are those of inputs that have changed since
 */
gboolean
gf_analysis_get_out_of_date (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), FALSE);

  return self->out_of_date;
}

/**
 * gf_analysis_get_progress:
 * @self: an analysis
 *
 * Returns: how much of the run is done, in 0..1
 */
double
gf_analysis_get_progress (GfAnalysis *self)
{
  g_return_val_if_fail (GF_IS_ANALYSIS (self), 0.0);

  return self->progress;
}
