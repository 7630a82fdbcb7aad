/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sheet-layout.h"

#include "gf-sheet-header.h"
#include "gf-sheet-report.h"
#include "gf-spool.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_NOTES 1000
#define MANY_ROWS 200       /* above the data: the beginning of the text may not show the names */
#define AT_ONCE (64u * 1024)

static void
clear_note (gpointer data)
{
  GfSheetNote *note = data;

  g_free (note->text);
  g_free (note->message);
}

/**
 * gf_sheet_layout_init:
 * @self: (out): a layout
 *
 * Makes it one without text and notes.
 */
void
gf_sheet_layout_init (GfSheetLayout *self)
{
  *self = (GfSheetLayout) { .names_row = -1 };
  self->notes = g_array_new (FALSE, FALSE, sizeof (GfSheetNote));
  g_array_set_clear_func (self->notes, clear_note);
}

/**
 * gf_sheet_note:
 * @self: a layout
 * @kind: what kind
 * @record: from 0, G_MAXSIZE for none
 * @column: from 0, -1 for none
 * @text: (transfer full) (nullable): the cell
 * @message: (transfer full): what to say
 *
 * Keeps something to be told, up to a thousand of them.
 */
void
gf_sheet_note (GfSheetLayout *self,
               GfProblemKind  kind,
               gsize          record,
               int            column,
               char          *text,
               char          *message)
{
  GfSheetNote note = { kind, record, column, text, message };

  if (self->notes->len < MOST_NOTES)
    {
      g_array_append_val (self->notes, note);
      return;
    }
  self->n_more++;
  clear_note (&note);
}

/* The cells of a row that is left out, in one line. */
static char *
join_cells (const GArray *cells)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      const GfGridCell *cell = &g_array_index (cells, GfGridCell, i);

      if (cell->length == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, cell->text, cell->length);
    }

  return g_string_free (text, FALSE);
}

/* The row of a header as it is to be read. */
static void
append_header_row (GfSheetLayout *self,
                   GString       *out,
                   const GfGrid  *grid,
                   const GfSheetHeader  *header,
                   guint32        row,
                   GArray        *cells)
{
  if (row < header->first && !gf_sheet_is_blank_row (cells))
    gf_sheet_note (self, GF_PROBLEM_TITLES, G_MAXSIZE, -1, join_cells (cells),
                   g_strdup_printf (_("Row %u of the sheet is above the names and was left out."),
                                    row + 1));
  if (row < header->first || row >= header->upper)
    g_array_set_size (cells, 0);
  if (row >= header->upper && row + 1 == header->n_rows)
    for (guint i = 0; i < header->names->len; i++)
      {
        const GString *name = g_ptr_array_index (header->names, i);
        GfGridCell cell = { name->str, (guint32) name->len };
        g_array_append_val (cells, cell);
      }
  /* Not so the rows above the names: they may be a million. */
  gf_sheet_append_row (out, cells, row >= header->first ? gf_grid_get_n_columns (grid) : 1);
}

static void
tell_total (GfSheetLayout *self,
            guint32        row,
            const GArray  *cells)
{
  gf_sheet_note (self, GF_PROBLEM_TOTALS, G_MAXSIZE, -1, join_cells (cells),
                 g_strdup_printf (_("Row %u of the sheet holds totals and was left out."),
                                  row + 1));
}

static void
tell_filled (GfSheetLayout       *self,
             const GfSheetReport *report)
{
  if (report->n_filled == 0)
    return;
  gf_sheet_note (self, GF_PROBLEM_GROUPS, G_MAXSIZE,
                 report->n_groups > 0 ? (int) report->first : -1, NULL,
                 g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "The sheet shows a value once for several rows: %zu"
                                               " cell below it was filled with it.",
                                               "The sheet shows values once for several rows: %zu"
                                               " cells below them were filled with "
                                               "them.", report->n_filled),
                                  report->n_filled));
}

/* Goes over the failed formulas, which come in the order of their rows. */
static void
tell_errors (GfSheetLayout *self,
             const GfGrid  *grid,
             guint32        row,
             gsize          record,
             guint         *next)
{
  const GArray *errors = gf_grid_get_errors (grid);

  for (; *next < errors->len; (*next)++)
    {
      const GfGridError *error = &g_array_index (errors, GfGridError, *next);

      if (error->row > row)
        return;
      if (error->row == row)
        gf_sheet_note (self, GF_PROBLEM_CELL_ERROR, record, (int) error->column,
                       g_strdup (error->text),
                       *error->text != '\0' ?
                       g_strdup_printf (_("The formula in row %u of the sheet has failed with %s, "
                                          "which is kept as a text."), row + 1, error->text) :
                       g_strdup_printf (_("The formula in row %u of the sheet was saved without "
                                          "its value. Open the file in a spreadsheet and save "
                                          "it."), row + 1));
    }
}

