/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gf-drivers.h"

#include "gf-logistic.h"
#include "gf-table-error.h"

#include <math.h>
#include <string.h>

/* 1,200 customers. The kind decides: "x" raises the odds eightfold. The team follows the kind in most cases and adds
 * nothing of its own; the code is the kind in other words; the rest is chance. */
static GfTable *
make_table (GRand     *rand,
            GfBitset **target,
            gboolean   twin)
{
  const gsize n_rows = 1200;
  static const char * const kinds[] = { "x", "y", "z" };
  static const char * const teams[] = { "one", "two", "three" };
  static const char * const codes[] = { "K1", "K2", "K3" };
  static const char * const places[] = { "north", "south", "east", "west" };
  g_autofree const char **kind = g_new (const char *, n_rows);
  g_autofree const char **team = g_new (const char *, n_rows);
  g_autofree const char **code = g_new (const char *, n_rows);
  g_autofree const char **place = g_new (const char *, n_rows);

  *target = gf_bitset_new (n_rows);
  for (gsize row = 0; row < n_rows; row++)
    {
      int k = g_rand_int_range (rand, 0, 3);
      double odds = k == 0 ? 0.8 : 0.1;

      kind[row] = kinds[k];
      team[row] = teams[g_rand_int_range (rand, 0, 10) < 6 ? k : g_rand_int_range (rand, 0, 3)];
      code[row] = codes[k];
      place[row] = places[g_rand_int_range (rand, 0, 4)];
      if (g_rand_double (rand) < odds / (1.0 + odds))
        gf_bitset_set (*target, row);
    }

  g_autoptr (GfColumn) a = gf_column_new_categories ("Kind", kind, n_rows);
  g_autoptr (GfColumn) b = gf_column_new_categories ("Team", team, n_rows);
  g_autoptr (GfColumn) c = gf_column_new_categories ("Code", code, n_rows);
  g_autoptr (GfColumn) d = gf_column_new_categories ("Place", place, n_rows);
  GfColumn *columns[] = { a, b, d, c };

  return gf_table_new (columns, twin ? 4 : 3);
}

static const GfDriver *
find_driver (GfDrivers  *drivers,
             const char *column,
             guint      *index)
{
  for (guint i = 0; i < gf_drivers_get_n (drivers); i++)
    if (g_str_equal (gf_drivers_get (drivers, i)->column, column))
      {
        *index = i;
        return gf_drivers_get (drivers, i);
      }

  g_assert_not_reached ();
}

static GfDrivers *
find (GfTable        *table,
      const GfBitset *target)
{
  GfMiningOptions options = { .depth = 1 };
  g_autoptr (GError) error = NULL;
  GfDrivers *drivers = gf_drivers_find (table, target, &options, NULL, &error);

  g_assert_no_error (error);

  return drivers;
}

static void
what_only_follows_adds_nothing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GfBitset) target = NULL;
  g_autoptr (GfTable) table = make_table (rand, &target, FALSE);
  g_autoptr (GfDrivers) drivers = find (table, target);
  guint i;
  const GfDriver *kind = find_driver (drivers, "Kind", &i);
  g_autofree char *headline = gf_drivers_dup_headline (drivers, GF_AGAINST_BEST);
  g_autofree char *sentence = gf_drivers_dup_sentence (drivers, i, table);

  g_assert_cmpuint (gf_drivers_get_n (drivers), ==, 3);
  g_assert_cmpuint (i, ==, 0);
  g_assert_cmpint (kind->verdict, ==, GF_DRIVER_MATTERS);
  g_assert_cmpstr (gf_selector_get_value (kind->selector), ==, "x");
  /* eightfold, drawn a little towards none */
  g_assert_cmpfloat (kind->low, <, 8.0);
  g_assert_cmpfloat (kind->high, >, 8.0);
  g_assert_cmpfloat (kind->low, >, 3.0);
  g_assert_cmpstr (headline, ==, "Looked at together, Kind matters");
  g_assert_true (g_str_has_prefix (sentence, "With Kind “x” the odds are "));

  /* turned round, it is said as so many times lower, or of the other kind: never as a fraction */
  g_autoptr (GfBitset) rest = gf_bitset_new (gf_table_get_n_rows (table));
  for (gsize row = 0; row < gf_table_get_n_rows (table); row++)
    if (!gf_bitset_get (target, row))
      gf_bitset_set (rest, row);

  g_autoptr (GfDrivers) turned = find (table, rest);
  guint k_turned;
  double odds = find_driver (turned, "Kind", &k_turned)->odds;
  g_autofree char *other_way = gf_drivers_dup_sentence (turned, k_turned, table);
  g_assert_null (strstr (other_way, "odds are 0"));
  g_assert_true ((strstr (other_way, "times lower than") != NULL) == (odds < 1));

  /* what stands beside the sentence says the same */
  g_autofree char *interval = NULL;
  g_autofree char *times = gf_driver_dup_odds (gf_drivers_get (turned, k_turned), &interval);
  g_autofree char *in_sentence = g_strdup_printf ("(%s)", interval);
  g_assert_true (g_str_has_suffix (times, odds < 1 ? " times lower" : " times"));
  g_assert_nonnull (strstr (other_way, times));
  g_assert_nonnull (strstr (other_way, in_sentence));

  /* by itself the team looks strong, as it mostly goes with the kind */
  GfMiningOptions options = { .depth = 1 };
  g_autoptr (GfFindings) findings = gf_mining_run (table, target, &options, NULL, NULL, NULL, NULL);
  gboolean team_alone = FALSE;

  for (guint k = 0; k < gf_findings_get_n_traits (findings); k++)
    {
      GfFinding *finding = gf_findings_get_trait (findings, k);

      team_alone |= g_str_equal (gf_selector_get_column (gf_finding_get_selector (finding, 0)), "Team") &&
                    gf_finding_get_verdict (finding) == GF_VERDICT_STRONG;
    }
  g_assert_true (team_alone);
  g_assert_cmpint (find_driver (drivers, "Team", &i)->verdict, ==, GF_DRIVER_UNCLEAR);
  g_assert_cmpint (find_driver (drivers, "Place", &i)->verdict, ==, GF_DRIVER_UNCLEAR);
}

