/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "books.h"
#include "imported.h"
#include "gf-import.h"
#include "gf-sheet-value.h"
#include "gf-table-error.h"

#include <glib/gstdio.h>
#include <string.h>

static GfImport *
import_book (GBytes *bytes)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  GfImport *import = gf_import_read_bytes (owned, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static const GfProblem *
find_problem (const GfImport *import,
              GfProblemKind   kind)
{
  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    if (gf_import_get_problem (import, i)->kind == kind)
      return gf_import_get_problem (import, i);

  return NULL;
}

static void
assert_number (double      value,
               const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  gf_sheet_append_number (text, value);
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpfloat (g_ascii_strtod (text->str, NULL), ==, value);
}

static void
test_numbers (void)
{
  assert_number (12, "12");
  assert_number (-0.5, "-0.5");
  assert_number (0.1, "0.1");
  assert_number (0.1 + 0.2, "0.30000000000000004");
  assert_number (1e15, "1000000000000000");
  assert_number (12345678901234567890.0, "12345678901234567000");
  assert_number (1.5e-7, "0.00000015");
  assert_number (1e300, "1e+300");
  assert_number (9007199254740993.0, "9007199254740992");
}

static void
assert_value (double         value,
              GfSheetFormat  format,
              gboolean       from_1904,
              const char    *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  gf_sheet_append_value (text, value, format, from_1904);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Serial numbers as ECMA-376 part 1, 18.17.4, tells them. */
static void
test_dates (void)
{
  assert_value (1, GF_SHEET_DATE, FALSE, "1900-01-01");
  assert_value (59, GF_SHEET_DATE, FALSE, "1900-02-28");
  assert_value (60, GF_SHEET_DATE, FALSE, "60");
  assert_value (61, GF_SHEET_DATE, FALSE, "1900-03-01");
  assert_value (43831, GF_SHEET_DATE, FALSE, "2020-01-01");
  assert_value (2958465, GF_SHEET_DATE, FALSE, "9999-12-31");
  assert_value (2958466, GF_SHEET_DATE, FALSE, "2958466");
  assert_value (-1, GF_SHEET_DATE, FALSE, "-1");
  assert_value (0, GF_SHEET_DATE, TRUE, "1904-01-01");
  assert_value (42369, GF_SHEET_DATE, TRUE, "2020-01-01");
  assert_value (43831.645833333336, GF_SHEET_DATE_TIME, FALSE, "2020-01-01T15:30:00");
  assert_value (43831, GF_SHEET_DATE_TIME, FALSE, "2020-01-01T00:00:00");
  assert_value (43831.5, GF_SHEET_DATE, FALSE, "2020-01-01T12:00:00");
  assert_value (0.5, GF_SHEET_TIME, FALSE, "12:00:00");
  assert_value (0.999999999, GF_SHEET_TIME, FALSE, "1900-01-01T00:00:00");
  assert_value (10.632060185185186, GF_SHEET_DURATION, FALSE, "255:10:10");
}

static void
test_formats (void)
{
  static const struct { const char *code; GfSheetFormat format; } cases[] = {
    { "General", GF_SHEET_NUMBER },
    { "0.00", GF_SHEET_NUMBER },
    { "0.00E+00", GF_SHEET_NUMBER },
    { "#,##0 \"days\"", GF_SHEET_NUMBER },
    { "[Red]-#,##0", GF_SHEET_NUMBER },
    { "[$$-409]#,##0.00", GF_SHEET_NUMBER },
    { "0\\d", GF_SHEET_NUMBER },
    { "_(* #,##0_);_(* (#,##0)", GF_SHEET_NUMBER },
    { "yyyy-mm-dd;@", GF_SHEET_DATE },
    { "[$-409]d\\-mmm\\-yy", GF_SHEET_DATE },
    { "mmm", GF_SHEET_DATE },
    { "m/d/yy h:mm", GF_SHEET_DATE_TIME },
    { "h:mm AM/PM", GF_SHEET_TIME },
    { "mm:ss.0", GF_SHEET_TIME },
    { "[h]:mm:ss", GF_SHEET_DURATION },
    { "[mm]:ss", GF_SHEET_DURATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (gf_sheet_format_from_code (cases[i].code), ==, cases[i].format);
    }
}

static void
test_cells (void)
{
  g_autoptr (GfImport) import = import_book (make_xlsx (
    FALSE, "Data",
    "<sheetData><row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>MRR</t></is></c>"
    "<c t='str'><f>A()</f><v>Since</v></c><c t='inlineStr'><is><t>At</t></is></c>"
    "<c t='inlineStr'><is><t>Active</t></is></c><c t='inlineStr'><is><t>Share</t></is></c></row>"
    "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2'><v>0.10000000000000001</v></c>"
    "<c r='C2' s='1'><v>43831</v></c><c r='D2' s='2'><v>43831.645833333336</v></c>"
    "<c r='E2' t='b'><v>1</v></c><c r='F2' s='5'><v>0.52</v></c></row>"
    "<row r='4'><c r='F4' s='5'/><c r='E4' t='b'><v>0</v></c><c r='A4' t='s'><v>2</v></c>"
    "<c r='C4' t='d'><v>2021-05-06T00:00:00.000Z</v></c><c r='D4' s='3'><v>0.5</v></c>"
    "<c r='B4' t='e'><v>#N/A</v></c></row>"
    "<row r='5'><c r='A5' t='str'><f>B()</f><v></v></c><c r='B5'><f>C()</f></c>"
    "<c r='C5' s='1'><v>43831</v></c></row>"
    "<row r='1048576'><c r='A1048576' s='1'/></row></sheetData>", NULL));

  g_assert_cmpstr (gf_import_get_format (import), ==, "xlsx");
  assert_table (import, "Name|MRR|Since|At|Active|Share\n"
                "Rich text|0.1|2020-01-01|2020-01-01T15:30:00|TRUE|0.52\n"
                "a\rb|#N/A|2021-05-06|12:00:00|FALSE|\n||2020-01-01|||");
  const GfProblem *problem = find_problem (import, GF_PROBLEM_CELL_ERROR);
  g_assert_nonnull (problem);
  g_assert_cmpuint (problem->row, ==, 2);
  g_assert_cmpint (problem->column, ==, 1);
  g_assert_cmpstr (problem->column_name, ==, "MRR");
  g_assert_cmpstr (problem->text, ==, "#N/A");
  /* Two cells: one that failed, one that was never worked out; and the row that has no name. */
  g_assert_cmpuint (gf_import_count_kind (import, GF_PROBLEM_CELL_ERROR), ==, 2);
  g_assert_cmpuint (gf_import_count_kind (import, GF_PROBLEM_UNNAMED), ==, 1);
  g_assert_cmpuint (gf_import_get_n_problems (import), ==, 3);
}

static void
test_1904 (void)
{
  g_autoptr (GfImport) import = import_book (make_xlsx (
    TRUE, "Data", "<sheetData><row><c t='s'><v>0</v></c></row>"
    "<row><c s='1'><v>42369</v></c></row></sheetData>", NULL));

  assert_table (import, "Name\n2020-01-01");
}

#define TWO_ROWS "<sheetData><row><c t='inlineStr'><is><t>%s</t></is></c></row>" \
                 "<row><c><v>%d</v></c></row></sheetData>"

static void
test_choice_of_sheet (void)
{
  g_autofree char *a = g_strdup_printf (TWO_ROWS, "a", 1);
  g_autofree char *b = g_strdup_printf (TWO_ROWS, "b", 2);
  g_autofree char *c = g_strdup_printf (TWO_ROWS, "c", 3);
  g_autoptr (GBytes) book = make_xlsx (FALSE, "!Old", a, "Empty", "<sheetData/>", "Kunden", b,
                                       "Notes", c, NULL);
  g_autoptr (GfImport) usual = import_book (g_bytes_ref (book));
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *sheets = gf_import_get_sheets (usual);

  assert_table (usual, "b\n2");
  g_assert_cmpstr (gf_import_get_options (usual)->sheet, ==, "Kunden");
  g_assert_cmpuint (sheets->len, ==, 4);
  g_assert_true (((GfSourceSheet *) sheets->pdata[0])->hidden);
  g_assert_cmpstr (((GfSourceSheet *) sheets->pdata[2])->name, ==, "Kunden");
  g_assert_false (((GfSourceSheet *) sheets->pdata[2])->hidden);
  g_assert_nonnull (find_problem (usual, GF_PROBLEM_OTHER_SHEETS));

  options->sheet = g_strdup ("old");
  g_autoptr (GfImport) chosen = gf_import_read_bytes (book, options, NULL, &error);
  g_assert_no_error (error);
  assert_table (chosen, "a\n1");
  g_assert_null (find_problem (chosen, GF_PROBLEM_OTHER_SHEETS));

  g_set_str (&options->sheet, "Empty");
  g_assert_null (gf_import_read_bytes (book, options, NULL, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY);
  g_clear_error (&error);

  g_set_str (&options->sheet, "Clients");
  g_assert_null (gf_import_read_bytes (book, options, NULL, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "Kunden"));
}

static void
test_titles_and_empty_rows (void)
{
  g_autoptr (GfImport) import = import_book (make_grid (
    "Our customers\n\nName|City|MRR\nAcme|Oslo|12\n\nBeta|Rome|7.5\n| |", NULL));

  assert_table (import, "Name|City|MRR\nAcme|Oslo|12\nBeta|Rome|7.5");
  g_assert_cmpint (gf_import_get_options (import)->n_header_rows, ==, 3);
  g_assert_nonnull (find_problem (import, GF_PROBLEM_TITLES));
  /* An empty row above the names is nothing to tell of. */
  g_assert_cmpuint (gf_import_get_n_problems (import), ==, 1);
}

/* In the far corner: what lies between takes neither memory nor time. */
static void
table_far_from_the_corner (void)
{
  g_autoptr (GfImport) import = import_book (make_xlsx (
    FALSE, "A", "<sheetData><row r='1048575'><c r='XFC1048575' t='inlineStr'><is><t>Name</t></is></c>"
    "<c r='XFD1048575' t='inlineStr'><is><t>Seats</t></is></c></row>"
    "<row r='1048576'><c r='XFC1048576' t='inlineStr'><is><t>Acme</t></is></c>"
    "<c r='XFD1048576'><v>12</v></c></row></sheetData>", NULL));
  const GfTable *table = gf_import_get_table (import);

  g_assert_cmpuint (gf_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (table, "Seats"), 0), ==, "12");
}

static void
test_notes_above (void)
{
  g_autoptr (GfImport) import = import_book (make_grid (
    "All customers\nas of|May 2024||draft\nread|me|first\nName|City|Tier|MRR\nAcme|Oslo|A|12\n"
    "Beta|Rome|B|7.5", NULL));

  assert_table (import, "Name|City|Tier|MRR\nAcme|Oslo|A|12\nBeta|Rome|B|7.5");
  g_assert_cmpint (gf_import_get_options (import)->n_header_rows, ==, 4);
  g_assert_cmpuint (gf_import_get_names_row (import), ==, 3);
  g_assert_cmpuint (gf_import_get_n_problems (import), ==, 3);
}

static void
test_names_in_two_rows (void)
{
  const char *lines = "Name|Revenue||Usage|\n|2023|2024|Seats|Logins\nAcme|10|20|3|4\nBeta|5|6|7|8";
  g_autoptr (GBytes) book = make_grid (lines,
                                       "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/>"
                                       "<mergeCell ref='D1:E1'/></mergeCells>");
  g_autoptr (GfImport) import = import_book (g_bytes_ref (book));
  const char *expected = "Name|Revenue - 2023|Revenue - 2024|Usage - Seats|Usage - Logins\n"
                         "Acme|10|20|3|4\nBeta|5|6|7|8";

  assert_table (import, expected);
  g_assert_cmpint (gf_import_get_options (import)->n_header_rows, ==, 2);
  g_assert_nonnull (find_problem (import, GF_PROBLEM_JOINED_NAMES));
  g_assert_null (find_problem (import, GF_PROBLEM_TITLES));

  /* Read again as it was decided it is the same. */
  g_autoptr (GfImport) again = gf_import_read_bytes (book, gf_import_get_options (import), NULL,
                                                     NULL);
  assert_table (again, expected);
}

static void
test_joined_cells (void)
{
  g_autoptr (GfImport) import = import_book (make_grid (
    "Country|Name|MRR\nNorway|Acme|1\n|Beta|2\nItaly|Gamma|3",
    "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>"));

  assert_table (import, "Country|Name|MRR\nNorway|Acme|1\nNorway|Beta|2\nItaly|Gamma|3");
  g_assert_nonnull (find_problem (import, GF_PROBLEM_GROUPS));
}

/* A formatted report of Salesforce. */
static void
test_grouped_report (void)
{
  g_autoptr (GfImport) import = import_book (make_grid (
    "Account Report\nAs of 2024-05-01\n\n"
    "State ↑|Type ↑|Account Name|Revenue\n"
    "CA|Customer|Acme|100\n||Max|200\n|Partner|Beta|50\n|Subtotal|Sum|350\n||Count|3\n"
    "NY|Customer|Gamma|70\n|Subtotal|Sum|70\n||Count|1\n"
    "Total||Sum|420\n||Count|4", NULL));

  assert_table (import, "State ↑|Type ↑|Account Name|Revenue\n"
                "CA|Customer|Acme|100\nCA|Customer|Max|200\nCA|Partner|Beta|50\n"
                "NY|Customer|Gamma|70");
  g_assert_nonnull (find_problem (import, GF_PROBLEM_GROUPS));
  const GfProblem *total = find_problem (import, GF_PROBLEM_TOTALS);
  g_assert_nonnull (total);
  g_assert_cmpstr (total->text, ==, "Subtotal Sum 350");
}

/* Gaps alone make no report, and a customer may be called Total. */
static void
test_gaps_stay (void)
{
  const char *lines = "Segment|Name|MRR\nSmall|Acme|1\n|Beta|2\n|Total|3\nLarge|Sum|4";
  g_autoptr (GfImport) import = import_book (make_grid (lines, NULL));

  assert_table (import, lines);
  g_assert_cmpuint (gf_import_get_n_problems (import), ==, 0);
}

#define CELL(type, rest) "<table:table-cell office:value-type='" type "' " rest "</table:table-cell>"

static void
test_opendocument (void)
{
  g_autoptr (GfImport) import = import_book (make_ods (
    "<style:style style:name='h'><style:table-properties table:display='false'/></style:style>",
    "<table:table table:name='Old' table:style-name='h'><table:table-row>"
    CELL ("string", "><text:p>old</text:p>") "</table:table-row></table:table>"
    "<table:table table:name='Data'><table:table-column table:number-columns-repeated='16384'/>"
    "<table:table-header-rows><table:table-row>"
    CELL ("string", "><text:p>Name</text:p>") CELL ("string", "><text:p>MRR</text:p>")
    CELL ("string", "><text:p>Since</text:p>") CELL ("string", "><text:p>Active</text:p>")
    CELL ("string", "><text:p>Time</text:p>")
    "<table:table-cell table:number-columns-repeated='16379'/></table:table-row>"
    "</table:table-header-rows><table:table-row>"
    CELL ("string", "><office:annotation><text:p>note</text:p></office:annotation>"
          "<text:p>A<text:s text:c='2'/>B\n   <text:span>C</text:span></text:p>"
          "<text:p>D</text:p>")
    CELL ("currency", "office:value='1250.50' office:currency='EUR'><text:p>1.250,50 €</text:p>")
    CELL ("date", "office:date-value='2024-05-01'><text:p>01.05.24</text:p>")
    CELL ("boolean", "office:boolean-value='true'><text:p>WAHR</text:p>")
    CELL ("time", "office:time-value='PT10H05M00.5S'><text:p>10:05</text:p>")
    "</table:table-row>"
    "<table:table-row table:number-rows-repeated='2'>"
    CELL ("string", "table:number-columns-repeated='2'><text:p>x</text:p>")
    "<table:covered-table-cell/><table:table-cell/>"
    CELL ("string", "calcext:value-type='error'><text:p>#DIV/0!</text:p>")
    "</table:table-row>"
    "<table:table-row table:number-rows-repeated='1048000'>"
    "<table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    "</table:table>"));

  g_assert_cmpstr (gf_import_get_format (import), ==, "ods");
  assert_table (import, "Name|MRR|Since|Active|Time\n"
                "A  B C\nD|1250.5|2024-05-01|TRUE|10:05:00.5\n"
                "x|x|||#DIV/0!\nx|x|||#DIV/0!");
  g_assert_cmpuint (gf_import_get_sheets (import)->len, ==, 2);
  g_assert_true (((GfSourceSheet *) gf_import_get_sheets (import)->pdata[0])->hidden);
  g_assert_nonnull (find_problem (import, GF_PROBLEM_CELL_ERROR));
}

static void
test_archives (void)
{
  g_autoptr (GBytes) zip = make_zip ("__MACOSX/._a.csv", "x", "readme.pdf", "%PDF-", "folder/", "",
                                     "folder\\subscribed.csv", "email,city\na@b.c,Oslo\n",
                                     "cleaned.csv", "email;city\nd@e.f;Rome\n", NULL);
  g_autoptr (GfImport) first = import_book (g_bytes_ref (zip));
  g_autoptr (GfImportOptions) options = gf_import_options_new ();

  assert_table (first, "File|email|city\nsubscribed.csv|a@b.c|Oslo\ncleaned.csv|d@e.f|Rome");
  g_assert_cmpstr (gf_import_get_format (first), ==, "csv");
  g_assert_cmpstr (gf_import_get_options (first)->sheet, ==, "*.csv");
  g_assert_cmpuint (gf_import_get_sheets (first)->len, ==, 3);
  g_assert_nonnull (find_problem (first, GF_PROBLEM_OTHER_SHEETS));

  options->sheet = g_strdup ("cleaned.csv");
  g_autoptr (GfImport) second = gf_import_read_bytes (zip, options, NULL, NULL);
  assert_table (second, "email|city\nd@e.f|Rome");
  g_assert_cmpint (gf_import_get_options (second)->delimiter, ==, ';');

  assert_refused (make_zip ("readme.pdf", "%PDF-", NULL), "no table");
  assert_refused (make_zip ("a.csv", "%PDF-1.7 and so on", NULL), "PDF");
}

static guint
count_problems (const GfImport *import,
                GfProblemKind   kind)
{
  return (guint) gf_import_count_kind (import, kind);
}

static void
append_row (GString            *data,
            const char * const *cells)
{
  g_string_append (data, "<row>");
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (*cells[i] == '\0')
        g_string_append (data, "<c/>");
      else if (g_ascii_isdigit (*cells[i]))
        g_string_append_printf (data, "<c><v>%s</v></c>", cells[i]);
      else
        g_string_append_printf (data, "<c t='inlineStr'><is><t>%s</t></is></c>", cells[i]);
    }
  g_string_append (data, "</row>");
}

static GfImport *
import_with_end (const char * const *last,
                 const char * const *very_last)
{
  g_autoptr (GString) data = g_string_new ("<sheetData>");
  static const char * const names[] = { "Acme", "Bolt", "Core", "Dash", "Echo", "Fire" };

  append_row (data, (const char *[]) { "Company", "City", "Employees", "Founded", NULL });
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    append_row (data, (const char *[]) { names[i], i % 2 ? "Oslo" : "Bonn", i % 2 ? "12" : "40", "1999", NULL });
  append_row (data, last);
  append_row (data, very_last);
  g_string_append (data, "</sheetData>");

  return import_book (make_xlsx (FALSE, "Data", data->str, NULL));
}

/* A note that is spread over cells below the table is no customer; a customer of whom little is known is one. */
static void
test_note_below (void)
{
  g_autoptr (GfImport) noted = import_with_end ((const char *[]) { "This", "was", NULL },
                                                (const char *[]) { "", "", "made by hand", NULL });
  g_autoptr (GfImport) sparse = import_with_end ((const char *[]) { "Gold", "Kiel", NULL },
                                                 (const char *[]) { "Hill", NULL });
  g_autoptr (GfImport) odd = import_with_end ((const char *[]) { "Gold", "Kiel", "unknown", NULL },
                                              (const char *[]) { "Hill", "Kiel", "15", NULL });

  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (noted)), ==, 6);
  g_assert_cmpuint (count_problems (noted, GF_PROBLEM_FOOTER), ==, 2);
  g_assert_cmpuint (count_problems (noted, GF_PROBLEM_NOT_A_NUMBER), ==, 0);
  g_assert_cmpstr (find_problem (noted, GF_PROBLEM_FOOTER)->text, ==, "This was");
  g_assert_cmpuint (find_problem (noted, GF_PROBLEM_FOOTER)->row, ==, 7);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (sparse)), ==, 8);
  g_assert_cmpuint (count_problems (sparse, GF_PROBLEM_FOOTER), ==, 0);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (odd)), ==, 8);
}

