/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-join-table.h"

#include "gf-repeats.h"
#include "gf-table-error.h"
#include "tables.h"

#include <string.h>

static GfJoinMatch *
match_tables (GfTable          *main,
              GfTable          *other,
              const GfJoinPlan *plan)
{
  g_autoptr (GError) error = NULL;
  GfJoinMatch *match = gf_join_match_new (main, other, plan, NULL, &error);

  g_assert_no_error (error);

  return match;
}

static GfTable *
join_tables (GfTable          *main,
             GfTable          *other,
             const GfJoinPlan *plan,
             GfJoinSums       *sums)
{
  g_autoptr (GfJoinMatch) match = match_tables (main, other, plan);
  g_autoptr (GError) error = NULL;
  GfTable *table = gf_join_table (main, other, plan, match, sums, NULL, &error);

  g_assert_no_error (error);

  return table;
}

static void
assert_key (GfKeyKind   kind,
            const char *text,
            const char *expected)
{
  g_autofree char *key = gf_key_fold (kind, text, strlen (text));

  g_assert_cmpstr (key, ==, expected);
}

static void
test_keys (void)
{
  assert_key (GF_KEY_ID, " 117.0 ", "117");
  assert_key (GF_KEY_ID, "'00123", "00123");
  assert_key (GF_KEY_ID, "1.0.0", "1.0.0");
  assert_key (GF_KEY_ID, "0015g00000abcDEAAY", "0015g00000abcDE");
  assert_key (GF_KEY_ID, "0015g00000abcDE", "0015g00000abcDE");
  /* The last three say which of the others are large, or it is another number of 18 characters. */
  assert_key (GF_KEY_ID, "0015g00000abcDEAAA", "0015g00000abcDEAAA");
  assert_key (GF_KEY_ID, "001D000000IRFmaIAH", "001D000000IRFma");
  assert_key (GF_KEY_ID, "a0BD000000IRFmaMAH", "a0BD000000IRFma");
  assert_key (GF_KEY_ID, "000000000000012039", "000000000000012039");
  assert_key (GF_KEY_ID, "-", NULL);

  assert_key (GF_KEY_ADDRESS, "Ann@Acme.COM", "ann@acme.com");
  assert_key (GF_KEY_ADDRESS, "acme.com", NULL);

  assert_key (GF_KEY_DOMAIN, "https://www.Acme.com:8080/about?x=1", "acme.com");
  assert_key (GF_KEY_DOMAIN, "http://user:pass@acme.com", "acme.com");
  assert_key (GF_KEY_DOMAIN, "ACME.COM.", "acme.com");
  assert_key (GF_KEY_DOMAIN, "www.com", "www.com");
  assert_key (GF_KEY_DOMAIN, "shop.acme.co.uk/path", "shop.acme.co.uk");
  assert_key (GF_KEY_DOMAIN, "Acme", NULL);
  assert_key (GF_KEY_DOMAIN, "", NULL);
  /* Many have a page there. */
  assert_key (GF_KEY_DOMAIN, "https://www.facebook.com/alpha", NULL);
  assert_key (GF_KEY_DOMAIN, "de.linkedin.com/company/acme", NULL);
  assert_key (GF_KEY_DOMAIN, "https://www.google.com/maps/place/Acme", NULL);
  assert_key (GF_KEY_DOMAIN, "google.com/about", "google.com");
  assert_key (GF_KEY_DOMAIN, "acme-x.com", "acme-x.com");

  assert_key (GF_KEY_EMAIL, "ann@acme.com", "acme.com");
  assert_key (GF_KEY_EMAIL, "ann@GMail.com", NULL);
  assert_key (GF_KEY_EMAIL, "ann@web.de", NULL);

  g_assert_true (gf_key_is_free_mail ("gmx.net"));
  g_assert_false (gf_key_is_free_mail ("acme.com"));
}

