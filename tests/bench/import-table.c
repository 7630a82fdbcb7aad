/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports a file and ends: what bench.py times.
 *
 * Usage: import-table FILE THREADS */
#include "config.h"

#include "gf-import.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct
{
  gint64 last;
  gint64 longest;
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
  if (share <= 0.8)
    steps->read = now;
}

int
main (int    argc,
      char **argv)
{
  if (argc != 3)
    {
      fputs ("usage: import-table FILE THREADS\n", stderr);
      return EXIT_FAILURE;
    }

  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (GfImportOptions) options = gf_import_options_new ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  Steps steps = { start, 0, start, start };

  options->n_threads = (guint) atoi (argv[2]);
  GfImport *import = gf_import_read (file, options, progress_cb, &steps, NULL, &error);
  if (import == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  printf ("%" G_GSIZE_FORMAT " rows; reading %.0f ms, typing %.0f ms; progress moved every %.0f ms "
          "at least\n",
          gf_table_get_n_rows (gf_import_get_table (import)),
          (double) (steps.read - steps.start) / 1000,
          (double) (g_get_monotonic_time () - steps.read) / 1000, (double) steps.longest / 1000);
  /* The table goes with the process. */
  return EXIT_SUCCESS;
}
