/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import.h"
#include "gf-personal.h"

#include <string.h>

#define KEY "00112233445566778899aabbccddeeff"

static const char people[] =
  "First Name,Where,Reach,Seen from,Company,Record,Plan\n"
  "Ann,ann@acme.example,+1 555 123 4567,10.0.0.1,Acme,5551234567,Pro\n"
  "Bob,bob@bolt.example,(555) 222-3333,2001:db8::1,Bolt,5551234568,Free\n"
  "ANN,Ann@Acme.example,+15551234567,,Core,5551234569,Pro\n";

static GfImport *
import_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GfImport *import = gf_import_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

/* By name where the name says it, by the cells where it does not; companies, numbers and plans are
   nobody's. */
static void
test_find (void)
{
  static const GfPersonalKind expected[] = {
    GF_PERSONAL_NAME, GF_PERSONAL_EMAIL, GF_PERSONAL_PHONE, GF_PERSONAL_IP, GF_PERSONAL_NONE,
    GF_PERSONAL_NONE, GF_PERSONAL_NONE,
  };
  g_autoptr (GfImport) import = import_text (people);
  guint n;
  g_autofree GfPersonalKind *kinds = gf_personal_find_all (gf_import_get_export (import),
                                                           gf_import_get_table (import), &n);
  g_autofree char *sentence = gf_personal_dup_sentence (gf_import_get_table (import), kinds,
                                                        GF_PERSONAL_KEEP);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (kinds[i], ==, expected[i]);
  g_assert_cmpstr (sentence, ==,
                   "4 columns hold personal data, which was kept: “First Name”, “Where”, “Reach”, "
                   "“Seen from”.");
}

static void
test_find_none (void)
{
  g_autoptr (GfImport) import = import_text ("Company,Email,Founded\nAcme,,1999\nBolt,,2001\n");
  guint n;
  g_autofree GfPersonalKind *kinds = gf_personal_find_all (NULL, gf_import_get_table (import), &n);
  g_autofree char *sentence = gf_personal_dup_sentence (gf_import_get_table (import), kinds,
                                                        GF_PERSONAL_DROP);

  g_assert_cmpuint (n, ==, 0);
  g_assert_null (sentence);
}

static char *
word (GfPersonalKind  kind,
      const char     *text,
      const char     *key)
{
  return gf_personal_dup_word (kind, text, strlen (text), key);
}

static void
test_words (void)
{
  /* printf ann@acme.example | openssl dgst -sha256 -hmac 00112233445566778899aabbccddeeff */
  g_autofree char *email = word (GF_PERSONAL_EMAIL, " Ann@acme.example ", KEY);
  g_autofree char *same = word (GF_PERSONAL_EMAIL, "ann@ACME.example", KEY);
  g_autofree char *other_key = word (GF_PERSONAL_EMAIL, "ann@acme.example", "another");
  g_autofree char *two = word (GF_PERSONAL_EMAIL, "Ann <ann@acme.example>; b@x.example", KEY);
  g_autofree char *no_address = word (GF_PERSONAL_EMAIL, "ask Ann", KEY);
  g_autofree char *phone = word (GF_PERSONAL_PHONE, "+1 (555) 123-4567", KEY);
  g_autofree char *same_phone = word (GF_PERSONAL_PHONE, "+15551234567", KEY);
  g_autofree char *missing = word (GF_PERSONAL_NAME, " n/a", KEY);

  g_assert_cmpstr (email, ==, "138f3ca2b942@acme.example");
  g_assert_true (g_str_has_prefix (same, "138f3ca2b942"));
  g_assert_false (g_str_has_prefix (other_key, "138f3ca2b942"));
  g_assert_true (g_str_has_suffix (other_key, "@acme.example"));
  g_assert_true (g_str_has_prefix (two, "138f3ca2b942@acme.example; "));
  g_assert_null (strstr (two, "Ann"));
  g_assert_true (g_str_has_prefix (no_address, "email-"));
  g_assert_null (strstr (no_address, "Ann"));
  g_assert_true (g_str_has_prefix (phone, "phone-"));
  g_assert_cmpstr (phone, ==, same_phone);
  g_assert_cmpstr (missing, ==, "");
}

static void
test_keys_differ (void)
{
  g_autofree char *a = gf_personal_dup_key ();
  g_autofree char *b = gf_personal_dup_key ();

  g_assert_cmpuint (strlen (a), ==, 64);
  g_assert_cmpstr (a, !=, b);
}

static GfTable *
apply (GfImport         *import,
       GfPersonalChoice  choice)
{
  GfTable *table = gf_import_get_table (import);
  g_autofree GfPersonalKind *kinds = gf_personal_find_all (gf_import_get_export (import), table, NULL);
  GfPersonalChoice choices[8] = { 0 };

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    choices[i] = kinds[i] != GF_PERSONAL_NONE ? choice : GF_PERSONAL_KEEP;

  return gf_personal_apply (table, kinds, choices, KEY);
}

static void
test_apply (void)
{
  g_autoptr (GfImport) import = import_text (people);
  g_autoptr (GfTable) kept = apply (import, GF_PERSONAL_KEEP);
  g_autoptr (GfTable) dropped = apply (import, GF_PERSONAL_DROP);
  g_autoptr (GfTable) hidden = apply (import, GF_PERSONAL_PSEUDONYMISE);

  g_assert_true (kept == gf_import_get_table (import));
  g_assert_cmpuint (gf_table_get_n_columns (dropped), ==, 3);
  g_assert_cmpint (gf_table_index_of (dropped, "First Name"), ==, -1);
  g_assert_cmpuint (gf_table_get_n_rows (dropped), ==, 3);

  GfColumn *names = gf_table_find_column (hidden, "First Name");
  g_assert_true (g_str_has_prefix (gf_column_get_text (names, 0), "person-"));
  g_assert_cmpstr (gf_column_get_text (names, 0), ==, gf_column_get_text (names, 2));
  g_assert_cmpstr (gf_column_get_text (names, 0), !=, gf_column_get_text (names, 1));
  g_assert_cmpstr (gf_column_get_text (gf_table_find_column (hidden, "Company"), 0), ==, "Acme");
  /* Not even among the texts that no row shows. */
  for (guint i = 0; i < 4; i++)
    {
      GfCells *cells = gf_column_get_cells (gf_table_get_column (hidden, i));

      for (gsize k = 0; k < gf_cells_get_n_texts (cells); k++)
        {
          const char *text = gf_cells_get_text (cells, k, NULL);

          g_assert_null (strcasestr (text, "ann"));
          g_assert_null (strstr (text, "555"));
          g_assert_null (strstr (text, "10.0"));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/personal/find", test_find);
  g_test_add_func ("/table/personal/find-none", test_find_none);
  g_test_add_func ("/table/personal/words", test_words);
  g_test_add_func ("/table/personal/keys-differ", test_keys_differ);
  g_test_add_func ("/table/personal/apply", test_apply);

  return g_test_run ();
}
