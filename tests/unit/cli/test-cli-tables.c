/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
read_file (const char *name)
{
  g_autofree char *path = cli_dup_path (name);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

static void
test_usage (void)
{
  g_auto (Answer) nothing = run (NULL, NULL);
  g_auto (Answer) verb = run ("conjure", "a.csv", NULL);
  g_auto (Answer) option = run ("inspect", "--colour", "a.csv", NULL);
  g_auto (Answer) file = run ("inspect", NULL);
  g_auto (Answer) files = run ("inspect", "a.csv", "b.csv", NULL);
  g_auto (Answer) decimal = run ("inspect", "--decimal", "!", "a.csv", NULL);
  g_auto (Answer) output = run ("convert", "a.csv", NULL);
  g_auto (Answer) help = run ("--help", NULL);
  g_auto (Answer) of_verb = run ("inspect", "--help", NULL);
  g_auto (Answer) version = run ("--version", NULL);
  const Answer *wrong[] = { &nothing, &verb, &option, &file, &files, &decimal, &output };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_cmpint (wrong[i]->code, ==, 64);
      g_assert_cmpstr (wrong[i]->out, ==, "");
      g_assert_true (g_str_has_prefix (wrong[i]->err, "goodfit-cli: "));
    }
  g_assert_cmpint (help.code, ==, 0);
  g_assert_nonnull (strstr (help.out, "inspect"));
  g_assert_nonnull (strstr (of_verb.out, "goodfit-cli inspect ["));
  g_assert_cmpint (version.code, ==, 0);
}

static JsonObject *
parse (const char *text,
       JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_inspect (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  write_file ("plain.csv", "name,mrr\nAcme,12\nBolt,\"1,300\"\n", -1);
  g_auto (Answer) answer = run ("inspect", "--json", "plain.csv", NULL);
  g_assert_cmpint (answer.code, ==, 0);
  g_assert_cmpstr (answer.err, ==, "");
  JsonObject *root = parse (answer.out, parser);
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "csv");
  g_assert_true (json_object_get_null_member (root, "source"));
  g_assert_cmpstr (json_object_get_string_member (root, "encoding"), ==, "UTF-8");
  g_assert_cmpstr (json_object_get_string_member (root, "delimiter"), ==, ",");
  g_assert_cmpint (json_object_get_int_member (root, "headerRows"), ==, 1);
  g_assert_true (json_object_get_null_member (root, "dateOrder"));
  g_assert_cmpint (json_object_get_int_member (root, "rows"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (root, "problemCount"), ==, 0);
  g_assert_false (json_object_has_member (root, "cells"));
  JsonObject *mrr = json_array_get_object_element (json_object_get_array_member (root, "columns"),
                                                   1);
  g_assert_cmpstr (json_object_get_string_member (mrr, "role"), ==, "value");
  g_assert_cmpstr (json_object_get_string_member (mrr, "type"), ==, "money");
  g_assert_cmpint (json_object_get_int_member (mrr, "filled"), ==, 2);

  g_auto (Answer) words = run ("inspect", "plain.csv", NULL);
  g_assert_cmpint (words.code, ==, 0);
  g_assert_null (strstr (words.out, "Acme"));
  g_assert_nonnull (strstr (words.out, "mrr"));
}

/* What is said of the reading of each column. */
static void
test_inspect_readings (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  write_file ("read.csv", "Employees,Rate,Since\n51-200,12%,03/04/2026\n10-Jan,5%,04/05/2026\n"
                          "\"1,000+\",n/a,05/06/2026\n51-200,7%,\n", -1);
  g_auto (Answer) answer = run ("inspect", "--json", "read.csv", NULL);
  g_assert_cmpint (answer.code, ==, 1);
  JsonObject *root = parse (answer.out, parser);
  JsonArray *columns = json_object_get_array_member (root, "columns");
  JsonObject *size = json_array_get_object_element (columns, 0);
  JsonObject *rate = json_array_get_object_element (columns, 1);
  JsonArray *bands = json_object_get_array_member (size, "bands");

  g_assert_true (json_object_get_null_member (root, "dateOrder"));
  g_assert_cmpint (json_object_get_int_member (size, "levels"), ==, 3);
  JsonObject *first = json_array_get_object_element (bands, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "level"), ==, "1-10");
  g_assert_cmpint (json_object_get_int_member (first, "low"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (first, "high"), ==, 10);
  JsonObject *last = json_array_get_object_element (bands, 2);
  g_assert_true (json_object_get_null_member (last, "high"));
  g_assert_true (json_object_get_boolean_member (rate, "percent"));
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (rate, "missing"),
                                                  0), ==, "n/a");
  g_assert_cmpstr (json_object_get_string_member (rate, "reason"), ==,
                   "Number: 3 of 4 cells are percentages");

  JsonArray *problems = json_object_get_array_member (root, "problems");
  JsonObject *repaired = json_array_get_object_element (problems, 0);
  g_assert_cmpstr (json_object_get_string_member (repaired, "kind"), ==, "repaired");
  g_assert_cmpstr (json_object_get_string_member (repaired, "text"), ==, "10-Jan");
  g_assert_cmpstr (json_object_get_string_member (repaired, "became"), ==, "1-10");
  JsonObject *order = json_array_get_object_element (problems, 1);
  g_assert_cmpstr (json_object_get_string_member (order, "kind"), ==, "date-order");
}