/* Files with the same columns are one table, each with its own marks, encoding and order; what is read
   once is read so again. */
static void
test_files_put_together (void)
{
  g_autoptr (GBytes) zip = make_zip ("x/a.csv", "Email,City,Plan\na@b.c,Oslo,pro\n,,\nb@b.c,\"Bonn, am Rhein\"\n",
                                     "deals.csv", "Deal,Amount\nx,1\n",
                                     "x/b.csv", "City;Email;Plan;Left\nK\366ln;d@e.f;free;2024-01-01\n"
                                     "Total;;;3\nRom;e@e.f;\"\"\"new\"\" one\";\nTotal;;;2\n", NULL);
  static const char expected[] = "File|Email|City|Plan|Left\na.csv|a@b.c|Oslo|pro|\n"
                                 "a.csv|b@b.c|Bonn, am Rhein||\nb.csv|d@e.f|Köln|free|2024-01-01\n"
                                 "b.csv||Total||3\nb.csv|e@e.f|Rom|\"new\" one|";
  g_autoptr (GfImport) import = import_book (g_bytes_ref (zip));
  g_autoptr (GfImport) again = gf_import_read_bytes (zip, gf_import_get_options (import), NULL, NULL);
  g_autoptr (GfImportOptions) options = gf_import_options_new ();

  assert_table (import, expected);
  assert_table (again, expected);
  g_assert_cmpuint (count_problems (import, GF_PROBLEM_OTHER_SHEETS), ==, 2);
  g_assert_cmpuint (count_problems (import, GF_PROBLEM_ENCODING), ==, 1);
  g_assert_cmpuint (count_problems (import, GF_PROBLEM_FOOTER), ==, 2);
  g_assert_cmpuint (count_problems (import, GF_PROBLEM_SHORT_ROW), >, 0);
  for (gsize i = 0; i < gf_import_get_n_stored (import); i++)
    g_test_message ("%s", gf_import_get_problem (import, i)->message);

  options->sheet = g_strdup ("x/b.csv");
  g_autoptr (GfImport) single = gf_import_read_bytes (zip, options, NULL, NULL);
  g_assert_cmpuint (gf_table_get_n_columns (gf_import_get_table (single)), ==, 4);
  g_assert_cmpuint (count_problems (single, GF_PROBLEM_OTHER_SHEETS), ==, 0);
}

