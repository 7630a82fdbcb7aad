/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-band.h"

#include <math.h>
#include <string.h>

static void
test_forms (void)
{
  static const struct { const char *text; double low, high; } cases[] = {
    { "11-50", 11, 50 },
    { "51–200", 51, 200 },
    { "51 — 200", 51, 200 },
    { "10 to 50", 10, 50 },
    { "10 bis 50", 10, 50 },
    { "1-10 employees", 1, 10 },
    { "201 - 500 Mitarbeiter", 201, 500 },
    { "1,001-5,000", 1001, 5000 },
    { "1.001-5.000", 1001, 5000 },
    { "1 001 - 5 000", 1001, 5000 },
    { "1,000+", 1000, INFINITY },
    { "10,001+ employees", 10001, INFINITY },
    { "1000 and above", 1000, INFINITY },
    { "10 or less", -INFINITY, 10 },
    { "<10", -INFINITY, 10 },
    { "< 10", -INFINITY, 10 },
    { "Under 18", -INFINITY, 18 },
    { ">500", 500, INFINITY },
    { "> 60", 60, INFINITY },
    { "more than 500", 500, INFINITY },
    { "$25,000 - $49,999", 25000, 49999 },
    { "$150,000+", 150000, INFINITY },
    { "10-50k", 10000, 50000 },
    { "$1M-$5M", 1e6, 5e6 },
    { "500k - 1M", 500000, 1e6 },
    { "0.5-1.5", 0.5, 1.5 },
    { "1 employee", 1, 1 },
    { "0", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double low, high;

      if (!gf_band_parse (cases[i].text, strlen (cases[i].text), &low, &high))
        g_error ("“%s” was not read", cases[i].text);
      if (low != cases[i].low || high != cases[i].high)
        g_error ("“%s” was read as %g to %g", cases[i].text, low, high);
    }
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", "-", "unknown", "24-7 support", "50-11", "3-day trial", "2026-03-05", "1-2-3", "Nov-50",
    "10-Jan", "05-2024", "-5", "-5-10", "a-b", "10-", "-", "+", "<", ">", "under", "SKU-12-34",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double low, high;

      if (gf_band_parse (texts[i], strlen (texts[i]), &low, &high))
        g_error ("“%s” was read as %g to %g", texts[i], low, high);
    }
}

static void
test_repair (void)
{
  static const struct { const char *text; int low, high; } cases[] = {
    { "Nov-50", 11, 50 },
    { "10-Jan", 1, 10 },
    { "1-Oct", 1, 10 },
    { "01-Oct", 1, 10 },
    { "2-Oct", 2, 10 },
    { "10-Feb", 2, 10 },
    { "20-Nov", 11, 20 },
    { "Oct-49", 10, 49 },
    { "Jan-50", 1, 50 },
    { "10. Jan", 1, 10 },
    { "01. Okt", 1, 10 },
    { "janv-10", 1, 10 },
    { "2026-01-10", 1, 10 },
    { "2026-10-01", 1, 10 },
    { "2026-10-01 00:00:00", 1, 10 },
    { "1950-11-01", 11, 50 },
    { "01.11.1950", 11, 50 },
  };
  static const char * const whole[] = { "11-50", "Jan", "10", "", "May-5", "1000+", "Jan-Feb",
                                        "Sales-10", "2026-05-05" };
  int low, high;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (!gf_band_repair (cases[i].text, strlen (cases[i].text), &low, &high))
        g_error ("“%s” was not repaired", cases[i].text);
      if (low != cases[i].low || high != cases[i].high)
        g_error ("“%s” was repaired to %d-%d", cases[i].text, low, high);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    if (gf_band_repair (whole[i], strlen (whole[i]), &low, &high))
      g_error ("“%s” was repaired to %d-%d", whole[i], low, high);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/band/forms", test_forms);
  g_test_add_func ("/base/band/refused", test_refused);
  g_test_add_func ("/base/band/repair", test_repair);

  return g_test_run ();
}