static void
test_cells_are_as_read (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char text[] = " a ,b\n x ,\"1 \"\"2\"\"\"\nshort\n1,2,\"long\n\t\"\n\0,z\n";

  write_file ("odd.csv", text, sizeof text - 1);
  g_auto (Answer) answer = run ("inspect", "--json", "--cells", "odd.csv", NULL);
  g_assert_cmpint (answer.code, ==, 1);
  g_assert_cmpstr (answer.err, !=, "");
  g_assert_nonnull (strstr (answer.out, "\"header\":[\" a \",\"b\"]"));
  g_assert_nonnull (strstr (answer.out, "[\" x \",\"1 \\\"2\\\"\"]"));
  g_assert_nonnull (strstr (answer.out, "[\"short\"]"));
  g_assert_nonnull (strstr (answer.out, "[\"1\",\"2\",\"long\\n\\t\"]"));
  g_assert_nonnull (strstr (answer.out, "[\"\\u0000\",\"z\"]"));
  JsonObject *root = parse (answer.out, parser);
  JsonObject *problem = json_array_get_object_element (json_object_get_array_member (root,
                                                                                     "problems"), 0);
  g_assert_cmpint (json_object_get_int_member (problem, "row"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (problem, "kind"), ==, "short-row");

  g_auto (Answer) bare = run ("inspect", "--json", "--cells", "--header-rows", "0", "odd.csv",
                              NULL);
  g_assert_nonnull (strstr (bare.out, "\"header\":null"));
}

static void
test_reading_options (void)
{
  write_file ("options.csv", "name;since;n\nA;01/02/2024;1.500\n", -1);
  g_auto (Answer) answer = run ("inspect", "--json", "--delimiter", ";", "--date-order", "mdy",
                                "--decimal", ",",
                                "--encoding", "windows-1252", "options.csv", NULL);
  g_assert_cmpint (answer.code, ==, 0);
  g_assert_nonnull (strstr (answer.out, "\"dateOrder\":\"mdy\""));
  g_assert_nonnull (strstr (answer.out, "\"decimal\":\",\""));
  g_assert_nonnull (strstr (answer.out, "\"encoding\":\"windows-1252\""));
  g_auto (Answer) tab = run ("inspect", "--json", "--delimiter", "tab", "options.csv", NULL);
  g_assert_nonnull (strstr (tab.out, "\"delimiter\":\"\\t\""));
}

static void
test_refused (void)
{
  write_file ("empty.csv", "", 0);
  write_file ("sheet.xlsx", "PK\003\004 and so on", -1);
  g_auto (Answer) empty = run ("inspect", "--json", "empty.csv", NULL);
  g_auto (Answer) sheet = run ("inspect", "sheet.xlsx", NULL);
  g_auto (Answer) missing = run ("convert", "nowhere.csv", "-o", "x.csv", NULL);
  const Answer *failed[] = { &empty, &sheet, &missing };

  for (gsize i = 0; i < G_N_ELEMENTS (failed); i++)
    {
      g_assert_cmpint (failed[i]->code, ==, 2);
      g_assert_cmpstr (failed[i]->out, ==, "");
      g_assert_cmpstr (failed[i]->err, !=, "");
    }
  g_autofree char *made = read_file ("x.csv");
  g_assert_null (made);
}

static void
test_convert (void)
{
  write_file ("semicolon.csv", "\357\273\277name;note\r\nM\303\274ller;\"a;b\"\r\nBolt;\"say "
                               "\"\"hi\"\", ok\"\r\nx\r\n", -1);
  g_auto (Answer) answer = run ("convert", "semicolon.csv", "-o", "out.csv", NULL);
  g_autofree char *made = read_file ("out.csv");
  g_assert_cmpint (answer.code, ==, 1);
  g_assert_cmpstr (made, ==, "name,note\nMüller,a;b\nBolt,\"say \"\"hi\"\", ok\"\nx\n");
  g_auto (Answer) standard = run ("convert", "semicolon.csv", "-o", "-", NULL);
  g_assert_cmpstr (standard.out, ==, made);
}

/* Names in several rows become one row of the names that inspect shows. */
static void
test_convert_joins_names (void)
{
  write_file ("groups.csv", "Region,2024,,2025,\n,Sales,Cost,Sales,Cost\nNorth,1,2,3,4\nSouth,5,6,7,8\n",
              -1);
  g_auto (Answer) answer = run ("convert", "groups.csv", "-o", "-", NULL);
  g_assert_cmpstr (answer.out, ==,
                   "Region,2024 - Sales,2024 - Cost,2025 - Sales,2025 - Cost\n"
                   "North,1,2,3,4\nSouth,5,6,7,8\n");

  write_file ("joined.csv", answer.out, -1);
  g_auto (Answer) again = run ("convert", "joined.csv", "-o", "-", NULL);
  g_assert_cmpstr (again.out, ==, answer.out);
}

/* Equal problems are told ten times, then summed up; none of another kind is hidden by them. */
static void
test_problems_are_summed (void)
{
  g_autoptr (GString) text = g_string_new ("name,city,mrr\n");

  for (guint i = 0; i < 3000; i++)
    g_string_append (text, "x\n");
  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "Firm %u,Rome,%s\n", i, i == 20 ? "12o" : "12");
  write_file ("short.csv", text->str, -1);
  g_auto (Answer) answer = run ("inspect", "short.csv", NULL);
  g_assert_cmpint (answer.code, ==, 1);
  g_assert_nonnull (strstr (answer.err, "  Row 10 has 1 cell where 3 are expected;"));
  g_assert_null (strstr (answer.err, "  Row 11 has"));
  g_assert_nonnull (strstr (answer.err, "  … 2,990 more rows have 1 cell where 3 are expected.\n"));
  g_assert_nonnull (strstr (answer.err, "1 more cell is no number.\n"));
  g_assert_nonnull (strstr (answer.err, "3,001 problems; 1 cell counts as missing:"));
}

