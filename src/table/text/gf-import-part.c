/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-part.h"

#include "gf-cells-private.h"
#include "gf-parallel.h"
#include "gf-text.h"

#include <string.h>

/* Rows may lack so many cells, and so many times those that they have. */
#define MOST_MISSING (32u << 20)
#define MISSING_RATIO 64
#define NUL_SYMBOL "\342\220\200"
#define REPLACEMENT "\357\277\275"

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static void
clear_found (gpointer data)
{
  GfFound *found = data;

  g_free (found->problem.text);
}

/* Notes what is wrong; what is beyond the number of problems that are kept is only counted. */
static void
note (GfImportPart  *self,
      GfProblemKind  kind,
      gsize          row,
      int            column,
      const char    *text,
      gsize          length,
      guint          number)
{
  gf_problem_tally_add (&self->tallies[kind], 1,
                        kind == GF_PROBLEM_SHORT_ROW || kind == GF_PROBLEM_LONG_ROW ? number : 0);
  if (++self->n_found > GF_PROBLEMS_LIMIT)
    return;

  GfFound found = { { .kind = kind, .row = row, .column = column }, number };
  if (text != NULL)
    found.problem.text = gf_problems_dup_text (text, length);
  g_array_append_val (self->found, found);
}

/* The row a cell that is being read belongs to: 0 for the header. */
static gsize
get_row (const GfImportPart *self)
{
  return self->record < self->dialect.n_header_rows ? 0 : self->n_rows + 1;
}

static void
begin_width (GfImportPart *self,
             guint         width)
{
  self->width = MIN (MAX (width, 1), GF_IMPORT_MOST_COLUMNS);
  self->limit = self->width + GF_IMPORT_MOST_EXTRA;
  self->width_known = TRUE;
}

static GfCellsBuilder *
add_builder (GfImportPart *self)
{
  GfCellsBuilder *builder = gf_cells_builder_new ();

  builder->never_plain = self->coded;
  gf_cells_builder_pad (builder, self->n_rows);
  g_ptr_array_add (self->builders, builder);

  return builder;
}

/* Zero bytes cannot stand in the texts of a table: each becomes the symbol for it, and is told. */
static void
replace_nul (GfImportPart *self,
             const char  **text,
             gsize        *length)
{
  g_string_truncate (self->clean, 0);
  for (gsize i = 0; i < *length; i++)
    if ((*text)[i] == '\0')
      g_string_append (self->clean, NUL_SYMBOL);
    else
      g_string_append_c (self->clean, (*text)[i]);
  *text = self->clean->str;
  *length = self->clean->len;
  note (self, GF_PROBLEM_NUL, self->n_rows + 1, (int) self->column, *text, *length, 0);
}

/* Tells of the bad bytes in a cell. */
static void
tell_replaced (GfImportPart *self,
               const char   *text,
               gsize         length)
{
  guint column = self->record_cells != NULL ? self->record_cells->len : self->column;
  const char *end = text + length;

  for (const char *p = text; self->n_replaced < self->replaced->len; p += strlen (REPLACEMENT))
    {
      p = memmem (p, (gsize) (end - p), REPLACEMENT, strlen (REPLACEMENT));
      if (p == NULL)
        return;

      int byte = g_array_index (self->replaced, int, self->n_replaced++);
      if (byte >= 0)
        note (self, GF_PROBLEM_UNDECODABLE, get_row (self), (int) column, NULL, 0, (guint) byte);
    }
  g_array_set_size (self->replaced, 0);
  self->n_replaced = 0;
}

static void
header_cell (GfImportPart *self,
             const char   *text,
             gsize         length)
{
  if (self->record_cells == NULL)
    self->record_cells = g_ptr_array_new_with_free_func (free_string);
  g_ptr_array_add (self->record_cells, g_string_new_len (text, (gssize) length));
}

static void
cell_cb (const char *text,
         gsize       length,
         gpointer    user_data)
{
  GfImportPart *self = user_data;

  if (G_UNLIKELY (self->replaced->len > 0))
    tell_replaced (self, text, length);
  if (G_UNLIKELY (self->record < self->dialect.n_header_rows))
    {
      header_cell (self, text, length);
      return;
    }

  guint column = self->column;
  if (G_UNLIKELY (self->has_nul) && memchr (text, '\0', length) != NULL)
    replace_nul (self, &text, &length);
  self->column++;

  if (G_UNLIKELY (column >= self->limit))
    {
      g_string_append_c (self->tail, ',');
      gf_csv_append_cell (self->tail, text, length);
      return;
    }
  if (G_UNLIKELY (column >= self->builders->len))
    add_builder (self);

  GfCellsBuilder *builder = g_ptr_array_index (self->builders, column);
  gboolean fits = G_UNLIKELY (text == self->clean->str) ? gf_cells_builder_add (builder, text, length)
                                                        : _gf_cells_builder_add_roomy (builder, text, length);
  if (G_UNLIKELY (!fits))
    self->excess = GF_EXCESS_TEXT;
}

