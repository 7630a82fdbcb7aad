/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-bitset.h"

static void
test_tail_stays_clear (void)
{
  /* 70 rows leave 58 unused bits in the second word: none of them may ever be counted. */
  g_autoptr (GfBitset) full = gf_bitset_new_full (70);
  g_autoptr (GfBitset) none = gf_bitset_not (full);
  g_autoptr (GfBitset) again = gf_bitset_not (none);

  g_assert_cmpuint (gf_bitset_count (full), ==, 70);
  g_assert_cmpuint (gf_bitset_count (none), ==, 0);
  g_assert_true (gf_bitset_equal (full, again));
}

static void
test_operations_agree_with_booleans (void)
{
  const gsize n = 131;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GfBitset) a = gf_bitset_new (n);
  g_autoptr (GfBitset) b = gf_bitset_new (n);

  for (gsize i = 0; i < n; i++)
    {
      if (g_rand_boolean (rand))
        gf_bitset_set (a, i);
      if (g_rand_boolean (rand))
        gf_bitset_set (b, i);
    }

  g_autoptr (GfBitset) both = gf_bitset_and (a, b);
  g_autoptr (GfBitset) either = gf_bitset_or (a, b);
  g_autoptr (GfBitset) only_a = gf_bitset_and_not (a, b);

  for (gsize i = 0; i < n; i++)
    {
      gboolean in_a = gf_bitset_get (a, i);
      gboolean in_b = gf_bitset_get (b, i);

      g_assert_cmpint (gf_bitset_get (both, i), ==, in_a && in_b);
      g_assert_cmpint (gf_bitset_get (either, i), ==, in_a || in_b);
      g_assert_cmpint (gf_bitset_get (only_a, i), ==, in_a && !in_b);
    }

  g_assert_cmpuint (gf_bitset_count_and (a, b), ==, gf_bitset_count (both));
}

static void
test_next_visits_every_row_once (void)
{
  g_autoptr (GfBitset) set = gf_bitset_new (200);
  const gsize rows[] = { 0, 63, 64, 127, 128, 199 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gf_bitset_set (set, rows[i]);
  gf_bitset_set (set, 100);
  gf_bitset_clear (set, 100);

  gsize seen = 0;
  for (gsize r = 0; gf_bitset_next (set, &r); r++)
    g_assert_cmpuint (r, ==, rows[seen++]);
  g_assert_cmpuint (seen, ==, G_N_ELEMENTS (rows));
}

static void
test_empty_table (void)
{
  g_autoptr (GfBitset) set = gf_bitset_new_full (0);
  gsize row = 0;

  g_assert_cmpuint (gf_bitset_count (set), ==, 0);
  g_assert_false (gf_bitset_next (set, &row));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/bitset/tail-stays-clear", test_tail_stays_clear);
  g_test_add_func ("/base/bitset/operations-agree-with-booleans", test_operations_agree_with_booleans);
  g_test_add_func ("/base/bitset/next-visits-every-row-once", test_next_visits_every_row_once);
  g_test_add_func ("/base/bitset/empty-table", test_empty_table);

  return g_test_run ();
}
