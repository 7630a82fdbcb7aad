/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports a file and ends: what bench.py times.
 *
 * Usage: import-table FILE THREADS [STOPS]
 *
 * With STOPS it imports once, and then so many times more, each stopped later than the one before, and tells how long
 * the longest stop took to be obeyed. */
#include "config.h"

#include "gf-import.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Microseconds of processor time: on one thread a better witness than the clock where others use the machine. */
static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

typedef struct
{
  gint64 last;
  gint64 longest;
  gint64 last_work;
  gint64 longest_work;
  double slowest;   /* the share behind the longest work */
  gint64 start;
  gint64 read;      /* when the text was read; typing follows */
} Steps;

static void
progress_cb (double   share,
             gpointer user_data)
{
  Steps *steps = user_data;
  gint64 now = g_get_monotonic_time ();

  steps->longest = MAX (steps->longest, now - steps->last);
  steps->last = now;
  if (get_work () - steps->last_work > steps->longest_work)
    {
      steps->longest_work = get_work () - steps->last_work;
      steps->slowest = share;
    }
  steps->last_work = get_work ();
  if (share <= 0.8)
    steps->read = now;
}

typedef struct
{
  GCancellable *cancellable;
  gint64 at;
  gint64 cancelled;
  gint64 work;
} Stop;

static gpointer
stop_thread (gpointer user_data)
{
  Stop *stop = user_data;

  g_usleep ((gulong) MAX (stop->at - g_get_monotonic_time (), 0));
  stop->cancelled = g_get_monotonic_time ();
  stop->work = get_work ();
  g_cancellable_cancel (stop->cancellable);

  return NULL;
}

/* Stops imports at @n_stops moments of the @duration of a whole one, in microseconds. */
static void
measure_stops (GFile                 *file,
               const GfImportOptions *options,
               gint64                 duration,
               int                    n_stops)
{
  gint64 longest = 0, longest_work = 0;
  int worst = 0;

  for (int i = 0; i < n_stops; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Stop stop = { cancellable, g_get_monotonic_time () + duration * (2 * i + 1) / (2 * n_stops), 0, 0 };
      GThread *thread = g_thread_new ("stop", stop_thread, &stop);
      GfImport *import = gf_import_read (file, options, NULL, NULL, cancellable, NULL);
      gint64 end = g_get_monotonic_time (), work = get_work ();

      g_thread_join (thread);
      if (import != NULL)
        {
          gf_import_unref (import);
          continue;
        }
      longest = MAX (longest, end - stop.cancelled);
      if (work - stop.work > longest_work)
        {
          longest_work = work - stop.work;
          worst = i;
        }
    }
  printf ("stopped within %.0f ms, %.0f ms of work, the most at %d %% of the way\n", (double) longest / 1000,
          (double) longest_work / 1000, 100 * (2 * worst + 1) / (2 * n_stops));
}

int
main (int    argc,
      char **argv)
{
  if (argc != 3 && argc != 4)
    {
      fputs ("usage: import-table FILE THREADS [STOPS]\n", stderr);
      return EXIT_FAILURE;
    }

  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  Steps steps = { start, 0, get_work (), 0, 0, start, start };

  options->n_threads = (guint) atoi (argv[2]);
  GfImport *import = gf_import_read (file, options, progress_cb, &steps, NULL, &error);
  if (import == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  printf ("%" G_GSIZE_FORMAT " rows; reading %.0f ms, typing %.0f ms; progress moved every %.0f ms "
          "at least, %.0f ms of work (to %.3f)\n",
          gf_table_get_n_rows (gf_import_get_table (import)),
          (double) (steps.read - steps.start) / 1000,
          (double) (g_get_monotonic_time () - steps.read) / 1000, (double) steps.longest / 1000,
          (double) steps.longest_work / 1000, steps.slowest);
  if (argc == 4)
    {
      gint64 duration = g_get_monotonic_time () - start;

      gf_import_unref (import);
      measure_stops (file, options, duration, atoi (argv[3]));
    }
  /* Else the table goes with the process. */
  return EXIT_SUCCESS;
}
