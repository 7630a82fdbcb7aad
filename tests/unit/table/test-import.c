/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"

#include "gf-table-error.h"

#include <math.h>
#include <string.h>

static GfImport *
import_bytes (const void            *data,
              gsize                  length,
              const GfImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  GfImport *import = gf_import_read_bytes (bytes, options, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static GfImport *
import_text (const char *text)
{
  return import_bytes (text, strlen (text), NULL);
}

static GfColumn *
column (const GfImport *import,
        const char     *name)
{
  GfColumn *found = gf_table_find_column (gf_import_get_table (import), name);

  g_assert_nonnull (found);

  return found;
}

static const GfProblem *
find_problem (const GfImport *import,
              GfProblemKind   kind)
{
  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    if (gf_import_get_problem (import, i)->kind == kind)
      {
        g_assert_cmpint ((int) strlen (gf_import_get_problem (import, i)->message), >, 10);
        return gf_import_get_problem (import, i);
      }

  return NULL;
}

static const char customers[] =
  "Record ID,Company name,Industry,Tags,Number of Employees,Annual Revenue,Create "
  "Date,Active,Churned,Notes\n"
  "1,Acme,Retail,a;b,12,\"€1,200.50\",2024-01-31,yes,No,A long text about the customer that says "
  "nothing new at all\n"
  "2,Bolt,Law,b;c,250,€900,2024-02-01,no,No,Another long text about a customer that says nothing "
  "new at all\n"
  "3,Core,Retail,a,12o,,2024-02-30,yes,Yes,\n"
  "4,Dash,Law,\"a;b;c\",7,€7,2023-12-01,,No,\n"
  "5,Echo,Retail,c,8,€8,2023-12-02,yes,No,\n"
  "6,Fire,Law,b,9,€9,2023-12-03,yes,No,\n"
  "7,Gold,Retail,a,10,€10,2023-12-04,no,No,\n"
  "8,Hill,Law,b;a,11,€11,2023-12-05,yes,Yes,\n"
  "9,Iron,Retail,c,12,€12,2023-12-06,yes,No,\n"
  "10,Jade,Law,a,13,€13,2023-12-07,yes,No,\n"
  "11,Kite,Retail,a,14,€14,2023-12-08,yes,No,\n";

static void
test_types_and_roles (void)
{
  static const struct
  {
    const char *name;
    GfColumnType type;
    GfColumnRole role;
    gsize filled;
  } expected[] = {
    { "Record ID", GF_COLUMN_TEXT, GF_ROLE_IDENTIFIER, 11 },
    { "Company name", GF_COLUMN_TEXT, GF_ROLE_NAME, 11 },
    { "Industry", GF_COLUMN_CATEGORY, GF_ROLE_ATTRIBUTE, 11 },
    { "Tags", GF_COLUMN_SET, GF_ROLE_ATTRIBUTE, 11 },
    { "Number of Employees", GF_COLUMN_NUMBER, GF_ROLE_ATTRIBUTE, 10 },
    { "Annual Revenue", GF_COLUMN_MONEY, GF_ROLE_ATTRIBUTE, 10 },
    { "Create Date", GF_COLUMN_DATE, GF_ROLE_DATE, 10 },
    { "Active", GF_COLUMN_FLAG, GF_ROLE_ATTRIBUTE, 10 },
    { "Churned", GF_COLUMN_FLAG, GF_ROLE_CHURN, 11 },
    { "Notes", GF_COLUMN_TEXT, GF_ROLE_IGNORE, 2 },
  };
  g_autoptr (GfImport) import = import_text (customers);

  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (import)), ==, 11);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GfColumn *found = column (import, expected[i].name);

      g_assert_cmpstr (gf_column_type_get_nick (gf_column_get_column_type (found)), ==,
                       gf_column_type_get_nick (expected[i].type));
      g_assert_cmpstr (gf_column_role_get_nick (gf_column_get_role (found)), ==,
                       gf_column_role_get_nick (expected[i].role));
      g_assert_cmpuint (gf_column_count_filled (found), ==, expected[i].filled);
    }
  g_assert_cmpfloat (gf_column_get_number (column (import, "Annual Revenue"), 0), ==, 1200.5);
  g_assert_cmpstr (gf_column_get_currency (column (import, "Annual Revenue")), ==, "EUR");
  g_assert_cmpuint (gf_column_get_n_levels (column (import, "Tags")), ==, 3);

  const GfProblem *number = find_problem (import, GF_PROBLEM_NOT_A_NUMBER);
  g_assert_nonnull (number);
  g_assert_cmpuint (number->row, ==, 3);
  g_assert_cmpstr (number->column_name, ==, "Number of Employees");
  g_assert_cmpstr (number->text, ==, "12o");
  const GfProblem *date = find_problem (import, GF_PROBLEM_NOT_A_DATE);
  g_assert_nonnull (date);
  g_assert_cmpstr (date->text, ==, "2024-02-30");
  g_assert_cmpuint (gf_import_get_n_problems (import), ==, 2);
}

static void
test_recognises_hubspot (void)
{
  g_autoptr (GfImport) hubspot = import_text (
    "Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity "
    "Date,City,Country/Region,Industry\n"
    "1,Acme,Ann,2024-01-31 10:00,,,Berlin,Germany,RETAIL\n");
  g_autoptr (GfImport) other = import_text ("id,name\n1,Acme\n");

  g_assert_cmpstr (gf_import_get_source (hubspot), ==, "HubSpot companies");
  g_assert_null (gf_import_get_source (other));
}