/* A row below the header. Returns whether it is kept. */
static gboolean
append_data_row (GfSheetLayout *self,
                 GString       *out,
                 const GfGrid  *grid,
                 GfSheetReport *report,
                 guint32        row,
                 GArray        *cells,
                 gboolean       as_it_is,
                 gboolean       keep_empty,
                 gboolean       is_first)
{
  if (cells->len == 0 && !(as_it_is && keep_empty))
    return FALSE;
  if (!as_it_is)
    {
      if (gf_sheet_is_blank_row (cells))
        return FALSE;
      if (gf_sheet_report_is_total (report, cells))
        {
          tell_total (self, row, cells);
          return FALSE;
        }
      gf_sheet_report_fill (report, row, cells);
    }
  gf_sheet_append_row (out, cells, is_first ? gf_grid_get_n_columns (grid) : 1);

  return TRUE;
}

/**
 * gf_sheet_layout_make:
 * @self: (out): what comes of the sheet
 * @grid: a finished grid
 * @n_header_rows: rows of the sheet above the first customer, 0 to take it as it is, -1 to guess
 * @names_row: the row of the sheet that holds the names, -1 to guess
 * @keep_empty: whether with 0 header rows empty rows are wanted too
 * @whole: whether the grid is all of the sheet
 * @cancellable: (nullable): stops it
 * @error: where to put why it could not be done
 *
 * Writes a sheet as CSV. Free it with gf_sheet_layout_clear(), also after an error.
 *
 * Returns: whether it could be done
 */
gboolean
gf_sheet_layout_make (GfSheetLayout *self,
                      const GfGrid  *grid,
                      int            n_header_rows,
                      int            names_row,
                      gboolean       keep_empty,
                      gboolean       whole,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GfSpool) spool = gf_spool_new ();
  g_auto (GfGridWalk) walk = { 0 };
  g_auto (GfSheetHeader) header = { 0 };
  GfSheetReport report;
  gboolean fits = TRUE;
  gsize record = 0;
  guint next_error = 0;

  gf_sheet_layout_init (self);
  gf_grid_walk_init (&walk, grid);
  gf_sheet_header_find (&header, grid, n_header_rows, names_row, whole, self);
  self->n_header_rows = (int) header.n_rows;
  if (header.n_rows > MANY_ROWS)
    self->names_row = (int) (header.upper < header.n_rows ? header.n_rows - 1 : header.first);
  gf_sheet_report_init (&report, grid, header.n_rows, header.names, cancellable);
  while (fits && gf_grid_walk_next (&walk))
    {
      guint32 row = walk.row - 1;

      if (row % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      tell_errors (self, grid, row, record, &next_error);
      if (row < header.n_rows)
        append_header_row (self, out, grid, &header, row, walk.cells);
      else if (!append_data_row (self, out, grid, &report, row, walk.cells, n_header_rows == 0,
                                 keep_empty, record == 0))
        continue;
      record++;
      if (out->len >= AT_ONCE)
        {
          gf_spool_append (spool, out->str, out->len);
          g_string_truncate (out, 0);
          fits = gf_grid_may_hold (grid, gf_spool_get_size (spool), error) &&
                 gf_spool_check (spool, error);
        }
    }
  tell_filled (self, &report);
  gf_sheet_report_clear (&report);
  if (!fits)
    return FALSE;
  if (g_cancellable_is_cancelled (cancellable))
    {
      if (error != NULL && *error == NULL)
        g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  self->n_more += gf_grid_count_errors (grid) - gf_grid_get_errors (grid)->len;
  gf_spool_append (spool, out->str, out->len);
  self->text = gf_spool_finish (spool, error);

  return self->text != NULL;
}

/**
 * gf_sheet_layout_clear:
 * @self: a layout
 *
 * Frees what it holds.
 */
void
gf_sheet_layout_clear (GfSheetLayout *self)
{
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->notes, g_array_unref);
}