static void
test_names (void)
{
  static const char * const pairs[][2] = {
    { "Acme, Inc.", "acme" },
    { "ACME Incorporated", "acme" },
    { "Müller & Söhne GmbH & Co. KG", "muller and sohne" },
    { "Société Générale S.A.", "societe generale" },
    { "L'Oréal SA", "loreal" },
    { "Nokia Oyj", "nokia" },
    { "Toyota K.K.", "toyota" },
    { "株式会社トヨタ", "トヨタ" },
    { "Ørsted A/S", "orsted" },
    { "Łódź Sp. z o.o.", "lodz" },
    { "Barnes-and-Noble", "barnes and noble" },
    { "AG", "ag" },
    { "Inc. Inc.", "inc" },
    { "Straße 7 AB", "strasse 7" },
    { "Data  Glyph\u00a0Ltd", "data glyph" },
    { "Telefónica, S.A. de C.V.", "telefonica" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    assert_key (GF_KEY_NAME, pairs[i][0], pairs[i][1]);
  assert_key (GF_KEY_NAME, "???", NULL);
  /* Voiced and unvoiced kana are different letters, not accents. */
  assert_key (GF_KEY_NAME, "ガス", "ガス");
}

#define CUSTOMERS                                                                                      \
  "Record ID,Company name,Company Domain Name,Industry\n"                                              \
  "101,\"Acme, Inc.\",acme.com,Tools\n"                                                                \
  "102,Müller GmbH,mueller.de,Food\n"                                                                  \
  "103,Nordlicht Media,nordlicht.example,Media\n"                                                      \
  "104,Zweig AG,,Media\n"

/* Each row finds its customer by the best key that it has. */
static void
test_order_of_keys (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) deals = read_table (
    "Record ID,Deal Name,Associated Company IDs,Associated Company,Website,Email,Amount,Deal Stage\n"
    "1,a,101,Zweig AG,,,10,Closed Won\n"            /* the id is believed before the name */
    "2,b,999;102,,,,20,Closed Won\n"                /* several ids: the first that is known */
    "3,c,,,https://www.NORDLICHT.example/x,,30,Closed Won\n"
    "4,d,,,,ann@mueller.de,40,Closed Won\n"
    "5,e,,ZWEIG,,ann@gmail.com,50,Closed Won\n"
    "6,f,777,Nobody at all,,,60,Closed Won\n"
    "7,g,,,,,70,Closed Won\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, deals, "deals.csv");
  g_autoptr (GfJoinMatch) match = match_tables (main, deals, plan);
  static const gsize rows[] = { 0, 1, 2, 1, 3, GF_NO_ROW, GF_NO_ROW };
  static const GfJoinOutcome outcomes[] = {
    GF_JOIN_BY_ID, GF_JOIN_BY_ID, GF_JOIN_BY_DOMAIN, GF_JOIN_BY_EMAIL, GF_JOIN_BY_NAME,
    GF_JOIN_UNMATCHED, GF_JOIN_NO_KEY,
  };

  g_assert_cmpint (plan->kind, ==, GF_ROWS_DEALS);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (gf_join_match_get_row (match, i), ==, rows[i]);
      g_assert_cmpint (gf_join_match_get_outcome (match, i), ==, outcomes[i]);
    }
  g_assert_cmpuint (gf_join_match_count_matched (match), ==, 5);
  g_assert_cmpuint (gf_join_match_count_customers (match), ==, 4);
  g_assert_cmpuint (gf_join_match_next (match, GF_JOIN_UNMATCHED, 0), ==, 5);
  g_assert_cmpuint (gf_join_match_next (match, GF_JOIN_UNMATCHED, 6), ==, GF_NO_ROW);

  g_autofree char *key = gf_join_match_dup_key (match, 5);
  g_assert_cmpstr (key, ==, "777");
}

/* Only what a stage says was won is summed; nothing is made up for who has no deal. */
static void
test_deals (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) deals = read_table (
    "Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company IDs,Currency\n"
    "1,a,closedwon,0.1,2026-01-05,101,EUR\n"
    "2,b,closedwon,0.2,2026-03-05,101,EUR\n"
    "3,c,closedlost,500,2026-02-05,101,EUR\n"
    "4,d,appointmentscheduled,70,2027-01-01,102,EUR\n"
    "5,e,closedwon,900,2026-01-01,103,USD\n"
    "6,f,closedwon,,2026-01-01,103,EUR\n"
    "7,g,closedlost,60,2026-02-06,101,USD\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, deals, NULL);
  GfJoinSums sums;
  g_autoptr (GfTable) table = join_tables (main, deals, plan, &sums);

  g_assert_cmpint (plan->kind, ==, GF_ROWS_DEALS);
  assert_cells (table, "Deals: count", "4|1|2|0");
  assert_cells (table, "Deals: won", "2|0|2|0");
  /* What dollars are in euros nobody said. */
  assert_cells (table, "Deals: Amount, sum", "0.3|0||");
  assert_cells (table, "Deals: Close Date, first", "2026-01-05|2027-01-01|2026-01-01|");
  assert_cells (table, "Deals: Close Date, last", "2026-03-05|2027-01-01|2026-01-01|");
  assert_cells (table, "Company name", "Acme, Inc.|Müller GmbH|Nordlicht Media|Zweig AG");
  g_assert_cmpint (sums.n_not_counted, ==, 3);
  g_assert_cmpint (sums.n_other_currency, ==, 1);
  g_assert_cmpstr (sums.currency, ==, "EUR");
  /* What was there is shared, not copied. */
  g_assert_true (gf_table_get_column (table, 0) == gf_table_get_column (main, 0));

  g_autoptr (GPtrArray) told = gf_join_sums_tell (&sums, deals, plan);
  g_assert_cmpuint (told->len, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (told, 2), "Deal Name"));
}

