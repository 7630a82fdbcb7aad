/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-record.h"

#include <math.h>

/* A small family of records: a box holds balls, a lid and settings of every kind. */

#define TEST_TYPE_BALL (test_ball_get_type ())
GF_DECLARE_RECORD (TestBall, test_ball, TEST, BALL)
#define TEST_TYPE_BOX (test_box_get_type ())
GF_DECLARE_RECORD (TestBox, test_box, TEST, BOX)

typedef enum { TEST_RED, TEST_BLUE } TestColour;
GType test_colour_get_type (void);
GF_DEFINE_ENUM (TestColour, test_colour, { TEST_RED, "TEST_RED", "red" },
                { TEST_BLUE, "TEST_BLUE", "sky-blue" })

static const GfField ball_fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_ENUM ("colour", test_colour_get_type, TEST_RED),
  GF_FIELD_DATE ("made"),
};
GF_DEFINE_RECORD (TestBall, test_ball, ball_fields)

static const GfField box_fields[] = {
  GF_FIELD_STRING ("name"),
  GF_FIELD_BOOLEAN ("open", TRUE),
  GF_FIELD_INT ("count", 0, 10, 3),
  GF_FIELD_DOUBLE ("weight", 0, 100, NAN),
  GF_FIELD_STRINGS ("tags"),
  GF_FIELD_RECORD ("lid", test_ball_get_type),
  GF_FIELD_LIST ("balls", test_ball_get_type),
};
GF_DEFINE_RECORD (TestBox, test_box, box_fields)

GF_RECORD_LIST (TestBox, test_box, balls, "balls")
GF_RECORD_RECORD (TestBox, test_box, lid, "lid", TestBall)
GF_RECORD_STRING (TestBall, test_ball, name, "name")

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

static TestBall *
add_ball (TestBox    *box,
          const char *name)
{
  TestBall *ball = test_ball_new ();

  test_ball_set_name (ball, name);
  g_list_store_append (test_box_get_balls (box), ball);
  g_object_unref (ball);

  return ball;   /* the list keeps it */
}

static void
test_round_trip_keeps_everything (void)
{
  const char *tags[] = { "a", "ü", NULL };
  g_autoptr (TestBox) box = test_box_new ();
  g_autoptr (TestBox) other = test_box_new ();
  g_autoptr (GError) error = NULL;

  gf_record_set_string (GF_RECORD (box), "name", "Kärtchen \"x\"\n");
  gf_record_set_boolean (GF_RECORD (box), "open", FALSE);
  gf_record_set_int (GF_RECORD (box), "count", 7);
  gf_record_set_double (GF_RECORD (box), "weight", 0.1);
  gf_record_set_strings (GF_RECORD (box), "tags", tags);
  test_ball_set_name (test_box_get_lid (box), "lid");
  gf_record_set_enum (GF_RECORD (add_ball (box, "one")), "colour", TEST_BLUE);
  gf_record_set_string (GF_RECORD (add_ball (box, "two")), "made", "2024-02-29");

  g_autoptr (JsonNode) node = gf_record_to_json (GF_RECORD (box));
  gf_record_apply_json (GF_RECORD (other), node, &error);
  g_assert_no_error (error);

  g_autoptr (JsonNode) again = gf_record_to_json (GF_RECORD (other));
  g_assert_true (json_node_equal (node, again));
  g_assert_cmpfloat (gf_record_get_double (GF_RECORD (other), "weight"), ==, 0.1);
}

static void
test_missing_number_is_null (void)
{
  g_autoptr (TestBox) box = test_box_new ();
  g_autoptr (JsonNode) node = gf_record_to_json (GF_RECORD (box));
  g_autoptr (GError) error = NULL;

  g_assert_true (json_object_get_null_member (json_node_get_object (node), "weight"));

  gf_record_set_double (GF_RECORD (box), "weight", 5);
  gf_record_apply_json (GF_RECORD (box), node, &error);
  g_assert_no_error (error);
  g_assert_true (isnan (gf_record_get_double (GF_RECORD (box), "weight")));
}

static void
test_unknown_members_survive (void)
{
  g_autoptr (TestBox) box = test_box_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse ("{\"name\":\"b\",\"later\":{\"x\":[1,null]},"
                                     "\"balls\":[{\"id\":\"p\",\"spin\":2.5}]}");

  gf_record_apply_json (GF_RECORD (box), node, &error);
  g_assert_no_error (error);
  gf_record_set_string (GF_RECORD (box), "name", "changed");

  g_autoptr (JsonNode) out = gf_record_to_json (GF_RECORD (box));
  JsonObject *object = json_node_get_object (out);
  JsonObject *ball = json_array_get_object_element (json_object_get_array_member (object, "balls"), 0);

  g_assert_true (json_node_equal (json_object_get_member (object, "later"),
                                  json_object_get_member (json_node_get_object (node), "later")));
  g_assert_cmpfloat (json_object_get_double_member (ball, "spin"), ==, 2.5);
}

