/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-date.h"
#include "gf-format.h"

#include <locale.h>
#include <math.h>

#define assert_text(call, expected)            \
  G_STMT_START                                 \
  {                                            \
    g_autofree char *made = (call);            \
    g_assert_cmpstr (made, ==, expected);      \
  }                                            \
  G_STMT_END

static void
test_counts (void)
{
  assert_text (gf_format_count (0), "0");
  assert_text (gf_format_count (999), "999");
  assert_text (gf_format_count (80214), "80,214");
  assert_text (gf_format_count (G_GUINT64_CONSTANT (1234567890123)), "1,234,567,890,123");
  assert_text (gf_format_of (12, 34), "12 of 34");
  assert_text (gf_format_of (1, 7043), "1 of 7,043");
}

static void
test_numbers (void)
{
  assert_text (gf_format_number (1234.5, 2), "1,234.50");
  assert_text (gf_format_number (-0.04, 1), "0.0");
  assert_text (gf_format_number (-12, 0), "−12");
  assert_text (gf_format_number (NAN, 0), "–");
  assert_text (gf_format_score (4.25), "4.2");
  assert_text (gf_format_score (4), "4.0");
}

static void
test_shares (void)
{
  assert_text (gf_format_share (0.3818, 812), "38\u202f%");
  assert_text (gf_format_share (0.0234, 7043), "2.3\u202f%");
  assert_text (gf_format_share (0.5, 7043), "50\u202f%");
  assert_text (gf_format_share (NAN, 3), "–");
  assert_text (gf_format_share_range (0.21, 0.52, 34), "21–52\u202f%");
  assert_text (gf_format_share_range (0, 0.0012, 1526), "0.0–0.1\u202f%");
  assert_text (gf_format_share_range (0, 0.0012, 0), "under 1\u202f%");
  assert_text (gf_format_share_range (0.9988, 1, 0), "over 99\u202f%");
  assert_text (gf_format_share_range (0, 0.08, 30), "0–8\u202f%");
  assert_text (gf_format_percent (0.125), "12.5\u202f%");
  assert_text (gf_format_percent (0.07), "7\u202f%");
  assert_text (gf_format_percent (1.5), "150\u202f%");
  assert_text (gf_format_percent (-0.0333), "−3.33\u202f%");
  assert_text (gf_format_percent (NAN), "–");
  assert_text (gf_format_share_range (NAN, 0.52, 34), "–");
}

static void
test_money (void)
{
  assert_text (gf_format_money (49123456, "EUR"), "€49.1 million");
  assert_text (gf_format_money (1.2e9, "USD"), "$1.2 billion");
  assert_text (gf_format_money (999600, "EUR"), "€1 million");
  assert_text (gf_format_money (3900, "EUR"), "€3,900");
  assert_text (gf_format_money (49149, "EUR"), "€49,100");
  assert_text (gf_format_money (12, "CHF"), "CHF\u00a012");
  assert_text (gf_format_money (-12.5, "GBP"), "−£12.5");
  assert_text (gf_format_money (0, NULL), "0");
  assert_text (gf_format_money (NAN, "EUR"), "–");
}

static void
test_dates (void)
{
  int year, month, day;
  gint32 today = gf_days_today ();

  assert_text (gf_format_date (gf_days_from_parts (1999, 11, 12)), "12 November 1999");
  assert_text (gf_format_date_short (gf_days_from_parts (1999, 11, 2)), "2 Nov 1999");
  gf_days_to_parts (today, &year, &month, &day);
  assert_text (gf_format_date (gf_days_from_parts (year, 3, 5)), "5 March");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/format/counts", test_counts);
  g_test_add_func ("/base/format/numbers", test_numbers);
  g_test_add_func ("/base/format/shares", test_shares);
  g_test_add_func ("/base/format/money", test_money);
  g_test_add_func ("/base/format/dates", test_dates);

  return g_test_run ();
}
