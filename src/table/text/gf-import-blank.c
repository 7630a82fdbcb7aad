/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-part.h"

#include "gf-cells-private.h"

#include <glib/gi18n-lib.h>

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

/* Takes the rows out of a column. Returns %FALSE when there is no room for it. */
static gboolean
drop_rows (GfCellsBuilder **builder,
           const GArray    *blank,
           gsize            n_rows)
{
  GfCellsBuilder *kept = _gf_cells_builder_new_like (*builder);
  gboolean fits = TRUE;
  guint next = 0;

  for (gsize row = 0; row < n_rows && fits; row++)
    {
      gsize length;
      const char *text;

      if (next < blank->len && g_array_index (blank, guint32, next) == row)
        {
          next++;
          continue;
        }
      text = _gf_cells_builder_get (*builder, row, &length);
      fits = gf_cells_builder_add (kept, text, length);
    }
  gf_cells_builder_free (*builder);
  *builder = kept;

  return fits && _gf_cells_builder_settle (kept);
}

/**
 * gf_import_part_drop_blanks:
 * @self: the whole of a file, all its columns filled
 * @problems: (inout): where to tell of the rows
 *
 * Takes the rows away in which all cells are blank: they are no customers.
 */
void
gf_import_part_drop_blanks (GfImportPart *self,
                            GfProblems   *problems)
{
  /* Those at the end may be gone with the footers. */
  g_array_set_size (self->blank, count_above (self->blank, self->n_rows));
  if (self->blank->len == 0 || self->width < 2)
    return;

  for (guint i = 0; i < self->builders->len; i++)
    if (!drop_rows ((GfCellsBuilder **) &g_ptr_array_index (self->builders, i), self->blank,
                    self->n_rows))
      self->excess = GF_EXCESS_TEXT;
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
