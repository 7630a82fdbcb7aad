/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-preflight.h"

#include "gf-import.h"

#include <string.h>

static GfTable *
table_from (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return gf_table_ref (gf_import_get_table (import));
}

/* Ten rows of "%d" and the texts, one after the other. */
static GfTable *
ten_rows (const char         *header,
          const char * const *rest)
{
  g_autoptr (GString) text = g_string_new (header);

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (text, "\nFirm %c,%s", 'A' + i, rest[i % g_strv_length ((char **) rest)]);

  return table_from (text->str);
}

static GPtrArray *
find (GfTable    *table,
      const char *measure)
{
  GfMeasure measures[1] = { { measure, 1, FALSE } };
  GfPreflightRule rule = { measures, measure != NULL ? 1 : 0, NULL, NULL, 20000 };

  return gf_preflight_find (table, &rule);
}

static const GfNote *
get (GPtrArray  *notes,
     const char *id)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const GfNote *note = g_ptr_array_index (notes, i);

      if (strcmp (note->id, id) == 0)
        return note;
    }

  return NULL;
}

static void
test_nothing_to_say (void)
{
  static const char * const rest[] = { "Law,5,2020-01-01,No,12", "Retail,9,2021-01-01,Yes,30", NULL };
  g_autoptr (GfTable) table = ten_rows ("Company,Industry,Employees,Created,Churned,MRR", rest);
  g_autoptr (GfTable) empty = table_from ("Company,Industry\n");
  g_autoptr (GPtrArray) notes = find (table, NULL);
  g_autoptr (GPtrArray) none = find (empty, NULL);

  g_assert_cmpuint (notes->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

static GfBitset *
first_rows (gsize n_rows,
            gsize n)
{
  GfBitset *set = gf_bitset_new (n_rows);

  for (gsize i = 0; i < n; i++)
    gf_bitset_set (set, i);

  return set;
}

static GPtrArray *
find_sides (gsize n_best,
            gsize n_bad)
{
  g_autoptr (GString) text = g_string_new ("Company,Employees\n");

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "Firm %c,%u\n", 'A' + i, i);
  g_autoptr (GfTable) table = table_from (text->str);
  g_autoptr (GfBitset) best = first_rows (20, n_best);
  g_autoptr (GfBitset) bad = first_rows (20, n_bad);
  GfPreflightRule rule = { NULL, 0, best, bad, 20000 };

  return gf_preflight_find (table, &rule);
}

/* Eight on each side are enough, seven are not. */
static void
test_sides (void)
{
  g_autoptr (GPtrArray) enough = find_sides (8, 8);
  g_autoptr (GPtrArray) few_best = find_sides (7, 8);
  g_autoptr (GPtrArray) few_others = find_sides (13, 8);
  g_autoptr (GPtrArray) few_bad = find_sides (10, 7);
  g_autoptr (GPtrArray) no_bad = find_sides (10, 0);

  g_assert_cmpuint (enough->len, ==, 0);
  g_assert_cmpint (get (few_best, "few-best")->severity, ==, GF_NOTE_BLOCK);
  g_assert_cmpstr (get (few_best, "few-best")->words, ==,
                   "Only 7 customers are among the best; comparing takes at least eight.");
  g_assert_nonnull (get (few_others, "few-others"));
  g_assert_cmpint (get (few_bad, "few-bad")->severity, ==, GF_NOTE_WARN);
  g_assert_nonnull (get (no_bad, "no-churn"));
}

static void
test_no_churn (void)
{
  static const char * const no[] = { "5,No", "6,No", NULL };
  static const char * const yes[] = { "5,No", "6,Yes", NULL };
  static const char * const open[] = { "5", "6", NULL };
  g_autoptr (GfTable) nobody = ten_rows ("Company,Employees,Churned", no);
  g_autoptr (GfTable) somebody = ten_rows ("Company,Employees,Churned", yes);
  g_autoptr (GfTable) unsaid = ten_rows ("Company,Employees", open);
  g_autoptr (GPtrArray) a = find (nobody, NULL);
  g_autoptr (GPtrArray) b = find (somebody, NULL);
  g_autoptr (GPtrArray) c = find (unsaid, NULL);

  g_assert_cmpstr (get (a, "no-churn")->words, ==, "“Churned” says of nobody that they left.");
  g_assert_null (get (b, "no-churn"));
  g_assert_cmpstr (get (c, "no-churn")->words, ==, "Nothing in the list says who has left.");
}

static void
test_constant_columns (void)
{
  static const char * const rest[] = { "Law,5,EUR,7,Yes", "Law,9,EUR,7,No", NULL };
  static const char * const holes[] = { "Law,5,Yes", ",9,No", NULL };
  g_autoptr (GfTable) table = ten_rows ("Company,Industry,Employees,Currency,Seats,Churned", rest);
  g_autoptr (GfTable) missing = ten_rows ("Company,Industry,Employees,Churned", holes);
  g_autoptr (GPtrArray) notes = find (table, NULL);
  g_autoptr (GPtrArray) missingness = find (missing, NULL);
  const GfNote *note = get (notes, "constant-columns");

  g_assert_cmpstr (note->words, ==,
                   "“Industry”, “Currency” and “Seats” say the same of every customer.");
  g_assert_cmpint (note->action, ==, GF_MEND_IGNORE);
  /* That it is missing for some tells them apart. */
  g_assert_null (get (missingness, "constant-columns"));

  g_autoptr (GfTable) mended = gf_preflight_mend (table, note);
  g_autoptr (GPtrArray) after = find (mended, NULL);
  g_assert_null (get (after, "constant-columns"));
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (mended, "Seats")), ==, GF_ROLE_IGNORE);
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (mended, "Employees")), ==,
                   GF_ROLE_ATTRIBUTE);
}

