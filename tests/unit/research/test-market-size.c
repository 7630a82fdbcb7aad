/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-market-size.h"

#include <math.h>

static void
test_lines_are_shares_of_the_line_above (void)
{
  g_autoptr (GfMarket) market = gf_market_new ();
  GfMarketSize size;

  gf_market_set_total (market, 41000);
  gf_market_set_serviceable (market, 12600);
  gf_market_set_obtainable (market, 900);
  gf_market_set_yearly_value (market, 3900);
  gf_market_get_size (market, NULL, &size);

  g_assert_true (isnan (size.share[GF_MARKET_TOTAL]));
  g_assert_cmpfloat_with_epsilon (size.share[GF_MARKET_SERVICEABLE], 0.30731707, 1e-8);
  g_assert_cmpfloat_with_epsilon (size.share[GF_MARKET_OBTAINABLE], 0.07142857, 1e-8);
  g_assert_cmpfloat (size.value[GF_MARKET_TOTAL], ==, 159.9e6);
  g_assert_true (isnan (size.firms[GF_MARKET_OURS]));
  g_assert_true (gf_market_is_known (market));

  /* A line that nobody counted is skipped. */
  gf_market_set_serviceable (market, NAN);
  gf_market_get_size (market, NULL, &size);
  g_assert_true (isnan (size.share[GF_MARKET_SERVICEABLE]));
  g_assert_cmpfloat_with_epsilon (size.share[GF_MARKET_OBTAINABLE], 900.0 / 41000, 1e-12);
  g_assert_false (gf_market_is_known (market));
}

static void
test_customers_that_left_are_not_ours (void)
{
  static const char * const names[] = { "Fernglas", "Talweg", "Halden", "Vantry" };
  static const char * const left[] = { "no", "no", "yes", "" };
  GfColumn *columns[] = {
    gf_column_new_typed ("Name", GF_COLUMN_TEXT, names, 4),
    gf_column_new_typed ("Left", GF_COLUMN_FLAG, left, 4),
  };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  g_autoptr (GfTable) marked = gf_table_set_role (table, 1, GF_ROLE_CHURN);

  g_assert_cmpfloat (gf_table_count_present (table), ==, 4);
  g_assert_cmpfloat (gf_table_count_present (marked), ==, 3);
  g_assert_true (isnan (gf_table_count_present (NULL)));
  g_assert_null (gf_table_find_currency (marked));

  gf_column_unref (columns[0]);
  gf_column_unref (columns[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/research/market-size/lines-are-shares-of-the-line-above", test_lines_are_shares_of_the_line_above);
  g_test_add_func ("/research/market-size/customers-that-left-are-not-ours", test_customers_that_left_are_not_ours);

  return g_test_run ();
}