static gboolean
is_told (GPtrArray  *sentences,
         const char *text)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (g_ptr_array_index (sentences, i), text) != NULL)
      return TRUE;

  return FALSE;
}

/* When no stage says which deals were won, lost ones are not taken for revenue. */
static void
test_none_won (void)
{
  static const char * const stages[][2] = { { "Signed", "Lost" }, { "Negotiation", "Closed Lost" }, { "a", "b" } };
  g_autoptr (GfTable) main = read_table (CUSTOMERS);

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *csv = g_strdup_printf (
        "Deal Name,Stage,Amount,Close Date,Account ID\n"
        "a,%1$s,100,2026-01-05,101\nb,%2$s,70,2026-01-06,101\nc,%2$s,40,2026-01-07,102\nd,%1$s,3,2026-01-08,102\n",
        stages[i][0], stages[i][1]);
      g_autoptr (GfTable) deals = read_table (csv);
      g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, deals, "deals.csv");
      GfJoinSums sums;
      g_autoptr (GfTable) table = join_tables (main, deals, plan, &sums);
      g_autoptr (GPtrArray) told = gf_join_sums_tell (&sums, deals, plan);

      g_assert_cmpint (plan->status, ==, 1);
      assert_cells (table, "Deals: count", "2|2|0|0");
      assert_cells (table, "Deals: Amount, sum", "|||");
      assert_cells (table, "Deals: won", "|||");
      g_assert_true (is_told (told, "“Stage” says of no deal that it was won"));
      g_assert_false (is_told (told, "are in no sum"));
    }
}