/* Trees are written in threads, and json-glib's objects do not count references atomically. */
static void
test_trees_share_nothing (void)
{
  g_autoptr (TestBox) box = test_box_new ();
  g_autoptr (JsonNode) node = parse ("{\"later\":{\"x\":[{\"y\":1}]}}");

  g_assert_true (gf_record_apply_json (GF_RECORD (box), node, NULL));
  g_autoptr (JsonNode) one = gf_record_to_json (GF_RECORD (box));
  g_autoptr (JsonNode) two = gf_record_to_json (GF_RECORD (box));
  JsonObject *trees[] = { json_node_get_object (node), json_node_get_object (one),
                          json_node_get_object (two) };

  for (guint i = 0; i < 3; i++)
    {
      JsonObject *a = json_object_get_object_member (trees[i], "later");
      JsonObject *b = json_object_get_object_member (trees[(i + 1) % 3], "later");

      g_assert_true (a != b);
      g_assert_true (json_object_get_array_member (a, "x") != json_object_get_array_member (b, "x"));
      g_assert_true (json_array_get_object_element (json_object_get_array_member (a, "x"), 0) !=
                     json_array_get_object_element (json_object_get_array_member (b, "x"), 0));
    }
}

static void
test_apply_keeps_identity (void)
{
  g_autoptr (TestBox) box = test_box_new ();
  g_autoptr (GError) error = NULL;
  TestBall *one = add_ball (box, "one");
  TestBall *two = add_ball (box, "two");
  TestBall *three = add_ball (box, "three");
  g_autoptr (JsonNode) before = gf_record_to_json (GF_RECORD (box));

  g_object_ref (two);
  gf_record_list_remove (test_box_get_balls (box), two);
  test_ball_set_name (three, "renamed");
  gf_record_list_move (test_box_get_balls (box), 0, 1);

  gf_record_apply_json (GF_RECORD (box), before, &error);
  g_assert_no_error (error);

  GListModel *balls = G_LIST_MODEL (test_box_get_balls (box));
  g_autoptr (TestBall) first = g_list_model_get_item (balls, 0);
  g_autoptr (TestBall) last = g_list_model_get_item (balls, 2);

  g_assert_cmpuint (g_list_model_get_n_items (balls), ==, 3);
  g_assert_true (first == one);
  g_assert_true (last == three);
  g_assert_cmpstr (test_ball_get_name (three), ==, "three");

  g_autoptr (JsonNode) after = gf_record_to_json (GF_RECORD (box));
  g_assert_true (json_node_equal (before, after));
  g_object_unref (two);
}

static void
count_cb (GfRecord   *record,
          GfRecord   *origin,
          const char *field,
          guint      *count)
{
  (*count)++;
}

static void
test_changes_bubble_up_once (void)
{
  g_autoptr (TestBox) box = test_box_new ();
  guint changes = 0;

  g_signal_connect (box, "changed", G_CALLBACK (count_cb), &changes);

  TestBall *ball = add_ball (box, "one");
  g_assert_cmpuint (changes, ==, 1);
  test_ball_set_name (ball, "uno");
  test_ball_set_name (ball, "uno");
  g_assert_cmpuint (changes, ==, 2);
  test_ball_set_name (test_box_get_lid (box), "lid");
  g_assert_cmpuint (changes, ==, 3);

  g_object_ref (ball);
  gf_record_list_remove (test_box_get_balls (box), ball);
  g_assert_cmpuint (changes, ==, 4);
  g_assert_null (gf_record_get_parent (GF_RECORD (ball)));
  test_ball_set_name (ball, "gone");
  g_assert_cmpuint (changes, ==, 4);
  g_object_unref (ball);
}