static gboolean
is_blank_record (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const GString *cell = g_ptr_array_index (cells, i);
      if (!gf_text_is_blank (cell->str, cell->len))
        return FALSE;
    }

  return TRUE;
}

/* Keeps the rows that belong to the names, and what Qualtrics has behind them; tells of those that
   are left out. */
static void
header_row (GfImportPart *self)
{
  guint first = self->dialect.names_row;
  guint width = 0;

  if ((self->record < first || self->record >= first + self->dialect.n_joined) &&
      !is_blank_record (self->record_cells))
    note (self, GF_PROBLEM_TITLES, 0, -1, NULL, 0, self->record + 1);
  if (self->record >= first)
    g_ptr_array_add (self->header, g_steal_pointer (&self->record_cells));
  g_clear_pointer (&self->record_cells, g_ptr_array_unref);
  self->record++;
  for (guint i = 0; i < MIN (self->header->len, self->dialect.n_joined); i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (self->header, i))->len);
  if (width > 0)
    begin_width (self, width);
  if (width > GF_IMPORT_MOST_COLUMNS)
    self->excess = GF_EXCESS_NAMES;
}

/* Counts the cells that a short row lacks. A header of thousands of names above short rows would
   make a table of nothing, which costs as much as one of something. */
static gboolean
has_room_for_missing (GfImportPart *self)
{
  self->n_missing += self->builders->len - self->column;

  return self->n_missing <= MOST_MISSING || self->n_missing / MISSING_RATIO <= self->n_cells;
}

/* Whether the row that was read holds nothing. Most rows are known by their first cell. */
static gboolean
is_blank_row (const GfImportPart *self)
{
  for (guint i = 0; i < MIN (self->column, self->builders->len); i++)
    {
      gsize length;

      if (self->excess != GF_EXCESS_NONE)
        return FALSE;

      const char *text = _gf_cells_builder_peek (g_ptr_array_index (self->builders, i), &length);

      if (!gf_text_is_blank (text, length))
        return FALSE;
    }

  return TRUE;
}

/* Keeps a blank row in mind. That it is short matters to nobody. */
static void
add_blank (GfImportPart *self)
{
  guint32 row = (guint32) self->n_rows;

  g_array_append_val (self->blank, row);
  self->last_widths[self->n_rows % GF_IMPORT_LAST_ROWS] = self->width;
}

static void
row_cb (gpointer user_data)
{
  GfImportPart *self = user_data;

  if (G_UNLIKELY (self->record < self->dialect.n_header_rows))
    {
      header_row (self);
      return;
    }

  if (G_UNLIKELY (!self->width_known))
    begin_width (self, self->column);
  if (G_UNLIKELY (self->tail->len > 0))
    {
      /* Into the last extra column, which only rows like this one reach. */
      while (self->builders->len <= self->limit)
        add_builder (self);
      if (!gf_cells_builder_add (g_ptr_array_index (self->builders, self->limit),
                                 self->tail->str + 1, self->tail->len - 1))
        self->excess = GF_EXCESS_TEXT;
      g_string_truncate (self->tail, 0);
    }
  self->last_widths[self->n_rows % GF_IMPORT_LAST_ROWS] = self->column;
  if (G_UNLIKELY (is_blank_row (self)))
    add_blank (self);
  self->n_rows++;
  if (G_UNLIKELY (self->last_widths[(self->n_rows - 1) % GF_IMPORT_LAST_ROWS] != self->width) &&
      (self->column > self->width || !self->is_sheet))
    note (self, self->column < self->width ? GF_PROBLEM_SHORT_ROW : GF_PROBLEM_LONG_ROW,
          self->n_rows, -1, NULL, 0, self->column);
  self->n_cells += self->column;
  if (G_UNLIKELY (self->column < self->builders->len) && !has_room_for_missing (self))
    {
      self->excess = GF_EXCESS_WIDTH;
      self->column = 0;
      return;
    }
  for (guint i = MIN (self->column, self->builders->len); i < self->builders->len; i++)
    if (!gf_cells_builder_pad (g_ptr_array_index (self->builders, i), self->n_rows))
      self->excess = GF_EXCESS_TEXT;
  self->column = 0;
}

static void
broken_cb (const char *text,
           gsize       length,
           gpointer    user_data)
{
  GfImportPart *self = user_data;

  guint column = self->record_cells != NULL ? self->record_cells->len : self->column;

  self->any_broken = TRUE;
  note (self, GF_PROBLEM_QUOTES, get_row (self), (int) column, text, length, 0);
}

