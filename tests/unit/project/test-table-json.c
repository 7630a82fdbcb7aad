/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-project-file.h"

#include <string.h>

/* How the cells of a column are read is saved with the customers. */
static void
test_readings_are_kept (void)
{
  static const char * const sizes[] = { "Nov-50", "1-10", "n/a", "unknown", NULL };
  static const char * const shares[] = { "12%", "5%", "", "", NULL };
  static const char * const days[] = { "45000", "45001", "", "2024-01-01", NULL };
  static const char * const ticks[] = { "x", "", "x", "", NULL };
  GfColumnSpec specs[] = {
    { .name = (char *) "Size", .type = GF_COLUMN_CATEGORY, .bands = TRUE, .repair = TRUE,
      .missing = (char *[]) { (char *) "unknown", NULL },
      .not_missing = (char *[]) { (char *) "n/a", NULL } },
    { .name = (char *) "Share", .type = GF_COLUMN_NUMBER, .percent = TRUE },
    { .name = (char *) "Since", .type = GF_COLUMN_DATE, .date_numbers = GF_DATE_NUMBERS_SERIAL },
    { .name = (char *) "Partner", .type = GF_COLUMN_FLAG, .blank_is_no = TRUE },
  };
  const char * const *cells[] = { sizes, shares, days, ticks };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    g_ptr_array_add (columns, gf_column_new_from_cells (&specs[i], cells[i], 4));

  g_autoptr (GfTable) table = gf_table_new ((GfColumn **) columns->pdata, columns->len);
  g_autoptr (JsonNode) node = gf_table_to_json (table);
  g_assert_null (gf_table_json_dup_extras (node));
  g_autoptr (GfTable) again = gf_table_from_json (node, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      GfColumn *before = gf_table_get_column (table, i), *after = gf_table_get_column (again, i);

      g_assert_true (gf_column_spec_equal (gf_column_get_spec (before),
                                           gf_column_get_spec (after)));
      for (gsize row = 0; row < 4; row++)
        {
          g_assert_cmpstr (gf_column_get_text (before, row), ==, gf_column_get_text (after, row));
          g_assert_cmpuint (gf_column_get_code (before, row), ==, gf_column_get_code (after, row));
          g_assert_true (gf_column_is_missing (before, row) == gf_column_is_missing (after, row));
        }
    }
  g_assert_cmpstr (gf_column_get_level (gf_table_get_column (again, 0), 1), ==, "11-50");
  g_assert_true (gf_column_is_missing (gf_table_get_column (again, 0), 3));
  g_assert_false (gf_column_is_missing (gf_table_get_column (again, 0), 2));
}

/* A file of before has none of these members and reads as it did. */
static void
test_left_out_is_usual (void)
{
  g_autoptr (JsonNode) node = json_from_string (
    "{\"columns\":[{\"name\":\"A\",\"type\":\"category\",\"role\":\"attribute\"}],"
    "\"rows\":[\"11-50\",\"1-10\",\"n/a\"]}", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfTable) table = gf_table_from_json (node, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gf_column_get_level (gf_table_get_column (table, 0), 0), ==, "11-50");
  g_assert_true (gf_column_is_missing (gf_table_get_column (table, 0), 2));
}

static void
test_wrong_members_are_named (void)
{
  static const struct { const char *member, *path; } cases[] = {
    { "\"bands\":1", "$.table.columns[0].bands" },
    { "\"percent\":\"yes\"", "$.table.columns[0].percent" },
    { "\"missing\":\"n/a\"", "$.table.columns[0].missing" },
    { "\"not-missing\":[1]", "$.table.columns[0].not-missing" },
    { "\"date-numbers\":\"weeks\"", "$.table.columns[0].date-numbers" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"columns\":[{\"name\":\"A\",\"type\":\"category\",\"role\":\"attribute\",%s}],"
        "\"rows\":[]}", cases[i].member);
      g_autoptr (JsonNode) node = json_from_string (text, NULL);
      g_autoptr (GError) error = NULL;
      GfTable *table = gf_table_from_json (node, &error);

      g_assert_null (table);
      g_assert_error (error, GF_PROJECT_ERROR, GF_PROJECT_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].path));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/table-json/readings-are-kept", test_readings_are_kept);
  g_test_add_func ("/project/table-json/left-out-is-usual", test_left_out_is_usual);
  g_test_add_func ("/project/table-json/wrong-members-are-named", test_wrong_members_are_named);

  return g_test_run ();
}
