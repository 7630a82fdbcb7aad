/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-mining.h"
#include "gf-trait-words.h"

#include <math.h>

#define N_ROWS 2000

/* Companies of five sizes, one of which is no interval, of trades and regions: nearly all are of one region. */
typedef struct
{
  GfTable *table;
  GfBitset *target;
} Fixture;

static const char * const sizes[] = { "51–200", "1-10", "201-500", "unknown", "11-50" };
static const char * const trades[] = { "Agency", "Retail", "Logistics" };
static const char * const places[] = { "north", "south", "west" };

typedef double (*Odds) (int size, int trade, int place);

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  Odds odds = *(const Odds *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree const char **cells = g_new (const char *, 4 * N_ROWS);
  GfColumnSpec spec = {
    .name = (char *) "Employees", .type = GF_COLUMN_CATEGORY, .role = GF_ROLE_ATTRIBUTE, .bands = TRUE,
  };

  fixture->target = gf_bitset_new (N_ROWS);
  for (gsize row = 0; row < N_ROWS; row++)
    {
      int size = g_rand_int_range (rand, 0, 5), trade = g_rand_int_range (rand, 0, 3);
      int place = g_rand_int_range (rand, 0, 3);

      cells[row] = sizes[size];
      cells[N_ROWS + row] = trades[trade];
      cells[2 * N_ROWS + row] = places[place];
      /* of the agencies in the south nearly all have it, as of all others */
      cells[3 * N_ROWS + row] = g_rand_int_range (rand, 0, 100) < 94 ? "EU" : "US";
      if (g_rand_double (rand) < odds (size, trade, place))
        gf_bitset_set (fixture->target, row);
    }

  g_autoptr (GfColumn) size = gf_column_new_from_cells (&spec, cells, N_ROWS);
  g_autoptr (GfColumn) trade = gf_column_new_categories ("Trade", cells + N_ROWS, N_ROWS);
  g_autoptr (GfColumn) place = gf_column_new_categories ("Place", cells + 2 * N_ROWS, N_ROWS);
  g_autoptr (GfColumn) region = gf_column_new_categories ("Region", cells + 3 * N_ROWS, N_ROWS);
  GfColumn *columns[] = { size, trade, place, region };

  fixture->table = gf_table_new (columns, G_N_ELEMENTS (columns));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gf_table_unref (fixture->table);
  gf_bitset_unref (fixture->target);
}

static GfFindings *
mine (Fixture *fixture,
      guint    depth)
{
  GfMiningOptions options = { .depth = depth };

  return gf_mining_run (fixture->table, fixture->target, &options, NULL, NULL, NULL, NULL);
}

/* 11 to 200 people */
static double
middle_sizes (int size,
              int trade,
              int place)
{
  return size == 0 || size == 4 ? 0.4 : 0.1;
}

static const Odds middle_odds = middle_sizes;

static void
neighbours_become_a_range (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GfFindings) findings = mine (fixture, 1);
  GfFinding *first = gf_findings_get_trait (findings, 0);
  GfSelector *selector = gf_finding_get_selector (first, 0);
  g_autoptr (GfBitset) rows = gf_finding_match (first, fixture->table);
  g_autofree char *words = gf_selector_describe (selector, fixture->table);
  g_autofree char *title = gf_selector_dup_title (selector, fixture->table);
  guint n_unknown = 0;
  gsize expected = 0;

  g_assert_cmpint (gf_selector_get_kind (selector), ==, GF_SELECTOR_RANGE);
  g_assert_cmpfloat (gf_selector_get_from (selector), ==, 11.0);
  g_assert_cmpfloat (gf_selector_get_to (selector), ==, 201.0);
  g_assert_cmpstr (words, ==, "Employees: 11 to 200");
  g_assert_cmpstr (title, ==, "11 to 200 employees");
  g_assert_cmpint (gf_finding_get_verdict (first), ==, GF_VERDICT_STRONG);

  /* the counts are those of whom the selector finds */
  GfColumn *column = gf_table_get_column (fixture->table, 0);
  for (gsize row = 0; row < N_ROWS; row++)
    expected += g_strv_contains ((const char *[]) { "51–200", "11-50", NULL }, gf_column_get_text (column, row));
  g_assert_cmpuint (gf_finding_get_rows (first), ==, expected);
  g_assert_cmpuint (gf_bitset_count (rows), ==, expected);
  g_assert_cmpuint (gf_bitset_count_and (rows, fixture->target), ==, gf_finding_get_hits (first));

  /* what is no interval is a level of its own, and no set of intervals is listed */
  for (guint i = 0; i < gf_findings_get_n_traits (findings); i++)
    {
      GfSelector *other = gf_finding_get_selector (gf_findings_get_trait (findings, i), 0);

      g_assert_cmpint (gf_selector_get_kind (other), !=, GF_SELECTOR_ANY);
      n_unknown += g_strcmp0 (gf_selector_get_value (other), "unknown") == 0;
    }
  g_assert_cmpuint (n_unknown, ==, 1);
}