G_STATIC_ASSERT (GF_CSV_ROOM >= GF_CELLS_KEY);

const GfCsvHandler gf_import_part_handler = { cell_cb, row_cb, broken_cb };

/**
 * gf_import_part_init:
 * @self: (out): a part
 * @dialect: how the file is laid out
 *
 * Makes it the empty beginning of a file.
 */
void
gf_import_part_init (GfImportPart       *self,
                     const GfCsvDialect *dialect)
{
  *self = (GfImportPart) { .dialect = *dialect, .limit = GF_IMPORT_MOST_COLUMNS + GF_IMPORT_MOST_EXTRA };
  self->header = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->builders = g_ptr_array_new_with_free_func ((GDestroyNotify) gf_cells_builder_free);
  self->tail = g_string_new (NULL);
  self->clean = g_string_new (NULL);
  self->found = g_array_new (FALSE, FALSE, sizeof (GfFound));
  g_array_set_clear_func (self->found, clear_found);
  self->replaced = g_array_new (FALSE, FALSE, sizeof (int));
  self->blank = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * gf_import_part_init_next:
 * @self: (out): a part
 * @first: the first part, settled
 *
 * Makes it an empty part that will be read behind others.
 */
void
gf_import_part_init_next (GfImportPart       *self,
                          const GfImportPart *first)
{
  gf_import_part_init (self, &first->dialect);
  self->is_sheet = first->is_sheet;
  self->record = first->record;
  self->width = first->width;
  self->limit = first->limit;
  self->width_known = TRUE;
  self->coded = TRUE;
  for (guint i = 0; i < first->builders->len; i++)
    g_ptr_array_add (self->builders,
                     _gf_cells_builder_new_like (g_ptr_array_index (first->builders, i)));
}

/**
 * gf_import_part_clear:
 * @self: a part
 *
 * Frees what it holds.
 */
void
gf_import_part_clear (GfImportPart *self)
{
  g_clear_pointer (&self->header, g_ptr_array_unref);
  g_clear_pointer (&self->record_cells, g_ptr_array_unref);
  g_clear_pointer (&self->builders, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->replaced, g_array_unref);
  g_clear_pointer (&self->blank, g_array_unref);
  if (self->tail != NULL)
    g_string_free (g_steal_pointer (&self->tail), TRUE);
  if (self->clean != NULL)
    g_string_free (g_steal_pointer (&self->clean), TRUE);
}

/**
 * gf_import_part_is_settled:
 * @self: the first part
 *
 * Returns: whether all that later rows depend on is decided: the names, the width, and which
 *   columns are plain
 */
gboolean
gf_import_part_is_settled (const GfImportPart *self)
{
  if (self->record < self->dialect.n_header_rows || !self->width_known || self->n_rows == 0 ||
      self->excess != GF_EXCESS_NONE)
    return FALSE;
  for (guint i = 0; i < self->builders->len; i++)
    if (!_gf_cells_builder_is_decided (g_ptr_array_index (self->builders, i)))
      return FALSE;

  return TRUE;
}

/* Queues the U+FFFD of the text behind @before, so that each can be told with its cell. */
static void
queue_replaced (GfImportPart  *self,
                const GString *input,
                gsize          before,
                const GArray  *bad)
{
  const char *end = input->str + input->len;
  guint next = 0;

  for (const char *p = input->str + before; next < bad->len; p += strlen (REPLACEMENT))
    {
      const GfBadByte *byte = &g_array_index (bad, GfBadByte, next);
      int entry = -1;

      p = memmem (p, (gsize) (end - p), REPLACEMENT, strlen (REPLACEMENT));
      g_assert (p != NULL);
      if (byte->offset == (gsize) (p - input->str))
        {
          entry = byte->byte;
          next++;
        }
      g_array_append_val (self->replaced, entry);
    }
}

/**
 * gf_import_part_parse:
 * @self: a part
 * @reader: its reader, with the next text in its buffer
 * @before: where that begins
 * @bad: (element-type GfBadByte): the bytes of that text that could not be decoded, their places
 *   counted from the buffer's start; emptied
 * @last: whether no text will come
 *
 * Lets the reader go on.
 */
void
gf_import_part_parse (GfImportPart *self,
                      GfCsvReader  *reader,
                      gsize         before,
                      GArray       *bad,
                      gboolean      last)
{
  if (bad->len > 0)
    queue_replaced (self, gf_csv_reader_get_input (reader), before, bad);
  g_array_set_size (bad, 0);
  gf_csv_reader_parse (reader, last);
  if (gf_csv_reader_is_endless (reader) && self->excess == GF_EXCESS_NONE)
    self->excess = GF_EXCESS_RECORD;
}

/* Two parts that are put together, a column at a time. */
typedef struct
{
  GPtrArray *builders;
  GPtrArray *more;         /* as many or fewer */
  gsize n_rows;            /* of both */
  GCancellable *cancellable;
  int too_long;            /* atomic: a column has no room */
} Joint;

static void
append_column (guint    i,
               gpointer user_data)
{
  Joint *joint = user_data;
  GfCellsBuilder *builder = g_ptr_array_index (joint->builders, i);

  if (g_cancellable_is_cancelled (joint->cancellable))
    return;
  /* Freed one by one: both parts whole and their sum never exist at a time. */
  if ((i < joint->more->len &&
       !_gf_cells_builder_append (builder, g_steal_pointer (&g_ptr_array_index (joint->more, i)))) ||
      !gf_cells_builder_pad (builder, joint->n_rows))
    g_atomic_int_set (&joint->too_long, TRUE);
}

/**
 * gf_import_part_append:
 * @self: a part
 * @next: the one behind it; emptied
 * @n_threads: how many columns to work on at a time
 * @cancellable: (nullable): stops it; what is in the parts is of no use then
 *
 * Puts two parts together.
 */
void
gf_import_part_append (GfImportPart *self,
                       GfImportPart *next,
                       guint         n_threads,
                       GCancellable *cancellable)
{
  gsize n_before = self->n_rows;
  Joint joint = { self->builders, next->builders, n_before + next->n_rows, cancellable, FALSE };

  while (self->builders->len < next->builders->len)
    add_builder (self);
  gf_parallel_for (self->builders->len, n_threads, append_column, &joint);
  if (joint.too_long)
    self->excess = GF_EXCESS_TEXT;
  for (guint i = 0; i < next->builders->len; i++)
    g_clear_pointer (&g_ptr_array_index (next->builders, i), gf_cells_builder_free);
  g_ptr_array_set_free_func (next->builders, NULL);
  g_ptr_array_set_size (next->builders, 0);
  g_ptr_array_set_free_func (next->builders, (GDestroyNotify) gf_cells_builder_free);

  for (gsize row = next->n_rows - MIN (next->n_rows, GF_IMPORT_LAST_ROWS); row < next->n_rows;
       row++)
    self->last_widths[(n_before + row) % GF_IMPORT_LAST_ROWS] =
      next->last_widths[row % GF_IMPORT_LAST_ROWS];
  for (guint i = 0; i < next->found->len; i++)
    {
      GfFound *found = &g_array_index (next->found, GfFound, i);

      if (self->n_found + i >= GF_PROBLEMS_LIMIT)
        break;
      GfFound moved = *found;
      found->problem.text = NULL;
      if (moved.problem.row > 0)
        moved.problem.row += n_before;
      g_array_append_val (self->found, moved);
    }
  for (guint i = 0; i < next->blank->len; i++)
    {
      guint32 row = (guint32) n_before + g_array_index (next->blank, guint32, i);

      g_array_append_val (self->blank, row);
    }
  self->n_found += next->n_found;
  self->n_cells += next->n_cells;
  self->n_missing += next->n_missing;
  for (guint kind = 0; kind < GF_PROBLEM_N_KINDS; kind++)
    gf_problem_tally_add (&self->tallies[kind], next->tallies[kind].count,
                          next->tallies[kind].n_cells);
  self->n_rows = n_before + next->n_rows;
  if (self->excess == GF_EXCESS_NONE)
    self->excess = next->excess;
}

/**
 * gf_import_part_fill:
 * @self: a part that is read to its end
 *
 * Adds the columns that have a name and no row reached, and lets no cell wait any more.
 */
void
gf_import_part_fill (GfImportPart *self)
{
  if (self->excess != GF_EXCESS_NONE)
    return;
  /* Of a preview the last row may be there in part. */
  for (guint i = 0; i < MIN (self->column, self->builders->len); i++)
    _gf_cells_builder_truncate (g_ptr_array_index (self->builders, i), self->n_rows);
  self->column = 0;
  if (self->builders->len < self->width)
    self->n_missing += self->n_rows * (self->width - self->builders->len);
  if (self->n_missing > MOST_MISSING && self->n_missing / MISSING_RATIO > self->n_cells)
    {
      self->excess = GF_EXCESS_WIDTH;
      return;
    }

  while (self->builders->len < self->width)
    add_builder (self);
  for (guint i = 0; i < self->builders->len; i++)
    if (!_gf_cells_builder_settle (g_ptr_array_index (self->builders, i)))
      self->excess = GF_EXCESS_TEXT;
}
