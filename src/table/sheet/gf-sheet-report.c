/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sheet-report.h"

#include "gf-footer.h"
#include "gf-text.h"

#include <string.h>

#define MOST_GROUPS 4
/* One row in so many at least has a gap. */
#define LEAST_GAPS 10
/* One gap alone may be a number that somebody noted below the table. */
#define FEWEST_GAPS 2

/* A cell joined over rows, while the walk is within it. */
typedef struct
{
  guint32 column, bottom;
  GfGridCell cell;
} Joined;

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static const GfGridCell *
get_cell (const GArray *cells,
          guint         column)
{
  if (column >= cells->len)
    return NULL;

  const GfGridCell *cell = &g_array_index (cells, GfGridCell, column);

  return gf_text_is_blank (cell->text, cell->length) ? NULL : cell;
}

/* The first filled cell among the groups is the label of a total. Behind a row of totals it may be
   in the next column too; elsewhere that is a customer who is called Max. */
static gboolean
is_total (const GArray *cells,
          guint         first,
          guint         n_groups,
          gboolean      after_total)
{
  for (guint i = first; i < first + n_groups + (after_total ? 1 : 0); i++)
    {
      const GfGridCell *cell = get_cell (cells, i);

      if (cell != NULL)
        return gf_footer_is_group_total (cell->text, cell->length);
    }

  return FALSE;
}

static gboolean
has_arrow (GPtrArray *names,
           guint      column)
{
  if (names == NULL || column >= names->len)
    return FALSE;

  const GString *name = g_ptr_array_index (names, column);
  g_autofree char *trimmed = g_strchomp (g_strndup (name->str, name->len));

  return g_str_has_suffix (trimmed, "↑") || g_str_has_suffix (trimmed, "↓");
}

/* Whether one cell of the row is filled and says that it is below the table. */
static gboolean
is_footer (const GArray *cells)
{
  const GfGridCell *only = NULL;

  for (guint i = 0; i < cells->len; i++)
    {
      const GfGridCell *cell = get_cell (cells, i);

      if (cell != NULL && only != NULL)
        return FALSE;
      only = cell != NULL ? cell : only;
    }

  return only != NULL && gf_footer_is_alone (only->text, only->length);
}

typedef struct
{
  gsize n_rows;            /* not counting totals and empty ones */
  gsize n_totals;
  gsize filled[MOST_GROUPS + 1];
  gboolean begins[MOST_GROUPS + 1];
} Counts;