static void
test_cents (void)
{
  static const char * const cents[] = { "4900", "9900", "2999", "12999", "4995", NULL };
  static const char * const whole[] = { "4900", "9950", "3000", "12000", "18500", NULL };
  static const char * const plain[] = { "49.00", "99.99", "29.99", "129.99", "49.95", NULL };
  static const char * const both[] = { "12300,123", "45600,456", "78900,789", NULL };
  g_autoptr (GfTable) a = ten_rows ("Company,Amount", cents);
  g_autoptr (GfTable) b = ten_rows ("Company,Amount", whole);
  g_autoptr (GfTable) c = ten_rows ("Company,Amount", plain);
  g_autoptr (GfTable) d = ten_rows ("Company,Amount,Revenue", both);
  g_autoptr (GPtrArray) in_cents = find (a, "Amount");
  g_autoptr (GPtrArray) round = find (b, "Amount");
  g_autoptr (GPtrArray) fractions = find (c, "Amount");
  g_autoptr (GPtrArray) beside = find (d, NULL);
  const GfNote *note = get (in_cents, "minor-units");

  g_assert_nonnull (note);
  g_assert_cmpint (note->severity, ==, GF_NOTE_BLOCK);
  g_assert_null (get (round, "minor-units"));
  g_assert_null (get (fractions, "minor-units"));
  g_assert_cmpstr (get (beside, "minor-units")->words, ==,
                   "The amounts in “Amount” are a hundred times those in “Revenue”.");
  g_assert_cmpint (get (beside, "minor-units")->severity, ==, GF_NOTE_WARN);

  g_autoptr (GfTable) mended = gf_preflight_mend (a, note);
  g_autoptr (GPtrArray) after = find (mended, "Amount");
  g_assert_cmpfloat (gf_column_get_number (gf_table_find_column (mended, "Amount"), 2), ==, 29.99);
  g_assert_null (get (after, "minor-units"));
}