static void
test_marks_and_orders (void)
{
  g_autoptr (GfImport) german = import_text ("Firma;Umsatz;Seit\nA;1.234,50;03.04.2024\n"
                                             "B;12,5;25.12.2023\nC;1.000;1.1.2024\n");
  GfColumn *money = column (german, "Umsatz"), *date = column (german, "Seit");

  g_assert_cmpint (gf_import_get_options (german)->delimiter, ==, ';');
  g_assert_cmpint (gf_import_get_options (german)->decimal, ==, ',');
  g_assert_cmpint (gf_import_get_options (german)->date_order, ==, GF_DATE_ORDER_DMY);
  g_assert_cmpfloat (gf_column_get_number (money, 0), ==, 1234.5);
  g_assert_cmpfloat (gf_column_get_number (money, 2), ==, 1000);
  g_assert_cmpfloat (gf_column_get_number (date, 0), ==, gf_days_from_parts (2024, 4, 3));

  /* Month or day first? Nobody can say: it is told, and the option settles it. */
  const char *text = "who,since\nA,03/04/2024\nB,05/06/2024\n";
  g_autoptr (GfImport) unsure = import_text (text);
  g_assert_nonnull (find_problem (unsure, GF_PROBLEM_DATE_ORDER));
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  options->date_order = GF_DATE_ORDER_DMY;
  g_autoptr (GfImport) sure = import_bytes (text, strlen (text), options);
  g_assert_null (find_problem (sure, GF_PROBLEM_DATE_ORDER));
  g_assert_cmpfloat (gf_column_get_number (column (sure, "since"), 0), ==, gf_days_from_parts (2024,
                                                                                               4, 3));
}

static void
test_ragged_rows_are_kept (void)
{
  g_autoptr (GfImport) import = import_text ("a,b,c\n1,2\n1,2,3,4,5\n1,2,3\n");
  GfTable *table = gf_import_get_table (import);

  g_assert_cmpuint (gf_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (gf_table_get_n_columns (table), ==, 5);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (table, 4), 1), ==, "5");
  g_assert_cmpint (gf_column_get_role (gf_table_get_column (table, 4)), ==, GF_ROLE_IGNORE);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (table, 2), 0), ==, "");
  g_assert_cmpuint (find_problem (import, GF_PROBLEM_SHORT_ROW)->row, ==, 1);
  g_assert_cmpuint (find_problem (import, GF_PROBLEM_LONG_ROW)->row, ==, 2);

  /* Very long rows, twice: what has no column of its own is in the last one. */
  g_autoptr (GString) text = g_string_new ("a,b\n");
  for (int row = 0; row < 2; row++)
    for (int i = 0; i < 60; i++)
      g_string_append_printf (text, "%d%c", i, i < 59 ? ',' : '\n');
  g_autoptr (GfImport) wide = import_text (text->str);
  table = gf_import_get_table (wide);
  g_assert_cmpuint (gf_table_get_n_columns (table), ==, 2 + 32 + 1);
  g_assert_true (g_str_has_suffix (gf_column_get_text (gf_table_get_column (table, 34), 1),
                                   ",58,59"));
}

static void
test_names (void)
{
  g_autoptr (GfImport) import = import_text ("a,,a, b \n1,2,3,4\n5,6,7,8\n");
  GfTable *table = gf_import_get_table (import);

  g_assert_cmpstr (gf_column_get_name (gf_table_get_column (table, 1)), ==, "Column 2");
  g_assert_cmpstr (gf_column_get_name (gf_table_get_column (table, 2)), ==, "a (2)");
  g_assert_cmpstr (gf_column_get_name (gf_table_get_column (table, 3)), ==, "b");
  g_assert_cmpstr (gf_import_get_header (import)[3], ==, " b ");
  g_assert_nonnull (find_problem (import, GF_PROBLEM_EMPTY_NAME));
  g_assert_nonnull (find_problem (import, GF_PROBLEM_DUPLICATE_NAME));
}

static void
test_title_lines_and_no_header (void)
{
  g_autoptr (GfImport) titled = import_text ("Customers of 2024,,\n,,\nname,city,mrr\n"
                                             "Acme,Berlin,5\nBolt,Rome,6\n");
  GString *data = g_string_new (NULL);

  g_assert_cmpint (gf_import_get_options (titled)->n_header_rows, ==, 3);
  g_assert_cmpstr (gf_import_get_header (titled)[0], ==, "name");
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (titled)), ==, 2);
  g_assert_nonnull (find_problem (titled, GF_PROBLEM_TITLES));

  for (int i = 0; i < 30; i++)
    g_string_append_printf (data, "%d,Customer %d,%d.5,2024-01-%02d\n", i + 1, i, i * 7, i + 1);
  g_autoptr (GfImport) bare = import_text (data->str);
  g_assert_cmpint (gf_import_get_options (bare)->n_header_rows, ==, 0);
  g_assert_null (gf_import_get_header (bare));
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (bare)), ==, 30);
  g_assert_cmpstr (gf_column_get_name (gf_table_get_column (gf_import_get_table (bare), 0)), ==,
                   "Column 1");

  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  options->n_header_rows = 1;
  g_autoptr (GfImport) told = import_bytes (data->str, data->len, options);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (told)), ==, 29);
  g_string_free (data, TRUE);
}

static void
test_separator_line (void)
{
  g_autoptr (GfImport) import = import_text ("sep=;\nname;city\nAcme;Berlin, Mitte\n");

  g_assert_cmpint (gf_import_get_options (import)->delimiter, ==, ';');
  g_assert_cmpstr (gf_column_get_text (column (import, "city"), 0), ==, "Berlin, Mitte");
}