/* Of the members that may be tables the first that is one is taken, not the first. */
static void
test_archive_choice (void)
{
  static const char table[] = "name,city\nAcme,Oslo\n";
  g_autoptr (GfImport) behind = import_book (make_zip ("README.txt", "Hello, you.\n\nAll is well.\n",
                                                       "customers.csv", table, NULL));
  g_autoptr (GfImport) empty = import_book (make_zip ("a.csv", "", "notes.csv", "only words\nhere\n",
                                                      "c.csv", table, NULL));
  g_autoptr (GfImport) texts = import_book (make_zip ("LICENSE.txt", "a,b\n1,2\n",
                                                      "customers.txt", table, NULL));
  g_autoptr (GfImport) list = import_book (make_zip ("README.txt", "a,b\n1,2\n",
                                                     "list.txt", "name\nAcme\n", NULL));

  g_assert_cmpstr (gf_import_get_options (behind)->sheet, ==, "customers.csv");
  assert_table (behind, "name|city\nAcme|Oslo");
  g_assert_cmpstr (gf_import_get_options (empty)->sheet, ==, "c.csv");
  g_assert_cmpstr (gf_import_get_options (texts)->sheet, ==, "customers.txt");
  g_assert_cmpstr (gf_import_get_options (list)->sheet, ==, "list.txt");
  g_assert_nonnull (find_problem (list, GF_PROBLEM_OTHER_SHEETS));
}

