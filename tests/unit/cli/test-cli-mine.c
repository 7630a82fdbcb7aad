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

  int status = g_test_run ();

  cli_clear ();

  return status;
}