static void
test_encodings (void)
{
  g_autoptr (GfImport) latin = import_text ("name,city\nM\374ller,K\366ln\n");
  g_autoptr (GfImportOptions) options = gf_import_options_new ();

  g_assert_cmpstr (gf_import_get_options (latin)->encoding, ==, "windows-1252");
  g_assert_cmpstr (gf_column_get_text (column (latin, "name"), 0), ==, "Müller");
  g_assert_nonnull (find_problem (latin, GF_PROBLEM_ENCODING));

  const char wrong[] = "name,city\nM\374ller,K\366ln\n";
  options->encoding = g_strdup ("UTF-8");
  g_autoptr (GfImport) utf8 = import_bytes (wrong, strlen (wrong), options);
  const GfProblem *bad = find_problem (utf8, GF_PROBLEM_UNDECODABLE);
  g_assert_nonnull (bad);
  g_assert_cmpuint (bad->row, ==, 1);
  g_assert_cmpstr (bad->column_name, ==, "name");
  g_assert_cmpuint (gf_import_get_n_problems (utf8), ==, 2);
  g_assert_cmpstr (gf_column_get_text (column (utf8, "name"), 0), ==, "M�ller");

  /* The first letter with an accent comes late: the guess is made again from all of the file. */
  g_autoptr (GString) late = g_string_new ("name,city\n");
  while (late->len < 600000)
    g_string_append (late, "Miller,Cologne\n");
  g_string_append (late, "M\374ller,K\366ln\n");
  g_autoptr (GfImport) again = import_bytes (late->str, late->len, NULL);
  GfTable *table = gf_import_get_table (again);
  g_assert_cmpstr (gf_import_get_options (again)->encoding, ==, "windows-1252");
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (table, 0),
                                       gf_table_get_n_rows (table) - 1), ==, "Müller");

  g_autoptr (GfImport) nul = import_bytes ("a,b\nx\0y,2\n", 10, NULL);
  g_assert_cmpstr (gf_column_get_text (column (nul, "a"), 0), ==, "x␀y");
  g_assert_nonnull (find_problem (nul, GF_PROBLEM_NUL));
}

static void
test_refused (void)
{
  static const struct { const char *bytes; gsize length; int code; } cases[] = {
    { "", 0, GF_TABLE_ERROR_EMPTY },
    { "\n\n", 2, GF_TABLE_ERROR_EMPTY },
    { ",,\n", 3, GF_TABLE_ERROR_EMPTY },
    { "PK\003\004xxxx", 8, GF_TABLE_ERROR_FORMAT },
    { "\320\317\021\340\241\261\032\341xx", 10, GF_TABLE_ERROR_FORMAT },
    { "%PDF-1.7\n", 9, GF_TABLE_ERROR_FORMAT },
    { "   \n\n  \n", 8, GF_TABLE_ERROR_EMPTY },
    { "[{\"a\":1,\"b\":2}]", 15, GF_TABLE_ERROR_FORMAT },
    { "{ \"a\" : [] }", 12, GF_TABLE_ERROR_FORMAT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (gf_import_read_bytes (bytes, NULL, NULL, &error));
      g_assert_error (error, GF_TABLE_ERROR, cases[i].code);
    }

  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.csv");
  g_autoptr (GError) error = NULL;
  g_assert_null (gf_import_read (missing, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* A bracket alone makes no JSON. */
  g_autoptr (GfImport) bracket = import_text ("[name],{\"city\"}\nAcme,Rome\n");
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (bracket)), ==, 1);

  g_autoptr (GfImport) header = import_text ("name,city\n");
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (header)), ==, 0);
  g_assert_cmpuint (gf_table_get_n_columns (gf_import_get_table (header)), ==, 2);
  g_assert_nonnull (find_problem (header, GF_PROBLEM_NO_ROWS));
}

static void
test_problems_are_all_counted (void)
{
  g_autoptr (GString) text = g_string_new ("name,mrr\n");

  for (int i = 0; i < 30000; i++)
    g_string_append_printf (text, i % 12 == 0 ? "C%d,many\n" : "C%d,%d\n", i, i);
  g_autoptr (GfImport) import = import_text (text->str);
  g_assert_cmpint (gf_column_get_column_type (column (import, "mrr")), ==, GF_COLUMN_MONEY);
  g_assert_cmpuint (gf_import_get_n_problems (import), ==, 2500);
  g_assert_cmpuint (gf_import_get_n_stored (import), ==, 1000);
}

/* What a sample shows is no proof: the cells behind it are asked too. */
static void
test_types_hold_for_the_whole_column (void)
{
  g_autoptr (GString) text = g_string_new ("name,a,d\n");

  for (int i = 0; i < 40000; i++)
    g_string_append_printf (text, "C%d,%d%s,%d/%d/2024\n", i, i, i > 10000 &&
                            i % 3 == 0 ? " pieces" : "",
                            1 + i % 12, 1 + (i > 35000 ? i % 28 : i % 12));
  g_autoptr (GfImport) import = import_text (text->str);
  g_assert_cmpint (gf_column_get_column_type (column (import, "a")), ==, GF_COLUMN_TEXT);
  g_assert_cmpint (gf_column_get_column_type (column (import, "d")), ==, GF_COLUMN_DATE);
  g_assert_cmpuint (gf_column_count_unreadable (column (import, "d")), ==, 0);
}

static GFile *
write_temporary (const char *text,
                 gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("gf-import-XXXXXX.csv", &stream, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), text, length,
                             NULL, NULL, &error);
  g_assert_no_error (error);

  return file;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static void
progress_cb (double   share,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (share, >=, *last);
  g_assert_cmpfloat (share, <=, 1);
  *last = share;
}

