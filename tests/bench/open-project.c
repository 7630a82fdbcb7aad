/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-project FILE RUNS: prints, a line each, what opening and saving a project takes, as medians in
 * seconds: reading (in a thread when the window does it), putting what was read in place (on the main
 * thread), taking what is to be written after a change (on the main thread, the only part of saving that
 * typing waits for), and writing it out. */
#include "config.h"

#include "gf-project-file.h"
#include "gf-store-job.h"

#include <stdlib.h>

enum { READING, PLACING, TAKING, WRITING, N_PARTS };

static const char * const names[N_PARTS] = { "reading", "placing", "taking", "writing" };

static double
take_time (gint64 *start)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = (double) (now - *start) / G_USEC_PER_SEC;

  *start = now;

  return seconds;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static gboolean
run_once (const char  *path,
          double       seconds[N_PARTS],
          GError     **error)
{
  g_autoptr (JsonNode) tree = NULL;
  g_autoptr (GfTable) table = NULL;
  g_autoptr (GfProject) project = gf_project_new ();
  GfRecovery about = { .id = (char *) "bench" };
  gint64 start = g_get_monotonic_time ();

  if (!gf_project_file_read (path, &tree, &table, error))
    return FALSE;
  seconds[READING] = take_time (&start);

  if (!gf_record_apply_json (GF_RECORD (project), tree, error))
    return FALSE;
  gf_project_set_table (project, table);
  seconds[PLACING] = take_time (&start);

  GfStoreJob *job = gf_store_job_new ("", &about, NULL, project);
  seconds[TAKING] = take_time (&start);

  g_autoptr (GBytes) bytes = gf_project_file_encode (job->tree, job->table);
  seconds[WRITING] = take_time (&start);
  gf_store_job_free (job);

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  int n_runs = argc > 2 ? atoi (argv[2]) : 0;
  g_autofree double *all = g_new0 (double, (gsize) MAX (n_runs, 1) * N_PARTS);

  if (n_runs < 1)
    {
      g_printerr ("Usage: open-project FILE RUNS\n");
      return 64;
    }

  for (int i = 0; i < n_runs; i++)
    {
      g_autoptr (GError) error = NULL;
      double seconds[N_PARTS];

      if (!run_once (argv[1], seconds, &error))
        {
          g_printerr ("%s\n", error->message);
          return 2;
        }
      for (int part = 0; part < N_PARTS; part++)
        all[part * n_runs + i] = seconds[part];
    }

  for (int part = 0; part < N_PARTS; part++)
    {
      qsort (all + part * n_runs, (size_t) n_runs, sizeof *all, compare);
      g_print ("%s %.4f\n", names[part], all[part * n_runs + n_runs / 2]);
    }

  return 0;
}
