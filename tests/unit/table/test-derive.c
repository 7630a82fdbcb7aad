/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-derive.h"

#include "gf-join-table.h"
#include "gf-table-error.h"
#include "tables.h"

static GfTable *
join (GfTable    *main,
      const char *csv,
      const char *name)
{
  g_autoptr (GfTable) other = read_table (csv);
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, other, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfJoinMatch) match = gf_join_match_new (main, other, plan, NULL, &error);

  g_assert_no_error (error);

  return gf_join_table (main, other, plan, match, NULL, NULL, &error);
}

static const GfDerivation *
find (GPtrArray       *derivations,
      GfDeriveFormula  formula)
{
  for (guint i = 0; i < derivations->len; i++)
    {
      const GfDerivation *derivation = g_ptr_array_index (derivations, i);

      if (derivation->formula == formula)
        return derivation;
    }

  return NULL;
}

static GfTable *
add (GfTable         *table,
     GfDeriveFormula  formula)
{
  g_autoptr (GPtrArray) derivations = gf_derive_suggest (table);
  const GfDerivation *derivation = find (derivations, formula);
  g_autoptr (GError) error = NULL;

  if (derivation == NULL)
    g_error ("“%s” is not suggested", gf_derive_formula_get_nick (formula));
  GfTable *added = gf_derive_add (table, derivation, &error);
  g_assert_no_error (error);

  return added;
}

/* 2024-01-01 to 2024-12-31 is 365 days: 365 / 30.436875 = 11.99 months. */
static void
test_tenure (void)
{
  g_autoptr (GfTable) table = read_table ("Company name,Create Date,Churn Date\n"
                                          "a,2024-01-01,2024-12-31\n"
                                          "b,2024-06-30,\n"
                                          "c,,\n"
                                          "d,2024-12-31,2024-01-01\n");
  g_autoptr (GfTable) added = add (table, GF_DERIVE_TENURE);

  /* Goes on to the latest date of the data, 2024-12-31; unknown and impossible times are missing. */
  g_assert_cmpint (gf_derive_find_date (table), ==, gf_days_from_parts (2024, 12, 31));
  assert_cells (added, "Tenure in months", "12|6||");
}

static void
test_churned_without_date (void)
{
  g_autoptr (GfTable) table = read_table ("Company name,Signup Date,Churned\n"
                                          "a,2024-01-01,no\nb,2024-01-01,yes\nc,2024-12-31,no\n");
  g_autoptr (GPtrArray) derivations = gf_derive_suggest (table);
  const GfDerivation *tenure = find (derivations, GF_DERIVE_TENURE);

  g_assert_nonnull (tenure);
  g_assert_cmpstr (tenure->inputs[2], ==, "Churned");
  g_autoptr (GfTable) added = gf_derive_add (table, tenure, NULL);
  assert_cells (added, "Tenure in months", "12||0");
}

static void
test_payments_and_tickets (void)
{
  g_autoptr (GfTable) main = read_table ("id,Name\ncus_1,Ann\ncus_2,Ben\ncus_3,Cem\n");
  g_autoptr (GfTable) paid = join (main,
                                   "id,Created (UTC),Amount,Amount Refunded,Status,Customer ID\n"
                                   "ch_1,2026-01-01,1000,0,Paid,cus_1\n"
                                   "ch_2,2026-02-01,500,250,Paid,cus_1\n"
                                   "ch_3,2026-02-01,250,0,Paid,cus_2\n",
                                   "payments.csv");
  g_autoptr (GfTable) table = join (paid, "Ticket ID,Customer ID,Priority\n1,cus_1,a\n2,cus_1,b\n3,cus_3,a\n",
                                    "tickets.csv");
  g_autoptr (GfTable) value = add (table, GF_DERIVE_LIFETIME_VALUE);
  g_autoptr (GfTable) dear = add (value, GF_DERIVE_TICKETS_PER_1000);
  g_autoptr (GfTable) shares = add (dear, GF_DERIVE_SUPPORT_SHARE);

  assert_cells (shares, "Lifetime value", "1250|250|");
  g_assert_cmpint (gf_column_get_column_type (gf_table_find_column (shares, "Lifetime value")), ==,
                   GF_COLUMN_MONEY);
  /* Of the sum of payments, or of the lifetime value that was derived before. */
  assert_cells (shares, "Tickets per 1000 of revenue", "1.6|0|");
  assert_cells (shares, "Share of all tickets", "0.666667|0|0.333333");
}