static void
twins_are_named_not_ranked (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (GfBitset) target = NULL;
  g_autoptr (GfTable) table = make_table (rand, &target, TRUE);
  g_autoptr (GfDrivers) drivers = find (table, target);
  guint i;
  const GfDriver *kind = find_driver (drivers, "Kind", &i);
  g_auto (GStrv) family = gf_drivers_dup_family (drivers, i);
  g_autofree char *sentence = gf_drivers_dup_sentence (drivers, i, table);
  const GfDriver *code = find_driver (drivers, "Code", &i);

  g_assert_cmpint (kind->verdict, ==, GF_DRIVER_INSEPARABLE);
  g_assert_cmpint (code->verdict, ==, GF_DRIVER_INSEPARABLE);
  g_assert_cmpuint (kind->family, ==, code->family);
  g_assert_cmpuint (g_strv_length (family), ==, 1);
  g_assert_cmpstr (family[0], ==, "Code");
  g_assert_cmpstr (sentence, ==, "Cannot be told apart from Code: either may be what matters");
}

/* 40 hits among 100,000 customers, of which the model sees a fifth: half of them are of a kind that one in
 * twenty is of. */
static void
rare_hits_are_all_looked_at (void)
{
  const gsize n_rows = 100000;
  g_autofree const char **kind = g_new (const char *, n_rows);
  g_autoptr (GfBitset) target = gf_bitset_new (n_rows);
  guint i;

  for (gsize row = 0; row < n_rows; row++)
    kind[row] = row % 20 == 7 ? "x" : "y";
  for (gsize k = 0; k < 40; k++)
    gf_bitset_set (target, k * 2500 + (k % 2 == 0 ? 7 : 8));

  g_autoptr (GfColumn) column = gf_column_new_categories ("Kind", kind, n_rows);
  g_autoptr (GfTable) table = gf_table_new (&column, 1);
  g_autoptr (GfDrivers) drivers = find (table, target);
  const GfDriver *driver = find_driver (drivers, "Kind", &i);

  g_assert_cmpint (driver->verdict, ==, GF_DRIVER_MATTERS);
  g_assert_cmpstr (gf_selector_get_value (driver->selector), ==, "x");
  /* The odds of all: (20 / 4,980) / (20 / 94,980), drawn towards none by the prior. */
  g_assert_cmpfloat (driver->odds, >, 10.0);
  g_assert_cmpfloat (driver->odds, <, 19.08);
}

static void
chance_matters_rarely (void)
{
  guint n_false = 0;

  for (guint seed = 0; seed < 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (300 + seed);
      g_autoptr (GfBitset) planted = NULL;
      g_autoptr (GfTable) table = make_table (rand, &planted, FALSE);
      g_autoptr (GfBitset) target = gf_bitset_new (1200);

      while (gf_bitset_count (target) < 120)
        gf_bitset_set (target, (gsize) g_rand_int_range (rand, 0, 1200));

      g_autoptr (GfDrivers) drivers = find (table, target);
      n_false += gf_drivers_get (drivers, 0)->verdict != GF_DRIVER_UNCLEAR;
    }

  g_test_message ("%u of 100 with a false driver", n_false);
  g_assert_cmpuint (n_false, <=, 10);
}

