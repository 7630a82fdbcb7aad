/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customer-flags.h"
#include "gf-project-analysis.h"
#include "gf-row-identity.h"

#include <math.h>

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
  g_autoptr (GfBestRule) rule = gf_customers_dup_best_rule (customers, turned);
  g_assert_cmpint (rule->kind, ==, GF_BEST_BY_HAND);
  g_assert_cmpuint (gf_bitset_count (rule->picked), ==, 2);
  g_assert_true (gf_bitset_get (rule->picked, 2) && gf_bitset_get (rule->picked, 1));

  gf_customers_pick (customers, turned, picks + 1, 1, FALSE);
  g_assert_false (gf_customers_is_picked (customers, table, 1));
  g_assert_true (gf_customers_is_picked (customers, table, 2));
}

/* Nothing tells the two apart but their place, and that may change. */
static void
customers_of_one_name_are_one (void)
{
  g_autoptr (GfTable) table = make_table (FALSE, FALSE);
  const char * const names[] = { "Bo", "Nobody", NULL };
  g_autoptr (GfBitset) rows = gf_table_match_identities (table, names);
  g_autoptr (GfBitset) none = gf_table_match_identities (table, NULL);

  g_assert_cmpuint (gf_bitset_count (rows), ==, 2);
  g_assert_true (gf_bitset_get (rows, 1) && gf_bitset_get (rows, 3));
  g_assert_cmpuint (gf_bitset_count (none), ==, 0);
}

static void
a_rule_is_what_the_records_say (void)
{
  g_autoptr (GfCustomers) customers = gf_customers_new ();
  g_autoptr (GfBestRule) share = gf_customers_dup_best_rule (customers, NULL);

  g_assert_cmpint (share->kind, ==, GF_BEST_BY_SHARE);
  g_assert_cmpfloat (share->share, ==, 0.1);

  gf_customers_set_best_kind (customers, GF_BEST_CHOICE_COUNT);
  gf_customers_set_count (customers, 33);
  g_autoptr (GfBestRule) count = gf_customers_dup_best_rule (customers, NULL);
  g_assert_cmpint (count->kind, ==, GF_BEST_BY_COUNT);
  g_assert_cmpuint (count->count, ==, 33);

  gf_customers_set_best_kind (customers, GF_BEST_CHOICE_LIMIT);
  gf_customers_set_limit_column (customers, "Value");
  gf_customers_set_limit_below (customers, TRUE);
  g_autoptr (GfBestRule) limit = gf_customers_dup_best_rule (customers, NULL);
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

  g_autoptr (GArray) rules = gf_customers_dup_bad_rules (customers, table);
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
  g_test_add_func ("/best-picks/customers-of-one-name-are-one", customers_of_one_name_are_one);
  g_test_add_func ("/best-picks/a-rule-is-what-the-records-say", a_rule_is_what_the_records_say);
  g_test_add_func ("/best-picks/who-drains-is-a-bad-fit", who_drains_is_a_bad_fit);

  return g_test_run ();
}