static double
smallest (int size,
          int trade,
          int place)
{
  return size == 1 ? 0.4 : 0.1;
}

static const Odds smallest_odds = smallest;

static void
one_interval_stays_a_level (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GfFindings) findings = mine (fixture, 1);
  GfSelector *selector = gf_finding_get_selector (gf_findings_get_trait (findings, 0), 0);

  g_assert_cmpint (gf_selector_get_kind (selector), ==, GF_SELECTOR_IS);
  g_assert_cmpstr (gf_selector_get_value (selector), ==, "1-10");
}

static double
middle_agencies (int size,
                 int trade,
                 int place)
{
  return trade == 0 && (size == 0 || size == 4) ? 0.6 : 0.1;
}

static const Odds agency_odds = middle_agencies;

static void
ranges_join_other_traits (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GfFindings) findings = mine (fixture, 2);
  g_autofree char *words = gf_selectors_describe (gf_finding_get_selectors (gf_findings_get_combination (findings, 0)),
                                                  fixture->table);

  g_assert_cmpstr (words, ==, "Employees: 11 to 200 and Trade: Agency");
}

static void
ranges_of_intervals_match (void)
{
  const char *cells[] = { "1-10", "11-50", "", "51-200", "1,000+", "unknown" };
  GfColumnSpec spec = { .name = (char *) "Size", .type = GF_COLUMN_CATEGORY, .bands = TRUE };
  g_autoptr (GfColumn) column = gf_column_new_from_cells (&spec, cells, G_N_ELEMENTS (cells));
  GfColumn *columns[] = { column };
  g_autoptr (GfTable) table = gf_table_new (columns, 1);

  struct { double from; double to; guint rows; const char *text; } cases[] = {
    { 11, 201, 0x0a, "Size: 11 to 200" },
    { NAN, 51, 0x03, "Size: up to 50" },
    { 51, NAN, 0x18, "Size: 51 or more" },
    { 11, 1000, 0x0a, "Size: 11 to 200" },
    { 300, 400, 0x00, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GfSelector) selector = gf_selector_new_range ("Size", cases[i].from, cases[i].to);
      g_autoptr (GfBitset) rows = gf_selector_match (selector, table);
      g_autofree char *text = gf_selector_describe (selector, table);

      for (guint row = 0; row < G_N_ELEMENTS (cells); row++)
        g_assert_cmpuint (gf_bitset_get (rows, row), ==, cases[i].rows >> row & 1);
      if (cases[i].text != NULL)
        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static double
southern_agencies (int size,
                   int trade,
                   int place)
{
  return trade == 0 && place == 1 ? 0.6 : 0.1;
}

static const Odds southern_odds = southern_agencies;

/* Of any customers nine in ten are of the EU: "and EU" says nothing, whether it is luckily clearer or not. */
static void
what_nearly_all_have_is_left_out (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GfFindings) findings = mine (fixture, 3);
  GfFinding *first = gf_findings_get_combination (findings, 0);
  g_autofree char *words = gf_selectors_describe (gf_finding_get_selectors (first), fixture->table);
  GPtrArray *twins = gf_finding_get_twins (first);
  gboolean said = FALSE;

  g_assert_cmpstr (words, ==, "Place: south and Trade: Agency");
  for (guint i = 0; i < gf_findings_get_n_combinations (findings); i++)
    {
      GfFinding *finding = gf_findings_get_combination (findings, i);

      for (guint k = 0; k < gf_finding_get_n_selectors (finding); k++)
        g_assert_cmpstr (gf_selector_get_value (gf_finding_get_selector (finding, k)), !=, "EU");
    }

  /* what was taken out stays with the combination */
  for (guint i = 0; i < twins->len; i++)
    said |= g_strcmp0 (gf_selector_get_value (g_ptr_array_index (twins, i)), "EU") == 0;
  g_assert_true (said);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, odds, function) \
  g_test_add ("/merging/" name, Fixture, &odds, set_up, function, tear_down)
  ADD ("neighbours-become-a-range", middle_odds, neighbours_become_a_range);
  ADD ("one-interval-stays-a-level", smallest_odds, one_interval_stays_a_level);
  ADD ("ranges-join-other-traits", agency_odds, ranges_join_other_traits);
  ADD ("what-nearly-all-have-is-left-out", southern_odds, what_nearly_all_have_is_left_out);
#undef ADD
  g_test_add_func ("/merging/ranges-of-intervals-match", ranges_of_intervals_match);

  return g_test_run ();
}