static void
test_refused (void)
{
  g_autoptr (GBytes) zip = make_zip ("a.csv", "a,b\n1,2\n", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (zip, &size);
  g_autofree guint8 *locked = g_memdup2 (data, size);

  assert_refused (make_zip ("[Content_Types].xml", "<Types/>", "xl/workbook.bin", "", NULL), "xlsb");
  assert_refused (make_zip ("[Content_Types].xml", "<Types/>", "word/document.xml", "", NULL),
                  "text document");
  assert_refused (make_ods ("", "<table:table/>"), "no sheet with customers");
  assert_refused (make_xlsx (FALSE, "A", "<!DOCTYPE a [<!ENTITY x 'y'>]><sheetData/>", NULL),
                  "damaged");
  assert_refused (make_zip ("content.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", NULL),
                  "abbreviations");
  assert_refused (make_zip ("META-INF/manifest.xml", "<m><encryption-data/></m>", "content.xml", "x",
                            NULL), "password");
  assert_refused (make_xlsx (FALSE, "A", "<sheetData><row><c t='s'><v>99</v></c></row></sheetData>",
                             NULL), "missing");
  assert_refused (make_xlsx (FALSE, "A", "<sheetData><row><c r='XFE1'><v>1</v></c></row></sheetData>",
                             NULL), "larger");

  /* The flag that says that a member is encrypted, in its header and in the directory. */
  for (gsize i = 0; i + 8 < size; i++)
    if (memcmp (locked + i, "PK\3\4", 4) == 0)
      locked[i + 6] |= 1;
    else if (memcmp (locked + i, "PK\1\2", 4) == 0)
      locked[i + 8] |= 1;
  assert_refused (g_bytes_new (locked, size), "password");
}

static void
test_bombs (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *zeros = g_strnfill ((256u << 20) + 1, '0');

  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "<a>");
  assert_refused (make_xlsx (FALSE, "A", deep->str, NULL), "nested");
  assert_refused (make_zip ("a.csv", zeros, NULL), "two hundred times");
  assert_refused (make_ods ("", "<table:table><table:table-row>"
                            CELL ("float", "office:value='1' "
                                  "table:number-columns-repeated='2000000000'>")
                            "</table:table-row></table:table>"), "repeats");
  assert_refused (make_ods ("", "<table:table><table:table-row "
                            "table:number-rows-repeated='2000000000'>"
                            CELL ("float", "office:value='1'>")
                            "</table:table-row></table:table>"), "larger");
}