static void
test_equal_tree_changes_nothing (void)
{
  g_autoptr (TestBox) box = test_box_new ();
  g_autoptr (GError) error = NULL;
  guint changes = 0;

  add_ball (box, "one");
  g_autoptr (JsonNode) node = gf_record_to_json (GF_RECORD (box));
  g_signal_connect (box, "changed", G_CALLBACK (count_cb), &changes);
  gf_record_apply_json (GF_RECORD (box), node, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (changes, ==, 0);
}

static void
test_errors_name_the_place (void)
{
  const struct { const char *json; const char *says; } cases[] = {
    { "[]", "$: should be an object, but is a list" },
    { "{\"name\":1}", "$.name: should be a text, but is a number" },
    { "{\"open\":\"yes\"}", "$.open: should be true or false, but is a text" },
    { "{\"count\":1.5}", "$.count: should be a whole number, but is a number" },
    { "{\"count\":11}", "$.count: should be a number from 0 to 10, but is 11" },
    { "{\"weight\":1e999}", "$.weight: should be a number from 0 to 100, but is inf" },
    { "{\"tags\":[\"a\",2]}", "$.tags[1]: should be a text, but is a number" },
    { "{\"lid\":{\"made\":\"2026-02-30\"}}",
      "$.lid.made: should be a date such as “2026-10-14”, but is “2026-02-30”" },
    { "{\"balls\":[{},{\"colour\":\"green\"}]}",
      "$.balls[1].colour: should be one of red, sky-blue, but is “green”" },
    { "{\"balls\":[{\"id\":\"a\"},{\"id\":\"a\"}]}",
      "$.balls[1]: has the id “a”, which another of the list has too" },
    { "{\"balls\":[{\"id\":\"\"}]}", "$.balls[0].id: should be a text that is not empty" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestBox) box = test_box_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = parse (cases[i].json);

      g_assert_false (gf_record_apply_json (GF_RECORD (box), node, &error));
      g_assert_cmpstr (error->message, ==, cases[i].says);
    }
}

static void
test_failed_apply_changes_nothing (void)
{
  g_autoptr (TestBox) box = test_box_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse ("{\"name\":\"new\",\"balls\":[{\"colour\":3}]}");

  gf_record_set_string (GF_RECORD (box), "name", "old");
  g_assert_false (gf_record_apply_json (GF_RECORD (box), node, &error));
  g_assert_cmpstr (gf_record_get_string (GF_RECORD (box), "name"), ==, "old");
}

static void
test_nothing_is_held_that_cannot_be_read_back (void)
{
  const char *tags[] = { "a\xff", NULL };
  g_autoptr (TestBox) box = test_box_new ();
  g_autoptr (TestBox) other = test_box_new ();
  g_autoptr (GError) error = NULL;

  gf_record_set_int (GF_RECORD (box), "count", 11);
  gf_record_set_double (GF_RECORD (box), "weight", INFINITY);
  gf_record_set_string (GF_RECORD (box), "name", "caf\xe9");
  gf_record_set_strings (GF_RECORD (box), "tags", tags);
  g_assert_cmpint (gf_record_get_int (GF_RECORD (box), "count"), ==, 10);
  g_assert_cmpfloat (gf_record_get_double (GF_RECORD (box), "weight"), ==, 100);
  g_assert_cmpstr (gf_record_get_string (GF_RECORD (box), "name"), ==, "caf\xef\xbf\xbd");

  g_autoptr (JsonNode) node = gf_record_to_json (GF_RECORD (box));
  gf_record_apply_json (GF_RECORD (other), node, &error);
  g_assert_no_error (error);
}

static void
test_date_field_holds_days_only (void)
{
  g_autoptr (TestBall) ball = test_ball_new ();

  gf_record_set_string (GF_RECORD (ball), "made", "2024-02-29");
  gf_record_set_string (GF_RECORD (ball), "made", "");
  gf_record_set_string (GF_RECORD (ball), "made", "2024-02-29");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*gf_record_is_date*");
  gf_record_set_string (GF_RECORD (ball), "made", "29 February");
  g_test_assert_expected_messages ();
  g_assert_cmpstr (gf_record_get_string (GF_RECORD (ball), "made"), ==, "2024-02-29");
}

static void
test_copies_get_ids_of_their_own (void)
{
  g_autoptr (TestBox) box = test_box_new ();
  TestBall *ball = add_ball (box, "one");
  g_autoptr (TestBox) copy = gf_record_copy (GF_RECORD (box));
  g_autoptr (TestBall) twin = g_list_model_get_item (G_LIST_MODEL (test_box_get_balls (copy)), 0);

  g_assert_cmpstr (test_ball_get_name (twin), ==, "one");
  g_assert_cmpstr (gf_record_get_id (GF_RECORD (twin)), !=, gf_record_get_id (GF_RECORD (ball)));
}

static void
test_records_are_freed (void)
{
  TestBox *box = test_box_new ();
  TestBall *ball = add_ball (box, "one");

  g_object_ref (ball);
  g_assert_finalize_object (box);
  g_assert_finalize_object (ball);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/round-trip-keeps-everything", test_round_trip_keeps_everything);
  g_test_add_func ("/record/missing-number-is-null", test_missing_number_is_null);
  g_test_add_func ("/record/unknown-members-survive", test_unknown_members_survive);
  g_test_add_func ("/record/trees-share-nothing", test_trees_share_nothing);
  g_test_add_func ("/record/apply-keeps-identity", test_apply_keeps_identity);
  g_test_add_func ("/record/changes-bubble-up-once", test_changes_bubble_up_once);
  g_test_add_func ("/record/equal-tree-changes-nothing", test_equal_tree_changes_nothing);
  g_test_add_func ("/record/errors-name-the-place", test_errors_name_the_place);
  g_test_add_func ("/record/failed-apply-changes-nothing", test_failed_apply_changes_nothing);
  g_test_add_func ("/record/nothing-is-held-that-cannot-be-read-back",
                   test_nothing_is_held_that_cannot_be_read_back);
  g_test_add_func ("/record/date-field-holds-days-only", test_date_field_holds_days_only);
  g_test_add_func ("/record/copies-get-ids-of-their-own", test_copies_get_ids_of_their_own);
  g_test_add_func ("/record/records-are-freed", test_records_are_freed);

  return g_test_run ();
}
