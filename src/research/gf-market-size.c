/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-market-size.h"

#include <math.h>

/**
 * gf_table_count_present:
 * @table: (nullable): the customers
 *
 * Counts the customers that have not left, so far as a churn column says yes or no, or when.
 *
 * Returns: their number; NaN without customers
 */
double
gf_table_count_present (GfTable *table)
{
  if (table == NULL || gf_table_get_n_rows (table) == 0)
    return NAN;

  gsize n_rows = gf_table_get_n_rows (table);
  int index = gf_table_find_role (table, GF_ROLE_CHURN);
  gsize gone = 0;

  if (index < 0)
    return (double) n_rows;

  GfColumn *churn = gf_table_get_column (table, (guint) index);
  GfColumnType type = gf_column_get_column_type (churn);

  for (gsize row = 0; row < n_rows; row++)
    if (type == GF_COLUMN_FLAG)
      gone += gf_column_get_number (churn, row) > 0.5;
    else if (type == GF_COLUMN_DATE)
      gone += !gf_column_is_missing (churn, row);

  return (double) (n_rows - gone);
}

/**
 * gf_table_find_currency:
 * @table: (nullable): the customers
 *
 * Returns: (transfer none) (nullable): the currency of the first column of money that has one
 */
const char *
gf_table_find_currency (GfTable *table)
{
  if (table == NULL)
    return NULL;

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const char *currency = gf_column_get_currency (gf_table_get_column (table, i));

      if (currency != NULL && *currency != '\0')
        return currency;
    }

  return NULL;
}

/**
 * gf_market_get_size:
 * @market: what was written down
 * @table: (nullable): the customers
 * @size: (out caller-allocates): the lines
 *
 * Does the arithmetic of the market.
 */
void
gf_market_get_size (GfMarket     *market,
                    GfTable      *table,
                    GfMarketSize *size)
{
  g_return_if_fail (GF_IS_MARKET (market));
  g_return_if_fail (size != NULL);

  double above = NAN;

  size->firms[GF_MARKET_TOTAL] = gf_market_get_total (market);
  size->firms[GF_MARKET_SERVICEABLE] = gf_market_get_serviceable (market);
  size->firms[GF_MARKET_OBTAINABLE] = gf_market_get_obtainable (market);
  size->firms[GF_MARKET_OURS] = gf_table_count_present (table);

  for (guint i = 0; i < GF_MARKET_N_LINES; i++)
    {
      size->share[i] = above > 0 ? size->firms[i] / above : NAN;
      size->value[i] = size->firms[i] * gf_market_get_yearly_value (market);
      if (!isnan (size->firms[i]))
        above = size->firms[i];
    }
}

/**
 * gf_market_is_known:
 * @market: what was written down
 *
 * Returns: whether all three numbers of firms are there
 */
gboolean
gf_market_is_known (GfMarket *market)
{
  g_return_val_if_fail (GF_IS_MARKET (market), FALSE);

  return !isnan (gf_market_get_total (market)) && !isnan (gf_market_get_serviceable (market)) &&
         !isnan (gf_market_get_obtainable (market));
}
