/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-project-name.h"

static void
check (const char *file_name,
       const char *source,
       const char *expected)
{
  g_autofree char *name = gf_project_dup_name_for (file_name, source);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_the_company_is_what_remains (void)
{
  check ("hubspot-crm-exports-acme-companies-2026-03-04.csv", "HubSpot companies", "Acme");
  check ("Brightloom_customers (2).xlsx", NULL, "Brightloom");
  check ("north-wind customers.csv.gz", NULL, "North Wind");
  check ("müller & söhne.csv", NULL, "Müller & Söhne");
}

static void
test_an_export_names_it_else (void)
{
  check ("hubspot-crm-exports-all-companies.csv", "HubSpot companies", "HubSpot companies");
  check ("unified_customers.csv", "Stripe customers", "Stripe customers");
}

static void
test_the_file_names_it_last (void)
{
  check ("customers.csv", NULL, "Customers");
  check ("all_accounts-2025.tsv", NULL, "All Accounts");
  check ("", NULL, "Customers");
  check (NULL, NULL, "Customers");
  check ("2025.csv", NULL, "Customers");
  check (".csv", NULL, "Csv");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-name/company-is-what-remains", test_the_company_is_what_remains);
  g_test_add_func ("/project-name/export-names-it-else", test_an_export_names_it_else);
  g_test_add_func ("/project-name/file-names-it-last", test_the_file_names_it_last);

  return g_test_run ();
}
