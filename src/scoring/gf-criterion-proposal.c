/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-criterion-proposal.h"

#include "gf-segment-selectors.h"

#include <string.h>

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

/* What columns say about a criterion, by words in their names, as exports have them. */
typedef struct
{
  const char *id;
  gboolean lower_is_better;
  const char *words[10];
} Clue;

static const Clue clues[] = {
  { "reach", TRUE, { "acquisition cost", "cost to win", "cac", "days to close", "sales cycle", NULL } },
  { "cycle", TRUE, { "days to close", "sales cycle", "time to close", "days to win", NULL } },
  { "serving", TRUE, { "support hours", "ticket", "support", "escalation", "complain", NULL } },
  { "staying", FALSE, { "tenure", "renew", "months kept", "retention", "months as", NULL } },
  { "advocacy", FALSE, { "nps", "referral", "recommend", "references", "reviews", "csat", NULL } },
  { "growth", FALSE, { "create", "customer since", "signed", "sign-up", "signup", "joined", "first", "start",
                       "since", NULL } },
};

static gboolean
is_usable (GfColumn *column,
           gboolean  dates)
{
  GfColumnType type = gf_column_get_column_type (column);

  if (gf_column_get_role (column) == GF_ROLE_IGNORE)
    return FALSE;

  return dates ? type == GF_COLUMN_DATE : type == GF_COLUMN_NUMBER || type == GF_COLUMN_MONEY;
}

/* The column that the earliest word of the clue fits. */
static const char *
find_clue (const Clue *clue,
           GfTable    *table,
           gboolean    dates)
{
  for (gsize k = 0; clue->words[k] != NULL; k++)
    for (guint i = 0; i < gf_table_get_n_columns (table); i++)
      {
        GfColumn *column = gf_table_get_column (table, i);
        g_autofree char *folded = g_utf8_casefold (gf_column_get_name (column), -1);

        if (is_usable (column, dates) && strstr (folded, clue->words[k]) != NULL)
          return gf_column_get_name (column);
      }

  return NULL;
}

static gboolean
propose_by_clue (GfProposal     *self,
                 const char     *id,
                 GfTable        *table,
                 const GfBitset *rows)
{
  gboolean dates = g_str_equal (id, "growth");

  for (gsize i = 0; i < G_N_ELEMENTS (clues); i++)
    {
      const char *column = g_str_equal (clues[i].id, id) ? find_clue (&clues[i], table, dates) : NULL;

      if (column == NULL)
        continue;
      if (dates)
        gf_proposal_from_recent (self, table, column, rows);
      else
        gf_proposal_from_column (self, table, column, clues[i].lower_is_better, rows);
      return TRUE;
    }

  return FALSE;
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
 * they pay, fit by how many are among the best, value by where they rank, else by how few are bad fits. Others
 * go by a column whose name says it: growth by since when they are customers, the ease of reach and of winning
 * by the cost and the days it took, of serving by support, staying power by tenure and renewals, else by how
 * few are bad fits, advocacy by referrals and NPS.
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
  else if (propose_by_clue (self, id, table, rows))
    return TRUE;
  else if ((g_str_equal (id, "value") || g_str_equal (id, "staying")) && bad != NULL)
    gf_proposal_from_bad (self, bad, rows);
  else
    return FALSE;

  return TRUE;
}
