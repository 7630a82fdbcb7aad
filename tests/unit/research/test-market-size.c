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

static void
check_amount (double      amount,
              const char *currency,
              const char *expected)
{
  g_autofree char *text = gf_amount_to_text (amount, currency);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_amounts_have_three_digits_and_a_word (void)
{
  check_amount (159.9e6, "EUR", "€159.9 million");
  check_amount (3.51e6, "EUR", "€3.5 million");
  check_amount (2e9, "USD", "$2 billion");
  check_amount (999.99e6, "USD", "$1 billion");
  check_amount (3900, NULL, "3900");      /* no grouping in the C locale */
  check_amount (49.14e6, "CHF", "CHF\u00a049.1 million");
  check_amount (NAN, NULL, "?");
}

static void
test_small_shares_do_not_vanish (void)
{
  g_autofree char *some = gf_percent_to_text (0.307);
  g_autofree char *few = gf_percent_to_text (0.0004);
  g_autofree char *none = gf_percent_to_text (0);
  g_autofree char *unknown = gf_percent_to_text (NAN);

  g_assert_cmpstr (some, ==, "31\u202f%");
  g_assert_cmpstr (few, ==, "under 1\u202f%");
  g_assert_cmpstr (none, ==, "0\u202f%");
  g_assert_cmpstr (unknown, ==, "?");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/research/market-size/lines-are-shares-of-the-line-above", test_lines_are_shares_of_the_line_above);
  g_test_add_func ("/research/market-size/customers-that-left-are-not-ours", test_customers_that_left_are_not_ours);
  g_test_add_func ("/research/market-size/amounts-have-three-digits-and-a-word",
                   test_amounts_have_three_digits_and_a_word);
  g_test_add_func ("/research/market-size/small-shares-do-not-vanish", test_small_shares_do_not_vanish);

  return g_test_run ();
}