/* What problems take away is said first; that nothing is lost only where it is so. */
static void
test_losses_are_told (void)
{
  g_autoptr (GString) text = g_string_new ("Customers of 2025\n\nname,city,mrr\nA,Rome,x\n");

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "Firm %u,Oslo,%u\n", i, i);
  g_string_append (text, "Total,,435\n");
  write_file ("totals.csv", text->str, -1);
  g_auto (Answer) both = run ("inspect", "totals.csv", NULL);
  g_assert_nonnull (strstr (both.err, "left out, 1 cell counts as missing:"));
  g_assert_null (strstr (both.err, "nothing is lost"));

  write_file ("bytes.csv", "name,city,mrr\nA\0b,Rome,1\nB,Oslo,2\n", 33);
  g_auto (Answer) bytes = run ("inspect", "bytes.csv", NULL);
  g_assert_nonnull (strstr (bytes.err, "bytes.csv: 1 problem:"));

  write_file ("rows.csv", "name,city,mrr\nA,Rome\nB,Oslo,2\n", -1);
  g_auto (Answer) rows = run ("inspect", "rows.csv", NULL);
  g_assert_nonnull (strstr (rows.err, "rows.csv: 1 problem; nothing is lost:"));
}

static void
test_outputs_are_safe (void)
{
  const char *text = "name,mrr\nAcme,12\n";
  g_autofree char *there = cli_dup_path ("link.csv");

  write_file ("in.csv", text, -1);
  g_auto (Answer) same = run ("convert", "in.csv", "-o", "in.csv", NULL);
  g_assert_cmpint (same.code, ==, 2);
  g_assert_cmpint (symlink ("in.csv", there), ==, 0);
  g_auto (Answer) linked = run ("convert", "in.csv", "-o", "link.csv", NULL);
  g_assert_cmpint (linked.code, ==, 2);
  g_auto (Answer) dotted = run ("convert", "in.csv", "-o", "./in.csv", NULL);
  g_assert_cmpint (dotted.code, ==, 2);
  g_autofree char *after = read_file ("in.csv");
  g_assert_cmpstr (after, ==, text);

  g_auto (Answer) nowhere = run ("convert", "in.csv", "-o", "no/such/folder/out.csv", NULL);
  g_assert_cmpint (nowhere.code, ==, 2);
  g_assert_nonnull (strstr (nowhere.err, "There is no folder “no/such/folder”."));

  write_file ("old.csv", "what was there", -1);
  g_auto (Answer) replaced = run ("convert", "in.csv", "-o", "old.csv", NULL);
  g_autofree char *fresh = read_file ("old.csv");
  g_assert_cmpint (replaced.code, ==, 0);
  g_assert_cmpstr (fresh, ==, text);
  g_auto (Answer) failed = run ("convert", "empty-again.csv", "-o", "old.csv", NULL);
  g_autofree char *kept = read_file ("old.csv");
  g_assert_cmpint (failed.code, ==, 2);
  g_assert_cmpstr (kept, ==, text);
}