/* Whatever is missing at the end, or wrong in the middle, a sentence comes and nothing else. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) book = make_grid ("Name|MRR\nAcme|1\nBeta|2", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (book, &size);

  for (gsize length = 4; length < size; length += 7)
    assert_refused (g_bytes_new (data, length), "");
  for (gsize i = 4; i < size; i += 3)
    {
      g_autofree guint8 *changed = g_memdup2 (data, size);
      g_autoptr (GError) error = NULL;

      changed[i] ^= 0x55;
      g_autoptr (GBytes) bytes = g_bytes_new (changed, size);
      g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);
      g_assert_true (import != NULL || g_str_has_suffix (error->message, "."));
    }
}

static void
test_names_of_files (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *xls = g_build_filename (folder, "export.xls", NULL);
  g_autofree char *xlsx = g_build_filename (folder, "export.xlsx", NULL);
  g_autoptr (GFile) text = g_file_new_for_path (xls);
  g_autoptr (GFile) broken = g_file_new_for_path (xlsx);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (xls, "a\tb\n1\t2\n", -1, NULL));
  g_assert_true (g_file_set_contents (xlsx, "a,b\n1,2\n", -1, NULL));
  g_autoptr (GfImport) import = gf_import_read (text, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_table (import, "a|b\n1|2");
  g_assert_cmpstr (gf_import_get_format (import), ==, "csv");
  g_assert_null (gf_import_get_sheets (import));
  g_assert_null (gf_import_read (broken, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (xls, "<html><table><tr><td>a", -1, NULL));
  g_assert_null (gf_import_read (text, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_FORMAT);
  g_unlink (xls);
  g_unlink (xlsx);
  g_rmdir (folder);
}

static GFile *
write_long_book (gsize n_rows)
{
  g_autoptr (GString) lines = g_string_new ("Name|Here|\n|City|MRR");

  for (gsize i = 0; i < n_rows; i++)
    g_string_append_printf (lines, "\nCustomer number %" G_GSIZE_FORMAT "|Oslo|%" G_GSIZE_FORMAT, i,
                            i % 997);

  g_autoptr (GBytes) book = make_grid (lines->str, "<mergeCells><mergeCell ref='A1:A2'/>"
                                       "<mergeCell ref='B1:C1'/></mergeCells>");
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("goodfit-XXXXXX.xlsx", &stream, NULL);
  g_assert_true (g_file_replace_contents (file, g_bytes_get_data (book, NULL),
                                          g_bytes_get_size (book), NULL, FALSE, 0, NULL, NULL,
                                          NULL));

  return g_steal_pointer (&file);
}

static void
test_preview (void)
{
  g_autoptr (GFile) file = write_long_book (50000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) preview = gf_import_preview (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (gf_import_is_whole (preview));
  /* The joined cells stand at the end of the file. */
  g_assert_nonnull (gf_table_find_column (gf_import_get_table (preview), "Here - City"));
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (preview)), <, 20000);
  g_assert_cmpuint (gf_import_estimate_rows (preview), >, 40000);
  g_assert_cmpuint (gf_import_estimate_rows (preview), <, 60000);
  g_file_delete (file, NULL, NULL);
}

