/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli.h"

#include <json-glib/json-glib.h>
#include <string.h>

static JsonObject *
parse (const char *text,
       JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

/* "Column=text rows hits" for each single condition, in the order of the answer. */
static char *
list_traits (JsonObject *answer)
{
  JsonArray *findings = json_object_get_array_member (answer, "findings");
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);
      JsonObject *condition =
          json_array_get_object_element (json_object_get_array_member (finding, "conditions"), 0);

      g_string_append_printf (out, "%s=%s %d %d\n", json_object_get_string_member (condition, "column"),
                              json_object_get_string_member (condition, "is"),
                              (int) json_object_get_int_member (finding, "rows"),
                              (int) json_object_get_int_member (finding, "hits"));
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Raw, a cell is its text: signs are answers, spaces and spellings count, and only what is empty or a word for
 * nothing is missing. */
static void
test_raw_takes_texts_as_they_stand (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonParser) yes_parser = json_parser_new ();

  write_file ("raw.csv",
              "Root,Word,Left\n"
              "?,a,Y\n?,a,Y\n?,a ,yes\nb,n/a,No\nb,,No\n-,A,No\n-,A,No\n",
              -1);

  g_auto (Answer) answer = run ("mine", "raw.csv", "--raw", "--json", "--depth", "1", "--target", "Left=Y",
                                NULL);
  g_assert_cmpint (answer.code, ==, 0);
  JsonObject *object = parse (answer.out, parser);
  g_autofree char *list = list_traits (object);

  g_assert_cmpint (json_object_get_int_member (object, "rows"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (object, "target"), ==, 2);
  g_assert_cmpstr (list, ==,
                   "Word=a 2 2\nRoot=? 3 2\nWord=a  1 0\nRoot=- 2 0\nRoot=b 2 0\nWord=A 2 0\n");

  /* a value that nobody has as it stands is read as the column reads its cells */
  g_auto (Answer) read = run ("mine", "raw.csv", "--raw", "--json", "--depth", "1", "--target", "Left=Yes",
                              NULL);
  g_assert_cmpint (read.code, ==, 0);
  g_assert_cmpint (json_object_get_int_member (parse (read.out, yes_parser), "target"), ==, 3);

  g_auto (Answer) nobody = run ("mine", "raw.csv", "--raw", "--target", "Word=zz", NULL);
  g_assert_cmpint (nobody.code, ==, 2);
  g_assert_nonnull (strstr (nobody.err, "nobody has “zz”"));
}

/* Customers without a measure may be best: they are on neither side, and that is said. */
static void
test_unranked_are_left_out (void)
{
  g_autoptr (GString) csv = g_string_new ("Trade,Revenue,Churned\n");
  g_autoptr (JsonParser) best_parser = json_parser_new ();
  g_autoptr (JsonParser) bad_parser = json_parser_new ();

  for (int i = 0; i < 60; i++)
    {
      g_string_append_printf (csv, "%s,", i < 20 ? "Agency" : "Retail");
      if (i % 5 != 0)
        g_string_append_printf (csv, "%d", 1000 - i);
      g_string_append_printf (csv, ",%s\n", i % 10 == 0 ? "" : i % 4 == 0 ? "Yes" : "No");
    }
  write_file ("unranked.csv", csv->str, -1);

  g_auto (Answer) best = run ("mine", "unranked.csv", "--best", "Revenue", "--share", "0.25", "--json", NULL);
  g_assert_cmpint (best.code, ==, 0);
  JsonObject *object = parse (best.out, best_parser);
  JsonObject *finding = json_array_get_object_element (json_object_get_array_member (object, "findings"), 0);
  g_assert_cmpint (json_object_get_int_member (object, "rows"), ==, 48);
  g_assert_cmpint (json_object_get_int_member (object, "notCompared"), ==, 12);
  g_assert_cmpint (json_object_get_int_member (object, "target"), ==, 12);
  g_assert_cmpfloat (json_object_get_double_member (object, "baseRate"), ==, 0.25);
  g_assert_cmpint (json_object_get_int_member (finding, "rows"), ==, 16);

  g_auto (Answer) bad = run ("mine", "unranked.csv", "--against", "bad", "--json", NULL);
  g_assert_cmpint (bad.code, ==, 0);
  object = parse (bad.out, bad_parser);
  g_assert_cmpint (json_object_get_int_member (object, "rows"), ==, 54);
  g_assert_cmpint (json_object_get_int_member (object, "notCompared"), ==, 6);

  g_auto (Answer) words = run ("mine", "unranked.csv", "--best", "Revenue", "--share", "0.25", NULL);
  g_assert_nonnull (strstr (words.out, "12 of 48 customers are among the best."));
  g_assert_nonnull (strstr (words.out, "12 customers are not compared: no measure is known for them."));
}

/* Sixty customers, two of one name; the agencies are worth more. */
static void
write_customers (void)
{
  g_autoptr (GString) csv = g_string_new ("Customer ID,Name,Trade,Revenue,Seats,Churned\n");

  for (int i = 0; i < 60; i++)
    g_string_append_printf (csv, "C%d,%s %d,%s,%d,%d,%s\n", i + 1, "Firm", i < 2 ? 1 : i + 1, i < 20 ? "Agency" : "Retail",
                            (60 - i) * 100, (60 - i) * 7, i >= 48 ? "Yes" : "No");
  write_file ("customers.csv", csv->str, -1);
  write_file ("list.txt", "\357\273\277C1\r\nC2\nFirm 3\n\n  C4\nC5\nC6\nC7\nC8\nC9\nC10\n", -1);
  write_file ("unknown.txt", "C1\nNobody\n", -1);
  write_file ("twins.txt", "Firm 1\n", -1);
  write_file ("empty.txt", "\n\n", -1);
}

static int
count_target (const char *out)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  return (int) json_object_get_int_member (parse (out, parser), "target");
}

