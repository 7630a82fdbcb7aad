/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sheet-header.h"

#include "gf-csv-dialect.h"
#include "gf-number.h"
#include "gf-table.h"
#include "gf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE_ROWS 400
#define MOST_NOTES_ABOVE 20

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

/**
 * gf_sheet_append_row:
 * @out: where to append
 * @cells: (element-type GfGridCell): a row
 * @width: so many cells at least
 *
 * Writes a row as a line of CSV. One empty cell would be no record and is quoted.
 */
void
gf_sheet_append_row (GString      *out,
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

/**
 * gf_sheet_is_blank_row:
 * @cells: (element-type GfGridCell): a row
 *
 * Returns: whether there is nothing but space in it
 */
gboolean
gf_sheet_is_blank_row (const GArray *cells)
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
             GfSheetHeader       *header,
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
      if (n_sampled == 0 && gf_sheet_is_blank_row (walk.cells))
        {
          n_leading++;
          continue;
        }
      gf_sheet_append_row (sample, walk.cells, width);
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

static GPtrArray *
new_row (const GArray *cells,
         guint32       width)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (free_string);

  for (guint i = 0; i < width; i++)
    {
      const GfGridCell *cell = i < cells->len ? &g_array_index (cells, GfGridCell, i) : NULL;
      g_ptr_array_add (row, g_string_new_len (cell != NULL ? cell->text : "",
                                              cell != NULL ? (gssize) cell->length : 0));
    }

  return row;
}

/* The texts of the first rows, as wide as the sheet. The empty ones are one and the same: a table may begin
   a million rows down. */
static GPtrArray *
read_head (const GfGrid *grid,
           guint32       n_rows)
{
  GPtrArray *head = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) empty = NULL;
  g_auto (GfGridWalk) walk;

  gf_grid_walk_init (&walk, grid);
  while (head->len < n_rows && gf_grid_walk_next (&walk))
    {
      if (walk.cells->len > 0 || empty == NULL)
        {
          GPtrArray *row = new_row (walk.cells, gf_grid_get_n_columns (grid));

          if (walk.cells->len == 0)
            empty = g_ptr_array_ref (row);
          g_ptr_array_add (head, row);
          continue;
        }
      g_ptr_array_add (head, g_ptr_array_ref (empty));
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
             GfSheetHeader       *header)
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
            const GfSheetHeader *header)
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
            const GfSheetHeader *header)
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

/**
 * gf_sheet_header_find:
 * @self: (out): the header
 * @grid: a finished grid
 * @n_header_rows: rows above the data as they were said, -1 to guess
 * @said_row: the row that holds the names, alone, -1 to guess
 * @whole: whether the grid is all of the sheet
 * @layout: hears of names that were joined
 *
 * Finds the rows above the data. Free them with gf_sheet_header_clear().
 */
void
gf_sheet_header_find (GfSheetHeader *self,
                      const GfGrid  *grid,
                      int            n_header_rows,
                      int            said_row,
                      gboolean       whole,
                      GfSheetLayout *layout)
{
  guint32 names_row;

  *self = (GfSheetHeader) { 0 };
  find_header (grid, n_header_rows, whole, self, &names_row);
  if (self->n_rows == 0 || self->n_rows > gf_grid_get_n_rows (grid))
    return;

  g_autoptr (GPtrArray) head = read_head (grid, self->n_rows + 2);
  if (said_row >= 0)
    {
      names_row = (guint32) said_row;
      self->upper = self->n_rows;
    }
  else
    {
      find_levels (grid, n_header_rows >= 0, names_row, head, self);
    }
  if (self->upper + 1 < self->n_rows)
    {
      self->first = self->upper;
      fill_right (grid, head, self);
      self->names = join_names (grid, head, self);
      gf_sheet_note (layout, GF_PROBLEM_JOINED_NAMES, G_MAXSIZE, -1, NULL,
                     g_strdup_printf (_("The names stand in rows %u to %u and were joined."),
                                      self->upper + 1, self->n_rows));
      return;
    }

  self->first = MIN (names_row, self->n_rows - 1);
  self->upper = self->n_rows;
  self->names = g_ptr_array_ref (g_ptr_array_index (head, MIN (names_row, self->n_rows - 1)));
}

/**
 * gf_sheet_header_clear:
 * @self: a header
 *
 * Frees what it holds.
 */
void
gf_sheet_header_clear (GfSheetHeader *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
}
