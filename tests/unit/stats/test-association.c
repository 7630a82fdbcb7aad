/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-association.h"

#include <math.h>

/* Eyes by hair of 592 students (R's HairEyeColor): chi-square 138.29, Cramér's V .279 without the correction. */
static void
hair_and_eyes_go_together_a_little (void)
{
  static const guint counts[4][4] = {
    { 68, 119, 26, 7 }, { 20, 84, 17, 94 }, { 15, 54, 14, 10 }, { 5, 29, 14, 16 },
  };
  guint32 eyes[592], hair[592];
  gsize n = 0;

  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 4; j++)
      for (guint k = 0; k < counts[i][j]; k++, n++)
        {
          eyes[n] = i;
          hair[n] = j;
        }
  g_assert_cmpuint (n, ==, 592);

  /* by hand: phi2 = 138.2898 / 592, minus 9 / 591; both sides become 4 - 9 / 591 */
  double phi2 = 138.2898 / 592.0 - 9.0 / 591.0;
  double expected = sqrt (phi2 / (3.0 - 9.0 / 591.0));

  g_assert_cmpfloat_with_epsilon (gf_cramers_v (eyes, 4, hair, 4, n), expected, 1e-5);
  g_assert_cmpfloat_with_epsilon (gf_cramers_v (hair, 4, eyes, 4, n), expected, 1e-5);
}

static void
a_name_by_another_is_all (void)
{
  guint32 a[300], b[300];

  for (guint i = 0; i < 300; i++)
    {
      a[i] = i % 3;
      b[i] = (a[i] + 1) % 3;
    }
  g_assert_cmpfloat_with_epsilon (gf_cramers_v (a, 3, b, 3, 300), 1.0, 1e-12);
}

static void
chance_is_nothing_in_the_mean (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  double sum = 0.0;

  for (guint round = 0; round < 50; round++)
    {
      guint32 a[200], b[200];

      for (guint i = 0; i < 200; i++)
        {
          a[i] = (guint32) g_rand_int_range (rand, 0, 10);
          b[i] = (guint32) g_rand_int_range (rand, 0, 10);
        }
      sum += gf_cramers_v (a, 10, b, 10, 200);
    }
  /* without the correction it would be .21 */
  g_assert_cmpfloat (sum / 50.0, <, 0.06);
}

static void
missing_and_lonely_levels (void)
{
  const guint32 a[] = { 0, 1, 0, 1, G_MAXUINT32, 0 };
  const guint32 b[] = { 0, 1, 0, 1, 0, G_MAXUINT32 };
  const guint32 same[] = { 0, 0, 0, 0, 0, 0 };

  g_assert_cmpfloat (gf_cramers_v (a, 2, b, 2, 6), >, 0.8);
  g_assert_true (isnan (gf_cramers_v (a, 2, same, 1, 6)));
  g_assert_true (isnan (gf_cramers_v (NULL, 2, NULL, 2, 0)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/association/hair-and-eyes-go-together-a-little", hair_and_eyes_go_together_a_little);
  g_test_add_func ("/association/a-name-by-another-is-all", a_name_by_another_is_all);
  g_test_add_func ("/association/chance-is-nothing-in-the-mean", chance_is_nothing_in_the_mean);
  g_test_add_func ("/association/missing-and-lonely-levels", missing_and_lonely_levels);

  return g_test_run ();
}