/* The place of what cannot be seen in the table is told in words. */
static void
test_problems_tell_their_place (void)
{
  static const char nul[] = "Company,City\nAcme,R\0me\nBolt,Bonn\n";
  g_autoptr (GfImport) quotes = import_text ("Company,City\nAcme,Rome\n\"Bolt,Bonn\nCore,Kiel\n");
  g_autoptr (GfImport) zero = import_bytes (nul, sizeof nul - 1, NULL);
  g_autoptr (GfImport) shorter = import_text ("Company,City\nAcme,Rome\nBolt\n");

  g_assert_true (g_str_has_prefix (find_problem (quotes, GF_PROBLEM_QUOTES)->message,
                                   "Row 2, “Company”: the quotation marks do not match."));
  g_assert_true (g_str_has_prefix (find_problem (zero, GF_PROBLEM_NUL)->message,
                                   "Row 1, “City”: there is a zero byte in the cell"));
  g_assert_true (g_str_has_prefix (find_problem (shorter, GF_PROBLEM_SHORT_ROW)->message,
                                   "Row 2 has 1 cell where 2 are expected;"));
}

/* UTF-8 that was read as windows-1252 before it came into the file: told, and mended when asked for. */
static void
test_mojibake (void)
{
  static const char broken[] = "Company,FaÃ§ade,Note\nAcme,1,plain\nCafÃ© Noir,2,itâ€™s 5 â‚¬\n"
                               "Ã\302\240 la carte,3,ok\nÉcole SÃO,4,é\n";
  static const char sound[] = "Company,City\nÀ la carte,São Paulo\nNÃO,Ãgua\nÂ,â\n";
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GfImport) import = import_text (broken);
  g_autoptr (GfImport) fine = import_text (sound);
  const GfProblem *problem = find_problem (import, GF_PROBLEM_MOJIBAKE);

  g_assert_null (find_problem (fine, GF_PROBLEM_MOJIBAKE));
  g_assert_nonnull (problem);
  g_assert_cmpuint (gf_import_count_kind (import, GF_PROBLEM_MOJIBAKE), ==, 1);
  g_assert_cmpuint (problem->row, ==, 2);
  g_assert_cmpint (problem->column, ==, 0);
  g_assert_cmpstr (problem->became, ==, "Café Noir");
  g_assert_cmpstr (problem->message, ==,
                   "Row 2, “Company”: “CafÃ© Noir” must be “Café Noir”: it was read in a wrong encoding "
                   "once. 4 texts are like this. Choose the encoding “UTF-8 (twice)” to mend them.");

  options->encoding = g_strdup ("UTF-8 (twice)");
  g_autoptr (GfImport) mended = import_bytes (broken, strlen (broken), options);
  GfTable *table = gf_import_get_table (mended);
  g_assert_null (find_problem (mended, GF_PROBLEM_MOJIBAKE));
  g_assert_cmpstr (gf_import_get_options (mended)->encoding, ==, "UTF-8 (twice)");
  g_assert_cmpstr (gf_column_get_name (gf_table_get_column (table, 1)), ==, "Façade");
  g_assert_cmpstr (gf_column_get_text (column (mended, "Company"), 1), ==, "Café Noir");
  g_assert_cmpstr (gf_column_get_text (column (mended, "Note"), 1), ==, "it’s 5 €");
  g_assert_cmpstr (gf_column_get_text (column (mended, "Company"), 2), ==, "à la carte");
  g_assert_cmpstr (gf_column_get_text (column (mended, "Company"), 3), ==, "École SÃO");
  g_assert_cmpstr (gf_column_get_text (column (mended, "Note"), 3), ==, "é");

  /* Read as windows-1252 by choice: the encoding that it has is the mend. */
  g_set_str (&options->encoding, "windows-1252");
  g_autoptr (GfImport) chosen = import_bytes (sound, strlen (sound), options);
  g_assert_nonnull (strstr (find_problem (chosen, GF_PROBLEM_MOJIBAKE)->message,
                            "Choose the encoding “UTF-8” to mend them."));
}

/* Rows of blank cells are no customers, wherever they are. */
static void
test_blank_rows (void)
{
  g_autoptr (GfImport) import = import_text ("Company,City,N\nAcme,Oslo,1\n,,\nBolt,Rome,2\n , ,\n,\n"
                                             "Core,Bonn\n,Kiel,\n,,\n");
  GfTable *table = gf_import_get_table (import);
  const GfProblem *problem = find_problem (import, GF_PROBLEM_FOOTER);

  g_assert_cmpuint (gf_table_get_n_rows (table), ==, 4);
  g_assert_cmpuint (gf_import_estimate_rows (import), ==, 4);
  g_assert_cmpstr (gf_column_get_text (column (import, "Company"), 2), ==, "Core");
  g_assert_cmpstr (gf_column_get_text (column (import, "City"), 3), ==, "Kiel");
  g_assert_cmpint (gf_column_get_column_type (column (import, "N")), ==, GF_COLUMN_NUMBER);
  g_assert_cmpuint (gf_import_count_kind (import, GF_PROBLEM_FOOTER), ==, 2);
  g_assert_nonnull (strstr (problem->message, "blank row at the end"));
  g_assert_cmpuint (gf_import_count_kind (import, GF_PROBLEM_SHORT_ROW), ==, 1);
  g_assert_cmpuint (find_problem (import, GF_PROBLEM_SHORT_ROW)->row, ==, 3);
  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    if (gf_import_get_problem (import, i)->row == 1)
      g_assert_cmpstr (gf_import_get_problem (import, i)->message, ==,
                       "3 blank rows were left out, the first behind row 1.");
}