/* A code is the same in small letters, and so is its sign. */
static void
test_spelled_currencies (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) alike = read_table ("Order ID,Created at,Company ID,Amount,Currency\n"
                                          "1,2026-01-05,101,10,EUR\n2,2026-02-05,101,30,eur\n");
  g_autoptr (GfTable) mixed = read_table ("Order ID,Created at,Company ID,Amount,Currency\n"
                                          "1,2026-01-05,101,10,usd\n2,2026-02-05,101,30,USD\n"
                                          "3,2026-02-05,102,5,eur\n4,2026-02-05,102,7,€\n5,2026-02-05,103,9,EUR\n");
  g_autoptr (GfJoinPlan) one = gf_join_plan_suggest (main, alike, "orders.csv");
  g_autoptr (GfJoinPlan) two = gf_join_plan_suggest (main, mixed, "orders.csv");
  GfJoinSums sums;
  g_autoptr (GfTable) table = join_tables (main, mixed, two, &sums);

  g_assert_cmpint (one->currency, ==, -1);
  g_assert_cmpint (two->currency, ==, 4);
  assert_cells (table, "Orders: Amount, sum", "|12|9|");
  g_assert_cmpstr (sums.currency, ==, "EUR");
  g_assert_cmpint (sums.n_other_currency, ==, 2);
}

/* Neither the mean, nor the most, nor the last of amounts mixes currencies; what is no money stays. */
static void
test_other_currency (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) orders = read_table (
    "Order ID,Created at,Company ID,Amount,Currency,Score\n"
    "1,2026-01-05,101,10,EUR,1\n"
    "2,2026-02-05,101,30,EUR,2\n"
    "3,2026-03-05,101,9000,HUF,6\n"
    "4,2026-03-05,102,7000,HUF,5\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, orders, NULL);

  g_assert_cmpint (plan->currency, ==, 4);
  gf_join_plan_add_column (plan, 3, GF_JOIN_MEAN, "mean");
  gf_join_plan_add_column (plan, 3, GF_JOIN_MOST, "most");
  gf_join_plan_add_column (plan, 3, GF_JOIN_LAST, "last");
  gf_join_plan_add_column (plan, 5, GF_JOIN_MEAN, "score");

  g_autoptr (GfTable) table = join_tables (main, orders, plan, NULL);
  assert_cells (table, "mean", "20|||");
  assert_cells (table, "most", "30|||");
  assert_cells (table, "last", "30|||");
  assert_cells (table, "score", "3|5||");
}

static void
test_tickets_and_answers (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) tickets = read_table (
    "Ticket ID,Organization,Subject,Priority,Created at,Escalation,Satisfaction score\n"
    "1,ACME,Broken,high,2026-01-01,yes,3\n"
    "2,acme inc,Slow,low,2026-02-01,no,4\n"
    "3,Zweig,Question,high,2026-01-03,yes,\n");
  g_autoptr (GfTable) answers = read_table (
    "Response ID,Customer,NPS,Plan,Recorded date\n"
    "r1,Acme,9,Pro,2026-03-01\n"
    "r2,Acme,6,Basic,2026-01-01\n"
    "r3,Zweig,7,Basic,2026-01-01\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, tickets, "tickets.csv");
  g_autoptr (GfTable) table = join_tables (main, tickets, plan, NULL);

  g_assert_cmpint (plan->kind, ==, GF_ROWS_TICKETS);
  assert_cells (table, "Tickets: count", "2|0|0|1");
  assert_cells (table, "Tickets: Priority", "high;low|||high");
  assert_cells (table, "Tickets: Escalation, count of yes", "1|||1");
  assert_cells (table, "Tickets: Satisfaction score, mean", "3.5|||");
  g_assert_null (gf_table_find_column (table, "Tickets: Subject"));

  g_autoptr (GfJoinPlan) second = gf_join_plan_suggest (table, answers, "survey.csv");
  g_autoptr (GfTable) both = join_tables (table, answers, second, NULL);
  g_assert_cmpint (second->kind, ==, GF_ROWS_ANSWERS);
  assert_cells (both, "Answers: NPS, mean", "7.5|||7");
  assert_cells (both, "Answers: NPS, last", "9|||7");
  assert_cells (both, "Answers: Plan, last", "Pro|||Basic");
  assert_cells (both, "Tickets: count", "2|0|0|1");
}

