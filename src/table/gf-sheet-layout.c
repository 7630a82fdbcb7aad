/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sheet-layout.h"

#include "gf-csv-dialect.h"
#include "gf-number.h"
#include "gf-sheet-report.h"
#include "gf-spool.h"
#include "gf-table.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE_ROWS 400
#define MOST_NOTES 1000
#define MOST_NOTES_ABOVE 20
#define AT_ONCE (64u * 1024)

/* The rows above the data, and how their names become one row. */
typedef struct
{
  guint32 n_rows;
  guint32 first;             /* the rows above it are notes */
  guint32 upper;             /* the first row whose names go into those of the last */
  GPtrArray *names;          /* of GString; the row of names, NULL without one */
} Header;

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static void
clear_note (gpointer data)
{
  GfSheetNote *note = data;

  g_free (note->text);
  g_free (note->message);
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

/* A row as a line of CSV, at least @width cells wide. One empty cell would be no record. */
static void
append_row (GString      *out,
            const GArray *cells,
            guint32       width)
{
  for (guint32 i = 0; i < MAX (cells->len, width); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      if (i >= cells->len)
        continue;

      const GfGridCell *cell = &g_array_index (cells, GfGridCell, i);
      gf_csv_append_cell (out, cell->text, cell->length);
    }
  if (MAX (cells->len, width) <= 1 &&
      (cells->len == 0 || g_array_index (cells, GfGridCell, 0).length == 0))
    g_string_append (out, "\"\"");
  g_string_append_c (out, '\n');
}

static gboolean
is_blank_row (const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const GfGridCell *cell = &g_array_index (cells, GfGridCell, i);

      if (!gf_text_is_blank (cell->text, cell->length))
        return FALSE;
    }

  return TRUE;
}

/* How many cells of a row are filled, 0 when one of them is a number. */
static guint
count_words (const GArray *cells)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const GfGridCell *cell = &g_array_index (cells, GfGridCell, i);
      GfNumber number;

      if (gf_text_is_blank (cell->text, cell->length))
        continue;
      if (gf_number_parse (cell->text, cell->length, 0, &number))
        return 0;
      n++;
    }

  return n;
}

/* Notes above a table may fill several cells, but none as many as the names: the first row of words
   that is as full as any, with something below it. Returns how many rows are above it, 0 when the
   first row is full enough to be the names. */
static guint32
count_notes (const GfGrid *grid,
             guint32       n_leading)
{
  g_auto (GfGridWalk) walk;
  guint words[MOST_NOTES_ABOVE + 1] = { 0 };
  guint32 n_rows = 0, most = 0;

  gf_grid_walk_init (&walk, grid);
  while (n_rows < SAMPLE_ROWS && gf_grid_walk_next (&walk))
    {
      guint n_filled = 0;

      if (walk.row <= n_leading)
        continue;
      for (guint i = 0; i < walk.cells->len; i++)
        n_filled += !gf_text_is_blank (g_array_index (walk.cells, GfGridCell, i).text,
                                       g_array_index (walk.cells, GfGridCell, i).length);
      most = MAX (most, n_filled);
      if (n_rows == 0 && n_filled * 10 >= gf_grid_get_n_columns (grid) * 6)
        return 0;
      if (n_rows <= MOST_NOTES_ABOVE)
        words[n_rows] = count_words (walk.cells);
      n_rows++;
    }
  if (most < 3)
    return 0;
  for (guint32 i = 1; i <= MOST_NOTES_ABOVE && i + 1 < n_rows; i++)
    if (words[i] == most)
      return i;

  return 0;
}

/* Counts the header rows: those said, or as for any CSV file, from the first row that is not
   empty. */
static void
find_header (const GfGrid *grid,
             int           n_header_rows,
             gboolean      whole,
             Header       *header,
             guint32      *names_row)
{
  const GfCsvMarks marks = { ',', '"', '"' };
  g_autoptr (GString) sample = g_string_new (NULL);
  g_auto (GfGridWalk) walk;
  guint32 n_leading = 0, n_sampled = 0, width = 1;
  GfCsvDialect dialect;

  /* As wide as the sample, not as one stray cell far below. */
  gf_grid_walk_init (&walk, grid);
  while (walk.row < SAMPLE_ROWS && gf_grid_walk_next (&walk))
    width = MAX (width, walk.cells->len);
  gf_grid_walk_clear (&walk);

  gf_grid_walk_init (&walk, grid);
  while (n_sampled < SAMPLE_ROWS && sample->len < 256 * 1024 && gf_grid_walk_next (&walk))
    {
      if (n_sampled == 0 && is_blank_row (walk.cells))
        {
          n_leading++;
          continue;
        }
      append_row (sample, walk.cells, width);
      n_sampled++;
    }
  gf_csv_dialect_guess (sample->str, sample->len, whole && walk.at == walk.end, &marks,
                        n_header_rows < 0 ? -1 : MAX (n_header_rows - (int) n_leading, 0),
                        &dialect);
  if (n_header_rows >= 0)
    header->n_rows = (guint32) n_header_rows;
  else
    header->n_rows = dialect.n_header_rows > 0 ? n_leading + dialect.n_header_rows : 0;
  *names_row = n_leading + dialect.names_row;

  guint32 n_notes = count_notes (grid, n_leading);
  if (n_notes > 0 && n_header_rows < 0 && dialect.n_header_rows > 0)
    header->n_rows = n_leading + n_notes + 1;
  if (n_notes > 0 && header->n_rows == n_leading + n_notes + 1)
    *names_row = n_leading + n_notes;
}