static gboolean
has_column (const char *out,
            const char *column)
{
  g_autofree char *text = g_strdup_printf ("\"column\":\"%s\"", column);

  return strstr (out, text) != NULL;
}

/* A limit needs no other measure; its own column and what goes with it explain nothing. */
static void
test_a_limit_says_who_is_best (void)
{
  write_customers ();

  g_auto (Answer) above = run ("mine", "customers.csv", "--best-above", "Revenue=5,000", "--json", NULL);
  g_auto (Answer) below = run ("mine", "customers.csv", "--best-below", "Revenue=1500", "--json", NULL);

  g_assert_cmpint (above.code, ==, 0);
  g_assert_cmpint (count_target (above.out), ==, 11);
  g_assert_cmpint (count_target (below.out), ==, 15);
  g_assert_true (has_column (above.out, "Trade"));
  g_assert_false (has_column (above.out, "Revenue"));
  g_assert_false (has_column (above.out, "Seats"));
  g_assert_nonnull (strstr (above.err, "Seats is left out: it goes with Revenue nearly everywhere"));
}

static void
test_a_list_says_who_is_best (void)
{
  write_customers ();

  g_auto (Answer) listed = run ("mine", "customers.csv", "--best-list", "list.txt", "--json", NULL);
  g_auto (Answer) unknown = run ("mine", "customers.csv", "--best-list", "unknown.txt", NULL);
  g_auto (Answer) twins = run ("mine", "customers.csv", "--best-list", "twins.txt", NULL);
  g_auto (Answer) empty = run ("mine", "customers.csv", "--best-list", "empty.txt", NULL);
  g_auto (Answer) missing = run ("mine", "customers.csv", "--best-list", "no-such-file", NULL);

  g_assert_cmpint (listed.code, ==, 0);
  g_assert_cmpint (count_target (listed.out), ==, 10);
  g_assert_cmpint (unknown.code, ==, 2);
  g_assert_nonnull (strstr (unknown.err, "No customer has the identifier or the name “Nobody”."));
  g_assert_cmpint (twins.code, ==, 2);
  g_assert_nonnull (strstr (twins.err, "2 customers are called “Firm 1”. Give their identifiers."));
  g_assert_cmpint (empty.code, ==, 2);
  g_assert_cmpint (missing.code, ==, 2);
}

static void
test_wrong_limits_are_refused (void)
{
  write_customers ();

  g_auto (Answer) column = run ("mine", "customers.csv", "--best-above", "Income=5", NULL);
  g_auto (Answer) number = run ("mine", "customers.csv", "--best-above", "Revenue=much", NULL);
  g_auto (Answer) text = run ("mine", "customers.csv", "--best-above", "Trade=5", NULL);
  g_auto (Answer) form = run ("mine", "customers.csv", "--best-below", "Revenue", NULL);
  g_auto (Answer) two = run ("mine", "customers.csv", "--best-above", "Revenue=5", "--count", "3", NULL);
  g_auto (Answer) target = run ("mine", "customers.csv", "--best-above", "Revenue=5", "--target", "Trade=Agency", NULL);
  g_auto (Answer) share = run ("mine", "customers.csv", "--best", "Revenue", "--share", "0.9", NULL);

  g_assert_cmpint (column.code, ==, 2);
  g_assert_cmpint (number.code, ==, 2);
  g_assert_nonnull (strstr (number.err, "“much” is no number"));
  g_assert_cmpint (text.code, ==, 2);
  g_assert_cmpint (form.code, ==, 2);
  g_assert_nonnull (strstr (form.err, "should be COLUMN=VALUE"));
  g_assert_cmpint (two.code, ==, 64);
  g_assert_cmpint (target.code, ==, 64);
  g_assert_cmpint (share.code, ==, 64);
}

