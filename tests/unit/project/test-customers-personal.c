/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-customers-personal.h"
#include "gf-import.h"
#include "gf-project-file.h"

#include <string.h>

static GfImport *
import_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GfImport *import = gf_import_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static const char *
take (GfProject        *project,
      const char       *text,
      GfPersonalChoice  choice,
      GHashTable       *by_column)
{
  GfCustomers *customers = gf_project_get_customers (project);
  g_autoptr (GfImport) import = import_text (text);
  g_autoptr (GfTable) table = gf_customers_hide_people (customers, gf_import_get_export (import),
                                                        gf_import_get_table (import), choice,
                                                        by_column);

  gf_project_set_table (project, table);

  return gf_column_get_text (gf_table_find_column (gf_project_get_table (project), "Email"), 0);
}

/* Next quarter's file gives the same pseudonyms, another project others, and nothing of the original
   is in the file. */
static void
test_stable_and_gone (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GfProject) other = gf_project_new ();
  g_autofree char *first = g_strdup (take (project, "Company,Email\nAcme,ann@acme.example\n",
                                           GF_PERSONAL_PSEUDONYMISE, NULL));
  g_autofree char *next = g_strdup (take (project, "Company,Email\nCore,Ann@acme.example\nBolt,b@b.example\n",
                                          GF_PERSONAL_PSEUDONYMISE, NULL));
  g_autofree char *elsewhere = g_strdup (take (other, "Company,Email\nAcme,ann@acme.example\n",
                                               GF_PERSONAL_PSEUDONYMISE, NULL));

  g_assert_true (g_str_has_suffix (first, "@acme.example"));
  g_assert_cmpstr (first, ==, next);
  g_assert_cmpstr (first, !=, elsewhere);

  g_autoptr (JsonNode) tree = gf_record_to_json (GF_RECORD (project));
  g_autoptr (GBytes) bytes = gf_project_file_encode (tree, gf_project_get_table (project));
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_assert_null (g_strstr_len (text, (gssize) length, "ann@"));
  g_assert_null (g_strstr_len (text, (gssize) length, "Ann"));
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "pseudonymise"));
}

static void
test_keep_needs_no_key (void)
{
  g_autoptr (GfProject) project = gf_project_new ();

  g_assert_cmpstr (take (project, "Company,Email\nAcme,ann@acme.example\n", GF_PERSONAL_KEEP, NULL), ==,
                   "ann@acme.example");
  g_assert_cmpstr (gf_customers_get_pseudonym_key (gf_project_get_customers (project)), ==, "");
}

/* A choice for one column holds against that for all, in both ways. */
static void
test_by_column (void)
{
  g_autoptr (GfProject) project = gf_project_new ();
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (choices, (gpointer) "Email", GINT_TO_POINTER (GF_PERSONAL_KEEP));
  g_hash_table_insert (choices, (gpointer) "Plan", GINT_TO_POINTER (GF_PERSONAL_DROP));
  g_assert_cmpstr (take (project, "Company,First Name,Email,Plan\nAcme,Ann,ann@acme.example,Pro\n",
                         GF_PERSONAL_PSEUDONYMISE, choices), ==, "ann@acme.example");

  GfTable *table = gf_project_get_table (project);
  g_assert_cmpint (gf_table_index_of (table, "Plan"), ==, -1);
  g_assert_true (g_str_has_prefix (gf_column_get_text (gf_table_find_column (table, "First Name"), 0),
                                   "person-"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/customers-personal/stable-and-gone", test_stable_and_gone);
  g_test_add_func ("/project/customers-personal/keep-needs-no-key", test_keep_needs_no_key);
  g_test_add_func ("/project/customers-personal/by-column", test_by_column);

  return g_test_run ();
}