typedef struct
{
  GCancellable *cancellable;
  double last;
} Heard;

static void
cancel_cb (double   share,
           gpointer user_data)
{
  Heard *heard = user_data;

  g_assert_cmpfloat (share, >=, heard->last);
  heard->last = share;
  if (share > 0.4 && heard->cancellable != NULL)
    g_cancellable_cancel (heard->cancellable);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (GFile) file = write_long_book (20000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Heard heard = { cancellable, 0 }, all = { NULL, 0 };

  g_assert_null (gf_import_read (file, NULL, cancel_cb, &heard, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (heard.last, <, 0.7);

  g_autoptr (GfImport) import = gf_import_read (file, NULL, cancel_cb, &all, NULL, NULL);
  g_assert_cmpuint (gf_table_get_n_rows (gf_import_get_table (import)), ==, 20000);
  g_assert_cmpfloat (all.last, >, 0.9);
  g_file_delete (file, NULL, NULL);
}

/* The row that the user says holds the names is the only one that does, though cells above it are joined. */
static void
test_said_names (void)
{
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GBytes) bytes = make_grid ("Customer||Revenue|\nName|Country|2023|2024\nAcme|DE|3|4\nZweig|AT|5|6",
                                        "<mergeCells count=\"2\"><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/></mergeCells>");
  g_autoptr (GError) error = NULL;

  options->names_row = 1;
  g_autoptr (GfImport) import = gf_import_read_bytes (bytes, options, NULL, &error);
  g_assert_no_error (error);
  assert_table (import, "Name|Country|2023|2024\nAcme|DE|3|4\nZweig|AT|5|6");

  options->names_row = 2;
  g_autoptr (GfImport) below = gf_import_read_bytes (bytes, options, NULL, &error);
  g_assert_no_error (error);
  assert_table (below, "Acme|DE|3|4\nZweig|AT|5|6");
}

/* What stands below the table is none of its rows, and is told. */
static void
test_footers (void)
{
  static const char * const lines[] = {
    "Name|Country|Seats\nAcme|DE|3\nZweig|AT|4\n|| \nGrand Totals (2 records)||7\n\n"
    "Confidential Information - Do Not Distribute\nCopyright (c) 2000-2026 Somebody. All rights reserved.",
    "Region|Name|Seats\nNorth|Acme|3\n|Zweig|4\n|Neu|4\nSouth|Vier|5\n|Sechs|4\nTotal||20\n"
    "Copyright (c) 2026 Somebody",
  };
  static const char * const tables[] = {
    "Name|Country|Seats\nAcme|DE|3\nZweig|AT|4",
    "Region|Name|Seats\nNorth|Acme|3\nNorth|Zweig|4\nNorth|Neu|4\nSouth|Vier|5\nSouth|Sechs|4",
  };
  static const gsize n_left_out[] = { 3, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GfImport) import = import_book (make_grid (lines[i], NULL));
      gsize n = 0;

      assert_table (import, tables[i]);
      for (gsize j = 0; j < gf_import_get_n_stored (import); j++)
        {
          const GfProblem *problem = gf_import_get_problem (import, j);

          n += (problem->kind == GF_PROBLEM_FOOTER || problem->kind == GF_PROBLEM_TOTALS) && problem->text != NULL;
        }
      g_assert_cmpuint (n, ==, n_left_out[i]);
    }
}

/* A sheet that only says what the others hold is not the list. */
static void
test_cover_sheet (void)
{
  const char *cover = "<sheetData><row><c t=\"inlineStr\"><is><t>Customers of Brightloom</t></is></c></row>"
                      "<row r=\"3\"><c t=\"inlineStr\"><is><t>See the next sheet.</t></is></c></row></sheetData>";
  const char *table = "<sheetData><row><c t=\"inlineStr\"><is><t>Name</t></is></c>"
                      "<c t=\"inlineStr\"><is><t>Seats</t></is></c></row>"
                      "<row><c t=\"inlineStr\"><is><t>Acme</t></is></c><c><v>3</v></c></row>"
                      "<row><c t=\"inlineStr\"><is><t>Zweig</t></is></c><c><v>4</v></c></row></sheetData>";
  g_autoptr (GBytes) bytes = make_xlsx (FALSE, "Read me", cover, "List", table, NULL);
  g_autoptr (GfImport) import = import_book (g_bytes_ref (bytes));
  g_autoptr (GfImport) alone = import_book (make_xlsx (FALSE, "Read me", cover, NULL));
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GError) error = NULL;

  assert_table (import, "Name|Seats\nAcme|3\nZweig|4");
  g_assert_cmpstr (gf_import_get_options (import)->sheet, ==, "List");
  g_assert_nonnull (find_problem (import, GF_PROBLEM_OTHER_SHEETS));
  g_assert_cmpstr (gf_import_get_options (alone)->sheet, ==, "Read me");

  /* Who asks for it gets it. */
  options->sheet = g_strdup ("Read me");
  g_autoptr (GfImport) asked = gf_import_read_bytes (bytes, options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gf_table_get_n_columns (gf_import_get_table (asked)), ==, 1);
}

