/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-part.h"

#include "gf-cells-private.h"
#include "gf-parallel.h"

#include <glib/gi18n-lib.h>

#define CHECK_ROWS 65536           /* whether it is cancelled is looked at once in so many */

/* How many of the blank rows are above a row. */
static guint
count_above (const GArray *blank,
             gsize         row)
{
  guint low = 0, high = blank->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (blank, guint32, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The columns from which rows are taken out. */
typedef struct
{
  GPtrArray *builders;
  const GArray *blank;
  gsize n_rows;
  GCancellable *cancellable;
} Dropping;

/* Takes the rows out of a column. */
static void
drop_rows (guint    i,
           gpointer user_data)
{
  const Dropping *self = user_data;
  GfCellsBuilder *builder = g_ptr_array_index (self->builders, i);
  GfCellsBuilder *kept = _gf_cells_builder_new_like (builder);
  guint next = 0;

  for (gsize row = 0; row < self->n_rows; row++)
    {
      gsize length;
      const char *text;

      if (row % CHECK_ROWS == 0 && g_cancellable_is_cancelled (self->cancellable))
        break;
      if (next < self->blank->len && g_array_index (self->blank, guint32, next) == row)
        {
          next++;
          continue;
        }
      text = _gf_cells_builder_get (builder, row, &length);
      /* There is room: it is less than before. */
      gf_cells_builder_add (kept, text, length);
    }
  _gf_cells_builder_settle (kept);
  gf_cells_builder_free (builder);
  g_ptr_array_index (self->builders, i) = kept;
}

/**
 * gf_import_part_drop_blanks:
 * @self: the whole of a file, all its columns filled
 * @n_threads: on how many columns to work at a time
 * @cancellable: (nullable): stops it; what is in the part is of no use then
 * @problems: (inout): where to tell of the rows
 *
 * Takes the rows away in which all cells are blank: they are no customers.
 */
void
gf_import_part_drop_blanks (GfImportPart *self,
                            guint         n_threads,
                            GCancellable *cancellable,
                            GfProblems   *problems)
{
  Dropping dropping = { self->builders, self->blank, self->n_rows, cancellable };

  /* Those at the end may be gone with the footers. */
  g_array_set_size (self->blank, count_above (self->blank, self->n_rows));
  if (self->blank->len == 0 || self->width < 2)
    return;

  gf_parallel_for (self->builders->len, n_threads, drop_rows, &dropping);
  for (guint i = 0; i < self->found->len; i++)
    {
      GfProblem *problem = &g_array_index (self->found, GfFound, i).problem;

      if (problem->row > 0)
        problem->row -= count_above (self->blank, problem->row - 1);
    }

  gsize first = g_array_index (self->blank, guint32, 0);
  if (gf_problems_count (problems, GF_PROBLEM_FOOTER))
    gf_problems_store (problems, GF_PROBLEM_FOOTER, first, -1, NULL, NULL, 0,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                     "%u blank row was left out, behind row %zu"
                                                     ".",
                                                     "%u blank rows were left out, the first behind "
                                                     "row %zu.", self->blank->len),
                                        self->blank->len, first));
  self->n_rows -= self->blank->len;
}
