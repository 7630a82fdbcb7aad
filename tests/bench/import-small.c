/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports a short list again and again: what a founder who pastes fifteen rows waits for.
 *
 * Usage: import-small FILE ROWS RUNS
 *
 * Prints the microseconds of processor time that the first import took, which loads what is known of other
 * programs' exports, and the mean of the others. */
#include "config.h"

#include "gf-import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static gboolean
import (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GfImport) made = gf_import_read_bytes (bytes, NULL, NULL, &error);

  if (made == NULL)
    fprintf (stderr, "%s\n", error->message);

  return made != NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  double start, first;
  char *end;
  int runs;

  if (argc != 4 || !g_file_get_contents (argv[1], &content, NULL, &error))
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "usage: import-small FILE ROWS RUNS");
      return EXIT_FAILURE;
    }

  /* The names and so many lines. */
  end = content;
  for (int row = atoi (argv[2]); row >= 0 && (end = strchr (end, '\n')) != NULL; row--)
    end++;
  bytes = g_bytes_new (content, end != NULL ? (gsize) (end - content) : strlen (content));
  runs = MAX (1, atoi (argv[3]));

  start = get_work ();
  if (!import (bytes))
    return EXIT_FAILURE;
  first = get_work () - start;

  start = get_work ();
  for (int i = 0; i < runs; i++)
    if (!import (bytes))
      return EXIT_FAILURE;
  printf ("%.0f\t%.0f\n", first, (get_work () - start) / runs);

  return EXIT_SUCCESS;
}