/* The texts of the first rows, as wide as the sheet. */
static GPtrArray *
read_head (const GfGrid *grid,
           guint32       n_rows)
{
  GPtrArray *head = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_auto (GfGridWalk) walk;

  gf_grid_walk_init (&walk, grid);
  while (head->len < n_rows && gf_grid_walk_next (&walk))
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (free_string);

      for (guint i = 0; i < gf_grid_get_n_columns (grid); i++)
        {
          const GfGridCell *cell = i < walk.cells->len ?
                                   &g_array_index (walk.cells, GfGridCell, i) : NULL;
          g_ptr_array_add (row, g_string_new_len (cell != NULL ? cell->text : "",
                                                  cell != NULL ? (gssize) cell->length : 0));
        }
      g_ptr_array_add (head, row);
    }

  return head;
}

static GString *
get_text (GPtrArray *head,
          guint32    row,
          guint32    column)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (head, row), column);
}

static guint
count_filled (GPtrArray *row)
{
  guint n = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const GString *text = g_ptr_array_index (row, i);
      n += !gf_text_is_blank (text->str, text->len);
    }

  return n;
}

/* Whether the cells under a joined one are names: filled, and no numbers. */
static gboolean
has_names_below (GPtrArray         *head,
                 const GfGridRange *merge)
{
  guint n_names = 0;

  for (guint32 column = merge->left; column <= merge->right; column++)
    {
      GfNumber number;
      const GString *text = get_text (head, merge->bottom + 1, column);

      if (gf_text_is_blank (text->str, text->len))
        continue;
      /* A year is a name. */
      if (gf_number_parse (text->str, text->len, 0, &number) &&
          !(text->len == 4 && number.value >= 1900 && number.value <= 2100))
        return FALSE;
      n_names++;
    }

  return n_names > 1;
}

/* Whether all that stands in a row are joined cells: groups of the names below. */
static gboolean
is_all_joined (const GArray *merges,
               GPtrArray    *head,
               guint32       row)
{
  guint n_joined = 0;

  for (guint i = 0; i < merges->len; i++)
    {
      const GfGridRange *merge = &g_array_index (merges, GfGridRange, i);

      if (merge->top != row || merge->left == merge->right ||
          merge->left >= ((GPtrArray *) g_ptr_array_index (head, row))->len)
        continue;

      const GString *text = get_text (head, row, merge->left);
      n_joined += !gf_text_is_blank (text->str, text->len);
    }

  return n_joined == count_filled (g_ptr_array_index (head, row));
}

/* Finds names in several rows by their joined cells: the rows from header->upper to the last of
   the header then belong together. */
static void
find_levels (const GfGrid *grid,
             gboolean      settled,
             guint32       names_row,
             GPtrArray    *head,
             Header       *header)
{
  const GArray *merges = gf_grid_get_merges (grid);
  guint32 last = header->n_rows - 1;

  header->upper = last;
  for (guint i = 0; i < merges->len; i++)
    {
      const GfGridRange *merge = &g_array_index (merges, GfGridRange, i);

      if (merge->right <= merge->left || merge->top > names_row ||
          merge->top + 3 < header->n_rows || merge->bottom + 1 >= head->len ||
          merge->right >= gf_grid_get_n_columns (grid))
        continue;
      /* Among notes above the names it is no group of names. */
      if (merge->bottom < names_row && !is_all_joined (merges, head, merge->top))
        continue;
      /* A title is alone in its row and begins with the table. */
      if (count_filled (g_ptr_array_index (head, merge->top)) < 2 && merge->left == 0)
        continue;
      if (merge->bottom < last)
        header->upper = MIN (header->upper, merge->top);
      else if (merge->bottom == last && !settled && has_names_below (head, merge))
        {
          header->upper = MIN (header->upper, merge->top);
          header->n_rows = merge->bottom + 2;
        }
    }
}

/* Writes the text of a joined cell into all columns that it covers, in the header. */
static void
fill_right (const GfGrid *grid,
            GPtrArray    *head,
            const Header *header)
{
  const GArray *merges = gf_grid_get_merges (grid);

  for (guint i = 0; i < merges->len; i++)
    {
      const GfGridRange *merge = &g_array_index (merges, GfGridRange, i);

      if (merge->top < header->upper || merge->top >= header->n_rows)
        continue;
      for (guint32 column = merge->left + 1;
           column <= MIN (merge->right, gf_grid_get_n_columns (grid) - 1); column++)
        {
          GString *text = get_text (head, merge->top, column);

          if (gf_text_is_blank (text->str, text->len))
            g_string_assign (text, get_text (head, merge->top, merge->left)->str);
        }
    }
}

