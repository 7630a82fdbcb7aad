/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-table-change.h"

#include "gf-table-rows.h"
#include "tables.h"

#define LIST "Name,Plan\nTalweg,Free\nHalden,Pro\nHalden,Free\nHalden,Free\nBirken,Pro\n"

static void
assert_change (GfTable       *before,
               GfTable       *after,
               GfTableChange  change,
               gsize          gone)
{
  gsize found;

  g_assert_cmpint (gf_table_compare (before, after, &found), ==, change);
  g_assert_cmpuint (found, ==, gone);
}

static void
test_edits_are_told_apart (void)
{
  g_autoptr (GfTable) table = read_table (LIST);
  g_autoptr (GfTable) plan = gf_table_set_cell (table, 1, 1, "Free", NULL);
  g_autoptr (GfTable) name = gf_table_set_cell (table, 1, 0, "Linden", NULL);
  g_autoptr (GfTable) names = gf_table_set_cell (name, 0, 0, "Buche", NULL);
  g_autoptr (GfTable) more = gf_table_append_row (table, NULL, NULL);
  g_autoptr (GfTable) other = read_table ("Name,Size\nTalweg,1\n");

  assert_change (table, plan, GF_TABLE_CHANGE_CELLS, G_MAXSIZE);
  assert_change (table, name, GF_TABLE_CHANGE_CELLS, G_MAXSIZE);
  assert_change (table, names, GF_TABLE_CHANGE_ROWS, G_MAXSIZE);
  assert_change (table, more, GF_TABLE_CHANGE_MORE, G_MAXSIZE);
  assert_change (table, other, GF_TABLE_CHANGE_COLUMNS, G_MAXSIZE);
  assert_change (table, NULL, GF_TABLE_CHANGE_COLUMNS, G_MAXSIZE);
  assert_change (NULL, table, GF_TABLE_CHANGE_COLUMNS, G_MAXSIZE);
}

/* The one that is gone is found among neighbours of the same name, and at both ends. */
static void
test_who_is_gone_is_found (void)
{
  static const gsize found[] = { 0, 1, 2, 2, 4 };
  g_autoptr (GfTable) table = read_table (LIST);

  for (gsize row = 0; row < 5; row++)
    {
      g_autoptr (GfTable) shorter = gf_table_remove_row (table, row);
      gsize gone;

      g_assert_cmpint (gf_table_compare (table, shorter, &gone), ==, GF_TABLE_CHANGE_ONE_GONE);
      /* Of two that are alike either may be. */
      if (row == 2 || row == 3)
        g_assert_true (gone == 2 || gone == 3);
      else
        g_assert_cmpuint (gone, ==, found[row]);
    }
}

static void
test_other_customers_are_other_rows (void)
{
  g_autoptr (GfTable) table = read_table (LIST);
  g_autoptr (GfTable) two_gone = NULL;
  g_autoptr (GfTable) turned = read_table ("Name,Plan\nBirken,Pro\nHalden,Pro\nHalden,Free\nHalden,Free\nTalweg,Free\n");
  g_autoptr (GfTable) others = read_table ("Name,Plan\nA,Pro\nB,Pro\nC,Free\nD,Free\n");
  g_autoptr (GfBitset) gone = gf_bitset_new (5);
  gsize found;

  gf_bitset_set (gone, 0);
  gf_bitset_set (gone, 4);
  two_gone = gf_table_remove_rows (table, gone);
  g_assert_cmpint (gf_table_compare (table, two_gone, &found), ==, GF_TABLE_CHANGE_ROWS);
  g_assert_cmpint (gf_table_compare (table, turned, &found), ==, GF_TABLE_CHANGE_ROWS);
  g_assert_cmpint (gf_table_compare (table, others, &found), ==, GF_TABLE_CHANGE_ROWS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-change/edits-are-told-apart", test_edits_are_told_apart);
  g_test_add_func ("/table-change/who-is-gone-is-found", test_who_is_gone_is_found);
  g_test_add_func ("/table-change/other-customers-are-other-rows", test_other_customers_are_other_rows);

  return g_test_run ();
}