/* 148 customers of whom 15 are hits, and fourteen attributes, as a founder has them. Of the first one 40 have a level
 * with @n_marked of the hits; the others are chance. */
static GfTable *
make_founders_table (GRand     *rand,
                     guint      n_marked,
                     GfBitset **target)
{
  static const char * const levels[] = { "a", "b", "c", "d" };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_column_unref);
  const char *cells[148];

  *target = gf_bitset_new (148);
  for (guint i = 0; i < n_marked; i++)
    gf_bitset_set (*target, i);
  for (guint i = n_marked; i < 15; i++)
    gf_bitset_set (*target, 40 + 7 * i);
  for (guint k = 0; k < 14; k++)
    {
      g_autofree char *name = g_strdup_printf ("Attribute %u", k);

      for (guint row = 0; row < 148; row++)
        cells[row] = k > 0    ? levels[g_rand_int_range (rand, 0, k % 2 == 0 ? 4 : 3)]
                     : row < 40 ? "Marketing"
                                : levels[row % 3];
      g_ptr_array_add (columns, gf_column_new_categories (name, cells, 148));
    }

  return gf_table_new ((GfColumn * const *) columns->pdata, columns->len);
}

/* 12 of 40 against 3 of 108 is clear whatever else there is: forty levels of chance must not hide it. */
static void
chance_does_not_hide_what_is_clear (void)
{
  guint n_found = 0;

  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (900 + seed);
      g_autoptr (GfBitset) target = NULL;
      g_autoptr (GfTable) table = make_founders_table (rand, 12, &target);
      g_autoptr (GfDrivers) drivers = find (table, target);
      const GfDriver *first = gf_drivers_get (drivers, 0);

      if (first->verdict != GF_DRIVER_MATTERS || !g_str_equal (first->column, "Attribute 0"))
        continue;
      n_found++;
      g_assert_cmpstr (gf_selector_get_value (first->selector), ==, "Marketing");
      g_assert_cmpfloat (first->low, >, 1.5);
      /* the odds ratio of the counts against all others is 15 */
      g_assert_cmpfloat (first->low, <, 15.0);
      g_assert_cmpfloat (first->high, >, 15.0);
    }

  g_test_message ("found in %u of 50", n_found);
  g_assert_cmpuint (n_found, >=, 48);
}

/* The same customers with nothing to find: four hits of forty are what chance gives. */
static void
short_lists_of_chance_say_nothing (void)
{
  guint n_false = 0;

  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1900 + seed);
      g_autoptr (GfBitset) target = NULL;
      g_autoptr (GfTable) table = make_founders_table (rand, 4, &target);
      g_autoptr (GfDrivers) drivers = find (table, target);

      n_false += gf_drivers_get (drivers, 0)->verdict != GF_DRIVER_UNCLEAR;
    }

  g_test_message ("%u of 200 with a false driver", n_false);
  g_assert_cmpuint (n_false, <=, 16);
}

/* Two attributes that tell a hit each by itself both matter; one is no reason to be silent on the other. */
static void
both_of_two_matter (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  g_autoptr (GfBitset) target = gf_bitset_new (2000);
  const char *trades[2000], *sizes[2000];

  for (guint row = 0; row < 2000; row++)
    {
      gboolean agency = g_rand_int_range (rand, 0, 4) == 0, mid = g_rand_int_range (rand, 0, 3) == 0;
      double odds = 0.05 * (agency ? 4.0 : 1.0) * (mid ? 3.0 : 1.0);

      trades[row] = agency ? "Agency" : "Other";
      sizes[row] = mid ? "mid" : "small";
      if (g_rand_double (rand) < odds / (1.0 + odds))
        gf_bitset_set (target, row);
    }

  g_autoptr (GfColumn) trade = gf_column_new_categories ("Trade", trades, 2000);
  g_autoptr (GfColumn) size = gf_column_new_categories ("Size", sizes, 2000);
  GfColumn *columns[] = { trade, size };
  g_autoptr (GfTable) table = gf_table_new (columns, 2);
  g_autoptr (GfDrivers) drivers = find (table, target);
  g_autofree char *headline = gf_drivers_dup_headline (drivers, GF_AGAINST_BEST);
  guint i;
  const GfDriver *driver = find_driver (drivers, "Trade", &i);

  g_assert_cmpstr (headline, ==, "Looked at together, Trade and Size each matter");
  g_assert_cmpfloat (driver->low, <, 4.0);
  g_assert_cmpfloat (driver->high, >, 4.0);
  driver = find_driver (drivers, "Size", &i);
  g_assert_cmpfloat (driver->low, <, 3.0);
  g_assert_cmpfloat (driver->high, >, 3.0);
}

