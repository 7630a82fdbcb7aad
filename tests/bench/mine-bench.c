/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the mining inside the process, the table already read:
 *
 *     mine-bench FILE COLUMN=VALUE [RUNS]     hits are the customers whose cell says the value
 *     mine-bench FILE COLUMN [RUNS]           hits are the fifth with the highest numbers
 *
 * Prints for each kind of search the median of the runs in milliseconds: raw lists of equalities at depth 2
 * and 3 with all that they need built anew, the contrast of every attribute, and findings with combinations. */
#include "gf-import.h"
#include "gf-mining.h"
#include "gf-ranking.h"
#include "gf-selector.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *title;
  GfMiningOptions options;
} Kind;

static int
compare_cb (const void *a,
            const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
time_once (GfTable               *table,
           const GfBitset        *target,
           const GfMiningOptions *options)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GfFindings) findings = gf_mining_run (table, target, options, NULL, NULL, NULL, &error);

  if (findings == NULL)
    g_error ("%s", error->message);

  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static GfBitset *
find_hits (GfTable    *table,
           const char *column,
           const char *value)
{
  g_autoptr (GError) error = NULL;

  if (value != NULL)
    {
      g_autoptr (GfSelector) selector = gf_selector_new_is (column, value);

      return gf_selector_match (selector, table);
    }

  const GfMeasure measure = { column, 100, FALSE };
  g_autoptr (GfRanking) ranking = gf_ranking_new (table, &measure, 1, 0.2, &error);
  if (ranking == NULL)
    g_error ("%s", error->message);

  return gf_bitset_ref (gf_ranking_get_best (ranking));
}

int
main (int    argc,
      char **argv)
{
  if (argc < 3)
    {
      g_printerr ("Usage: %s FILE COLUMN[=VALUE] [RUNS]\n", argv[0]);
      return 64;
    }

  g_auto (GStrv) hit = g_strsplit (argv[2], "=", 2);
  guint n_runs = argc > 3 ? (guint) MAX (1, atoi (argv[3])) : 7;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) import = gf_import_read (file, NULL, NULL, NULL, NULL, &error);
  if (import == NULL)
    g_error ("%s", error->message);

  GfTable *table = gf_import_get_table (import);
  g_autoptr (GfBitset) target = find_hits (table, hit[0], hit[1]);
  const char *exclude[] = { hit[0], NULL };
  const Kind kinds[] = {
    { "raw, depth 2", { .exclude = exclude, .raw = TRUE, .depth = 2 } },
    { "raw, depth 3", { .exclude = exclude, .raw = TRUE, .depth = 3 } },
    { "contrast", { .exclude = exclude, .depth = 1 } },
    { "findings", { .exclude = exclude, .depth = 3 } },
  };
  g_autofree double *taken = g_new (double, n_runs);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      time_once (table, target, &kinds[i].options);
      for (guint run = 0; run < n_runs; run++)
        taken[run] = time_once (table, target, &kinds[i].options);
      qsort (taken, n_runs, sizeof (double), compare_cb);
      g_print ("%-14s %9.1f ms\n", kinds[i].title, taken[n_runs / 2]);
    }

  return 0;
}
