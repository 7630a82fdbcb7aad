/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-part.h"

#include "gf-cells-private.h"
#include "gf-footer.h"
#include "gf-number.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Formatted reports that were saved as CSV: the first columns are groups, told once in the first row of
 * each, with rows of totals between the customers.
 *
 *   sure:   as with sheets, see gf-sheet-report.h: a column whose first row is filled and that has gaps, the
 *           column behind the groups is full, and each group has an arrow in its name or rows of totals
 *           follow
 *   mend:   rows of totals are left out, gaps filled from above; a new group ends those to its right
 *   cost:   nothing for a file whose first column has no gap */
#define MOST_GROUPS 4
/* One row in so many at least has a gap. */
#define LEAST_GAPS 10
/* One gap alone may be a number that somebody noted below the table. */
#define FEWEST_GAPS 2

typedef struct
{
  GfImportPart *part;
  const char * const *names;
  guint n_names;
  guint8 *totals;            /* by row */
  gsize n_totals;
} Report;

static const char *
get_cell (const Report *self,
          guint         column,
          gsize         row,
          gsize        *length)
{
  const char *text = _gf_cells_builder_get (g_ptr_array_index (self->part->builders, column), row,
                                            length);

  gf_text_trim (&text, length);

  return *length > 0 ? text : NULL;
}

/* Whether any text of the column is blank; a column of few texts takes a few looks. */
static gboolean
has_gaps (GfCellsBuilder *builder)
{
  for (gsize i = 0; i < builder->n_texts; i++)
    if (gf_text_is_blank (builder->arena + builder->ends[i],
                          builder->ends[i + 1] - builder->ends[i] - 1))
      return TRUE;

  return FALSE;
}

static gboolean
has_arrow (const Report *self,
           guint         column)
{
  if (column >= self->n_names)
    return FALSE;

  g_autofree char *name = g_strchomp (g_strdup (self->names[column]));

  return g_str_has_suffix (name, "↑") || g_str_has_suffix (name, "↓");
}

/* The first filled cell among the groups is the label of a total; behind such a row it may be in the next
   column too. */
static gboolean
is_total (const Report *self,
          gsize         row,
          guint         n_groups,
          gboolean      after_total)
{
  for (guint i = 0; i < n_groups + (after_total ? 1 : 0); i++)
    {
      gsize length;
      const char *text = get_cell (self, i, row, &length);

      if (text != NULL)
        return gf_footer_is_group_total (text, length);
    }

  return FALSE;
}

static void
mark_totals (Report *self,
             guint   n_groups)
{
  gboolean after_total = FALSE;

  self->n_totals = 0;
  for (gsize row = 0; row < self->part->n_rows; row++)
    {
      after_total = is_total (self, row, n_groups, after_total);
      self->totals[row] = after_total;
      self->n_totals += after_total;
    }
}

/* Whether the first columns are groups, when the totals are marked for so many. */
static gboolean
are_groups (const Report *self,
            guint         n_groups)
{
  gsize filled[MOST_GROUPS + 1] = { 0 };
  gsize n_rows = 0, length;

  for (gsize row = 0; row < self->part->n_rows; row++)
    {
      if (self->totals[row])
        continue;
      for (guint i = 0; i <= n_groups; i++)
        {
          gboolean is_filled = get_cell (self, i, row, &length) != NULL;

          if (!is_filled && n_rows == 0)
            return FALSE;
          filled[i] += is_filled;
        }
      n_rows++;
    }
  for (guint i = 0; i < n_groups; i++)
    if ((n_rows - filled[i]) * LEAST_GAPS < n_rows || 
        ((self->n_totals == 0 || filled[i] + FEWEST_GAPS > n_rows) && !has_arrow (self, i)))
      return FALSE;

  return n_rows > 1 && filled[n_groups] * 10 >= n_rows * 9;
}

static guint
find_groups (Report *self)
{
  for (guint n = MIN (MOST_GROUPS, self->part->builders->len - 1); n > 0; n--)
    {
      mark_totals (self, n);
      if (are_groups (self, n))
        return n;
    }

  return 0;
}

static char *
dup_row (const Report *self,
         gsize         row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->part->builders->len && text->len < 200; i++)
    {
      gsize length;
      const char *cell = get_cell (self, i, row, &length);

      if (cell == NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, cell, (gssize) length);
    }

  return gf_problems_dup_text (text->str, text->len);
}

static void
tell_totals (const Report *self,
             GfProblems   *problems)
{
  for (gsize row = 0; row < self->part->n_rows; row++)
    if (self->totals[row] && gf_problems_count (problems, GF_PROBLEM_TOTALS))
      {
        g_autofree char *text = dup_row (self, row);

        gf_problems_store (problems, GF_PROBLEM_TOTALS, 0, -1, NULL, text, strlen (text),
                           g_strdup_printf (_("Row %zu holds totals and was left out: "
                                              "“%s”."), row + 1, text));
      }
}

