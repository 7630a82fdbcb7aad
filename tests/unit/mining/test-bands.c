/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-bands.h"
#include "gf-date.h"
#include "gf-selector.h"

#include <math.h>

static void
assert_edges (const double *edges,
              guint         n_edges,
              const double *expected,
              guint         n_expected)
{
  g_assert_cmpuint (n_edges, ==, n_expected);
  for (guint i = 0; i < n_edges; i++)
    g_assert_cmpfloat_with_epsilon (edges[i], expected[i], 1e-9);
}

/* A lognormal crowd of firms, like any customer list has. */
static void
employees_are_cut_where_people_cut (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint round = 0; round < 20; round++)
    {
      double values[148];
      gboolean has_50 = FALSE, has_250 = FALSE;
      guint n_edges;

      for (guint i = 0; i < 148; i++)
        {
          double normal = 0.0;

          for (guint k = 0; k < 12; k++)
            normal += g_rand_double (rand);
          values[i] = floor (exp (4.4 + 1.2 * (normal - 6.0)));
        }

      g_autofree double *edges = gf_bands_choose (values, 148, GF_BANDS_PEOPLE, &n_edges);
      g_assert_cmpuint (n_edges, >=, 3);
      g_assert_cmpuint (n_edges, <=, GF_BANDS_MAX_EDGES);
      for (guint i = 0; i < n_edges; i++)
        {
          has_50 |= edges[i] == 50.0;
          has_250 |= edges[i] == 250.0;
        }
      g_assert_true (has_50 && has_250);
    }

  g_assert_cmpint (gf_bands_guess_kind ("Number of Employees"), ==, GF_BANDS_PEOPLE);
  g_assert_cmpint (gf_bands_guess_kind ("Size"), ==, GF_BANDS_PEOPLE);
  g_assert_cmpint (gf_bands_guess_kind ("Months kept"), ==, GF_BANDS_MONTHS);
  g_assert_cmpint (gf_bands_guess_kind ("Deal size"), ==, GF_BANDS_NUMBERS);
}

static void
even_scales_get_even_steps (void)
{
  const double expected[] = { 10, 20, 30, 40, 50, 60, 70, 80, 90 };
  double values[1000];
  guint n_edges;

  for (guint i = 0; i < 1000; i++)
    values[i] = 5.0 + i % 90;

  g_autofree double *edges = gf_bands_choose (values, 1000, GF_BANDS_NUMBERS, &n_edges);
  g_assert_cmpuint (n_edges, <=, GF_BANDS_MAX_EDGES);
  for (guint i = 0; i < n_edges; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
        known |= edges[i] == expected[k];
      if (!known)
        g_error ("%g is no step of ten", edges[i]);
    }
}

static void
few_values_are_each_a_band (void)
{
  double values[100];
  guint n_edges;

  for (guint i = 0; i < 100; i++)
    values[i] = 1 + i % 5;

  g_autofree double *edges = gf_bands_choose (values, 100, GF_BANDS_NUMBERS, &n_edges);
  assert_edges (edges, n_edges, (const double[]) { 2, 3, 4, 5 }, 4);
}

static void
dates_are_cut_into_years_quarters_or_months (void)
{
  double values[365 * 6];
  guint n_edges;
  int year, month, day;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = gf_days_from_parts (2018, 1, 1) + (double) i;

  g_autofree double *years = gf_bands_choose (values, G_N_ELEMENTS (values), GF_BANDS_DATES, &n_edges);
  g_assert_cmpuint (n_edges, ==, 5);
  for (guint i = 0; i < n_edges; i++)
    {
      gf_days_to_parts ((gint32) years[i], &year, &month, &day);
      g_assert_cmpint (year, ==, 2019 + (int) i);
      g_assert_true (month == 1 && day == 1);
    }

  g_autofree double *months = gf_bands_choose (values, 200, GF_BANDS_DATES, &n_edges);
  g_assert_cmpuint (n_edges, >=, 3);
  for (guint i = 0; i < n_edges; i++)
    {
      gf_days_to_parts ((gint32) months[i], &year, &month, &day);
      g_assert_cmpint (day, ==, 1);
    }
}

static void
nothing_is_cut_where_nothing_differs (void)
{
  double same[50], few[] = { 1, 2, 3 }, none[] = { NAN, NAN }, wild[20];
  guint n_edges;

  for (guint i = 0; i < 50; i++)
    same[i] = 7;
  for (guint i = 0; i < 20; i++)
    wild[i] = i == 0 ? -INFINITY : i;

  g_free (gf_bands_choose (same, 50, GF_BANDS_NUMBERS, &n_edges));
  g_assert_cmpuint (n_edges, ==, 0);
  g_free (gf_bands_choose (few, 3, GF_BANDS_NUMBERS, &n_edges));
  g_assert_cmpuint (n_edges, ==, 0);
  g_free (gf_bands_choose (none, 2, GF_BANDS_DATES, &n_edges));
  g_assert_cmpuint (n_edges, ==, 0);
  g_free (gf_bands_choose (NULL, 0, GF_BANDS_PEOPLE, &n_edges));
  g_assert_cmpuint (n_edges, ==, 0);
  g_free (gf_bands_choose (wild, 20, GF_BANDS_NUMBERS, &n_edges));
  g_assert_cmpuint (n_edges, ==, 0);
}