/* What is not kept is counted by its kind, and summed up in a sentence. */
static void
test_problems_are_summed (void)
{
  g_autoptr (GString) text = g_string_new ("a,b,c\n1,2,3\n");

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "x\n");
  g_autoptr (GfImport) equal = import_text (text->str);
  g_autofree char *sum = gf_import_dup_more (equal, GF_PROBLEM_SHORT_ROW, 4990);
  g_assert_cmpuint (gf_import_count_kind (equal, GF_PROBLEM_SHORT_ROW), ==, 5000);
  g_assert_cmpuint (gf_import_count_kind (equal, GF_PROBLEM_LONG_ROW), ==, 0);
  g_assert_cmpuint (gf_import_get_n_stored (equal), ==, 1000);
  g_assert_cmpstr (sum, ==, "4,990 more rows have 1 cell where 3 are expected.");

  g_string_append (text, "y,z\n1,2,3\n");
  g_autoptr (GfImport) mixed = import_text (text->str);
  g_autofree char *others = gf_import_dup_more (mixed, GF_PROBLEM_SHORT_ROW, 1);
  g_assert_cmpuint (gf_import_count_kind (mixed, GF_PROBLEM_SHORT_ROW), ==, 5001);
  g_assert_cmpstr (others, ==, "1 more row has fewer cells than the 3 expected.");
}

/* A first line without an end is no name: it is shortened, and told. */
static void
test_endless_name (void)
{
  g_autofree char *line = g_strnfill (200000, 'x');
  g_autofree char *text = g_strconcat ("Company,", line, "\nAcme,1\n", NULL);
  g_autoptr (GfImport) import = import_text (text);
  const char *name = gf_column_get_name (gf_table_get_column (gf_import_get_table (import), 1));
  const GfProblem *problem = find_problem (import, GF_PROBLEM_LONG_NAME);

  g_assert_cmpint ((int) g_utf8_strlen (name, -1), ==, 1001);
  g_assert_true (g_str_has_suffix (name, "x…"));
  g_assert_nonnull (strstr (problem->message, "200,000 characters"));
  /* The name as read is not touched. */
  g_assert_cmpuint (strlen (gf_import_get_header (import)[1]), ==, 200000);
}

/* A list without names says so, unless somebody has said that it has none. */
static void
test_no_names_are_told (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GfImportOptions) options = gf_import_options_new ();

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "Acme %u,UK,%u,2023-01-%02u\n", i, 1000 + i, 1 + i % 28);
  g_autoptr (GfImport) guessed = import_text (text->str);
  options->n_header_rows = 0;
  g_autoptr (GfImport) said = import_bytes (text->str, text->len, options);

  g_assert_nonnull (find_problem (guessed, GF_PROBLEM_NO_NAMES));
  g_assert_null (find_problem (said, GF_PROBLEM_NO_NAMES));
}

/* Who comes again in a list of payments still has a name; one of a few groups is none. */
static void
test_repeated_names (void)
{
  g_autoptr (GString) text = g_string_new ("Name,Brand,MRR\n");

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "Firm %u,B%u,%u\n", i / 2, i % 4, i);
  g_autoptr (GfImport) import = import_text (text->str);
  g_assert_cmpint (gf_column_get_role (column (import, "Name")), ==, GF_ROLE_NAME);
  g_assert_cmpint (gf_column_get_role (column (import, "Brand")), ==, GF_ROLE_ATTRIBUTE);
}

/* Dates in several forms are dates; a spreadsheet's day among them is one, what is no date is told. */
static void
test_dates_in_several_forms (void)
{
  g_autoptr (GfImport) import = import_text (
    "Name,When\nA,03/04/2023\nB,25/12/2022\nC,2023-05-06\nD,12/31/2023\nE,\"Jan 5, 2024\"\n"
    "F,5.6.2023\nG,44927\nH,03/04/2023\nI,25/12/2022\nJ,2023-05-06\nK,5.6.2023\n");
  GfColumn *when = column (import, "When");

  g_assert_cmpint (gf_column_get_column_type (when), ==, GF_COLUMN_DATE);
  g_assert_cmpfloat (gf_column_get_number (when, 6), ==, 44927 - 25569);
  g_assert_cmpuint (find_problem (import, GF_PROBLEM_NOT_A_DATE)->row, ==, 4);

  /* Too many others: the column is none, but that is said. */
  g_autoptr (GfImport) mixed = import_text (
    "Name,When\nA,03/04/2023\nB,25/12/2022\nC,soon\nD,12/11/2023\nE,late\nF,5.6.2023\nG,12/11/2023\n");
  g_assert_cmpint (gf_column_get_column_type (column (mixed, "When")), ==, GF_COLUMN_CATEGORY);
  g_assert_cmpint (find_problem (mixed, GF_PROBLEM_MIXED_DATES)->column, ==, 1);
  g_assert_null (find_problem (import, GF_PROBLEM_MIXED_DATES));
}

static void
test_async_progress_and_cancel (void)
{
  g_autoptr (GString) text = g_string_new ("name,city,mrr\n");
  for (int i = 0; i < 200000; i++)
    g_string_append_printf (text, "Customer %d,City %d,%d\n", i, i % 100, i);
  g_autoptr (GFile) file = write_temporary (text->str, text->len);
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  double last = 0;

  gf_import_read_async (file, NULL, progress_cb, &last, NULL, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (GfImport) import = gf_import_read_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (import)), ==, 200000);
  g_assert_cmpfloat (last, ==, 1);
  g_clear_object (&result);

  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gf_import_read_async (file, NULL, NULL, NULL, NULL, cancellable, done_cb, &result);
  g_usleep (5000);
  g_cancellable_cancel (cancellable);
  gint64 start = g_get_monotonic_time ();
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("cancelled after %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_null (gf_import_read_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  g_clear_error (&error);

  gf_import_preview_async (file, NULL, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (GfImport) preview = gf_import_preview_finish (result, &error);
  g_assert_no_error (error);
  g_assert_false (gf_import_is_whole (preview));
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (preview)), >, 1000);
  g_assert_cmpuint (gf_import_estimate_rows (preview), >, 150000);
  g_assert_cmpuint (gf_import_estimate_rows (preview), <, 250000);
  g_clear_object (&result);
  g_file_delete (file, NULL, NULL);
}

