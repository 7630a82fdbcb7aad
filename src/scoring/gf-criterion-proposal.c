/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-criterion-proposal.h"

#include "gf-segment-selectors.h"

/* What they pay: a column of money that says how valuable a customer is, else any. */
static const char *
find_money (GfTable *table)
{
  const char *found = NULL;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      GfColumn *column = gf_table_get_column (table, i);
      GfColumnRole role = gf_column_get_role (column);

      if (gf_column_get_column_type (column) != GF_COLUMN_MONEY || role == GF_ROLE_IGNORE)
        continue;
      if (role == GF_ROLE_VALUE)
        return gf_column_get_name (column);
      if (found == NULL)
        found = gf_column_get_name (column);
    }

  return found;
}

/**
 * gf_proposal_from_criterion:
 * @self: (out caller-allocates): the proposal; it has a score of 0 where the customers are too few
 * @criterion: a criterion, known by the id that it has from gf_criteria_add_preset()
 * @segment: a segment
 * @table: (nullable): the customers
 * @ranking: (nullable): who of them is best
 * @bad: (nullable): who of them is a bad fit
 *
 * Looks for what the customers of a segment say on a criterion: size by how many they are, budget by what
 * they pay, fit by how many are among the best, value by where they rank, else by how few are bad fits.
 *
 * Returns: whether the customers can say anything on it; @self is filled only then
 */
gboolean
gf_proposal_from_criterion (GfProposal      *self,
                            GfCriterion     *criterion,
                            GfSegment       *segment,
                            GfTable         *table,
                            const GfRanking *ranking,
                            const GfBitset  *bad)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (GF_IS_CRITERION (criterion) && GF_IS_SEGMENT (segment), FALSE);

  g_autoptr (GfBitset) rows = gf_segment_match (segment, table);
  const char *id = gf_record_get_id (GF_RECORD (criterion));

  *self = (GfProposal) { 0 };
  if (rows == NULL)
    return FALSE;

  /* Results of customers that have changed since are no use. */
  if (ranking != NULL && gf_ranking_get_n_rows (ranking) != gf_bitset_get_size (rows))
    ranking = NULL;
  if (bad != NULL && gf_bitset_get_size (bad) != gf_bitset_get_size (rows))
    bad = NULL;

  if (g_str_equal (id, "size"))
    gf_proposal_from_size (self, rows);
  else if (g_str_equal (id, "budget") && find_money (table) != NULL)
    gf_proposal_from_column (self, table, find_money (table), FALSE, rows);
  else if (g_str_equal (id, "fit") && ranking != NULL)
    gf_proposal_from_best (self, gf_ranking_get_best (ranking), rows);
  else if (g_str_equal (id, "value") && ranking != NULL)
    gf_proposal_from_value (self, ranking, rows);
  else if (g_str_equal (id, "value") && bad != NULL)
    gf_proposal_from_bad (self, bad, rows);
  else
    return FALSE;

  return TRUE;
}