/* The interval holds the effect that made the data in 93 to 97 of a hundred cases; of 400 drawn here the count
 * may miss by chance, so a little more is allowed: 0.95 +- 3 standard errors. */
static void
the_interval_covers_the_effect (void)
{
  const guint n_draws = 400;
  guint n_covered = 0;

  for (guint draw = 0; draw < n_draws; draw++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (5000 + draw);
      const gsize n = 500;
      g_autofree double *values = g_new (double, n * 2);
      g_autofree guint8 *hits = g_new (guint8, n);
      g_auto (GfLogistic) fit = { 0 };

      for (gsize i = 0; i < n; i++)
        {
          values[2 * i] = g_rand_int_range (rand, 0, 3) == 0;
          values[2 * i + 1] = g_rand_int_range (rand, 0, 2);
          double z = -1.5 + 0.8 * values[2 * i];
          hits[i] = g_rand_double (rand) < 1.0 / (1.0 + exp (-z));
        }
      g_assert_true (gf_logistic_fit (&fit, values, n, 2, hits, 2.5, NULL, NULL));

      double error = gf_logistic_get_error (&fit, 1);
      n_covered += fabs (fit.coefficients[1] - 0.8) <= 1.959964 * error;
    }

  g_test_message ("%u of %u covered", n_covered, n_draws);
  g_assert_cmpuint (n_covered, >=, 367);
  g_assert_cmpuint (n_covered, <=, 393);
}

static void
too_few_are_an_error (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  g_autoptr (GfBitset) target = NULL;
  g_autoptr (GfTable) table = make_table (rand, &target, FALSE);
  g_autoptr (GfBitset) few = gf_bitset_new (1200);
  g_autoptr (GError) error = NULL;
  GfMiningOptions options = { .depth = 1 };

  for (gsize row = 0; row < 7; row++)
    gf_bitset_set (few, row);
  g_assert_null (gf_drivers_find (table, few, &options, NULL, &error));
  g_assert_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_EMPTY);
  g_clear_error (&error);

  const char *unknown[] = { "Nowhere", NULL };
  options.attributes = unknown;
  g_assert_null (gf_drivers_find (table, target, &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
a_small_difference_is_not_told_as_none (void)
{
  const struct { double odds, low, high; const char *times, *interval; } cases[] = {
    { 1.004, 1.003, 1.006, "1.004 times", "1.003 to 1.006" },
    { 1.001, 1.0004, 1.0099, "1.001 times", "1.0004 to 1.01" },
    { 1.04, 1.02, 1.06, "1.04 times", "1.02 to 1.1" },
    { 4.21, 2.1, 18.4, "4.2 times", "2.1 to 18" },
    { 1 / 1.004, 1 / 1.006, 1 / 1.003, "1.004 times lower", "1.003 to 1.006" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GfDriver driver = { .odds = cases[i].odds, .low = cases[i].low, .high = cases[i].high };
      g_autofree char *interval = NULL;
      g_autofree char *times = gf_driver_dup_odds (&driver, &interval);

      g_assert_cmpstr (times, ==, cases[i].times);
      g_assert_cmpstr (interval, ==, cases[i].interval);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drivers/what-only-follows-adds-nothing", what_only_follows_adds_nothing);
  g_test_add_func ("/drivers/twins-are-named-not-ranked", twins_are_named_not_ranked);
  g_test_add_func ("/drivers/rare-hits-are-all-looked-at", rare_hits_are_all_looked_at);
  g_test_add_func ("/drivers/chance-matters-rarely", chance_matters_rarely);
  g_test_add_func ("/drivers/chance-does-not-hide-what-is-clear", chance_does_not_hide_what_is_clear);
  g_test_add_func ("/drivers/short-lists-of-chance-say-nothing", short_lists_of_chance_say_nothing);
  g_test_add_func ("/drivers/both-of-two-matter", both_of_two_matter);
  g_test_add_func ("/drivers/the-interval-covers-the-effect", the_interval_covers_the_effect);
  g_test_add_func ("/drivers/too-few-are-an-error", too_few_are_an_error);
  g_test_add_func ("/drivers/a-small-difference-is-not-told-as-none", a_small_difference_is_not_told_as_none);

  return g_test_run ();
}