static void
test_gzip (void)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP,
                                                                      6));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, packer);
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (stream, customers, strlen (customers), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  gsize length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory));
  const guint8 *data = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory));
  g_autoptr (GfImport) import = import_bytes (data, length, NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (import)), ==, 11);

  g_autoptr (GBytes) cut = g_bytes_new (data, length / 2);
  g_assert_null (gf_import_read_bytes (cut, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
append_packed (GByteArray *out,
               const char *text)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP,
                                                                      6));
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) packed = g_converter_convert_bytes (packer, bytes, &error);

  g_assert_no_error (error);
  g_byte_array_append (out, g_bytes_get_data (packed, NULL), (guint) g_bytes_get_size (packed));
}

/* Files put together with cat are one file to gzip; zeros behind them are none of it. */
static void
test_gzip_members (void)
{
  static const guint8 padding[600] = { 0 };
  g_autoptr (GByteArray) packed = g_byte_array_new ();

  append_packed (packed, "Company,Plan\nAcme,pro\n");
  append_packed (packed, "");
  append_packed (packed, "Birch,free\nCedar,pro\n");
  append_packed (packed, "Dune,pro\n");
  g_autoptr (GfImport) import = import_bytes ((const char *) packed->data, packed->len, NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (import)), ==, 4);

  g_byte_array_append (packed, padding, sizeof padding);
  g_autoptr (GfImport) padded = import_bytes ((const char *) packed->data, packed->len, NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (padded)), ==, 4);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (gf_import_get_table (padded), 0), 3), ==,
                   "Dune");
}

static void
assert_refused (const void *data,
                gsize       length,
                const char *says)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (gf_import_read_bytes (bytes, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, says));
}

/* Equal names are numbered, and no number makes another name of the file. */
static void
test_equal_names (void)
{
  g_autoptr (GfImport) import = import_text ("a,a,a (2),a,a,b\n1,2,3,4,5,6\n");
  static const char * const expected[] = { "a", "a (2)", "a (2) (2)", "a (3)", "a (4)", "b" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (gf_column_get_name (gf_table_get_column (gf_import_get_table (import), i)), ==,
                     expected[i]);
}

static void
assert_texts (const GfImport *import,
              const char     *name,
              const char     *expected)
{
  GfColumn *texts = column (import, name);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (gsize row = 0; row < gf_column_get_n_rows (texts); row++)
    g_string_append_printf (joined, "%s%s", row > 0 ? "|" : "", gf_column_get_text (texts, row));
  g_assert_cmpstr (joined->str, ==, expected);
}

/* A formatted report saved as CSV: what is told once for a group holds for its rows, totals are none. */
static void
test_groups (void)
{
  g_autoptr (GfImport) totals = import_text ("Region,Owner,Account,Amount\n"
                                             "North,Ann,Acme,10\n,,Birch,20\n,Bob,Cedar,5\n"
                                             "Subtotal,,,35\n"
                                             "South,Cid,Dune,7\n,,\"El\nm\",8\n"
                                             "Subtotal,,,15\n");
  assert_texts (totals, "Region", "North|North|North|South|South");
  assert_texts (totals, "Owner", "Ann|Ann|Bob|Cid|Cid");
  assert_texts (totals, "Account", "Acme|Birch|Cedar|Dune|El\nm");
  assert_texts (totals, "Amount", "10|20|5|7|8");
  g_assert_cmpuint (gf_import_count_kind (totals, GF_PROBLEM_GROUPS), ==, 1);
  g_assert_cmpuint (gf_import_count_kind (totals, GF_PROBLEM_TOTALS) +
                    gf_import_count_kind (totals, GF_PROBLEM_FOOTER), ==, 2);

  g_autoptr (GfImport) arrows = import_text ("Region ↑,Stage ↑,Account\n"
                                             "North,Won,Acme\n,,Birch\nSouth,,Cedar\n,Lost,Dune\n");
  assert_texts (arrows, "Region ↑", "North|North|South|South");
  /* A new region ends the stage of the one before. */
  assert_texts (arrows, "Stage ↑", "Won|Won||Lost");
}

/* Without such signs gaps are just not known. */
static void
test_no_groups (void)
{
  g_autoptr (GfImport) gaps = import_text ("Region,Account,Amount\nNorth,Acme,10\n,Birch,20\n,Cedar,5\n");
  g_autoptr (GfImport) first = import_text ("Region,Account,Amount\n,Acme,10\nNorth,Birch,20\nTotal,,30\n"
                                            ",Cedar,5\n");
  g_autoptr (GfImport) few = import_text ("Name,Account,Amount\na,b,1\nc,d,2\ne,f,3\ng,h,4\ni,j,5\nk,l,6\n"
                                          "m,n,7\no,p,8\nq,r,9\nTotal,,45\ns,t,10\nu,v,11\n,w,12\n");

  /* One total, and a number that stands below it. */
  g_autoptr (GfImport) stray = import_text ("Person,Region,Sales\nJoe,North,260\nRob,South,900\nTotal,,1160\n"
                                            ",,570\n");

  assert_texts (stray, "Person", "Joe|Rob|Total|");
  assert_texts (gaps, "Region", "North||");
  assert_texts (first, "Region", "|North|Total|");
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (few)), ==, 13);
  g_assert_cmpuint (gf_import_count_kind (gaps, GF_PROBLEM_GROUPS), ==, 0);
}

