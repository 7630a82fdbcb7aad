/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-shares.h"

#include <math.h>

static void
concentration_of_known_sums (void)
{
  const double alike[] = { 5, 5, 5, 5 };
  /* the textbook's quarters: 1, 2, 3 and 4 of 10 have a Gini coefficient of .25 */
  const double steps[] = { 3, 1, NAN, 4, 2, 0, -7 };
  const double one[] = { 0, 0, 0, 12 };
  const double ten[] = { 60, 5, 5, 5, 5, 4, 4, 4, 4, 4 };
  const double nothing[] = { NAN, 0, -1 };
  GfConcentration c;

  g_assert_true (gf_concentration_measure (alike, 4, &c));
  g_assert_cmpfloat_with_epsilon (c.largest, 0.25, 1e-12);
  g_assert_cmpuint (c.n_half, ==, 2);

  g_assert_true (gf_concentration_measure (steps, 7, &c));
  g_assert_cmpuint (c.n, ==, 4);
  g_assert_cmpfloat_with_epsilon (c.total, 10.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (c.largest, 0.4, 1e-12);
  g_assert_cmpuint (c.n_half, ==, 2);

  g_assert_true (gf_concentration_measure (one, 4, &c));
  g_assert_cmpuint (c.n, ==, 1);
  g_assert_cmpfloat_with_epsilon (c.largest, 1.0, 1e-12);

  g_assert_true (gf_concentration_measure (ten, 10, &c));
  g_assert_cmpfloat_with_epsilon (c.top_tenth, 0.6, 1e-12);
  g_assert_cmpuint (c.n_half, ==, 1);

  g_assert_false (gf_concentration_measure (nothing, 3, &c));
  g_assert_false (gf_concentration_measure (NULL, 0, &c));
}

static void
a_share_leaves_out_what_is_missing (void)
{
  const double values[] = { 10, 20, NAN, 70, -5 };
  g_autoptr (GfBitset) rows = gf_bitset_new (5);

  g_assert_cmpfloat (gf_share_of_sum (values, 5, rows), ==, 0.0);
  gf_bitset_set (rows, 1);
  gf_bitset_set (rows, 2);
  gf_bitset_set (rows, 4);
  g_assert_cmpfloat_with_epsilon (gf_share_of_sum (values, 5, rows), 0.2, 1e-12);

  const double none[] = { NAN, 0, 0, 0, 0 };
  g_assert_true (isnan (gf_share_of_sum (none, 5, rows)));
}

static GfTable *
make_table (void)
{
  double money[20], tickets[20];

  for (guint row = 0; row < 20; row++)
    {
      money[row] = row == 0 ? 400 : row < 4 ? 100 : 20;
      tickets[row] = row >= 16 ? 30 : 2;
    }

  g_autoptr (GfColumn) a = gf_column_new_numbers ("Lifetime value", money, 20);
  g_autoptr (GfColumn) b = gf_column_new_numbers ("Support tickets", tickets, 20);
  GfColumn *columns[] = { b, a };

  return gf_table_new (columns, 2);
}

/* 400 + 3 x 100 + 16 x 20 = 1,020 in all; the four bad fits bring 80 of it and have 120 of 152 tickets. */
static void
sentences_say_who_brings_and_who_takes (void)
{
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GfBitset) best = gf_bitset_new (20);
  g_autoptr (GfBitset) bad = gf_bitset_new (20);

  for (gsize row = 0; row < 4; row++)
    {
      gf_bitset_set (best, row);
      gf_bitset_set (bad, 16 + row);
    }

  g_auto (GStrv) sentences = gf_shares_dup_sentences (table, best, bad);

  g_assert_cmpuint (g_strv_length (sentences), ==, 5);
  g_assert_cmpstr (sentences[0], ==, "3 of 20 customers make half of all lifetime value.");
  g_assert_cmpstr (sentences[1], ==, "The largest tenth of them make 49\u202f%.");
  g_assert_cmpstr (sentences[2], ==,
                   "One customer alone is 39\u202f% of it: losing that one would cost you as much.");
  g_assert_cmpstr (sentences[3], ==, "Your 4 best are 69\u202f% of all lifetime value and 5\u202f% of all support "
                                     "tickets.");
  g_assert_cmpstr (sentences[4], ==, "The 4 bad fits are 8\u202f% of all lifetime value but 79\u202f% of all support "
                                     "tickets.");
}

/* Who pays nothing is not one of those that half is counted among. */
static void
half_is_of_those_who_pay (void)
{
  double money[20];

  for (guint row = 0; row < 20; row++)
    money[row] = row < 6 ? 100 : row < 12 ? 0 : NAN;

  g_autoptr (GfColumn) a = gf_column_new_numbers ("Lifetime value", money, 20);
  g_autoptr (GfTable) table = gf_table_new (&a, 1);
  g_auto (GStrv) sentences = gf_shares_dup_sentences (table, NULL, NULL);

  g_assert_cmpuint (g_strv_length (sentences), ==, 1);
  g_assert_cmpstr (sentences[0], ==, "3 of the 6 customers with any lifetime value make half of it.");
}

static void
without_such_columns_nothing_is_said (void)
{
  const double sizes[] = { 1, 2, 3 };
  g_autoptr (GfColumn) size = gf_column_new_numbers ("Employees", sizes, 3);
  GfColumn *columns[] = { size };
  g_autoptr (GfTable) table = gf_table_new (columns, 1);
  g_auto (GStrv) sentences = gf_shares_dup_sentences (table, NULL, NULL);

  g_assert_cmpuint (g_strv_length (sentences), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shares/concentration-of-known-sums", concentration_of_known_sums);
  g_test_add_func ("/shares/a-share-leaves-out-what-is-missing", a_share_leaves_out_what_is_missing);
  g_test_add_func ("/shares/sentences-say-who-brings-and-who-takes",
                   sentences_say_who_brings_and_who_takes);
  g_test_add_func ("/shares/half-is-of-those-who-pay", half_is_of_those_who_pay);
  g_test_add_func ("/shares/without-such-columns-nothing-is-said", without_such_columns_nothing_is_said);

  return g_test_run ();
}
