/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yardstick of importing: libcsv reads the file and counts, and nothing is kept.
 *
 * Usage: count-csv FILE */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

#define BLOCK (256 * 1024)

typedef struct
{
  unsigned long cells;
  unsigned long rows;
} Counts;

static void
cell_cb (void  *text,
         size_t length,
         void  *data)
{
  Counts *counts = data;

  counts->cells++;
}

static void
row_cb (int   terminator,
        void *data)
{
  Counts *counts = data;

  counts->rows++;
}

int
main (int argc, char *argv[])
{
  static char block[BLOCK];
  struct csv_parser parser;
  Counts counts = { 0, 0 };
  size_t n;
  FILE *file = argc == 2 ? fopen (argv[1], "rb") : NULL;

  if (file == NULL || csv_init (&parser, CSV_APPEND_NULL) != 0)
    {
      fputs ("usage: count-csv FILE\n", stderr);
      return EXIT_FAILURE;
    }
  while ((n = fread (block, 1, sizeof block, file)) > 0)
    if (csv_parse (&parser, block, n, cell_cb, row_cb, &counts) != n)
      return EXIT_FAILURE;
  csv_fini (&parser, cell_cb, row_cb, &counts);
  csv_free (&parser);
  fclose (file);
  printf ("%lu rows, %lu cells\n", counts.rows, counts.cells);
  return EXIT_SUCCESS;
}