/* What “new” writes down, “mine” obeys. */
static void
test_new_keeps_the_rule (void)
{
  write_customers ();

  g_auto (Answer) limit = run ("new", "limit.goodfit", "--customers", "customers.csv", "--best-above", "Revenue=5000",
                               NULL);
  g_auto (Answer) mined = run ("mine", "limit.goodfit", "--json", NULL);
  g_auto (Answer) list = run ("new", "list.goodfit", "--customers", "customers.csv", "--best-list", "list.txt", NULL);
  g_auto (Answer) of_list = run ("mine", "list.goodfit", "--json", NULL);
  g_auto (Answer) count = run ("new", "count.goodfit", "--customers", "customers.csv", "--best", "Revenue", "--count",
                               "9", NULL);
  g_auto (Answer) of_count = run ("mine", "count.goodfit", "--json", NULL);

  g_assert_cmpint (limit.code, ==, 0);
  g_assert_cmpint (count_target (mined.out), ==, 11);
  g_assert_cmpint (list.code, ==, 0);
  g_assert_cmpint (count_target (of_list.out), ==, 10);
  g_assert_cmpint (count.code, ==, 0);
  g_assert_cmpint (count_target (of_count.out), ==, 9);
}

/* The CSV asks both sides, so that “Marks both” is never left open where both are known. */
static void
test_csv_compares_both_sides (void)
{
  write_customers ();

  g_auto (Answer) all = run ("mine", "customers.csv", "--best", "Revenue", "--share", "0.25", "-o", "-", NULL);
  g_auto (Answer) best = run ("mine", "customers.csv", "--best", "Revenue", "--share", "0.25", "--against", "best",
                              "-o", "-", NULL);

  g_assert_cmpint (all.code, ==, 0);
  g_assert_nonnull (strstr (all.out, "\r\nBest,1,Trade: Agency,20,15,"));
  g_assert_nonnull (strstr (all.out, "\r\nBad fits,1,"));
  g_assert_nonnull (strstr (all.out, ",More likely,No,"));
  g_assert_null (strstr (all.out, "likely,,"));
  g_assert_null (strstr (best.out, "\r\nBad fits,"));
  g_assert_null (strstr (best.out, "likely,,"));
}

/* Thirty of a hundred have renewed three times: no tenth can be cut out of them, and that is said. */
static void
test_ties_are_said (void)
{
  g_autoptr (GString) text = g_string_new ("Name,Plan,Renewals\n");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "C%u,%s,%u\n", i, i % 2 == 0 ? "Free" : "Pro", i < 30 ? 3 : i % 2);
  write_file ("tied.csv", text->str, -1);

  g_autofree char *path = cli_dup_path ("tied.csv");
  g_auto (Answer) answer = run ("mine", path, "--best", "Renewals", "--share", "0.1", NULL);

  g_assert_nonnull (strstr (answer.err, "30 of 100 customers are your best: 30 who have the same values as the last "
                                        "are all among them."));
  /* nothing is clear, and where to read of it is said */
  g_assert_nonnull (strstr (answer.out, "no clear difference; --json and --output"));
}

static void
test_long_words_are_whole (void)
{
  static const char trait[] = "Trade of the parent company: Manufacture of instruments for measuring and testing";
  g_autoptr (GString) text = g_string_new ("Name,Trade of the parent company,Kind,Revenue\n");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "C%u,%s,%s,%u\n", i,
                            i % 5 == 0 ? "Manufacture of instruments for measuring and testing" : "Baker",
                            i % 2 == 0 ? "A" : "B", i % 5 == 0 && i % 50 != 0 ? 1000 + i : i);
  write_file ("long.csv", text->str, -1);

  g_autofree char *path = cli_dup_path ("long.csv");
  g_auto (Answer) answer = run ("mine", path, "--best", "Revenue", "--share", "0.2", NULL);
  const char *line = strstr (answer.out, trait);

  g_assert_nonnull (line);
  /* the figures stand on a line of their own below it */
  g_assert_cmpint (line[strlen (trait)], ==, '\n');
  g_assert_nonnull (strstr (line + strlen (trait), "18 of 20"));
  g_assert_cmpint (strspn (line + strlen (trait) + 1, " "), >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 2);
  cli_init (argv[1]);

  g_test_add_func ("/cli/mine/raw-takes-texts-as-they-stand", test_raw_takes_texts_as_they_stand);

  g_test_add_func ("/cli/mine/unranked-are-left-out", test_unranked_are_left_out);

  g_test_add_func ("/cli/mine/a-limit-says-who-is-best", test_a_limit_says_who_is_best);
  g_test_add_func ("/cli/mine/a-list-says-who-is-best", test_a_list_says_who_is_best);
  g_test_add_func ("/cli/mine/wrong-limits-are-refused", test_wrong_limits_are_refused);
  g_test_add_func ("/cli/mine/new-keeps-the-rule", test_new_keeps_the_rule);
  g_test_add_func ("/cli/mine/csv-compares-both-sides", test_csv_compares_both_sides);
  g_test_add_func ("/cli/mine/ties-are-said", test_ties_are_said);
  g_test_add_func ("/cli/mine/long-words-are-whole", test_long_words_are_whole);

  int status = g_test_run ();

  cli_clear ();

  return status;
}
