/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-date.h"

#include <string.h>

static void
test_days (void)
{
  g_assert_cmpint (gf_days_from_parts (1970, 1, 1), ==, 0);
  g_assert_cmpint (gf_days_from_parts (1969, 12, 31), ==, -1);
  g_assert_cmpint (gf_days_from_parts (2000, 3, 1), ==, 11017);
  g_assert_cmpint (gf_days_from_parts (1600, 1, 1), ==, -135140);
  g_assert_cmpint (gf_days_from_parts (0, 3, 1), ==, -719468);

  /* Every day of 800 years, against GLib's own calendar. */
  GDate *date = g_date_new_dmy (1, G_DATE_JANUARY, 1600);
  for (gint32 day = gf_days_from_parts (1600, 1, 1); day < gf_days_from_parts (2400, 1, 1); day++)
    {
      int y, m, d;

      gf_days_to_parts (day, &y, &m, &d);
      g_assert_cmpint (y, ==, g_date_get_year (date));
      g_assert_cmpint (m, ==, (int) g_date_get_month (date));
      g_assert_cmpint (d, ==, g_date_get_day (date));
      g_assert_cmpint (gf_days_from_parts (y, m, d), ==, day);
      g_assert_true (gf_date_is_valid (y, m, d));
      g_date_add_days (date, 1);
    }
  g_date_free (date);
  g_assert_false (gf_date_is_valid (1900, 2, 29));
  g_assert_true (gf_date_is_valid (2000, 2, 29));
}

static void
test_forms (void)
{
  static const struct { const char *text; GfDateOrder order; const char *iso; } cases[] = {
    { "2026-03-05", GF_DATE_ORDER_UNKNOWN, "2026-03-05" },
    { "2026-03-05T10:15:00Z", GF_DATE_ORDER_UNKNOWN, "2026-03-05" },
    { "2026-03-05 10:15:00.123 +0100", GF_DATE_ORDER_DMY, "2026-03-05" },
    { "2026/3/5", GF_DATE_ORDER_MDY, "2026-03-05" },
    { "20260305", GF_DATE_ORDER_UNKNOWN, "2026-03-05" },
    { "5.3.2026", GF_DATE_ORDER_DMY, "2026-03-05" },
    { "05.03.26", GF_DATE_ORDER_DMY, "2026-03-05" },
    { "3/5/2026", GF_DATE_ORDER_MDY, "2026-03-05" },
    { "3/5/2026", GF_DATE_ORDER_DMY, "2026-05-03" },
    { "3/25/2026", GF_DATE_ORDER_UNKNOWN, "2026-03-25" },
    { "12-13-04 03:16:00 PM", GF_DATE_ORDER_MDY, "2004-12-13" },
    { "13-12-2004 15:16:00", GF_DATE_ORDER_DMY, "2004-12-13" },
    { "99-12-31", GF_DATE_ORDER_YMD, "1999-12-31" },
    { "05-Mar-2026", GF_DATE_ORDER_UNKNOWN, "2026-03-05" },
    { "5 March 2026", GF_DATE_ORDER_MDY, "2026-03-05" },
    { "Mar 5, 2026", GF_DATE_ORDER_DMY, "2026-03-05" },
    { "March 5th, 2026", GF_DATE_ORDER_UNKNOWN, "2026-03-05" },
    { "5. März 2026", GF_DATE_ORDER_UNKNOWN, "2026-03-05" },
    { "5 août 2026", GF_DATE_ORDER_UNKNOWN, "2026-08-05" },
    { "Thu, 05 Mar 2026 10:15:00 GMT", GF_DATE_ORDER_UNKNOWN, "2026-03-05" },
    { " 2026-03-05 ", GF_DATE_ORDER_UNKNOWN, "2026-03-05" },
    { "0001-01-01", GF_DATE_ORDER_UNKNOWN, "0001-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 days;

      if (!gf_date_parse (cases[i].text, strlen (cases[i].text), cases[i].order, &days))
        g_error ("“%s” was not read", cases[i].text);

      g_autofree char *iso = gf_days_to_iso (days);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", "2026-13-01", "2026-02-30", "1.2.3.4", "12.5", "2026", "March", "10:15:00", "1/2", "soon",
    "2026-03-05 "
    "soon", "1-2-3-4", "5-11-50000", "0/0/2026", "192.168.1.10", "2026-03-05-07", "Nov-50",
    "1 2 2026", "32/01/2026", "12345678", "555-123-4567", "2026-03.05",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint32 days;

      if (gf_date_parse (texts[i], strlen (texts[i]), GF_DATE_ORDER_UNKNOWN, &days))
        g_error ("“%s” was read", texts[i]);
      g_assert_cmpuint (gf_date_get_orders (texts[i], strlen (texts[i])), ==, 0);
    }

  gint32 days;
  g_assert_false (gf_date_parse ("25/3/2026", 9, GF_DATE_ORDER_MDY, &days));
  g_assert_true (gf_days_from_iso ("2026-03-05", &days));
  g_assert_false (gf_days_from_iso ("2026-3-5", &days));
  g_assert_false (gf_days_from_iso ("2026- 3- 5", &days));
  g_assert_false (gf_days_from_iso ("2026-03-05T10:00", &days));
  g_assert_false (gf_days_from_iso (NULL, &days));
}

static void
test_orders (void)
{
  guint ymd = 1u << GF_DATE_ORDER_YMD, dmy = 1u << GF_DATE_ORDER_DMY, mdy = 1u << GF_DATE_ORDER_MDY;

  g_assert_cmpuint (gf_date_get_orders ("2026-03-05", 10), ==, ymd);
  g_assert_cmpuint (gf_date_get_orders ("3/4/2026", 8), ==, dmy | mdy);
  g_assert_cmpuint (gf_date_get_orders ("25/4/2026", 9), ==, dmy);
  g_assert_cmpuint (gf_date_get_orders ("4/25/2026", 9), ==, mdy);
  g_assert_cmpuint (gf_date_get_orders ("99-12-31", 8), ==, ymd);
}

/* Whole, shortened, in any case, with accents composed or not. */
static void
months_have_names (void)
{
  static const struct
  {
    const char *text;
    int month;
  } cases[] = {
    { "January", 1 },    { "JAN", 1 },   { "jänner", 1 },   { "JÄN", 1 },        { "stycznia", 1 },
    { "févr", 2 },       { "FÉV", 2 },   { "fe\314\201vrier", 2 }, { "Mrz", 3 },  { "março", 3 },
    { "Avr", 4 },        { "mei", 5 },   { "maj", 5 },      { "juin", 6 },       { "juil", 7 },
    { "août", 8 },       { "aout", 8 },  { "AOÛ", 8 },      { "Sept", 9 },       { "setembro", 9 },
    { "października", 10 }, { "PAŹ", 10 }, { "Nov", 11 },   { "Dezember", 12 },  { "déc", 12 },
    { "grudnia", 12 },
    { "Marketing", 0 },  { "Junior", 0 }, { "ja", 0 },      { "fé", 0 },         { "", 0 },
    { "Septembers", 0 }, { "Decision", 0 },
    { "jui", 0 },   /* juin or juillet */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int month = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (gf_month_parse (cases[i].text, strlen (cases[i].text), &month), ==, cases[i].month > 0);
      g_assert_cmpint (month, ==, cases[i].month);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/date/months-have-names", months_have_names);
  g_test_add_func ("/base/date/days", test_days);
  g_test_add_func ("/base/date/forms", test_forms);
  g_test_add_func ("/base/date/refused", test_refused);
  g_test_add_func ("/base/date/orders", test_orders);

  return g_test_run ();
}