/* Edges rise, every band holds values, whatever the numbers are like. */
static void
bands_are_sound_for_any_numbers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 500; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 0, 400);
      double scale = pow (10.0, g_rand_int_range (rand, -6, 12));
      g_autofree double *values = g_new (double, n + 1);
      guint n_edges;

      for (guint i = 0; i < n; i++)
        {
          double x = g_rand_double_range (rand, round % 3 == 0 ? -1.0 : 0.0, 1.0);

          values[i] = g_rand_int_range (rand, 0, 8) == 0 ? NAN
                      : round % 4 == 0 ? (x < 0.5 ? 0.0 : x * scale)
                      : round % 4 == 1 ? pow (x, 6.0) * scale : x * scale;
        }

      g_autofree double *edges = gf_bands_choose (values, n, round % 3, &n_edges);
      g_assert_cmpuint (n_edges, <=, GF_BANDS_MAX_EDGES);
      for (guint band = 0; band <= n_edges && n_edges > 0; band++)
        {
          guint inside = 0;

          for (guint i = 0; i < n; i++)
            inside += (band == 0 || values[i] >= edges[band - 1]) &&
                      (band == n_edges || values[i] < edges[band]) && !isnan (values[i]);
          g_assert_cmpuint (inside, >=, 5);
        }
    }
}

static void
selectors_match_and_say_what_they_mean (void)
{
  const char *levels[] = { "Marketing", "Sales", "", "Marketing" };
  const char *sets[] = { "a;b", "b", "", "c;a" };
  const char *money[] = { "€100", "€5,000", "€250", "" };
  const char *dates[] = { "2019-05-01", "2021-12-31", "2022-01-01", "" };
  const char *flags[] = { "yes", "no", "", "yes" };
  const double sizes[] = { 49, 50, 249, 250 };
  GfColumnSpec spec = { .name = (char *) "MRR", .type = GF_COLUMN_MONEY, .currency = (char *) "EUR",
                        .decimal = '.' };
  g_autoptr (GfColumn) category = gf_column_new_categories ("Department", levels, 4);
  g_autoptr (GfColumn) set = gf_column_new_typed ("Tools", GF_COLUMN_SET, sets, 4);
  g_autoptr (GfColumn) size = gf_column_new_numbers ("Size", sizes, 4);
  g_autoptr (GfColumn) mrr = gf_column_new_from_cells (&spec, money, 4);
  g_autoptr (GfColumn) since = gf_column_new_typed ("Since", GF_COLUMN_DATE, dates, 4);
  g_autoptr (GfColumn) flag = gf_column_new_typed ("Partner", GF_COLUMN_FLAG, flags, 4);
  GfColumn *columns[] = { category, set, size, mrr, since, flag };
  g_autoptr (GfTable) table = gf_table_new (columns, 6);
  double d2019 = gf_days_from_parts (2019, 1, 1), d2022 = gf_days_from_parts (2022, 1, 1);

  struct { GfSelector *selector; guint rows; const char *text; } cases[] = {
    { gf_selector_new_is ("Department", "Marketing"), 0x9, "Department: Marketing" },
    { gf_selector_new_is ("Department", "Law"), 0x0, "Department: Law" },
    { gf_selector_new_contains ("Tools", "a"), 0x9, "Tools: a" },
    { gf_selector_new_range ("Size", 50, 250), 0x6, "Size: 50 to 250" },
    { gf_selector_new_range ("Size", NAN, 50), 0x1, "Size: under 50" },
    { gf_selector_new_range ("Size", 250, NAN), 0x8, "Size: 250 or more" },
    { gf_selector_new_range ("MRR", 250, NAN), 0x6, "MRR: €250 or more" },
    { gf_selector_new_range ("Since", d2019, d2022), 0x3, "Since: 2019 to 2021" },
    { gf_selector_new_range ("Since", d2022, NAN), 0x4, "Since: since 2022" },
    { gf_selector_new_is ("Partner", "yes"), 0x9, "Partner: yes" },
    { gf_selector_new_is ("Partner", "true"), 0x9, "Partner: true" },
    { gf_selector_new_is ("Gone", "x"), 0x0, "Gone: x" },
    { gf_selector_new_any ("Department", (const char *[]) { "Sales", "Marketing", "Sales", NULL }), 0xb,
      "Department: Marketing or Sales" },
    { gf_selector_new_any ("Tools", (const char *[]) { "b", "c", NULL }), 0xb, "Tools: b or c" },
    { gf_selector_new_any ("Partner", (const char *[]) { "yes", "no", "maybe", NULL }), 0xb,
      "Partner: maybe, no or yes" },
    { gf_selector_new_missing ("Department"), 0x4, "Department: not filled in" },
    { gf_selector_new_missing ("MRR"), 0x8, "MRR: not filled in" },
    { gf_selector_new_missing ("Tools"), 0x4, "Tools: not filled in" },
    { gf_selector_new_range ("Department", 1, 2), 0x0, "Department: 1 to 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GfSelector) selector = cases[i].selector;
      g_autoptr (GfBitset) rows = gf_selector_match (selector, table);
      g_autofree char *text = gf_selector_describe (selector, table);

      for (guint row = 0; row < 4; row++)
        if ((guint) gf_bitset_get (rows, row) != ((cases[i].rows >> row) & 1))
          g_error ("%s: row %u", cases[i].text, row);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bands/employees-are-cut-where-people-cut", employees_are_cut_where_people_cut);
  g_test_add_func ("/bands/even-scales-get-even-steps", even_scales_get_even_steps);
  g_test_add_func ("/bands/few-values-are-each-a-band", few_values_are_each_a_band);
  g_test_add_func ("/bands/dates-are-cut-into-years-quarters-or-months",
                   dates_are_cut_into_years_quarters_or_months);
  g_test_add_func ("/bands/nothing-is-cut-where-nothing-differs", nothing_is_cut_where_nothing_differs);
  g_test_add_func ("/bands/bands-are-sound-for-any-numbers", bands_are_sound_for_any_numbers);
  g_test_add_func ("/bands/selectors-match-and-say-what-they-mean",
                   selectors_match_and_say_what_they_mean);

  return g_test_run ();
}
