/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-market-size.h"

#include "gf-number.h"

#include <glib/gi18n-lib.h>
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

/**
 * gf_count_to_text:
 * @count: a number of things
 *
 * Returns: (transfer full): the number with the grouping of the locale: "41,000"; "?" for NaN
 */
char *
gf_count_to_text (double count)
{
  if (isnan (count))
    return g_strdup ("?");

  return g_strdup_printf ("%'.0f", count);
}

static char *
three_digits (double value)
{
  /* 159.9 and 49.1 keep a decimal, 3.50 loses the zero; the locale gives the mark. */
  double rounded = round (value * 10) / 10;

  return g_strdup_printf ("%'.*f", rounded >= 1000 || rounded == floor (rounded) ? 0 : 1, rounded);
}

/**
 * gf_amount_to_text:
 * @amount: an amount of money
 * @currency: (nullable): its ISO code or sign
 *
 * Returns: (transfer full): the amount as one says it: "€49.1 million", "€3,900"; "?" for NaN
 */
char *
gf_amount_to_text (double      amount,
                   const char *currency)
{
  g_autofree char *text = NULL;
  const char *sign = currency != NULL ? gf_currency_get_sign (currency) : NULL;

  if (sign == NULL)
    sign = currency;

  if (fabs (amount) >= 999.95e6)
    {
      g_autofree char *number = three_digits (amount / 1e9);

      /* Translators: a large amount without its currency */
      text = g_strdup_printf (_("%s billion"), number);
    }
  else if (fabs (amount) >= 999.95e3)
    {
      g_autofree char *number = three_digits (amount / 1e6);

      /* Translators: a large amount without its currency */
      text = g_strdup_printf (_("%s million"), number);
    }
  else
    {
      text = gf_count_to_text (amount);
    }

  if (sign == NULL || *sign == '\0')
    return g_steal_pointer (&text);
  if (g_utf8_strlen (sign, -1) > 1)
    /* Translators: a currency without a sign of its own, and an amount: “CHF 49.1 million” */
    return g_strdup_printf (_("%s\u00a0%s"), sign, text);

  /* Translators: the sign of a currency, and an amount: “€49.1 million” */
  return g_strdup_printf (_("%s%s"), sign, text);
}

/**
 * gf_percent_to_text:
 * @share: a share, 0..1
 *
 * Returns: (transfer full): "31 %", "under 1 %"; "?" for NaN
 */
char *
gf_percent_to_text (double share)
{
  if (isnan (share))
    return g_strdup ("?");
  if (share > 0 && share < 0.005)
    /* Translators: a very small share, before a narrow no-break space and the sign of percent */
    return g_strdup (_("under 1\u202f%"));

  /* Translators: a share in percent; “%%” stands for the sign of percent */
  return g_strdup_printf (_("%.0f\u202f%%"), share * 100);
}