static void
test_payments (void)
{
  g_autoptr (GfTable) main = read_table ("id,Email,Name\ncus_1,a@x.example,Ann\ncus_2,b@gmail.com,Ben\n");
  g_autoptr (GfTable) payments = read_table (
    "id,Created (UTC),Amount,Amount Refunded,Status,Customer ID,Customer Email\n"
    "ch_1,2026-01-01 10:00,10.50,0,Paid,cus_1,\n"
    "ch_2,2026-02-01 10:00,20,0,Failed,cus_1,\n"
    "ch_3,2026-03-01 10:00,5,0,Paid,,b@gmail.com\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, payments, "payments.csv");
  g_autoptr (GfTable) table = join_tables (main, payments, plan, NULL);

  g_assert_cmpint (plan->kind, ==, GF_ROWS_PAYMENTS);
  assert_cells (table, "Payments: Amount, sum", "10.5|5");
  assert_cells (table, "Payments: count", "2|1");
}

/* A bare id is the row's own, however well the numbers fit. */
static void
test_own_id (void)
{
  g_autoptr (GfTable) main = read_table ("id,first_name\n1,Ann\n2,Ben\n3,Cem\n");
  g_autoptr (GfTable) orders = read_table ("id,user_id,order_date,status\n"
                                           "1,3,2018-01-01,returned\n"
                                           "2,3,2018-01-02,completed\n"
                                           "3,1,2018-01-04,completed\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, orders, "orders.csv");
  g_autoptr (GfTable) table = join_tables (main, orders, plan, NULL);

  assert_cells (table, "Orders: count", "1|0|2");
}

/* The same customers from another program: columns beside columns, each once. */
static void
test_beside (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) extra = read_table ("Company name,Industry,Seats\n"
                                          "Acme,Hardware,12\n"
                                          "Zweig AG,Press,\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, extra, "extra.csv");
  g_autoptr (GfTable) table = join_tables (main, extra, plan, NULL);

  g_assert_cmpint (plan->kind, ==, GF_ROWS_COMPANIES);
  assert_cells (table, "Seats", "12|||");
  assert_cells (table, "Industry", "Tools|Food|Media|Media");
  assert_cells (table, "extra: Industry", "Hardware|||Press");

  /* Joined again, its columns are replaced and keep what they are used for. */
  int seats = gf_table_index_of (table, "Seats");
  g_autoptr (GfTable) ignored = gf_table_set_role (table, (guint) seats, GF_ROLE_IGNORE);
  g_autoptr (GfTable) again = join_tables (ignored, extra, plan, NULL);
  g_assert_cmpuint (gf_table_get_n_columns (again), ==, gf_table_get_n_columns (table));
  g_assert_cmpint (gf_column_get_role (gf_table_find_column (again, "Seats")), ==, GF_ROLE_IGNORE);
}

/* The customers of one parent, owner or region are not one customer. */
static void
test_ids_of_others (void)
{
  g_autoptr (GfTable) accounts = read_table (
    "Parent Account ID,Group No,Account ID,Account Name\n"
    "P1,7,A1,One\nP1,7,A2,Two\nP1,7,A3,Three\nP2,8,A4,Four\nP2,8,A5,Five\nP2,7,A1,One\n");
  g_autoptr (GfTable) companies = read_table ("Record ID,Owner ID,Region ID,Company name\n"
                                              "1,3,1,Eins\n2,1,2,Zwei\n3,2,1,Drei\n4,4,2,Vier\n");
  g_autoptr (GfTable) deals = read_table (
    "Owner ID,Region ID,Associated Company ID,Deal Name,Deal Stage,Amount\n"
    "4,1,1,a,Closed Won,100\n4,1,2,b,Closed Won,200\n4,2,3,c,Closed Won,300\n1,2,4,d,Closed Won,400\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (companies, deals, "deals.csv");
  g_autoptr (GfTable) table = join_tables (companies, deals, plan, NULL);
  GfJoinKey key;

  assert_cells (table, "Deals: Amount, sum", "100|200|300|400");

  g_assert_true (gf_repeats_find_key (accounts, &key));
  g_assert_cmpuint (key.main, ==, 2);
  g_assert_cmpuint (gf_repeats_find (accounts, &key, NULL), ==, 1);
}

/* Deals of a second file do not take the place of those of the first. */
static void
test_two_of_one_kind (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) first = read_table ("Deal Name,Deal Stage,Amount,Account ID\n"
                                          "a,Closed Won,60,101\nb,Closed Won,40,101\n");
  g_autoptr (GfTable) second = read_table ("Deal Name,Deal Stage,Amount,Account ID\n"
                                           "c,Closed Won,7,101\nd,Closed Won,8,102\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, first, "deals-2024.csv");
  g_autoptr (GfTable) one = join_tables (main, first, plan, NULL);
  g_autoptr (GfJoinPlan) next = gf_join_plan_suggest (one, second, "deals-2025.csv");
  GfJoinSums sums;
  g_autoptr (GfTable) two = join_tables (one, second, next, &sums);
  g_autoptr (GPtrArray) told = gf_join_sums_tell (&sums, second, next);
  g_autoptr (GfJoinPlan) again = gf_join_plan_suggest (two, second, "deals-2025.csv");
  g_autoptr (GfTable) three = join_tables (two, second, again, NULL);

  g_assert_false (plan->apart);
  g_assert_true (next->apart);
  assert_cells (two, "Deals: Amount, sum", "100|||");
  assert_cells (two, "Deals: count", "2|0|0|0");
  assert_cells (two, "deals-2025: Amount, sum", "7|8||");
  assert_cells (two, "deals-2025: count", "1|1|0|0");
  assert_cells (two, "deals-2025: won", "1|1|0|0");
  g_assert_true (is_told (told, "“deals-2025: …”"));
  assert_cells (three, "deals-2025 2: Amount, sum", "7|8||");
}

/* A level that holds the usual mark of sets is not cut. */
static void
test_sets_with_marks (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) tickets = read_table (
    "Ticket ID,Organization,Subject,Priority,Created at\n"
    "1,ACME,Broken,now; at once,2026-01-01\n"
    "2,acme inc,Slow,low,2026-02-01\n"
    "3,Zweig,Question,now; at once,2026-01-03\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, tickets, "tickets.csv");
  g_autoptr (GfTable) table = join_tables (main, tickets, plan, NULL);
  GfColumn *sets = gf_table_find_column (table, "Tickets: Priority");

  assert_cells (table, "Tickets: Priority", "now; at once|low|||now; at once");
  g_assert_cmpint (gf_column_get_column_type (sets), ==, GF_COLUMN_SET);
  g_assert_cmpuint (gf_column_get_n_levels (sets), ==, 2);
  g_assert_cmpstr (gf_column_get_level (sets, 0), ==, "now; at once");
}

/* Two customers of one key: none of them is taken by it, and it is told. */
static void
test_ambiguous (void)
{
  g_autoptr (GfTable) main = read_table ("Company name,Domain\nAcme Inc,a.example\nACME Ltd,b.example\n");
  g_autoptr (GfTable) tickets = read_table ("Ticket,Company,Website\n1,Acme,\n2,Acme,b.example\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, tickets, "tickets.csv");
  g_autoptr (GfJoinMatch) match = match_tables (main, tickets, plan);

  g_assert_cmpint (gf_join_match_get_outcome (match, 0), ==, GF_JOIN_AMBIGUOUS);
  g_assert_cmpuint (gf_join_match_get_row (match, 0), ==, GF_NO_ROW);
  g_assert_cmpuint (gf_join_match_get_row (match, 1), ==, 1);
  g_assert_cmpuint (gf_join_match_get_n_candidates (match), ==, 0);

  g_autoptr (GPtrArray) told = gf_join_match_tell (match);
  gboolean found = FALSE;
  for (guint i = 0; i < told->len; i++)
    found |= strstr (g_ptr_array_index (told, i), "several customers") != NULL;
  g_assert_true (found);
}

/* A name with its legal form is the customer's who has that form. */
static void
test_legal_forms (void)
{
  g_autoptr (GfTable) main = read_table ("Company name,Seats\nMüller GmbH,1\nMüller KG,2\nAcme,3\n\"ACME, Inc.\",4\n"
                                         "Acme Inc,5\n");
  g_autoptr (GfTable) tickets = read_table ("Ticket,Company\n1,Müller KG\n2,müller gmbh\n3,Mueller\n4,Müller\n"
                                            "5,acme\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, tickets, "tickets.csv");
  g_autoptr (GfJoinMatch) match = match_tables (main, tickets, plan);
  g_autofree gsize *first_of = NULL;
  GfJoinKey key;

  g_assert_cmpuint (gf_join_match_get_row (match, 0), ==, 1);
  g_assert_cmpuint (gf_join_match_get_row (match, 1), ==, 0);
  g_assert_cmpint (gf_join_match_get_outcome (match, 3), ==, GF_JOIN_AMBIGUOUS);
  g_assert_cmpuint (gf_join_match_get_row (match, 4), ==, 2);

  g_assert_true (gf_repeats_find_key (main, &key));
  g_assert_cmpint (key.kind, ==, GF_KEY_NAME);
  g_assert_cmpuint (gf_repeats_find (main, &key, &first_of), ==, 1);
  g_assert_cmpuint (first_of[4], ==, 3);
}

/* Names that are only alike are never joined unasked, and an answer can be changed. */
static void
test_candidates (void)
{
  g_autoptr (GfTable) main = read_table (
    "Company name,Industry\nNordlicht Media,a\nBranch 12,b\nAcme Tools,c\nZenith,d\nZweig,e\n");
  g_autoptr (GfTable) tickets = read_table (
    "Ticket,Company\n1,Nordlich Media GmbH\n2,Branch 13\n3,nordlich media\n4,Acme Tool\n5,Quite Other\n"
    "6,Zwieg AG\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, tickets, "tickets.csv");
  if (plan->keys->len == 0)
    gf_join_plan_add_key (plan, GF_KEY_NAME, 0, 1);
  g_autoptr (GfJoinMatch) match = match_tables (main, tickets, plan);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (gf_join_match_count_matched (match), ==, 0);
  g_assert_cmpuint (gf_join_match_get_n_candidates (match), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const GfJoinCandidate *candidate = gf_join_match_get_candidate (match, i);

      g_assert_false (candidate->answered);
      g_assert_cmpfloat (candidate->likeness, >=, 0.92);
      if (candidate->main == 0)
        {
          g_assert_cmpuint (candidate->n_rows, ==, 2);
          gf_join_match_answer (match, i, TRUE);
        }
      else
        g_assert_true (candidate->main == 2 || candidate->main == 4);
    }

  g_autoptr (GfTable) table = gf_join_table (main, tickets, plan, match, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_cells (table, "Tickets: count", "2|0|0|0|0");
  g_assert_cmpuint (gf_join_match_count (match, GF_JOIN_BY_ANSWER), ==, 2);

  for (guint i = 0; i < 3; i++)
    gf_join_match_answer (match, i, FALSE);
  g_autoptr (GfTable) none = gf_join_table (main, tickets, plan, match, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_cells (none, "Tickets: count", "0|0|0|0|0");
}

static void
test_no_key (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) other = read_table ("sales_agent,manager\nAnna,Dustin\nCecily,Dustin\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, other, "sales_teams.csv");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (plan->keys->len, ==, 0);
  g_assert_null (gf_join_match_new (main, other, plan, NULL, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY);
  g_clear_error (&error);

  g_assert_false (gf_join_plan_set_key (plan, main, other, "nothing", &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_false (gf_join_plan_set_key (plan, main, other, "manager", &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_KEY);
}

static void
test_chosen_key (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GfTable) other = read_table ("whose,hours\nMueller.de,2\nacme.com,3\n");
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, other, "hours.csv");
  g_autoptr (GError) error = NULL;

  g_assert_true (gf_join_plan_set_key (plan, main, other, "whose", &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (plan->keys, GfJoinKey, 0).kind, ==, GF_KEY_DOMAIN);
  gf_join_plan_set_kind (plan, main, other, GF_ROWS_OTHER);
  g_autoptr (GfTable) table = join_tables (main, other, plan, NULL);
  assert_cells (table, "hours: hours, mean", "3|2||");
}

/* A customer who stands there twice can be merged: a cell is the first that is filled. */
static void
test_repeats (void)
{
  g_autoptr (GfTable) table = read_table ("Record ID,Company name,Industry,Seats\n"
                                          "1,Acme,,3\n2,Zweig,Media,\n1,Acme Inc,Tools,4\n,Neu,Food,1\n"
                                          ",Drei,Food,1\n1,Acme,Other,5\n");
  g_autofree gsize *first_of = NULL;
  GfJoinKey key;

  g_assert_true (gf_repeats_find_key (table, &key));
  g_assert_cmpint (key.kind, ==, GF_KEY_ID);
  g_assert_cmpuint (gf_repeats_find (table, &key, &first_of), ==, 2);
  g_assert_cmpuint (first_of[2], ==, 0);
  g_assert_cmpuint (first_of[3], ==, 3);

  g_autoptr (GfTable) merged = gf_repeats_merge (table, first_of);
  assert_cells (merged, "Company name", "Acme|Zweig|Neu|Drei");
  assert_cells (merged, "Industry", "Tools|Media|Food|Food");
  assert_cells (merged, "Seats", "3||1|1");
}

static void
test_cancel (void)
{
  g_autoptr (GfTable) main = read_table (CUSTOMERS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GfJoinPlan) plan = gf_join_plan_suggest (main, main, NULL);
  g_autoptr (GfJoinMatch) match = match_tables (main, main, plan);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gf_join_match_new (main, main, plan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (gf_join_table (main, main, plan, match, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/join/keys", test_keys);
  g_test_add_func ("/join/folded-names", test_names);
  g_test_add_func ("/join/the-best-key-decides", test_order_of_keys);
  g_test_add_func ("/join/deals-won-are-summed", test_deals);
  g_test_add_func ("/join/which-deals-were-won-is-not-known", test_none_won);
  g_test_add_func ("/join/currencies-spelled-otherwise", test_spelled_currencies);
  g_test_add_func ("/join/other-currency", test_other_currency);
  g_test_add_func ("/join/tickets-and-answers", test_tickets_and_answers);
  g_test_add_func ("/join/payments-that-failed", test_payments);
  g_test_add_func ("/join/a-bare-id-is-the-row's-own", test_own_id);
  g_test_add_func ("/join/ids-of-others", test_ids_of_others);
  g_test_add_func ("/join/two-files-of-one-kind", test_two_of_one_kind);
  g_test_add_func ("/join/columns-beside-columns", test_beside);
  g_test_add_func ("/table/join/sets-with-marks", test_sets_with_marks);
  g_test_add_func ("/join/ambiguous-key", test_ambiguous);
  g_test_add_func ("/join/legal-forms", test_legal_forms);
  g_test_add_func ("/join/alike-names-wait-for-an-answer", test_candidates);
  g_test_add_func ("/join/no-key", test_no_key);
  g_test_add_func ("/join/chosen-key", test_chosen_key);
  g_test_add_func ("/join/customers-who-repeat", test_repeats);
  g_test_add_func ("/join/cancel", test_cancel);

  return g_test_run ();
}
