/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times the mining inside the process, the table already read:
 *
 *     mine-bench FILE COLUMN=VALUE [RUNS]     hits are the customers whose cell says the value
 *     mine-bench FILE COLUMN [RUNS]           hits are the fifth with the highest numbers
 *
 * Prints a line for each kind of search: what it was, the median of the runs in milliseconds, and the MiB that
 * the first run needed at its peak over the table. Raw lists of equalities at depth 2 and 3 with all that they
 * need built anew, the contrast of every attribute, and findings with combinations. */
#include "gf-import.h"
#include "gf-mining.h"
#include "gf-ranking.h"
#include "gf-selector.h"

#include <stdio.h>
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

/* A figure of the process in MiB: VmRSS is what it has now, VmHWM what it had at most. */
static double
get_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, name)) == NULL)
    return 0;

  return g_ascii_strtod (line + strlen (name) + 1, NULL) / 1024;
}

/* Lets VmHWM begin anew. */
static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
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
      double before = get_memory ("VmRSS:");

      forget_peak ();
      time_once (table, target, &kinds[i].options);

      double needed = MAX (0, get_memory ("VmHWM:") - before);

      for (guint run = 0; run < n_runs; run++)
        taken[run] = time_once (table, target, &kinds[i].options);
      qsort (taken, n_runs, sizeof (double), compare_cb);
      g_print ("%s\t%.1f\t%.0f\n", kinds[i].title, taken[n_runs / 2], needed);
    }

  return 0;
}
