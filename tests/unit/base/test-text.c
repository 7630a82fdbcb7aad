/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-text.h"

#include <string.h>

static void
test_trim (void)
{
  static const char * const texts[] = {
    "x", " x ", "\tx\r\n", "\302\240x\302\240", "\342\200\257x", "\357\273\277x", "\343\200\200x "
                                                                                  "\342\200\213",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = texts[i];
      gsize length = strlen (text);

      gf_text_trim (&text, &length);
      g_assert_cmpuint (length, ==, 1);
      g_assert_cmpint (*text, ==, 'x');
    }
  g_assert_true (gf_text_is_blank (" \302\240", 3));
  g_assert_true (gf_text_is_blank ("", 0));
  g_assert_false (gf_text_is_blank ("\303\240", 2));
}

static void
test_formulas (void)
{
  static const char * const run[] = { "=1+1", "+49 30", "-2", "@SUM(A1)", "\tx", "\rx", "\n=1", "=", "--x" };
  static const char * const shown[] = { "", "-", "--", "\342\200\223", "a=1", " =1", "'=1", "1-2", "Ada" };

  for (gsize i = 0; i < G_N_ELEMENTS (run); i++)
    g_assert_true (gf_text_is_formula (run[i], strlen (run[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_false (gf_text_is_formula (shown[i], strlen (shown[i])));
}

static void
test_missing (void)
{
  static const char * const missing[] = {
    "", " ", "-", "--", "–", "—", "n/a", "N/A", "NA", "na", "null", "NULL", "#N/A", "NaN", "<NA>",
    ".",
  };
  static const char * const present[] = { "None", "0", "unknown", "x", "NAM", "no", "..", "N",
                                          "-1" };

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_true (gf_text_is_missing (missing[i], strlen (missing[i]), FALSE));
  for (gsize i = 0; i < G_N_ELEMENTS (present); i++)
    g_assert_false (gf_text_is_missing (present[i], strlen (present[i]), FALSE));
  g_assert_false (gf_text_is_missing ("NA", 2, TRUE));
  g_assert_true (gf_text_is_missing ("na", 2, TRUE));
}

static void
test_flags (void)
{
  gboolean value;

  g_assert_true (gf_text_parse_flag (" Yes", 4, &value) && value);
  g_assert_true (gf_text_parse_flag ("FALSE", 5, &value) && !value);
  g_assert_true (gf_text_parse_flag ("1", 1, &value) && value);
  g_assert_true (gf_text_parse_flag ("Ja", 2, &value) && value);
  g_assert_true (gf_text_parse_flag ("nein", 4, &value) && !value);
  g_assert_false (gf_text_parse_flag ("", 0, &value));
  g_assert_false (gf_text_parse_flag ("2", 1, &value));
  g_assert_false (gf_text_parse_flag ("yes please", 10, &value));
}

static void
test_fold (void)
{
  g_autofree char *a = gf_text_fold ("  Annual_Revenue ", 17);
  g_autofree char *b = gf_text_fold ("annual  revenue", 15);
  g_autofree char *c = gf_text_fold ("STRASSE", 7);
  g_autofree char *d = gf_text_fold ("Straße", strlen ("Straße"));
  g_autofree char *broken = gf_text_fold ("\377", 1);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (c, ==, d);
  g_assert_cmpstr (broken, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/text/trim", test_trim);
  g_test_add_func ("/base/text/missing", test_missing);
  g_test_add_func ("/base/text/formulas", test_formulas);
  g_test_add_func ("/base/text/flags", test_flags);
  g_test_add_func ("/base/text/fold", test_fold);

  return g_test_run ();
}