static JsonObject *
column (JsonObject *root,
        guint       index)
{
  return json_array_get_object_element (json_object_get_array_member (root, "columns"), index);
}

/* Whose export it is, what its columns mean, and what to know before it is used. */
static void
test_inspect_known (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  write_file ("deals.csv",
              "Record ID,Deal Name,Deal Stage,Amount,Currency,Close Date,Deal owner\n"
              "1,Acme,Won,100,EUR,2024-02-01,Ann\n2,Bolt,Won,200,USD,2024-03-01,Ann\n", -1);
  g_auto (Answer) answer = run ("inspect", "--json", "deals.csv", NULL);
  JsonObject *root = parse (answer.out, parser);
  /* Several currencies are a problem of the file as well. */
  g_assert_cmpint (answer.code, ==, 1);
  g_assert_cmpstr (json_object_get_string_member (root, "source"), ==, "HubSpot deals");
  g_assert_cmpstr (json_object_get_string_member (column (root, 3), "key"), ==, "amount");
  g_assert_true (json_object_get_null_member (column (root, 2), "personal"));
  g_assert_cmpstr (json_object_get_string_member (column (root, 6), "personal"), ==, "name");

  JsonArray *notes = json_object_get_array_member (root, "notes");
  gboolean currencies = FALSE;
  for (guint i = 0; i < json_array_get_length (notes); i++)
    {
      JsonObject *note = json_array_get_object_element (notes, i);

      if (strcmp (json_object_get_string_member (note, "kind"), "mixed-currencies") == 0)
        {
          currencies = TRUE;
          g_assert_cmpstr (json_object_get_string_member (note, "severity"), ==, "warn");
          g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (note, "columns"), 0),
                           ==, "Amount");
          g_assert_cmpstr (json_object_get_string_member (note, "mend"), !=, "");
        }
    }
  g_assert_true (currencies);

  g_auto (Answer) words = run ("inspect", "deals.csv", NULL);
  g_assert_nonnull (strstr (words.err, "Before you trust this:"));
  g_assert_nonnull (strstr (words.err, "1 column holds personal data, which was kept: “Deal owner”."));
}

static void
test_personal (void)
{
  write_file ("people.csv", "Company,Email,Plan\nAcme,ann@acme.example,Pro\nBolt,bob@bolt.example,Pro\n", -1);
  g_auto (Answer) keep = run ("convert", "people.csv", "-o", "-", NULL);
  g_auto (Answer) drop = run ("convert", "people.csv", "--personal", "drop", "-o", "-", NULL);
  g_auto (Answer) hide = run ("convert", "people.csv", "--personal", "pseudonymise", "-o", "-", NULL);
  g_auto (Answer) wrong = run ("convert", "people.csv", "--personal", "burn", "-o", "-", NULL);

  g_assert_nonnull (strstr (keep.out, "ann@acme.example"));
  g_assert_cmpstr (drop.out, ==, "Company,Plan\nAcme,Pro\nBolt,Pro\n");
  g_assert_nonnull (strstr (drop.err, "left out: “Email”"));
  g_assert_nonnull (strstr (hide.out, "@acme.example,Pro"));
  g_assert_null (strstr (hide.out, "ann@"));
  g_assert_cmpint (wrong.code, ==, 64);
  g_assert_nonnull (strstr (wrong.err, "keep, drop or pseudonymise"));

  write_file ("only.csv", "Email,Phone\nann@acme.example,+1 555 123 4567\n", -1);
  g_auto (Answer) nothing = run ("convert", "only.csv", "--personal", "drop", "-o", "-", NULL);
  g_assert_cmpint (nothing.code, ==, 64);
  g_assert_cmpstr (nothing.out, ==, "");

  g_auto (Answer) made = run ("new", "people.goodfit", "--customers", "people.csv", "--personal",
                              "pseudonymise", NULL);
  g_autofree char *path = cli_dup_path ("people.goodfit");
  g_autofree char *project = NULL;
  g_assert_cmpint (made.code, ==, 0);
  g_assert_true (g_file_get_contents (path, &project, NULL, NULL));
  g_assert_null (strstr (project, "ann@"));
  g_assert_nonnull (strstr (project, "@acme.example"));
  g_assert_nonnull (strstr (made.err, "1 column holds pseudonyms in place of personal data: “Email”."));
}

