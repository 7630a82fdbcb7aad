/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"
#include "gf-table-error.h"
#include "imported.h"
#include "old-books.h"

#include <string.h>

#define BIFF5 0x0500u
#define BIFF8 0x0600u

static GfImport *
import_book (GBytes     *bytes,
             const char *sheet)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GError) error = NULL;

  options->sheet = g_strdup (sheet);
  GfImport *import = gf_import_read_bytes (owned, options, NULL, &error);
  g_assert_no_error (error);

  return import;
}

/* Styles: 0 as it is, 1 a built-in date, 2 a date of the file's own. */
static void
add_styles (GByteArray *book)
{
  old_book_add (book, 0x041e, "221s", 164u, 10u, 0u, "yyyy-mm-dd");
  old_book_add (book, 0x00e0, "22", 0u, 0u);
  old_book_add (book, 0x00e0, "22", 0u, 14u);
  old_book_add (book, 0x00e0, "22", 0u, 164u);
}

static void
add_label (GByteArray *book,
           guint       row,
           guint       column,
           const char *text)
{
  old_book_add (book, 0x0204, "22221s", row, column, 0u, (guint) strlen (text), 0u, text);
}

static void
test_values (void)
{
  GByteArray *book = old_book_new (BIFF8);
  static const char * const names[] = { "Company", "MRR", "Since", "Active", "Plan" };

  old_book_add (book, 0x00e0, "22", 0u, 0u);
  old_book_add (book, 0x00e0, "22", 0u, 14u);
  old_book_name (book, TRUE, "Sheet1", 0);
  old_book_begin (book, BIFF8, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_label (book, 0, i, names[i]);

  add_label (book, 1, 0, "Acme");
  old_book_add (book, 0x0203, "222d", 1u, 1u, 0u, 12.5);
  old_book_add (book, 0x027e, "2224", 1u, 2u, 1u, (45000u << 2) | 2u);
  old_book_add (book, 0x0205, "22211", 1u, 3u, 0u, 1u, 0u);
  /* A formula whose result is a text, which comes behind what else belongs to the formula. */
  old_book_add (book, 0x0006, "2224224", 1u, 4u, 0u, 0u, 0u, 0xffffu, 0u);
  old_book_add (book, 0x04bc, "2", 0u);
  old_book_add (book, 0x0207, "21s", 3u, 0u, "pro");

  add_label (book, 2, 0, "Birch");
  /* Several packed numbers: 1234 hundredths, and a date. */
  old_book_add (book, 0x00bd, "2224242", 2u, 1u, 0u, (1234u << 2) | 3u, 1u, (45001u << 2) | 2u, 2u);
  old_book_add (book, 0x0006, "2224224", 2u, 3u, 0u, 1u, 0u, 0xffffu, 0u);
  old_book_add (book, 0x0205, "22211", 2u, 4u, 0u, 0x2au, 1u);

  g_autoptr (GfImport) import = import_book (old_book_finish (book, BIFF8), NULL);
  assert_table (import, "Company|MRR|Since|Active|Plan\n"
                        "Acme|12.5|2023-03-15|TRUE|pro\n"
                        "Birch|12.34|2023-03-16|FALSE|#N/A");
  g_assert_cmpuint (gf_import_count_kind (import, GF_PROBLEM_CELL_ERROR), ==, 1);
}

/* Shared strings: with runs of other looks, letters of two bytes, and one that goes on in the next
   record, where its letters have another width. */
static void
test_shared_strings (void)
{
  GByteArray *book = old_book_new (BIFF8);

  old_book_add (book, 0x00fc, "44" "21s" "212s22" "2122" "21s", 4u, 4u,
                4u, 0u, "Name",
                4u, 8u, 1u, "Rich", 0u, 0u,
                2u, 1u, 0x6771u, 0x4eacu,
                7u, 0u, "abc");
  old_book_add (book, 0x003c, "12222", 1u, 0x00e4u, 0x00f6u, 0x00fcu, 0x20acu);
  old_book_name (book, TRUE, "Sheet1", 0);
  old_book_begin (book, BIFF8, 0);
  old_book_add (book, 0x00fd, "2224", 0u, 0u, 0u, 0u);
  old_book_add (book, 0x00fd, "2224", 1u, 0u, 0u, 1u);
  old_book_add (book, 0x00fd, "2224", 2u, 0u, 0u, 2u);
  old_book_add (book, 0x00fd, "2224", 3u, 0u, 0u, 3u);

  g_autoptr (GfImport) import = import_book (old_book_finish (book, BIFF8), NULL);
  assert_table (import, "Name\nRich\n東京\nabcäöü€");
}

/* Before Excel 97 texts are bytes of a code page. */
static void
test_code_page (void)
{
  GByteArray *book = old_book_new (BIFF5);

  old_book_add (book, 0x0042, "2", 1251u);
  old_book_name (book, FALSE, "\313\350\361\362", 0);
  old_book_begin (book, BIFF5, 0);
  old_book_add (book, 0x0204, "2222s", 0u, 0u, 0u, 5u, "\303\356\360\356\344");
  old_book_add (book, 0x00d6, "2222s1", 1u, 0u, 0u, 6u, "\314\356\361\352\342\340", 0u);

  g_autoptr (GfImport) import = import_book (old_book_finish (book, BIFF5), NULL);
  assert_table (import, "Город\nМосква");
  g_assert_cmpstr (gf_import_get_options (import)->sheet, ==, "Лист");
}

/* Hidden sheets are not taken unasked; the days of old Macs count from 1904; rows may come in any order. */
static void
test_sheets_and_order (void)
{
  GByteArray *book = old_book_new (BIFF8);

  old_book_add (book, 0x0022, "2", 1u);
  add_styles (book);
  old_book_name (book, TRUE, "Secret", 1);
  old_book_name (book, TRUE, "Open", 0);
  old_book_begin (book, BIFF8, 0);
  add_label (book, 0, 0, "hidden");
  add_label (book, 1, 0, "x");
  old_book_begin (book, BIFF8, 1);
  old_book_add (book, 0x0203, "222d", 2u, 1u, 2u, 2.0);
  add_label (book, 2, 0, "Birch");
  old_book_add (book, 0x0203, "222d", 1u, 1u, 1u, 1.0);
  add_label (book, 1, 0, "Acme");
  /* A chart in the sheet has cells of its own. */
  old_book_add (book, 0x0809, "22", BIFF8, 0x20u);
  old_book_add (book, 0x0203, "222d", 9u, 9u, 0u, 9.0);
  old_book_add (book, 0x000a, "");
  add_label (book, 0, 0, "Company");
  add_label (book, 0, 1, "Since");

  g_autoptr (GBytes) bytes = old_book_finish (book, BIFF8);
  g_autoptr (GfImport) import = import_book (g_bytes_ref (bytes), NULL);
  assert_table (import, "Company|Since\nAcme|1904-01-02\nBirch|1904-01-03");
  g_autoptr (GfImport) hidden = import_book (g_bytes_ref (bytes), "Secret");
  assert_table (hidden, "hidden\nx");
}

static void
test_refused (void)
{
  GByteArray *book = old_book_new (BIFF8);

  old_book_add (book, 0x002f, "2", 0u);
  assert_refused (old_book_finish (book, BIFF8), "password");
  assert_refused (make_ole ("EncryptedPackage", NULL, 0, NULL), "password");
  assert_refused (make_ole ("WordDocument", NULL, 0, NULL), "text document");
  assert_refused (make_ole ("Contents", NULL, 0, NULL), "damaged");
  assert_refused (make_ole ("Workbook", NULL, 0, NULL), "damaged");

  /* Before Excel 5 there was no container. */
  g_autoptr (GByteArray) ancient = g_byte_array_new ();
  old_book_add (ancient, 0x0409, "222", 0u, 0x10u, 0u);
  assert_refused (g_bytes_new (ancient->data, ancient->len), "Excel 4");
}

/* A text document that is embedded makes none of the workbook. */
static void
test_embedded (void)
{
  g_autoptr (GByteArray) book = old_book_new (BIFF8);

  old_book_name (book, TRUE, "Sheet1", 0);
  old_book_begin (book, BIFF8, 0);
  add_label (book, 0, 0, "Company");
  add_label (book, 1, 0, "Acme");
  old_book_add (book, 0x000a, "");

  g_autoptr (GfImport) import = import_book (make_ole ("Workbook", book->data, book->len,
                                                       "WordDocument"), NULL);
  assert_table (import, "Company\nAcme");
}

/* Whatever is missing at the end, or wrong in the middle, a sentence comes and nothing else. */
static void
test_damaged (void)
{
  GByteArray *book = old_book_new (BIFF8);

  old_book_add (book, 0x00fc, "44" "21s" "212s22", 2u, 2u, 4u, 0u, "Name", 4u, 8u, 1u, "Rich", 0u, 0u);
  add_styles (book);
  old_book_name (book, TRUE, "Sheet1", 0);
  old_book_begin (book, BIFF8, 0);
  old_book_add (book, 0x00fd, "2224", 0u, 0u, 0u, 0u);
  for (guint i = 1; i < 400; i++)
    old_book_add (book, 0x0203, "222d", i, 0u, 2u, (double) i);

  g_autoptr (GBytes) whole = old_book_finish (book, BIFF8);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  for (gsize length = 8; length < size - 512; length += 211)
    assert_refused (g_bytes_new (data, length), "");
  for (gsize i = 8; i < size; i += i < 2048 ? 3 : 37)
    {
      g_autofree guint8 *changed = g_memdup2 (data, size);
      g_autoptr (GError) error = NULL;

      changed[i] ^= i % 2 == 0 ? 0x55 : 0xff;
      g_autoptr (GBytes) bytes = g_bytes_new (changed, size);
      g_autoptr (GfImport) import = gf_import_read_bytes (bytes, NULL, NULL, &error);
      g_assert_true (import != NULL || g_str_has_suffix (error->message, "."));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/xls/values", test_values);
  g_test_add_func ("/table/xls/shared-strings", test_shared_strings);
  g_test_add_func ("/table/xls/code-page", test_code_page);
  g_test_add_func ("/table/xls/sheets-and-order", test_sheets_and_order);
  g_test_add_func ("/table/xls/refused", test_refused);
  g_test_add_func ("/table/xls/embedded", test_embedded);
  g_test_add_func ("/table/xls/damaged", test_damaged);

  return g_test_run ();
}