#define OPEN_CELL "<table:table-cell office:value-type='string'><text:p>"

/* Small files with a great deal in them. */
static void
test_small_files (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autofree char *longer = g_strnfill ((1u << 20) + 1, 'a');
  g_autofree char *row = g_strdup_printf ("<table:table><table:table-row "
                                          "table:number-rows-repeated='10000'>"
                                          OPEN_CELL "%s</text:p></table:table-cell>"
                                          "</table:table-row></table:table>", long_text);
  g_autofree char *cell = g_strdup_printf ("<sheetData><row r='7'><c r='C7' t='inlineStr'><is><t>%s"
                                           "</t></is></c></row></sheetData>", longer);
  g_autoptr (GString) spaces = g_string_new ("<table:table><table:table-row>"
                                             OPEN_CELL);
  g_autoptr (GString) joined = g_string_new ("<sheetData><row r='1'><c t='inlineStr'><is><t>Name</t>"
                                             "</is></c><c t='inlineStr'><is><t>N</t></is></c></row>"
                                             "<row><c t='inlineStr'><is><t>");

  for (guint i = 0; i < 1000; i++)
    g_string_append (spaces, "<text:s text:c=\"65536\"/>");
  g_string_append (spaces, "</text:p></table:table-cell></table:table-row></table:table>");
  assert_refused (make_ods ("", spaces->str), "row 1, column 1 of the sheet holds more than 1 MB");
  assert_refused (make_ods ("", row), "two hundred times");
  assert_refused (make_xlsx (FALSE, "A", cell, NULL), "row 7, column 3 of the sheet holds more");

  /* One long text over many rows, by joining them. */
  g_string_append_printf (joined, "%s</t></is></c><c><v>1</v></c></row>", long_text);
  for (guint i = 0; i < 2000; i++)
    g_string_append (joined, "<row><c/><c><v>1</v></c></row>");
  g_string_append (joined, "</sheetData><mergeCells><mergeCell ref='A2:A2001'/></mergeCells>");
  assert_refused (make_xlsx (FALSE, "A", joined->str, NULL), "two hundred times");
}