static void
test_intervals (void)
{
  static const char * const mixed[] = { "month,49", "year,490", NULL };
  static const char * const months[] = { "month,49", "monthly,99", NULL };
  g_autoptr (GfTable) a = ten_rows ("Company,Interval,Amount", mixed);
  g_autoptr (GfTable) b = ten_rows ("Company,Interval,Amount", months);
  g_autoptr (GfTable) c = ten_rows ("Company,Interval,MRR", mixed);
  g_autoptr (GPtrArray) beside = find (a, "Amount");
  g_autoptr (GPtrArray) same = find (b, "Amount");
  g_autoptr (GPtrArray) normalised = find (c, "MRR");

  g_assert_cmpint (get (beside, "mixed-intervals")->severity, ==, GF_NOTE_BLOCK);
  g_assert_nonnull (strstr (get (beside, "mixed-intervals")->words, "by “month” for some and by “year” for others"));
  g_assert_null (get (same, "mixed-intervals"));
  g_assert_null (get (normalised, "mixed-intervals"));
}

static void
test_currencies (void)
{
  g_autoptr (GfTable) table = table_from (
    "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Currency,Close Date,Create Date,Deal owner\n"
    "1,A,Sales,Won,100,EUR,2024-02-01,2024-01-01,Ann\n"
    "2,B,Sales,Won,200,USD,2024-02-02,2024-01-01,Ann\n"
    "3,C,Sales,Won,300,USD,2024-02-02,2024-01-01,Ann\n");
  g_autoptr (GPtrArray) notes = find (table, "Amount");

  g_assert_cmpstr (get (notes, "mixed-currencies")->words, ==,
                   "“Amount” holds EUR and USD as if they were one currency.");
}

static void
test_scales (void)
{
  static const char * const mixed[] = { "9", "3", "10", "60", "-20", NULL };
  static const char * const answers[] = { "9", "3", "10", "0", NULL };
  static const char * const scores[] = { "40", "60", "-20", "80", NULL };
  g_autoptr (GfTable) a = ten_rows ("Company,NPS", mixed);
  g_autoptr (GfTable) b = ten_rows ("Company,NPS", answers);
  g_autoptr (GfTable) c = ten_rows ("Company,NPS", scores);
  g_autoptr (GPtrArray) both = find (a, NULL);
  g_autoptr (GPtrArray) only_answers = find (b, NULL);
  g_autoptr (GPtrArray) only_scores = find (c, NULL);

  g_assert_nonnull (get (both, "mixed-scales"));
  g_assert_null (get (only_answers, "mixed-scales"));
  g_assert_null (get (only_scores, "mixed-scales"));
}

static void
test_dates (void)
{
  static const char * const rest[] = {
    "2020-01-01,2021-05-01", "2020-02-01,2019-05-01", "1970-01-01,2021-06-01", "2020-03-01,2031-01-01",
    "2020-01-05,", NULL,
  };
  g_autoptr (GfTable) table = ten_rows ("Company,Created,Churn Date", rest);
  g_autoptr (GPtrArray) notes = find (table, NULL);
  const GfNote *epoch = get (notes, "date-1970");

  g_assert_cmpstr (get (notes, "end-before-start")->words, ==,
                   "For 2 customers “Churn Date” lies before “Created”.");
  /* Day 20000 is 2024-10-04. */
  g_assert_cmpstr (get (notes, "future-date")->words, ==,
                   "“Churn Date” lies in the future for 2 customers.");
  g_assert_cmpstr (epoch->words, ==, "“Created” says 1 January 1970 for 2 customers.");

  g_autoptr (GfTable) mended = gf_preflight_mend (table, epoch);
  g_autoptr (GPtrArray) after = find (mended, NULL);
  g_assert_null (get (after, "date-1970"));
  g_assert_cmpuint (gf_column_count_filled (gf_table_find_column (mended, "Created")), ==, 8);
}