static void
test_orders (void)
{
  g_autoptr (GfTable) main = read_table ("customerID,companyName\nA,x\nB,y\nC,z\n");
  g_autoptr (GfTable) table = join (main,
                                    "orderID,customerID,orderDate,freight\n"
                                    "1,A,2023-01-01,5\n2,A,2023-06-01,5\n3,B,2024-01-01,1\n4,A,2023-09-01,2\n",
                                    "orders.csv");
  g_autoptr (GfTable) added = add (table, GF_DERIVE_ORDERS_A_YEAR);

  /* Three orders in 365 days: 3 / (365 / 365.2425) = 3.00; too short a time says nothing. */
  assert_cells (added, "Orders a year", "3||");
}

static void
test_refresh (void)
{
  g_autoptr (GfTable) table = read_table ("Company name,Create Date,Close Date\n"
                                          "a,2024-01-01,2024-01-11\nb,2024-01-01,2024-02-01\n");
  g_autoptr (GPtrArray) derivations = gf_derive_suggest (table);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_derivation_free);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  const GfDerivation *close = find (derivations, GF_DERIVE_DAYS_TO_CLOSE);

  g_assert_nonnull (close);
  g_ptr_array_add (chosen, gf_derivation_copy (close));
  g_autofree char *words = gf_derivation_dup_words (close);
  g_assert_cmpstr (words, ==, "Days from “Create Date” to “Close Date”");

  g_autoptr (GfTable) added = gf_derive_add (table, close, NULL);
  assert_cells (added, "Days to close", "10|31");
  g_autoptr (GfTable) same = gf_derive_refresh (added, NULL, chosen, told);
  g_assert_true (same == added);

  int place = gf_table_index_of (added, "Days to close");
  g_autoptr (GfTable) ignored = gf_table_set_role (added, (guint) place, GF_ROLE_IGNORE);
  g_autoptr (GfTable) edited = gf_table_set_cell (ignored, 0, 2, "", NULL);
  g_autoptr (GfTable) fresh = gf_derive_refresh (edited, added, chosen, told);
  assert_cells (fresh, "Days to close", "|31");
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (fresh, "Days to close")), ==, GF_ROLE_IGNORE);
  g_assert_cmpuint (told->len, ==, 0);

  /* A column that was removed is not brought back; one without inputs keeps its cells and is told. */
  g_autoptr (GfTable) untouched = gf_derive_refresh (table, NULL, chosen, told);
  g_assert_true (untouched == table);
  g_free (((GfDerivation *) g_ptr_array_index (chosen, 0))->inputs[1]);
  ((GfDerivation *) g_ptr_array_index (chosen, 0))->inputs[1] = g_strdup ("Gone");
  g_autoptr (GfTable) kept = gf_derive_refresh (added, NULL, chosen, told);
  g_assert_true (kept == added);
  g_assert_cmpuint (told->len, ==, 1);
}

static void
test_nothing_twice (void)
{
  g_autoptr (GfTable) table = read_table ("Company name,Create Date,Tenure,Days to Close,Close Date\n"
                                          "a,2024-01-01,3,4,2024-02-01\n");
  g_autoptr (GPtrArray) derivations = gf_derive_suggest (table);
  g_autoptr (GfTable) bare = read_table ("Company name,Industry\na,b\n");
  g_autoptr (GPtrArray) none = gf_derive_suggest (bare);

  g_assert_null (find (derivations, GF_DERIVE_TENURE));
  g_assert_null (find (derivations, GF_DERIVE_DAYS_TO_CLOSE));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_wrong_inputs (void)
{
  g_autoptr (GfTable) table = read_table ("Company name,Industry\na,b\n");
  GfDerivation derivation = {
    .formula = GF_DERIVE_SUPPORT_SHARE, .name = (char *) "x", .inputs = { (char *) "Industry" },
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (gf_derive_add (table, &derivation, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_TYPE);
  g_clear_error (&error);
  derivation.inputs[0] = (char *) "Gone";
  g_assert_null (gf_derive_add (table, &derivation, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derive/tenure", test_tenure);
  g_test_add_func ("/derive/churned-without-a-date", test_churned_without_date);
  g_test_add_func ("/derive/payments-and-tickets", test_payments_and_tickets);
  g_test_add_func ("/derive/orders-a-year", test_orders);
  g_test_add_func ("/derive/computed-anew", test_refresh);
  g_test_add_func ("/derive/nothing-twice", test_nothing_twice);
  g_test_add_func ("/derive/wrong-inputs", test_wrong_inputs);

  return g_test_run ();
}
