/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-flags.h"
#include "gf-project-analysis.h"
#include "gf-row-identity.h"

#include <math.h>
#include <string.h>

static GfTable *
make_table (gboolean turned,
            gboolean with_ids)
{
  const char *names[] = { "Ada", "Bo", "Cleo", "Bo" };
  const char *ids[] = { "11", "12", "", "14" };
  const double values[] = { 1, 2, 3, 4 };
  const char *turned_names[] = { "Bo", "Cleo", "Bo", "Ada" };
  const char *turned_ids[] = { "14", "", "12", "11" };
  GfColumn *made[] = {
    gf_column_new_typed ("Name", GF_COLUMN_TEXT, turned ? turned_names : names, 4),
    gf_column_new_typed ("Record ID", GF_COLUMN_TEXT, turned ? turned_ids : ids, 4),
    gf_column_new_numbers ("Value", values, 4),
  };
  GfColumn *columns[] = {
    gf_column_with_role (made[0], GF_ROLE_NAME),
    gf_column_with_role (made[1], with_ids ? GF_ROLE_IDENTIFIER : GF_ROLE_IGNORE),
    gf_column_with_role (made[2], GF_ROLE_VALUE),
  };
  GfTable *table = gf_table_new (columns, 3);

  for (guint i = 0; i < 3; i++)
    {
      gf_column_unref (made[i]);
      gf_column_unref (columns[i]);
    }

  return table;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
picks_follow_the_customer (void)
{
  g_autoptr (GfTable) table = make_table (FALSE, TRUE);
  g_autoptr (GfTable) turned = make_table (TRUE, TRUE);
  g_autoptr (GfCustomers) customers = gf_customers_new ();

  const guint32 picks[] = { 1, 2, 2 };   /* the first Bo, by its id; Cleo has none: by her name */
  guint n_changes = 0;

  g_signal_connect_swapped (customers, "notify::picked", G_CALLBACK (count_cb), &n_changes);
  gf_customers_pick (customers, table, picks, 3, TRUE);
  gf_customers_pick (customers, table, picks + 1, 1, TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (g_strv_length ((GStrv) gf_customers_get_picked (customers)), ==, 2);
  g_assert_true (gf_customers_is_picked (customers, table, 1));
  g_assert_false (gf_customers_is_picked (customers, table, 3));

  gf_customers_set_best_kind (customers, GF_BEST_CHOICE_HAND);
  g_autoptr (GfBestRule) rule = gf_customers_dup_best_rule (customers);
  g_assert_cmpint (rule->kind, ==, GF_BEST_BY_HAND);
  g_autoptr (GfRanking) ranking = gf_ranking_new_by_rule (turned, NULL, 0, rule, NULL, NULL);
  GfBitset *best = gf_ranking_get_best (ranking);
  g_assert_cmpuint (gf_bitset_count (best), ==, 2);
  g_assert_true (gf_bitset_get (best, 2) && gf_bitset_get (best, 1));

  gf_customers_pick (customers, turned, picks + 1, 1, FALSE);
  g_assert_false (gf_customers_is_picked (customers, table, 1));
  g_assert_true (gf_customers_is_picked (customers, table, 2));
}

/* Older projects know customers by their names alone; all of that name are meant. */
static void
names_alone_mean_all_of_that_name (void)
{
  g_autoptr (GfTable) table = make_table (FALSE, FALSE);
  const char * const names[] = { "Bo", "Nobody", NULL };
  g_autoptr (GfBitset) rows = gf_table_match_identities (table, names);
  g_autoptr (GfBitset) none = gf_table_match_identities (table, NULL);

  g_assert_cmpuint (gf_bitset_count (rows), ==, 2);
  g_assert_true (gf_bitset_get (rows, 1) && gf_bitset_get (rows, 3));
  g_assert_cmpuint (gf_bitset_count (none), ==, 0);
}

/* Of seven customers two are called Bo, two have no name, and two are the same in every word. */
static GfTable *
make_namesakes (const guint *order,
                gboolean     edited)
{
  static const char * const names[] = { "Bo", "Ada", "Bo", "", "", "Twin", "Twin" };
  static const char * const trades[] = { "Law", "Law", "Retail", "Retail", "Law", "Law", "Law" };
  const char *name_cells[7], *trade_cells[7];
  double values[7];

  for (guint i = 0; i < 7; i++)
    {
      name_cells[i] = names[order[i]];
      trade_cells[i] = edited && order[i] == 2 ? "Logistics" : trades[order[i]];
      values[i] = order[i] < 5 ? order[i] * (edited ? 10.0 : 1.0) : 7.0;
    }

  g_autoptr (GfColumn) name = gf_column_new_typed ("Name", GF_COLUMN_TEXT, name_cells, 7);
  g_autoptr (GfColumn) named = gf_column_with_role (name, GF_ROLE_NAME);
  g_autoptr (GfColumn) trade = gf_column_new_categories ("Trade", trade_cells, 7);
  g_autoptr (GfColumn) value = gf_column_new_numbers ("Value", values, 7);
  GfColumn *columns[] = { named, trade, value };

  return gf_table_new (columns, 3);
}

static void
namesakes_and_nameless_are_told_apart (void)
{
  const guint order[] = { 0, 1, 2, 3, 4, 5, 6 }, turned_order[] = { 4, 6, 5, 2, 3, 1, 0 };
  g_autoptr (GfTable) table = make_namesakes (order, FALSE);
  g_autoptr (GfTable) turned = make_namesakes (turned_order, FALSE);

  for (guint row = 0; row < 5; row++)
    {
      g_autofree char *identity = gf_table_dup_row_identity (table, row);
      const char * const one[] = { identity, NULL };
      g_autoptr (GfBitset) rows = gf_table_match_identities (turned, one);
      gsize found = 0;

      g_assert_cmpuint (gf_bitset_count (rows), ==, 1);
      g_assert_true (gf_bitset_next (rows, &found));
      g_assert_cmpuint (turned_order[found], ==, row);
    }

  /* nothing tells the twins apart but their order: there are two all the same */
  g_autofree char *first = gf_table_dup_row_identity (table, 5);
  g_autofree char *second = gf_table_dup_row_identity (table, 6);
  g_assert_cmpstr (first, !=, second);

  /* all at once are what they are one by one */
  g_autoptr (GfBitset) all = gf_bitset_new_full (7);
  g_auto (GStrv) identities = gf_table_dup_row_identities (table, all);
  g_assert_cmpuint (g_strv_length (identities), ==, 7);
  for (guint row = 0; row < 7; row++)
    {
      g_autofree char *identity = gf_table_dup_row_identity (table, row);

      g_assert_cmpstr (identities[row], ==, identity);
    }
}

/* One that is alone with a name is found whatever else is said of it now; of namesakes what was said follows the
 * rows. */
static void
marks_follow_what_is_said (void)
{
  const guint order[] = { 0, 1, 2, 3, 4, 5, 6 };
  const guint32 picks[] = { 1, 2, 3 };
  g_autoptr (GfTable) table = make_namesakes (order, FALSE);
  g_autoptr (GfTable) edited = make_namesakes (order, TRUE);
  g_autoptr (GfCustomers) customers = gf_customers_new ();

  gf_customers_pick (customers, table, picks, 3, TRUE);
  gf_customers_flag (customers, table, 2, GF_FEELING_DRAINING);
  g_autofree char *date = g_strdup (gf_customer_flag_get_date (gf_customers_find_flag (customers, table, 2)));
  g_assert_cmpuint (strlen (date), ==, 10);

  g_assert_true (gf_customers_is_picked (customers, edited, 1));
  g_assert_false (gf_customers_is_picked (customers, edited, 2));

  gf_customers_follow_edit (customers, table, edited);
  for (guint row = 0; row < 7; row++)
    g_assert_cmpint (gf_customers_is_picked (customers, edited, row), ==, row >= 1 && row <= 3);
  g_assert_nonnull (gf_customers_find_flag (customers, edited, 2));
  g_assert_null (gf_customers_find_flag (customers, edited, 0));
  g_assert_cmpstr (gf_customer_flag_get_date (gf_customers_find_flag (customers, edited, 2)), ==, date);
}

static void
a_rule_is_what_the_records_say (void)
{
  g_autoptr (GfCustomers) customers = gf_customers_new ();
  g_autoptr (GfBestRule) share = gf_customers_dup_best_rule (customers);

  g_assert_cmpint (share->kind, ==, GF_BEST_BY_SHARE);
  g_assert_cmpfloat (share->share, ==, 0.1);

  gf_customers_set_best_kind (customers, GF_BEST_CHOICE_COUNT);
  gf_customers_set_count (customers, 33);
  g_autoptr (GfBestRule) count = gf_customers_dup_best_rule (customers);
  g_assert_cmpint (count->kind, ==, GF_BEST_BY_COUNT);
  g_assert_cmpuint (count->count, ==, 33);

  gf_customers_set_best_kind (customers, GF_BEST_CHOICE_LIMIT);
  gf_customers_set_limit_column (customers, "Value");
  gf_customers_set_limit_below (customers, TRUE);
  g_autoptr (GfBestRule) limit = gf_customers_dup_best_rule (customers);
  g_assert_cmpint (limit->kind, ==, GF_BEST_BY_LIMIT);
  g_assert_cmpstr (limit->column, ==, "Value");
  g_assert_true (limit->at_most && isnan (limit->limit));
}

static void
who_drains_is_a_bad_fit (void)
{
  g_autoptr (GfTable) table = make_table (FALSE, TRUE);
  g_autoptr (GfCustomers) customers = gf_customers_new ();
  GListModel *marks = G_LIST_MODEL (gf_customers_get_bad_marks (customers));

  gf_customer_flag_set_who (gf_customers_flag (customers, table, 0, GF_FEELING_THRIVING), "Kim");
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 0);
  gf_customers_flag (customers, table, 3, GF_FEELING_DRAINING);
  gf_customers_flag (customers, table, 0, GF_FEELING_DRAINING);
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 1);
  g_assert_cmpstr (gf_customer_flag_get_who (gf_customers_find_flag (customers, table, 0)), ==, "Kim");

  g_autoptr (GArray) rules = gf_customers_dup_bad_rules (customers);
  g_assert_cmpuint (rules->len, ==, 1);
  g_autoptr (GfBitset) bad = gf_bad_fits (table, (const GfBadRule *) (gpointer) rules->data, rules->len, NULL);
  g_assert_cmpuint (gf_bitset_count (bad), ==, 2);
  g_assert_true (gf_bitset_get (bad, 0) && gf_bitset_get (bad, 3));

  gf_customers_unflag (customers, table, 0);
  g_assert_null (gf_customers_find_flag (customers, table, 0));
  g_autoptr (GfBitset) draining = gf_customers_match_flags (customers, table, GF_FEELING_DRAINING);
  g_assert_cmpuint (gf_bitset_count (draining), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/best-picks/picks-follow-the-customer", picks_follow_the_customer);
  g_test_add_func ("/best-picks/names-alone-mean-all-of-that-name", names_alone_mean_all_of_that_name);
  g_test_add_func ("/best-picks/namesakes-and-nameless-are-told-apart", namesakes_and_nameless_are_told_apart);
  g_test_add_func ("/best-picks/marks-follow-what-is-said", marks_follow_what_is_said);
  g_test_add_func ("/best-picks/a-rule-is-what-the-records-say", a_rule_is_what_the_records_say);
  g_test_add_func ("/best-picks/who-drains-is-a-bad-fit", who_drains_is_a_bad_fit);

  return g_test_run ();
}
