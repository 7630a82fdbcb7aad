/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times what the customers table computes: the first rows, an order, and what is typed into the
 * search, key by key.
 *
 * Usage: table-bench FILE
 *
 * Prints one line for each: what it was, milliseconds, and how many customers were shown. */
#include "config.h"

#include "gf-import.h"
#include "gf-row-index.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>

static void
ask (GfRowIndex       *index,
     const GfRowQuery *query,
     const char       *title)
{
  gint64 start = g_get_monotonic_time ();
  gsize n;
  g_autofree guint32 *rows = gf_row_index_query (index, query, &n, NULL, NULL);

  printf ("%s\t%.1f\t%zu\n", title, (double) (g_get_monotonic_time () - start) / 1000, n);
}

static void
time_searches (GfRowIndex *index)
{
  static const char * const words[] = { "marketing", "second call", "zo", "12345", "www.br" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint length = 1; words[i][length - 1] != '\0'; length++)
      {
        g_autofree char *typed = g_strndup (words[i], length);
        g_autofree char *title = g_strdup_printf ("search %s", typed);
        GfRowQuery query = { .search = typed };

        ask (index, &query, title);
      }
}

static void
time_filters (GfRowIndex *index)
{
  const char *levels[] = { "Marketing", "Media", NULL };
  g_autoptr (GfRowFilter) industry = gf_row_filter_new_levels ("Industry", levels, FALSE);
  g_autoptr (GfRowFilter) people = gf_row_filter_new_range ("Employees", 50, 250);
  GfRowFilter *filters[] = { industry, people };
  GfRowQuery query = { .filters = filters, .n_filters = 1 };

  ask (index, &query, "filter a category");
  query.n_filters = 2;
  ask (index, &query, "filter a range as well");
}

static void
time_orders (GfRowIndex *index)
{
  GfTable *table = gf_row_index_get_table (index);

  for (guint i = 0; i < gf_table_get_n_columns (table); i++)
    {
      const GfRowSortKey key = { (int) i, i % 2 == 1 };
      GfRowQuery query = { .keys = &key, .n_keys = 1 };
      g_autofree char *title = g_strdup_printf ("sort %s",
                                                gf_column_get_name (gf_table_get_column (table, i)));

      ask (index, &query, title);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GfImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GfRowIndex) index = NULL;
  GfRowQuery all = { 0 };

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      fprintf (stderr, "Usage: table-bench FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  import = gf_import_read (file, NULL, NULL, NULL, NULL, &error);
  if (import == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  index = gf_row_index_new (gf_import_get_table (import));
  ask (index, &all, "first rows");
  time_searches (index);
  time_filters (index);
  time_orders (index);

  return 0;
}
