/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-run.h"

#include "gf-encoding.h"
#include "gf-format.h"
#include "gf-mojibake.h"
#include "gf-parallel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHECK_TEXTS 16384          /* whether it is cancelled is looked at once in so many */

/* The first text that was broken, and how many there are. */
typedef struct
{
  gsize count;
  int column;
  gsize row;        /* from 1; 0 for the name of the column */
  char *text;
  char *mended;
} Finds;

/* The row in which a text of a column stands first. */
static gsize
find_row (const GfCells *cells,
          gsize          text)
{
  const guint32 *codes = gf_cells_get_codes (cells);
  gsize row = 0;

  if (codes == NULL)
    return text;
  while (row + 1 < gf_cells_get_n_rows (cells) && codes[row] != text)
    row++;

  return row;
}

static void
look_at (Finds      *finds,
         guint       column,
         gsize       row,
         const char *text,
         gsize       length)
{
  g_autofree char *mended = gf_mojibake_dup_mended (text, length);

  if (mended == NULL || finds->count++ > 0)
    return;

  finds->column = (int) column;
  finds->row = row;
  finds->text = gf_problems_dup_text (text, length);
  finds->mended = gf_problems_dup_text (mended, strlen (mended));
}

typedef struct
{
  GfCells * const *cells;
  const char * const *names;
  GfImportSteps *steps;
  GCancellable *cancellable;
  Finds *finds;     /* of each column */
} Search;

static void
look_at_column (guint    i,
                gpointer user_data)
{
  const Search *search = user_data;
  const GfCells *cells = search->cells[i];
  gsize n_texts = gf_cells_get_n_texts (cells);
  Finds *finds = &search->finds[i];
  guint n_looked_at = 0;

  if (g_cancellable_is_cancelled (search->cancellable))
    return;
  look_at (finds, i, 0, search->names[i], strlen (search->names[i]));
  for (gsize k = 0; (k = gf_cells_find_byte (cells, k, GF_MOJIBAKE_BYTE)) < n_texts; k++)
    {
      gsize length, before = finds->count;
      const char *text = gf_cells_get_text (cells, k, &length);

      if (++n_looked_at % CHECK_TEXTS == 0 && g_cancellable_is_cancelled (search->cancellable))
        return;
      look_at (finds, i, 1, text, length);
      if (before == 0 && finds->count == 1)
        finds->row = find_row (cells, k) + 1;
    }
  gf_import_steps_add (search->steps, 1);
}

/* The encoding with which the texts come right, NULL if there is none to choose. */
static const char *
find_better (const char *encoding)
{
  if (gf_encoding_is_utf8 (encoding))
    return GF_ENCODING_TWICE;
  if (g_ascii_strcasecmp (encoding, "windows-1252") == 0 ||
      g_ascii_strcasecmp (encoding, "ISO-8859-1") == 0)
    return "UTF-8";

  return NULL;
}

static char *
dup_message (const Finds *finds,
             const char  *name,
             const char  *encoding)
{
  const char *better = find_better (encoding);
  g_autofree char *count = gf_format_count (finds->count);
  g_autofree char *place = finds->row == 0
                           ? g_strdup_printf (_("The name of “%s”"), name)
                           : g_strdup_printf (_("Row %zu, “%s”"), finds->row, name);

  if (better == NULL)
    /* TRANSLATORS: a place such as Row 3, “Company”; the broken text; the right text; a number */
    return g_strdup_printf (ngettext ("%s: “%s” must be “%s”: a program read it in a wrong encoding "
                                      "before it came here. %s text is like this. Export the "
                                      "customers again from where they are right.",
                                      "%s: “%s” must be “%s”: a program read it in a wrong encoding "
                                      "before it came here. %s texts are like this. Export the "
                                      "customers again from where they are right.", finds->count),
                            place, finds->text, finds->mended, count);

  /* TRANSLATORS: a place such as Row 3, “Company”; the broken text; the right text; a number; the name
     of an encoding */
  return g_strdup_printf (ngettext ("%s: “%s” must be “%s”: it was read in a wrong encoding once. "
                                    "%s text is like this. Choose the encoding “%s” to mend it.",
                                    "%s: “%s” must be “%s”: it was read in a wrong encoding once. "
                                    "%s texts are like this. Choose the encoding “%s” to mend them.",
                                    finds->count),
                          place, finds->text, finds->mended, count, better);
}

/**
 * gf_import_tell_mojibake:
 * @cells: (array length=n_columns): the columns
 * @names: (array length=n_columns): their names
 * @n_columns: how many
 * @encoding: in which the file was read
 * @n_threads: on how many columns to work at a time
 * @steps: (inout): gets one for each column
 * @cancellable: (nullable): stops it
 * @problems: (inout): where to tell
 *
 * Tells of texts that a program read in a wrong encoding before: "CafÃ©" for "Café". With what encoding
 * they come right is said when it is certain.
 */
void
gf_import_tell_mojibake (GfCells * const    *cells,
                         const char * const *names,
                         guint               n_columns,
                         const char         *encoding,
                         guint               n_threads,
                         GfImportSteps      *steps,
                         GCancellable       *cancellable,
                         GfProblems         *problems)
{
  g_autofree Finds *of_columns = g_new0 (Finds, n_columns + 1);
  Search search = { cells, names, steps, cancellable, of_columns };
  Finds finds = { 0 };

  if (strcmp (encoding, GF_ENCODING_TWICE) == 0)
    return;

  gf_parallel_for (n_columns, n_threads, look_at_column, &search);
  for (guint i = 0; i < n_columns; i++)
    {
      gsize count = finds.count + of_columns[i].count;

      if (finds.count == 0)
        {
          finds = of_columns[i];
        }
      else
        {
          g_free (of_columns[i].text);
          g_free (of_columns[i].mended);
        }
      finds.count = count;
    }
  if (finds.count == 0)
    return;

  if (gf_problems_count (problems, GF_PROBLEM_MOJIBAKE))
    {
      const char *name = names[finds.column];

      gf_problems_store (problems, GF_PROBLEM_MOJIBAKE, finds.row, finds.column, name, finds.text,
                         strlen (finds.text), dup_message (&finds, name, encoding));
      g_array_index (problems->stored, GfProblem, problems->stored->len - 1).became =
        g_strdup (finds.mended);
    }
  g_free (finds.text);
  g_free (finds.mended);
}