static void
tell_filled (const Report *self,
             gsize         n_filled,
             GfProblems   *problems)
{
  if (n_filled == 0 || !gf_problems_count (problems, GF_PROBLEM_GROUPS))
    return;

  gf_problems_store (problems, GF_PROBLEM_GROUPS, 0, 0,
                     self->n_names > 0 ? self->names[0] : NULL, NULL, 0,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "The report shows a value once for several rows: %zu"
                                                   " cell below it was filled with it.",
                                                   "The report shows values once for several rows: %zu"
                                                   " cells below them were filled with "
                                                   "them.", n_filled), n_filled));
}

/* Which row's cell each row shall have in a column: its own, or that of the row that begins its group.
   @begins: (inout): rows in which a group to the left begins; those of this one are added. */
static gsize
fill_column (Report *self,
             guint   column,
             guint8 *begins,
             gsize  *from)
{
  gsize last = G_MAXSIZE, n_filled = 0, length;

  for (gsize row = 0; row < self->part->n_rows; row++)
    {
      from[row] = row;
      if (self->totals[row])
        continue;
      if (get_cell (self, column, row, &length) != NULL)
        {
          last = row;
          begins[row] = TRUE;
        }
      else if (begins[row])
        {
          last = G_MAXSIZE;
        }
      else if (last != G_MAXSIZE)
        {
          from[row] = last;
          n_filled++;
        }
    }

  return n_filled;
}

/* Makes a column anew, of the rows that stay. @from: (nullable): whose cell each gets. */
static void
rebuild (Report      *self,
         guint        column,
         const gsize *from)
{
  GfImportPart *part = self->part;
  GfCellsBuilder *old = g_ptr_array_index (part->builders, column);
  GfCellsBuilder *builder = gf_cells_builder_new ();

  for (gsize row = 0; row < part->n_rows; row++)
    {
      gsize length;

      if (self->totals[row])
        continue;

      const char *text = _gf_cells_builder_get (old, from != NULL ? from[row] : row, &length);
      if (!gf_cells_builder_add (builder, text, length))
        part->excess = GF_EXCESS_TEXT;
    }
  _gf_cells_builder_settle (builder);
  gf_cells_builder_free (old);
  g_ptr_array_index (part->builders, column) = builder;
}

/* The problems of rows that stay go with them; a row of totals is not too short. */
static void
move_problems (Report *self)
{
  GfImportPart *part = self->part;
  g_autofree gsize *gone = g_new0 (gsize, part->n_rows + 1);

  for (gsize row = 0; row < part->n_rows; row++)
    gone[row + 1] = gone[row] + self->totals[row];
  for (guint i = part->found->len; i-- > 0;)
    {
      GfProblem *problem = &g_array_index (part->found, GfFound, i).problem;

      if (problem->row == 0 || problem->row > part->n_rows)
        continue;
      if (self->totals[problem->row - 1] &&
          (problem->kind == GF_PROBLEM_SHORT_ROW || problem->kind == GF_PROBLEM_LONG_ROW))
        {
          part->n_found--;
          part->tallies[problem->kind].count--;
          g_array_remove_index (part->found, i);
          continue;
        }
      problem->row -= gone[problem->row];
      problem->row = MAX (problem->row, 1);
    }
}

/**
 * gf_import_part_fill_groups:
 * @self: the whole of a file, all its columns filled, without footers
 * @names: (array zero-terminated=1): what the columns are called in the file
 * @problems: (inout): where to tell of it
 *
 * Fills the gaps of groups in a report and leaves its totals out, if it surely is one.
 */
void
gf_import_part_fill_groups (GfImportPart       *self,
                            const char * const *names,
                            GfProblems         *problems)
{
  if (self->is_sheet || self->excess != GF_EXCESS_NONE || self->n_rows < 3 || self->builders->len < 2 ||
      !has_gaps (g_ptr_array_index (self->builders, 0)))
    return;

  g_autofree guint8 *totals = g_new0 (guint8, self->n_rows);
  Report report = { .part = self, .names = names, .n_names = g_strv_length ((GStrv) names),
                    .totals = totals };
  guint n_groups = find_groups (&report);
  if (n_groups == 0)
    return;

  g_autofree guint8 *begins = g_new0 (guint8, self->n_rows);
  g_autofree gsize *from = g_new (gsize, self->n_rows);
  gsize n_filled = 0;

  tell_totals (&report, problems);
  for (guint i = 0; i < self->builders->len; i++)
    {
      if (i < n_groups)
        n_filled += fill_column (&report, i, begins, from);
      if (i < n_groups || report.n_totals > 0)
        rebuild (&report, i, i < n_groups ? from : NULL);
    }
  tell_filled (&report, n_filled, problems);
  move_problems (&report);
  self->n_rows -= report.n_totals;
}