static void
test_repeated (void)
{
  g_autoptr (GfTable) by_domain = table_from (
    "Company,Website,Plan\nAcme,https://www.acme.example/,A\nBolt,bolt.example,A\n"
    "Acme Ltd,acme.example,B\nCore,core.example,B\nDash,dash.example,A\n");
  g_autoptr (GfTable) by_name = table_from ("Company,Plan\nAcme GmbH,A\nBolt,B\nCore,A\nDash,A\nACME,A\n");
  g_autoptr (GfTable) orders = table_from (
    "Customer ID,Country\nC1,France\nC1,France\nC1,Spain\nC2,Spain\nC2,Spain\n");
  g_autoptr (GPtrArray) a = find (by_domain, NULL);
  g_autoptr (GPtrArray) b = find (by_name, NULL);
  g_autoptr (GPtrArray) c = find (orders, NULL);

  g_assert_cmpstr (get (a, "repeated-customers")->words, ==,
                   "1 row repeats the “Website” of another, such as that of “Acme Ltd”.");
  g_assert_cmpint (get (a, "repeated-customers")->severity, ==, GF_NOTE_WARN);
  g_assert_nonnull (get (b, "repeated-customers"));
  g_assert_cmpint (get (c, "repeated-customers")->severity, ==, GF_NOTE_BLOCK);
}

static void
test_named_by_number (void)
{
  static const char * const rest[] = { "1001", "1002", "1003", "1004", NULL };
  g_autoptr (GfTable) read = ten_rows ("Company,Number", rest);
  int company = gf_table_index_of (read, "Company"), number = gf_table_index_of (read, "Number");
  g_autoptr (GfTable) half = gf_table_set_role (read, (guint) company, GF_ROLE_IGNORE);
  g_autoptr (GfTable) table = gf_table_set_role (half, (guint) number, GF_ROLE_NAME);
  g_autoptr (GPtrArray) wrong = find (table, NULL);
  g_autoptr (GPtrArray) right = find (read, NULL);

  g_assert_nonnull (get (wrong, "named-by-number"));
  g_assert_null (get (right, "named-by-number"));
}

/* Sums between the customers of a report are none; a company may be called Total. */
static void
test_sums (void)
{
  g_autoptr (GfTable) report = table_from (
    "Region,Customer,MRR\nNorth,Acme,1\nNorth,Bolt,2\nSubtotal,,3\nSouth,Core,4\nSouth,Dash,5\n"
    "Subtotal,,9\nEast,Echo,2\n");
  g_autoptr (GfTable) company = table_from ("Customer,Country,MRR\nTotal,France,1\nAcme,Spain,2\n");
  g_autoptr (GPtrArray) a = find (report, NULL);
  g_autoptr (GPtrArray) b = find (company, NULL);

  g_assert_cmpstr (get (a, "sums")->words, ==,
                   "2 rows are sums of others, not customers; the first is row 3.");
  g_assert_null (get (b, "sums"));
}

/* Without names and without values nobody can be found; who chose the measures needs none. */
static void
test_roles (void)
{
  g_autoptr (GfTable) bare = table_from ("Sector,Staff,Churned\nLaw,3,No\nArt,5,Yes\nLaw,8,No\n");
  g_autoptr (GfTable) full = table_from ("Company,MRR,Churned\nAcme,3,No\nBolt,5,Yes\n");
  g_autoptr (GPtrArray) a = find (bare, NULL);
  g_autoptr (GPtrArray) b = find (full, NULL);
  g_autoptr (GPtrArray) c = find (bare, "Staff");

  g_assert_cmpstr (get (a, "no-name")->words, ==, "No column says what the customers are called.");
  g_assert_cmpstr (get (a, "no-value")->words, ==, "No column says how valuable a customer is.");
  g_assert_null (get (b, "no-name"));
  g_assert_null (get (b, "no-value"));
  g_assert_null (get (c, "no-value"));
}