/* An archive with nothing in it is not damaged. */
static void
test_empty_archives (void)
{
  static const char zip[22] = "PK\5\6";
  g_autoptr (GByteArray) packed = g_byte_array_new ();

  assert_refused (zip, sizeof zip, "no table in this archive");
  append_packed (packed, "");
  assert_refused (packed->data, packed->len, "no table in this archive");
}

static void
test_tar (void)
{
  char tar[512] = "customers.csv";

  memcpy (tar + 257, "ustar", 5);
  assert_refused (tar, sizeof tar, "tar archive");
}

/* The decided options and the table's specs give the same again. */
static void
test_reading_again (void)
{
  g_autoptr (GfImport) first = import_text (customers);
  g_autoptr (GfImport) second = import_bytes (customers, strlen (customers),
                                              gf_import_get_options (first));
  GfTable *table = gf_import_get_table (first);
  guint n_columns = gf_table_get_n_columns (table);
  g_autofree GfColumnSpec *specs = g_new0 (GfColumnSpec, n_columns);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (gf_import_get_n_problems (first), ==, gf_import_get_n_problems (second));
  for (guint i = 0; i < n_columns; i++)
    specs[i] = *gf_column_get_spec (gf_table_get_column (table, i));
  for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
    g_ptr_array_add (lines, gf_table_dup_line (table, row));

  g_autoptr (GfTable) again = gf_table_new_from_lines (specs, n_columns,
                                                       (const char **) lines->pdata, lines->len,
                                                       NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_columns; i++)
    for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
      {
        GfColumn *a = gf_table_get_column (table, i), *b = gf_table_get_column (again, i);
        double x = gf_column_get_number (a, row), y = gf_column_get_number (b, row);

        g_assert_cmpstr (gf_column_get_text (a, row), ==, gf_column_get_text (b, row));
        g_assert_true (x == y || (isnan (x) && isnan (y)));
        g_assert_cmpuint (gf_column_get_code (a, row), ==, gf_column_get_code (b, row));
      }
}

/* A row that the user says holds the names is the only one that does, whatever stands around it. */
static void
test_said_names (void)
{
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  const char text[] = "Group,2023,\nList of all,customers,we have\nName,Country,Seats\nAcme,DE,3\nZweig,AT,4\n";

  g_assert_cmpint (options->names_row, ==, -1);
  for (int row = 0; row < 4; row++)
    {
      const char *names[] = { "Group", "List of all", "Name", "Acme" };

      options->names_row = row;
      g_autoptr (GfImport) import = import_bytes (text, strlen (text), options);
      GfTable *table = gf_import_get_table (import);
      g_assert_cmpstr (gf_column_get_name (gf_table_get_column (table, 0)), ==, names[row]);
      g_assert_cmpuint (gf_table_get_n_rows (table), ==, 4 - row);
      g_assert_cmpuint (gf_import_get_names_row (import), ==, row);
      g_assert_cmpint (gf_import_get_options (import)->n_header_rows, ==, row + 1);
    }

  /* Rows between the names and the customers can be left out as well. */
  options->names_row = 1;
  options->n_header_rows = 3;
  g_autoptr (GfImport) between = import_bytes (text, strlen (text), options);
  g_assert_cmpstr (gf_column_get_name (gf_table_get_column (gf_import_get_table (between), 1)), ==, "customers");
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (between)), ==, 2);
}

static GfColumn *
check_type (GfImport     *import,
            const char   *name,
            GfColumnType  type,
            GfColumnRole  role)
{
  GfColumn *found = column (import, name);

  g_assert_cmpstr (gf_column_type_get_nick (gf_column_get_column_type (found)), ==, gf_column_type_get_nick (type));
  g_assert_cmpstr (gf_column_role_get_nick (gf_column_get_role (found)), ==, gf_column_role_get_nick (role));

  return found;
}

/* Where most cells are numbers the others are mistakes in it if the name is that of a number, else that is asked. */
static void
test_mostly_numbers (void)
{
  g_autoptr (GfImport) named = import_text ("Company,Employees\nA,120\nB,n/a\nC,fifty\nD,40\nE,77\nF,30\nG,30\n"
                                            "H,NA\nI,15\nJ,15\nK,9999999999999999999\nL,12\n");
  g_autoptr (GfImport) unnamed = import_text ("Company,Desks\nA,120\nB,many\nC,fifty\nD,40\nE,77\nF,31\nG,30\n"
                                              "H,16\nI,15\nJ,14\nK,11\nL,12\n");
  g_autoptr (GfImport) few = import_text ("Company,Employees\nA,120\nB,many\nC,fifty\nD,40\nE,a few\nF,none yet\n");
  g_autoptr (GfImport) codes = import_text ("Company,Stock code\nA,22423\nB,85123A\nC,85099B\nD,22411\nE,22412\n"
                                            "F,22413\nG,22414\nH,22415\nI,22416\nJ,22417\nK,22418\nL,22419\n");
  const GfProblem *problem = find_problem (named, GF_PROBLEM_NOT_A_NUMBER);

  check_type (named, "Employees", GF_COLUMN_NUMBER, GF_ROLE_ATTRIBUTE);
  g_assert_nonnull (problem);
  g_assert_cmpuint (problem->row, ==, 3);
  g_assert_cmpstr (problem->text, ==, "fifty");
  g_assert_cmpuint (gf_import_count_kind (named, GF_PROBLEM_NOT_A_NUMBER), ==, 1);
  g_assert_null (find_problem (named, GF_PROBLEM_MIXED_NUMBERS));

  g_assert_nonnull (find_problem (unnamed, GF_PROBLEM_MIXED_NUMBERS));
  g_assert_cmpint (find_problem (unnamed, GF_PROBLEM_MIXED_NUMBERS)->column, ==, 1);

  g_assert_cmpint (gf_column_get_column_type (column (few, "Employees")), !=, GF_COLUMN_NUMBER);
  g_assert_null (find_problem (few, GF_PROBLEM_MIXED_NUMBERS));
  g_assert_null (find_problem (codes, GF_PROBLEM_MIXED_NUMBERS));
}

