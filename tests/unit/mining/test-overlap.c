/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-mining.h"

#define N_ROWS 200

/* The first forty are the best. In law are 36 of them and 12 others, in an office 34 of them and 12 others, and 42 have
 * both; large are 20 of them and 20 others, of whom less than a third is in law or in an office. */
typedef struct
{
  GfTable *table;
  GfBitset *best;
  GfFindings *findings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  among)
{
  const char *trade[N_ROWS], *place[N_ROWS], *size[N_ROWS];
  g_autoptr (GfBitset) known = gf_bitset_new (N_ROWS);
  g_autoptr (GError) error = NULL;

  fixture->best = gf_bitset_new (N_ROWS);
  for (gsize row = 0; row < N_ROWS; row++)
    {
      gboolean office = row < 34 || (row >= 40 && row < 48) || (row >= 60 && row < 64);

      trade[row] = row < 36 || (row >= 40 && row < 52) ? "Law" : row % 2 ? "Retail" : "Health";
      place[row] = office ? "Office" : row % 3 ? "Shop" : "Home";
      size[row] = (row >= 20 && row < 40) || (row >= 100 && row < 120) ? "Large" : row % 5 > 1 ? "Small" : "Middle";
      if (row < 40)
        gf_bitset_set (fixture->best, row);
      if (row != 30 && row != 31)
        gf_bitset_set (known, row);
    }

  GfColumn *columns[] = { gf_column_new_categories ("Trade", trade, N_ROWS),
                          gf_column_new_categories ("Place", place, N_ROWS),
                          gf_column_new_categories ("Size", size, N_ROWS) };
  const GfMiningOptions options = {
    .depth = 2, .against = GF_AGAINST_BEST, .among = among != NULL ? known : NULL,
  };

  fixture->table = gf_table_new (columns, 3);
  for (guint i = 0; i < 3; i++)
    gf_column_unref (columns[i]);
  fixture->findings = gf_mining_run (fixture->table, fixture->best, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  among)
{
  gf_table_unref (fixture->table);
  gf_bitset_unref (fixture->best);
  g_object_unref (fixture->findings);
}

static GfFinding *
find (GListModel *list,
      const char *value)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GfFinding) finding = g_list_model_get_item (list, i);

      if (g_strcmp0 (gf_selector_get_value (gf_finding_get_selector (finding, 0)), value) == 0)
        return finding;   /* the list keeps it */
    }

  return NULL;
}

typedef struct
{
  GfFinding *other;
  gsize n_both;
  GError *error;
  gboolean done;
} Found;

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Found *found = data;

  found->other = gf_findings_find_overlap_finish (GF_FINDINGS (source), result, &found->n_both, &found->error);
  found->done = TRUE;
}

static Found
look (Fixture      *fixture,
      GfFinding    *finding,
      GCancellable *cancellable)
{
  Found found = { 0 };

  g_assert_nonnull (finding);
  gf_findings_find_overlap_async (fixture->findings, finding, fixture->table, cancellable, found_cb, &found);
  while (!found.done)
    g_main_context_iteration (NULL, TRUE);

  return found;
}

static void
the_trait_that_says_the_same_is_found (Fixture       *fixture,
                                       gconstpointer  among)
{
  GListModel *traits = gf_findings_get_traits (fixture->findings);
  GfFinding *law = find (traits, "Law"), *office = find (traits, "Office");
  gsize n_both = among != NULL ? 40 : 42;
  Found found = look (fixture, law, NULL);

  g_assert_no_error (found.error);
  g_assert_true (found.other == office);
  g_assert_cmpuint (found.n_both, ==, n_both);
  g_clear_object (&found.other);

  found = look (fixture, office, NULL);
  g_assert_true (found.other == law);
  g_clear_object (&found.other);
}

static void
others_share_too_few (Fixture       *fixture,
                      gconstpointer  among)
{
  Found found = look (fixture, find (gf_findings_get_traits (fixture->findings), "Large"), NULL);

  g_assert_no_error (found.error);
  g_assert_null (found.other);
}

static void
it_stops_when_cancelled (Fixture       *fixture,
                         gconstpointer  among)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  Found found = look (fixture, find (gf_findings_get_traits (fixture->findings), "Law"), cancellable);

  g_assert_error (found.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (found.other);
  g_clear_error (&found.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/overlap/the-trait-that-says-the-same-is-found", Fixture, NULL, set_up,
              the_trait_that_says_the_same_is_found, tear_down);
  g_test_add ("/overlap/who-is-not-compared-does-not-count", Fixture, "among", set_up,
              the_trait_that_says_the_same_is_found, tear_down);
  g_test_add ("/overlap/others-share-too-few", Fixture, NULL, set_up, others_share_too_few, tear_down);
  g_test_add ("/overlap/it-stops-when-cancelled", Fixture, NULL, set_up, it_stops_when_cancelled, tear_down);

  return g_test_run ();
}