/* Stripe's programming interface counts in cents; its exports, and yen, do not. */
static void
test_stripe_cents (void)
{
  static const char * const raw[] = { "cus_1,4900,eur", "cus_2,5870,eur", "cus_3,10840,eur", NULL };
  static const char * const shown[] = { "cus_1,49.00,eur", "cus_2,58.90,eur", NULL };
  static const char * const yen[] = { "cus_1,4900,jpy", "cus_2,5870,jpy", NULL };
  static const char * const other[] = { "17a,4900,eur", "18b,5870,eur", NULL };
  g_autoptr (GfTable) a = ten_rows ("Name,Customer,Amount,Currency", raw);
  g_autoptr (GfTable) b = ten_rows ("Name,Customer,Amount,Currency", shown);
  g_autoptr (GfTable) c = ten_rows ("Name,Customer,Amount,Currency", yen);
  g_autoptr (GfTable) d = ten_rows ("Name,Customer,Amount,Currency", other);
  g_autoptr (GPtrArray) cents = find (a, NULL);
  g_autoptr (GPtrArray) fractions = find (b, NULL);
  g_autoptr (GPtrArray) whole = find (c, NULL);
  g_autoptr (GPtrArray) others = find (d, NULL);

  g_assert_nonnull (get (cents, "minor-units"));
  g_assert_null (get (fractions, "minor-units"));
  g_assert_null (get (whole, "minor-units"));
  g_assert_null (get (others, "minor-units"));
}

/* Words for spans tell how something is paid, whatever the column is called; how long a contract
   holds does not. */
static void
test_spans_by_their_words (void)
{
  static const char * const mixed[] = { "monthly,49", "yearly,490", NULL };
  static const char * const terms[] = { "Month-to-month,49", "Two year,490", NULL };
  static const char * const names[] = { "James,49", "yearly,490", "Zoe,3", NULL };
  g_autoptr (GfTable) a = ten_rows ("Name,Billing,Price", mixed);
  g_autoptr (GfTable) b = ten_rows ("Name,Contract,Price", terms);
  g_autoptr (GfTable) c = ten_rows ("Name,Owner,Price", names);
  g_autoptr (GPtrArray) told = find (a, NULL);
  g_autoptr (GPtrArray) contract = find (b, NULL);
  g_autoptr (GPtrArray) owner = find (c, NULL);

  g_assert_cmpstr (get (told, "mixed-intervals")->words, ==,
                   "“Price” is paid by “monthly” for some and by “yearly” for others, as “Billing” says, "
                   "and cannot be compared.");
  g_assert_null (get (contract, "mixed-intervals"));
  g_assert_null (get (owner, "mixed-intervals"));
}

/* The worst comes first. */
static void
test_order (void)
{
  static const char * const rest[] = { "Law,4999,X", "Law,2990,X", NULL };
  g_autoptr (GfTable) table = ten_rows ("Company,Industry,Amount,Kind", rest);
  g_autoptr (GPtrArray) notes = find (table, "Amount");

  g_assert_cmpuint (notes->len, >=, 2);
  g_assert_cmpint (((GfNote *) notes->pdata[0])->severity, ==, GF_NOTE_BLOCK);
  g_assert_cmpint (((GfNote *) notes->pdata[notes->len - 1])->severity, ==, GF_NOTE_WARN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mining/preflight/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/mining/preflight/sides", test_sides);
  g_test_add_func ("/mining/preflight/no-churn", test_no_churn);
  g_test_add_func ("/mining/preflight/constant-columns", test_constant_columns);
  g_test_add_func ("/mining/preflight/cents", test_cents);
  g_test_add_func ("/mining/preflight/intervals", test_intervals);
  g_test_add_func ("/mining/preflight/currencies", test_currencies);
  g_test_add_func ("/mining/preflight/scales", test_scales);
  g_test_add_func ("/mining/preflight/dates", test_dates);
  g_test_add_func ("/mining/preflight/repeated", test_repeated);
  g_test_add_func ("/mining/preflight/named-by-number", test_named_by_number);
  g_test_add_func ("/mining/preflight/sums", test_sums);
  g_test_add_func ("/mining/preflight/roles", test_roles);
  g_test_add_func ("/mining/preflight/stripe-cents", test_stripe_cents);
  g_test_add_func ("/mining/preflight/spans-by-their-words", test_spans_by_their_words);
  g_test_add_func ("/mining/preflight/order", test_order);

  return g_test_run ();
}