/* Counts what stands in the first columns, if @n_groups of them are groups. */
static void
count (Counts       *counts,
       const GfGrid *grid,
       guint32       n_header_rows,
       guint         first,
       guint         n_groups,
       GCancellable *cancellable)
{
  g_auto (GfGridWalk) walk;
  gboolean after_total = FALSE;

  *counts = (Counts) { 0 };
  gf_grid_walk_init (&walk, grid);
  while (gf_grid_walk_next (&walk))
    {
      if (walk.row % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        return;
      if (walk.row <= n_header_rows || walk.cells->len == 0)
        continue;
      after_total = is_total (walk.cells, first, n_groups, after_total);
      if (after_total)
        {
          counts->n_totals++;
          continue;
        }
      if (is_footer (walk.cells))
        continue;
      for (guint i = 0; i <= n_groups; i++)
        {
          gboolean filled = get_cell (walk.cells, first + i) != NULL;

          counts->filled[i] += filled;
          counts->begins[i] = counts->begins[i] || (filled && counts->n_rows == 0);
        }
      counts->n_rows++;
    }
}

/* How many of the first columns are groups. A table whose first column has no gaps, as most have
   none, takes one look. */
static guint
find_groups (const GfGrid *grid,
             guint32       n_header_rows,
             guint         first,
             GPtrArray    *names,
             GCancellable *cancellable)
{
  Counts least;

  count (&least, grid, n_header_rows, first, 1, cancellable);
  if (!least.begins[0] || least.filled[0] == least.n_rows)
    return 0;

  for (guint n = MOST_GROUPS; n > 0; n--)
    {
      Counts counts;
      gboolean groups = TRUE;

      if (first + n >= gf_grid_get_n_columns (grid))
        continue;
      count (&counts, grid, n_header_rows, first, n, cancellable);
      for (guint i = 0; i < n && groups; i++)
        groups = counts.begins[i] && (counts.n_rows - counts.filled[i]) * LEAST_GAPS >= counts.n_rows &&
                 (has_arrow (names, first + i) ||
                  (counts.n_totals > 0 && counts.filled[i] + FEWEST_GAPS <= counts.n_rows));
      if (groups && counts.n_rows > 1 && counts.filled[n] * 10 >= counts.n_rows * 9)
        return n;
    }

  return 0;
}

/* The first column that is not empty below the header. */
static guint
find_first (const GfGrid *grid,
            guint32       n_header_rows)
{
  g_auto (GfGridWalk) walk;
  guint first = G_MAXUINT;

  gf_grid_walk_init (&walk, grid);
  while (first > 0 && gf_grid_walk_next (&walk))
    for (guint i = 0; walk.row > n_header_rows && i < MIN (walk.cells->len, first); i++)
      if (get_cell (walk.cells, i) != NULL)
        first = i;

  return first;
}

static int
compare_merges (gconstpointer a,
                gconstpointer b)
{
  const GfGridRange *x = a, *y = b;

  return (x->top > y->top) - (x->top < y->top);
}

/**
 * gf_sheet_report_init:
 * @self: (out): a report
 * @grid: a finished grid, which outlives it; its merges are put into the order of their rows
 * @n_header_rows: rows above the data
 * @names: (nullable) (element-type GString): the columns' names
 * @cancellable: (nullable): ends the judging early; what comes of it is then of no use
 *
 * Judges whether a sheet is a report with groups.
 */
void
gf_sheet_report_init (GfSheetReport *self,
                      const GfGrid  *grid,
                      guint32        n_header_rows,
                      GPtrArray     *names,
                      GCancellable  *cancellable)
{
  *self = (GfSheetReport) { 0 };
  self->current = g_ptr_array_new_with_free_func (free_string);
  self->joined = g_array_new (FALSE, FALSE, sizeof (Joined));
  self->merges = gf_grid_get_merges (grid);
  g_array_sort ((GArray *) self->merges, compare_merges);
  self->first = find_first (grid, n_header_rows);
  if (self->first == G_MAXUINT)
    return;
  self->n_groups = find_groups (grid, n_header_rows, self->first, names, cancellable);
  for (guint i = 0; i < self->n_groups; i++)
    g_ptr_array_add (self->current, g_string_new (NULL));
}

/**
 * gf_sheet_report_clear:
 * @self: a report
 *
 * Frees what it holds.
 */
void
gf_sheet_report_clear (GfSheetReport *self)
{
  g_ptr_array_unref (self->current);
  g_array_unref (self->joined);
}

/**
 * gf_sheet_report_is_total:
 * @self: a report
 * @cells: (element-type GfGridCell): a row that is not empty, the one below the last asked for
 *
 * Returns: whether the row holds totals of a group or of all
 */
gboolean
gf_sheet_report_is_total (GfSheetReport *self,
                          const GArray  *cells)
{
  self->after_total = self->n_groups > 0 &&
                      is_total (cells, self->first, self->n_groups, self->after_total);

  return self->after_total;
}

static void
put_cell (GfSheetReport    *self,
          GArray           *cells,
          guint             column,
          const GfGridCell *cell)
{
  static const GfGridCell nothing = { "", 0 };

  while (cells->len <= column)
    g_array_append_val (cells, nothing);
  g_array_index (cells, GfGridCell, column) = *cell;
  self->n_filled++;
}

/* Of joined cells over each other, which no spreadsheet can have, the last in a column counts. */
static void
add_joined (GfSheetReport *self,
            const Joined  *joined)
{
  for (guint i = 0; i < self->joined->len; i++)
    {
      Joined *other = &g_array_index (self->joined, Joined, i);

      if (other->column == joined->column)
        {
          *other = *joined;
          return;
        }
    }
  g_array_append_vals (self->joined, joined, 1);
}

static void
fill_joined (GfSheetReport *self,
             guint32        row,
             GArray        *cells)
{
  for (guint i = self->joined->len; i > 0; i--)
    {
      const Joined *joined = &g_array_index (self->joined, Joined, i - 1);

      if (joined->bottom < row)
        g_array_remove_index_fast (self->joined, i - 1);
      else if (get_cell (cells, joined->column) == NULL)
        put_cell (self, cells, joined->column, &joined->cell);
    }
  for (; self->next_merge < self->merges->len; self->next_merge++)
    {
      const GfGridRange *merge = &g_array_index (self->merges, GfGridRange, self->next_merge);

      if (merge->top > row)
        break;

      const GfGridCell *cell = get_cell (cells, merge->left);
      if (merge->top == row && merge->bottom > row && cell != NULL)
        {
          Joined joined = { merge->left, merge->bottom, *cell };
          add_joined (self, &joined);
        }
    }
}

/**
 * gf_sheet_report_fill:
 * @self: a report
 * @row: of the sheet; rows come from above
 * @cells: (element-type GfGridCell) (inout): a row that is not empty
 *
 * Puts the value of a joined cell, and the name of a group, into a row that shows it only by its
 * place.
 */
void
gf_sheet_report_fill (GfSheetReport *self,
                      guint32        row,
                      GArray        *cells)
{
  gboolean changed = FALSE;

  fill_joined (self, row, cells);
  for (guint i = 0; i < self->n_groups; i++)
    {
      GString *current = g_ptr_array_index (self->current, i);
      const GfGridCell *cell = get_cell (cells, self->first + i);

      if (cell != NULL)
        {
          g_string_truncate (current, 0);
          g_string_append_len (current, cell->text, cell->length);
          changed = TRUE;
        }
      else if (changed)
        {
          /* A new group of the level above: what was below it is over. */
          g_string_truncate (current, 0);
        }
      else if (current->len > 0)
        {
          GfGridCell filled = { current->str, (guint32) current->len };
          put_cell (self, cells, self->first + i, &filled);
        }
    }
}