/* One row of names out of several: "Revenue - 2024". */
static GPtrArray *
join_names (const GfGrid *grid,
            GPtrArray    *head,
            const Header *header)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (free_string);

  for (guint column = 0; column < gf_grid_get_n_columns (grid); column++)
    {
      GString *name = g_string_new (NULL);

      for (guint32 row = header->upper; row < header->n_rows; row++)
        {
          const GString *text = get_text (head, row, column);

          if (gf_text_is_blank (text->str, text->len) || g_string_equal (text, name))
            continue;
          if (name->len > 0)
            g_string_append (name, " - ");
          g_string_append_len (name, text->str, (gssize) text->len);
        }
      g_ptr_array_add (names, name);
    }

  return names;
}

static void
make_header (GfSheetLayout *self,
             const GfGrid  *grid,
             int            n_header_rows,
             gboolean       whole,
             Header        *header)
{
  guint32 names_row;

  *header = (Header) { 0 };
  find_header (grid, n_header_rows, whole, header, &names_row);
  if (header->n_rows == 0 || header->n_rows > gf_grid_get_n_rows (grid))
    return;

  g_autoptr (GPtrArray) head = read_head (grid, header->n_rows + 2);
  find_levels (grid, n_header_rows >= 0, names_row, head, header);
  if (header->upper + 1 < header->n_rows)
    {
      header->first = header->upper;
      fill_right (grid, head, header);
      header->names = join_names (grid, head, header);
      gf_sheet_note (self, GF_PROBLEM_JOINED_NAMES, G_MAXSIZE, -1, NULL,
                     g_strdup_printf (_("The names stand in rows %u to %u and were joined."),
                                      header->upper + 1, header->n_rows));
      return;
    }

  header->first = MIN (names_row, header->n_rows - 1);
  header->upper = header->n_rows;
  header->names = g_ptr_array_ref (g_ptr_array_index (head, MIN (names_row, header->n_rows - 1)));
}

static void
header_clear (Header *header)
{
  g_clear_pointer (&header->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Header, header_clear)

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
                   const Header  *header,
                   guint32        row,
                   GArray        *cells)
{
  if (row < header->first && !is_blank_row (cells))
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
  append_row (out, cells, gf_grid_get_n_columns (grid));
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
                                               "The sheet shows a value once for several rows: %"
                                               G_GSIZE_FORMAT " cell below it was filled with it.",
                                               "The sheet shows values once for several rows: %"
                                               G_GSIZE_FORMAT " cells below them were filled with "
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

/**
 * gf_sheet_layout_make:
 * @self: (out): what comes of the sheet
 * @grid: a finished grid
 * @n_header_rows: rows of the sheet above the first customer, 0 to take it as it is, -1 to guess
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
                      gboolean       keep_empty,
                      gboolean       whole,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GfSpool) spool = gf_spool_new ();
  g_auto (GfGridWalk) walk = { 0 };
  g_auto (Header) header = { 0 };
  GfSheetReport report;
  gsize record = 0;
  guint next_error = 0;

  *self = (GfSheetLayout) { 0 };
  self->notes = g_array_new (FALSE, FALSE, sizeof (GfSheetNote));
  g_array_set_clear_func (self->notes, clear_note);
  gf_grid_walk_init (&walk, grid);
  make_header (self, grid, n_header_rows, whole, &header);
  self->n_header_rows = (int) header.n_rows;
  gf_sheet_report_init (&report, grid, header.n_rows, header.names, cancellable);
  while (gf_grid_walk_next (&walk))
    {
      guint32 row = walk.row - 1;

      if (row % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      tell_errors (self, grid, row, record, &next_error);
      if (row < header.n_rows)
        {
          append_header_row (self, out, grid, &header, row, walk.cells);
        }
      else if (walk.cells->len == 0 || (n_header_rows != 0 && is_blank_row (walk.cells)))
        {
          if (n_header_rows != 0 || !keep_empty)
            continue;
          append_row (out, walk.cells, record == 0 ? gf_grid_get_n_columns (grid) : 1);
        }
      else if (n_header_rows != 0 && gf_sheet_report_is_total (&report, walk.cells))
        {
          tell_total (self, row, walk.cells);
          continue;
        }
      else
        {
          if (n_header_rows != 0)
            gf_sheet_report_fill (&report, row, walk.cells);
          append_row (out, walk.cells, record == 0 ? gf_grid_get_n_columns (grid) : 1);
        }
      record++;
      if (out->len >= AT_ONCE)
        {
          gf_spool_append (spool, out->str, out->len);
          g_string_truncate (out, 0);
        }
    }
  tell_filled (self, &report);
  gf_sheet_report_clear (&report);
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
