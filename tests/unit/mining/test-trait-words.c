/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-trait-words.h"

#include <math.h>

#define N_ROWS 4

static GfTable *
make_table (void)
{
  static const char *departments[] = { "Marketing", "Sales", "Data Science", "Sales" };
  static const char *signed_[] = { "Yes", "No", "Yes", "No" };
  static const char *extras[] = { "Yes", "No", "No internet service", "No" };
  static const double sizes[] = { 12, 60, 120, 900 };
  static const double years[] = { 1996, 2001, 2012, 2020 };
  static const double values[] = { 120.5, 6000, 9000, 12000 };
  g_autoptr (GfColumn) a = gf_column_new_categories ("Department", departments, N_ROWS);
  g_autoptr (GfColumn) b = gf_column_new_categories ("Contract signed", signed_, N_ROWS);
  g_autoptr (GfColumn) c = gf_column_new_categories ("Online backup", extras, N_ROWS);
  g_autoptr (GfColumn) d = gf_column_new_numbers ("Number of Employees", sizes, N_ROWS);
  g_autoptr (GfColumn) e = gf_column_new_numbers ("Lifetime value", values, N_ROWS);
  g_autoptr (GfColumn) f = gf_column_new_numbers ("Renewals", sizes, N_ROWS);
  g_autoptr (GfColumn) g = gf_column_new_numbers ("Bonus", sizes, N_ROWS);
  g_autoptr (GfColumn) h = gf_column_new_numbers ("Year Founded", years, N_ROWS);
  GfColumn *columns[] = { a, b, c, d, e, f, g, h };

  return gf_table_new (columns, G_N_ELEMENTS (columns));
}

static void
check (GfTable    *table,
       GfSelector *selector,
       const char *title,
       const char *name,
       const char *phrase)
{
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);

  g_ptr_array_add (selectors, selector);

  g_autofree char *a = gf_selector_dup_title (selector, table);
  g_autofree char *b = gf_selector_dup_name (selector, table);
  g_autofree char *c = gf_selectors_dup_phrase (selectors, table);

  g_assert_cmpstr (a, ==, title);
  g_assert_cmpstr (b, ==, name);
  g_assert_cmpstr (c, ==, phrase);
}

static void
levels_say_who_is_meant (void)
{
  g_autoptr (GfTable) table = make_table ();

  check (table, gf_selector_new_is ("Department", "Marketing"), "Marketing", "Marketing",
         "Department Marketing");
  check (table, gf_selector_new_is ("Department", "Data Science"), "Data Science", "Data Science",
         "Department “Data Science”");
  check (NULL, gf_selector_new_is ("Department", "Marketing"), "Marketing", "Marketing",
         "Department Marketing");
}

static void
yes_is_said_with_its_column (void)
{
  g_autoptr (GfTable) table = make_table ();

  check (table, gf_selector_new_is ("Contract signed", "Yes"), "Contract signed: yes", "Contract signed: yes",
         "“yes” in Contract signed");
  check (table, gf_selector_new_is ("Online backup", "No"), "Online backup: no", "Online backup: no",
         "“no” in Online backup");
  check (table, gf_selector_new_is ("Plan", "3"), "Plan: 3", "Plan: 3", "“3” in Plan");
  check (table, gf_selector_new_is ("Online backup", "No internet service"), "No internet service",
         "No internet service", "Online backup “No internet service”");
}

static void
ranges_say_what_they_count (void)
{
  g_autoptr (GfTable) table = make_table ();

  check (table, gf_selector_new_range ("Number of Employees", 50, 250), "50 to 250 employees",
         "50 to 250 employees", "50 to 250 employees");
  check (table, gf_selector_new_range ("Renewals", 50, NAN), "50 or more renewals", "50 or more renewals",
         "50 or more renewals");
  check (table, gf_selector_new_range ("Lifetime value", NAN, 5000), "Under 5,000", "Lifetime value: under 5,000",
         "Lifetime value of under 5,000");
  check (table, gf_selector_new_range ("Bonus", 50, 250), "50 to 250", "Bonus: 50 to 250", "Bonus of 50 to 250");
  check (table, gf_selector_new_range ("Year Founded", NAN, 2000), "Under 2000", "Year Founded: under 2000",
         "Year Founded of under 2000");
  check (NULL, gf_selector_new_range ("Renewals", 50, 250), "50 to 250", "Renewals: 50 to 250",
         "Renewals of 50 to 250");
}

static void
several_are_joined (void)
{
  g_autoptr (GfTable) table = make_table ();
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_selector_unref);
  g_autofree char *none = gf_selectors_dup_phrase (selectors, table);

  g_assert_cmpstr (none, ==, "");

  g_ptr_array_add (selectors, gf_selector_new_is ("Department", "Marketing"));
  g_ptr_array_add (selectors, gf_selector_new_range ("Number of Employees", 50, 250));
  g_autofree char *two = gf_selectors_dup_phrase (selectors, table);
  g_assert_cmpstr (two, ==, "Department Marketing and 50 to 250 employees");

  g_ptr_array_add (selectors, gf_selector_new_is ("Contract signed", "Yes"));
  g_autofree char *three = gf_selectors_dup_phrase (selectors, table);
  g_assert_cmpstr (three, ==, "Department Marketing, 50 to 250 employees and “yes” in Contract signed");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mining/trait-words/levels-say-who-is-meant", levels_say_who_is_meant);
  g_test_add_func ("/mining/trait-words/yes-is-said-with-its-column", yes_is_said_with_its_column);
  g_test_add_func ("/mining/trait-words/ranges-say-what-they-count", ranges_say_what_they_count);
  g_test_add_func ("/mining/trait-words/several-are-joined", several_are_joined);

  return g_test_run ();
}
