/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-file.h"
#include "gf-project-schema.h"
#include "project-fixture.h"

#include <stdio.h>

static char *
schema_text (void)
{
  g_autoptr (JsonNode) schema = gf_project_schema ();
  g_autofree char *text = json_to_string (schema, TRUE);

  return g_strconcat (text, "\n", NULL);
}

static char *
schema_path (void)
{
  return g_build_filename (g_getenv ("GF_DATA"), "goodfit-project.schema.json", NULL);
}

static void
test_committed_schema_is_current (void)
{
  g_autofree char *path = schema_path ();
  g_autofree char *made = schema_text ();
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &kept, NULL, &error);
  g_assert_no_error (error);

  if (!g_str_equal (kept, made))
    g_test_fail_printf ("%s is not what the record classes say now. Run this test with --update and "
                        "commit the result.", path);
}

static JsonObject *
definition (JsonNode   *schema,
            const char *name)
{
  JsonObject *root = json_node_get_object (schema);
  JsonObject *found =
      json_object_get_object_member (json_object_get_object_member (root, "$defs"), name);

  g_assert_nonnull (found);

  return json_object_get_object_member (found, "properties");
}

static void
test_every_kind_of_field_is_described (void)
{
  g_autoptr (JsonNode) schema = gf_project_schema ();
  JsonObject *interview = definition (schema, "Interview");
  JsonObject *kind = json_object_get_object_member (interview, "kind");
  JsonObject *answers = json_object_get_object_member (interview, "answers");
  JsonObject *score = definition (schema, "Score");
  JsonObject *value = json_object_get_object_member (score, "value");
  JsonObject *condition = definition (schema, "Condition");
  JsonObject *from = json_object_get_object_member (condition, "from");

  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (kind, "enum"), 1), ==,
                   "churned");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (answers, "items"),
                                                  "$ref"), ==, "#/$defs/Answer");
  g_assert_cmpstr (json_object_get_string_member (value, "type"), ==, "integer");
  g_assert_cmpint (json_object_get_int_member (value, "maximum"), ==, 5);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (from, "type"), 1), ==,
                   "null");
  g_assert_true (json_object_has_member (json_object_get_object_member (interview, "date"), "pattern"));
}

/* For validate-project.py: a project with something in it, as it is saved. */
static void
print_project (void)
{
  g_autoptr (GfProject) project = fixture_project_new ();
  g_autoptr (JsonNode) tree = gf_record_to_json (GF_RECORD (project));
  g_autoptr (GBytes) bytes = gf_project_file_encode (tree, gf_project_get_table (project));
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  fwrite (data, 1, length, stdout);
}

static int
update_schema (void)
{
  g_autofree char *path = schema_path ();
  g_autofree char *made = schema_text ();
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, made, -1, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 2 && g_str_equal (argv[1], "--update"))
    return update_schema ();
  if (argc == 2 && g_str_equal (argv[1], "--print-project"))
    {
      print_project ();
      return 0;
    }

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-schema/committed-schema-is-current", test_committed_schema_is_current);
  g_test_add_func ("/project-schema/every-kind-of-field-is-described",
                   test_every_kind_of_field_is_described);

  return g_test_run ();
}