/* Customers without a name are counted, and the first is said. */
static void
test_unnamed (void)
{
  g_autoptr (GfImport) one = import_text ("Company,City\nAcme,Rome\n,Bonn\nCore,Kiel\nDash,Oslo\n");
  g_autoptr (GfImport) two = import_text ("Company,City\nAcme,Rome\n,Bonn\nCore,Kiel\nDash,Oslo\n,Bern\n");
  g_autoptr (GfImport) none = import_text ("Company,City\nAcme,Rome\nBolt,\nCore,Kiel\n");

  g_assert_nonnull (find_problem (one, GF_PROBLEM_UNNAMED));
  g_assert_cmpstr (find_problem (one, GF_PROBLEM_UNNAMED)->message, ==, "Row 2 has no name: “Company” is empty there.");
  g_assert_cmpuint (find_problem (two, GF_PROBLEM_UNNAMED)->row, ==, 2);
  g_assert_cmpstr (find_problem (two, GF_PROBLEM_UNNAMED)->message, ==,
                   "2 rows have no name, the first is row 2: “Company” is empty there.");
  g_assert_null (find_problem (none, GF_PROBLEM_UNNAMED));
}

/* What programs that copy a database write beside the customers says nothing about them. */
static void
test_bookkeeping (void)
{
  g_autoptr (GfImport) import = import_text ("name,is_deleted,_fivetran_synced,livemode,metadata,delinquent\n"
                                             "Acme,FALSE,2021-01-24 20:21:16,TRUE,{},FALSE\n"
                                             "Bolt,TRUE,2021-01-25 20:21:16,FALSE,\"{\"\"a\"\":1}\",TRUE\n"
                                             "Core,FALSE,2021-01-26 20:21:16,TRUE,{},FALSE\n");

  check_type (import, "is_deleted", GF_COLUMN_FLAG, GF_ROLE_IGNORE);
  check_type (import, "_fivetran_synced", GF_COLUMN_DATE, GF_ROLE_IGNORE);
  check_type (import, "livemode", GF_COLUMN_FLAG, GF_ROLE_IGNORE);
  g_assert_cmpint (gf_column_get_role (column (import, "metadata")), ==, GF_ROLE_IGNORE);
  check_type (import, "delinquent", GF_COLUMN_FLAG, GF_ROLE_ATTRIBUTE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/import/types-and-roles", test_types_and_roles);
  g_test_add_func ("/table/import/recognises-hubspot", test_recognises_hubspot);
  g_test_add_func ("/table/import/marks-and-orders", test_marks_and_orders);
  g_test_add_func ("/table/import/ragged-rows-are-kept", test_ragged_rows_are_kept);
  g_test_add_func ("/table/import/names", test_names);
  g_test_add_func ("/table/import/title-lines-and-no-header", test_title_lines_and_no_header);
  g_test_add_func ("/table/import/separator-line", test_separator_line);
  g_test_add_func ("/table/import/encodings", test_encodings);
  g_test_add_func ("/table/import/refused", test_refused);
  g_test_add_func ("/table/import/problems-are-all-counted", test_problems_are_all_counted);
  g_test_add_func ("/table/import/problems-tell-their-place", test_problems_tell_their_place);
  g_test_add_func ("/table/import/mojibake", test_mojibake);
  g_test_add_func ("/table/import/blank-rows", test_blank_rows);
  g_test_add_func ("/table/import/problems-are-summed", test_problems_are_summed);
  g_test_add_func ("/table/import/endless-name", test_endless_name);
  g_test_add_func ("/table/import/no-names-are-told", test_no_names_are_told);
  g_test_add_func ("/table/import/repeated-names", test_repeated_names);
  g_test_add_func ("/table/import/dates-in-several-forms", test_dates_in_several_forms);
  g_test_add_func ("/table/import/types-hold-for-the-whole-column",
                   test_types_hold_for_the_whole_column);
  g_test_add_func ("/table/import/async-progress-and-cancel", test_async_progress_and_cancel);
  g_test_add_func ("/table/import/gzip", test_gzip);
  g_test_add_func ("/table/import/gzip-members", test_gzip_members);
  g_test_add_func ("/table/import/empty-archives", test_empty_archives);
  g_test_add_func ("/table/import/tar", test_tar);
  g_test_add_func ("/table/import/equal-names", test_equal_names);
  g_test_add_func ("/table/import/groups", test_groups);
  g_test_add_func ("/table/import/no-groups", test_no_groups);
  g_test_add_func ("/table/import/said-names", test_said_names);
  g_test_add_func ("/table/import/mostly-numbers", test_mostly_numbers);
  g_test_add_func ("/table/import/unnamed", test_unnamed);
  g_test_add_func ("/table/import/bookkeeping", test_bookkeeping);
  g_test_add_func ("/table/import/reading-again", test_reading_again);

  return g_test_run ();
}
