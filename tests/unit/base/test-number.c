/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-number.h"

#include <string.h>

typedef struct
{
  const char *text;
  char decimal;
  double value;
  const char *currency;
} Case;

static void
test_forms (void)
{
  static const Case cases[] = {
    { "0", '.', 0, "" },
    { "-12", '.', -12, "" },
    { "  7 ", '.', 7, "" },
    { "1234.5", '.', 1234.5, "" },
    { "0.1", '.', 0.1, "" },
    { "1,234.50", '.', 1234.5, "" },
    { "1.234,50", ',', 1234.5, "" },
    { "1 234,50", ',', 1234.5, "" },
    { "1\302\240234,50", ',', 1234.5, "" },
    { "1\342\200\257234,50", ',', 1234.5, "" },
    { "1'234.50", '.', 1234.5, "" },
    { "12,34,567", '.', 1234567, "" },
    { "1,234", '.', 1234, "" },
    { "1.234", ',', 1234, "" },
    { "1.234", '.', 1.234, "" },
    { ".5", '.', 0.5, "" },
    { "5.", '.', 5, "" },
    { "(123)", '.', -123, "" },
    { "(€1,000.00)", '.', -1000, "EUR" },
    { "\342\210\2225", '.', -5, "" },
    { "5-", '.', -5, "" },
    { "+5", '.', 5, "" },
    { "12%", '.', 0.12, "" },
    { "12,5 %", ',', 0.125, "" },
    { "45k", '.', 45000, "" },
    { "1.2M", '.', 1200000, "" },
    { "€1.2 bn", '.', 1.2e9, "EUR" },
    { "$49", '.', 49, "USD" },
    { "-$49", '.', -49, "USD" },
    { "$-49", '.', -49, "USD" },
    { "US$ 49", '.', 49, "USD" },
    { "49 €", ',', 49, "EUR" },
    { "1.200,00 EUR", ',', 1200, "EUR" },
    { "usd 5", '.', 5, "USD" },
    { "CHF 1'200.00", '.', 1200, "CHF" },
    { "45k €", '.', 45000, "EUR" },
    { "100 zł", '.', 100, "PLN" },
    { "R$ 10,50", ',', 10.5, "BRL" },
    { "1e3", '.', 1000, "" },
    { "1.5E+06", '.', 1500000, "" },
    { "2.5e-3", '.', 0.0025, "" },
    { "9007199254740993", '.', 9007199254740992.0, "" },
    { "123456789012345678901234567890", '.', 123456789012345678901234567890.0, "" },
    { "0.30000000000000004", '.', 0.30000000000000004, "" },
    { "1.234.567,8", 0, 1234567.8, "" },
    { "1,234,567.8", 0, 1234567.8, "" },
    { "1.234.567", 0, 1234567, "" },
    { "3,5", 0, 3.5, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GfNumber number;

      if (!gf_number_parse (cases[i].text, strlen (cases[i].text), cases[i].decimal, &number))
        g_error ("“%s” was not read", cases[i].text);
      if (number.value != cases[i].value)
        g_error ("“%s” was read as %.17g", cases[i].text, number.value);
      g_assert_cmpstr (number.currency, ==, cases[i].currency);
    }
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", " ", "-", "abc", "12o", "1,2,3", "12.03.2026", "1.2.3", "1,23,4", "1234,567.8", "nan",
    "inf", "Infinity", "0x10", "1e", "e5", "--5", "(-5)", "5%%", "$", "€", "%", "1 2", "12 34",
    "3 rooms", "2026-03-05", "1e999", "10:30", "US", "USD", "5 USDX", "1..5", ",", ".", "1_000",
    "$5$", "k", "50-250", "1/2", "1,2345.6",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GfNumber number;

      if (gf_number_parse (texts[i], strlen (texts[i]), '.', &number))
        g_error ("“%s” was read as %g", texts[i], number.value);
    }
}

static void
test_traits (void)
{
  GfNumber number;

  g_assert_true (gf_number_parse ("1,234", 5, 0, &number));
  g_assert_true (number.traits & GF_NUMBER_AMBIGUOUS);
  g_assert_cmpint (number.decimal, ==, 0);
  g_assert_true (gf_number_parse ("1,23", 4, 0, &number));
  g_assert_cmpint (number.decimal, ==, ',');
  g_assert_true (gf_number_parse ("08123", 5, '.', &number));
  g_assert_true (number.traits & GF_NUMBER_LEADING_ZERO);
  g_assert_true (gf_number_parse ("+318855443322", 13, '.', &number));
  g_assert_true (number.traits & GF_NUMBER_PLUS);
  g_assert_true (gf_number_parse ("50 %", 4, '.', &number));
  g_assert_true (number.traits & GF_NUMBER_PERCENT);
}

static void
test_random_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double value = g_test_rand_double_range (-1e9, 1e9);
      g_autofree char *text = gf_number_to_text (value);
      GfNumber number;

      if (i % 3 == 0)
        value = (double) g_test_rand_int ();
      g_free (text);
      text = gf_number_to_text (value);
      g_assert_true (gf_number_parse (text, strlen (text), '.', &number));
      g_assert_cmpfloat (number.value, ==, value);
      g_assert_cmpfloat (number.value, ==, g_ascii_strtod (text, NULL));
    }
}

static void
test_currency (void)
{
  char code[GF_CURRENCY_SIZE];

  g_assert_true (gf_currency_parse (" € ", 5, code));
  g_assert_cmpstr (code, ==, "EUR");
  g_assert_true (gf_currency_parse ("gbp", 3, code));
  g_assert_cmpstr (code, ==, "GBP");
  g_assert_false (gf_currency_parse ("xyz", 3, code));
  g_assert_cmpstr (gf_currency_get_sign ("USD"), ==, "$");
  g_assert_cmpstr (gf_currency_get_sign ("SEK"), ==, "kr");
  g_assert_cmpstr (gf_currency_get_sign ("XAF"), ==, "XAF");
  g_assert_null (gf_currency_get_sign (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/number/forms", test_forms);
  g_test_add_func ("/base/number/refused", test_refused);
  g_test_add_func ("/base/number/traits", test_traits);
  g_test_add_func ("/base/number/random-round-trip", test_random_round_trip);
  g_test_add_func ("/base/number/currency", test_currency);

  return g_test_run ();
}