/* A project made of a list tells each problem once, and takes no mark that nobody has. */
static void
test_new_tells_once (void)
{
  write_file ("odd.csv", "Company,MRR,Left\nAcme,12,No\nBolt\nCore,9,Yes\n", -1);
  g_auto (Answer) made = run ("new", "odd.goodfit", "--customers", "odd.csv", "--best", "MRR", "--bad",
                              "Left=Yes", NULL);
  g_auto (Answer) nobody = run ("new", "odd.goodfit", "--customers", "odd.csv", "--bad", "Left=Maybe", NULL);
  g_auto (Answer) weight = run ("new", "odd.goodfit", "--customers", "odd.csv", "--best", "MRR:0", NULL);
  g_auto (Answer) rows = run ("inspect", "--header-rows", "99", "odd.csv", NULL);
  const char *told = strstr (made.err, "Row 2 has 1 cell");

  g_assert_cmpint (made.code, ==, 1);
  g_assert_nonnull (told);
  g_assert_null (strstr (told + 1, "Row 2 has 1 cell"));
  g_assert_cmpint (nobody.code, ==, 2);
  g_assert_nonnull (strstr (nobody.err, "nobody has “Maybe” in the column “Left”."));
  g_assert_nonnull (strstr (weight.err, "a weight above 0"));
  g_assert_cmpint (rows.code, ==, 64);
}

/* Words of the summary: counted things, levels that are there, columns in line. */
static void
test_inspect_words (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  write_file ("one.csv", "会社,is_deleted\nAcme,false\n", -1);
  g_auto (Answer) words = run ("inspect", "one.csv", NULL);
  g_auto (Answer) json = run ("inspect", "--json", "one.csv", NULL);
  g_assert_nonnull (strstr (words.out, "1 row, 2 columns; "));
  g_assert_nonnull (strstr (words.out, "1 filled, 1 level\n"));
  /* Four columns of a terminal, and filled up to forty. */
  g_assert_nonnull (strstr (words.out, "  会社                                     "));
  g_assert_cmpint (json_object_get_int_member (column (parse (json.out, parser), 1), "levels"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 2);
  cli_init (argv[1]);

  g_test_add_func ("/cli/tables/usage", test_usage);
  g_test_add_func ("/cli/tables/inspect", test_inspect);
  g_test_add_func ("/cli/tables/inspect-readings", test_inspect_readings);
  g_test_add_func ("/cli/tables/cells-are-as-read", test_cells_are_as_read);
  g_test_add_func ("/cli/tables/reading-options", test_reading_options);
  g_test_add_func ("/cli/tables/refused", test_refused);
  g_test_add_func ("/cli/tables/convert", test_convert);
  g_test_add_func ("/cli/tables/convert-joins-names", test_convert_joins_names);
  g_test_add_func ("/cli/tables/problems-are-summed", test_problems_are_summed);
  g_test_add_func ("/cli/tables/losses-are-told", test_losses_are_told);
  g_test_add_func ("/cli/tables/new-tells-once", test_new_tells_once);
  g_test_add_func ("/cli/tables/inspect-words", test_inspect_words);
  g_test_add_func ("/cli/tables/outputs-are-safe", test_outputs_are_safe);
  g_test_add_func ("/cli/tables/inspect-known", test_inspect_known);
  g_test_add_func ("/cli/tables/personal", test_personal);

  int code = g_test_run ();

  cli_clear ();

  return code;
}