/* No member is larger than may be, but all together are. */
static void
test_many_large_members (void)
{
  g_autoptr (GString) text = g_string_new ("Name,Plan\n");
  g_autofree char *cell = g_strnfill (64u << 10, 'a');

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (text, "%s,pro\n", cell);
  assert_refused (make_zip ("a.csv", text->str, "b.csv", text->str, "c.csv", text->str, "d.csv",
                            text->str, "e.csv", text->str, NULL), "two hundred times");
}

/* Ranges over each other, which no spreadsheet can have, take no longer than others. */
static void
test_many_joined (void)
{
  g_autoptr (GString) text = g_string_new ("<sheetData><row><c t='inlineStr'><is><t>Name</t></is></c>"
                                           "<c t='inlineStr'><is><t>N</t></is></c></row>"
                                           "<row><c t='inlineStr'><is><t>Acme</t></is></c></row>");
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "<row><c/><c><v>1</v></c></row>");
  g_string_append (text, "</sheetData><mergeCells>");
  for (guint i = 0; i < 65536; i++)
    g_string_append (text, "<mergeCell ref='A2:A20001'/>");
  g_string_append (text, "</mergeCells>");

  g_autoptr (GBytes) book = make_xlsx (FALSE, "A", text->str, NULL);
  g_timer_start (timer);
  g_autoptr (GfImport) import = import_book (g_steal_pointer (&book));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 4);
  g_assert_cmpstr (gf_column_get_text (gf_table_get_column (gf_import_get_table (import), 0), 19999),
                   ==, "Acme");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/sheets/numbers", test_numbers);
  g_test_add_func ("/table/sheets/dates", test_dates);
  g_test_add_func ("/table/sheets/formats", test_formats);
  g_test_add_func ("/table/sheets/cells", test_cells);
  g_test_add_func ("/table/sheets/1904", test_1904);
  g_test_add_func ("/table/sheets/choice", test_choice_of_sheet);
  g_test_add_func ("/table/sheets/titles-and-empty-rows", test_titles_and_empty_rows);
  g_test_add_func ("/table/sheets/table-far-from-the-corner", table_far_from_the_corner);
  g_test_add_func ("/table/sheets/notes-above", test_notes_above);
  g_test_add_func ("/table/sheets/names-in-two-rows", test_names_in_two_rows);
  g_test_add_func ("/table/sheets/joined-cells", test_joined_cells);
  g_test_add_func ("/table/sheets/grouped-report", test_grouped_report);
  g_test_add_func ("/table/sheets/gaps-stay", test_gaps_stay);
  g_test_add_func ("/table/sheets/opendocument", test_opendocument);
  g_test_add_func ("/table/sheets/small-files", test_small_files);
  g_test_add_func ("/table/sheets/many-joined", test_many_joined);
  g_test_add_func ("/table/sheets/many-large-members", test_many_large_members);
  g_test_add_func ("/table/sheets/archives", test_archives);
  g_test_add_func ("/table/sheets/archive-choice", test_archive_choice);
  g_test_add_func ("/table/sheets/note-below", test_note_below);
  g_test_add_func ("/table/sheets/files-put-together", test_files_put_together);
  g_test_add_func ("/table/sheets/refused", test_refused);
  g_test_add_func ("/table/sheets/bombs", test_bombs);
  g_test_add_func ("/table/sheets/damaged", test_damaged);
  g_test_add_func ("/table/sheets/names-of-files", test_names_of_files);
  g_test_add_func ("/table/sheets/preview", test_preview);
  g_test_add_func ("/table/sheets/said-names", test_said_names);
  g_test_add_func ("/table/sheets/footers", test_footers);
  g_test_add_func ("/table/sheets/cover-sheet", test_cover_sheet);
  g_test_add_func ("/table/sheets/progress-and-cancel", test_progress_and_cancel);

  return g_test_run ();
}
