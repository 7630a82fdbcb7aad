/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-kpi-verdict.h"

#include <math.h>

static void
words_follow_the_chance (void)
{
  double chance;

  g_assert_cmpint (gf_kpi_verdict (13, 42, 20, 143, FALSE, &chance), ==, GF_KPI_VERDICT_BETTER);
  g_assert_cmpfloat_with_epsilon (chance, 0.992350786, 1e-8);
  g_assert_cmpint (gf_kpi_verdict (13, 42, 20, 143, TRUE, &chance), ==, GF_KPI_VERDICT_WORSE);
  g_assert_cmpfloat_with_epsilon (chance, 0.007649214, 1e-8);
  g_assert_cmpint (gf_kpi_verdict (1, 49, 8, 99, TRUE, NULL), ==, GF_KPI_VERDICT_LEANING);
  g_assert_cmpint (gf_kpi_verdict (1, 49, 8, 99, FALSE, NULL), ==, GF_KPI_VERDICT_WORSE);
  g_assert_cmpint (gf_kpi_verdict (10, 40, 25, 100, FALSE, NULL), ==, GF_KPI_VERDICT_SAME);
}

static void
few_have_no_verdict (void)
{
  double chance;

  g_assert_cmpint (gf_kpi_verdict (7, 7, 0, 100, FALSE, &chance), ==, GF_KPI_VERDICT_TOO_FEW);
  g_assert_true (isnan (chance));
  g_assert_cmpint (gf_kpi_verdict (100, 100, 0, 7, FALSE, NULL), ==, GF_KPI_VERDICT_TOO_FEW);
  g_assert_cmpint (gf_kpi_verdict (8, 8, 0, 8, FALSE, NULL), ==, GF_KPI_VERDICT_BETTER);
}

static void
without_counts_nothing_is_said (void)
{
  g_assert_cmpint (gf_kpi_verdict (0, 0, 0, 0, FALSE, NULL), ==, GF_KPI_VERDICT_NONE);
  g_assert_cmpint (gf_kpi_verdict (5, 20, 0, 0, FALSE, NULL), ==, GF_KPI_VERDICT_NONE);
  g_assert_cmpint (gf_kpi_verdict (30, 20, 5, 50, FALSE, NULL), ==, GF_KPI_VERDICT_NONE);
}

static void
every_verdict_has_words (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (GF_TYPE_KPI_VERDICT);

  for (guint i = 0; i < klass->n_values; i++)
    g_assert_cmpstr (gf_kpi_verdict_get_words ((GfKpiVerdict) klass->values[i].value), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kpi-verdict/words-follow-the-chance", words_follow_the_chance);
  g_test_add_func ("/kpi-verdict/few-have-no-verdict", few_have_no_verdict);
  g_test_add_func ("/kpi-verdict/without-counts-nothing-is-said", without_counts_nothing_is_said);
  g_test_add_func ("/kpi-verdict/every-verdict-has-words", every_verdict_has_words);

  return g_test_run ();
}
