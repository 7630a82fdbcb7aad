/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-sheet-grid.h"

#include "gf-spool.h"
#include "gf-table-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_CELLS 500000000u
#define MOST_MERGES 65536
#define MOST_ERRORS 1000
/* So long a cell may be in Excel, and so much text cells may be that are longer: a few texts said in a
   million cells would fill any disk. */
#define LONG_CELL 32767
#define MOST_LONG ((guint64) 512 << 20)
#define PREVIEW (256u * 1024)
/* Beyond so many bytes no list of customers is packed to less than one in so many. */
#define SUSPECT_BYTES (64u << 20)
#define SUSPECT_RATIO 200

typedef struct
{
  gsize start;             /* in the text of the row */
  guint32 length;          /* 0 for an empty cell */
} Place;

struct _GfGrid
{
  GfSpool *spool;
  GBytes *bytes;           /* of the spool, when finished */
  GString *text;           /* of the row that is being told */
  GArray *places;          /* of Place, by column */
  GByteArray *packed;      /* the last row as it went into the spool */
  guint32 told;            /* the row that is being told, by the number it was told with */
  guint32 row;             /* and by where it stands */
  guint32 n_rows;          /* in the spool */
  guint32 n_columns;       /* of the widest */
  guint64 n_cells;
  guint64 n_long;          /* bytes of cells that are too long for Excel */
  GArray *merges;          /* of GfGridRange */
  GArray *errors;          /* of GfGridError */
  gsize n_errors;
  gsize enough;            /* bytes in the spool, for a preview */
  guint64 file_size;
  GCancellable *cancellable;
  GError *error;           /* the first cell that is none */
  gboolean too_large;
  gboolean suspect;        /* out of a small file */
  gboolean full;           /* when finished */
};

static void
clear_error (gpointer data)
{
  g_free (((GfGridError *) data)->text);
}

/**
 * gf_grid_new:
 * @preview: whether the first 256 KiB of text are enough
 *
 * Returns: (transfer full): a grid without cells
 */
GfGrid *
gf_grid_new (gboolean preview)
{
  GfGrid *self = g_new0 (GfGrid, 1);

  self->spool = gf_spool_new ();
  self->text = g_string_new (NULL);
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  self->packed = g_byte_array_new ();
  self->merges = g_array_new (FALSE, FALSE, sizeof (GfGridRange));
  self->errors = g_array_new (FALSE, FALSE, sizeof (GfGridError));
  g_array_set_clear_func (self->errors, clear_error);
  self->enough = preview ? PREVIEW : G_MAXSIZE;
  self->file_size = G_MAXUINT64;

  return self;
}

/**
 * gf_grid_new_look:
 *
 * Returns: (transfer full): a grid that is full with its first row
 */
GfGrid *
gf_grid_new_look (void)
{
  GfGrid *self = gf_grid_new (TRUE);

  self->enough = 1;

  return self;
}

/**
 * gf_grid_free:
 * @self: (transfer full) (nullable): a grid
 *
 * Frees it.
 */
void
gf_grid_free (GfGrid *self)
{
  if (self == NULL)
    return;

  gf_spool_free (self->spool);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_string_free (self->text, TRUE);
  g_array_unref (self->places);
  g_byte_array_unref (self->packed);
  g_array_unref (self->merges);
  g_array_unref (self->errors);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * gf_grid_set_file:
 * @self: a grid to which nothing was told
 * @size: the bytes of the file
 * @cancellable: (nullable): stops it
 *
 * Says where the cells come from: a small file with a great many of them is made to do harm.
 */
void
gf_grid_set_file (GfGrid       *self,
                  guint64       size,
                  GCancellable *cancellable)
{
  self->file_size = size;
  g_set_object (&self->cancellable, cancellable);
}

static gboolean
is_suspect (const GfGrid *self,
            gsize         size)
{
  return size > SUSPECT_BYTES && size / SUSPECT_RATIO > self->file_size;
}

/**
 * gf_grid_may_hold:
 * @self: a grid
 * @size: bytes of text that come of it
 * @error: where to put that they are too many
 *
 * Returns: whether a file of that size can mean as much text
 */
gboolean
gf_grid_may_hold (const GfGrid *self,
                  gsize         size,
                  GError      **error)
{
  if (!is_suspect (self, size))
    return TRUE;

  g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
               _("The cells of this sheet hold more than two hundred times the size of the file, "
                 "which no list of customers does. It was not read."));

  return FALSE;
}

/**
 * gf_grid_new_text_error:
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): the error that a cell holds more than GF_GRID_MOST_TEXT
 */
GError *
gf_grid_new_text_error (guint32 row,
                        guint32 column)
{
  return g_error_new (GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                      _("The cell in row %u, column %u of the sheet holds more than 1 MB of text, "
                        "which no list of customers does. Shorten it and save the file again."),
                      row + 1, column + 1);
}

static void
pack_number (GByteArray *out,
             guint32     number)
{
  g_byte_array_append (out, (const guint8 *) &number, sizeof number);
}

/* Puts the row that was told into the spool, and the empty rows before it. */
static void
flush_row (GfGrid *self)
{
  const Place *places = (const Place *) (gconstpointer) self->places->data;
  guint32 n_cells = self->places->len;

  while (n_cells > 0 && places[n_cells - 1].length == 0)
    n_cells--;
  if (n_cells > 0)
    {
      g_byte_array_set_size (self->packed, 0);
      if (self->row > self->n_rows)
        {
          pack_number (self->packed, 0);
          pack_number (self->packed, self->row - self->n_rows);
          gf_spool_append (self->spool, self->packed->data, self->packed->len);
          g_byte_array_set_size (self->packed, 0);
        }
      pack_number (self->packed, n_cells);
      for (guint32 i = 0; i < n_cells; i++)
        {
          pack_number (self->packed, places[i].length);
          g_byte_array_append (self->packed, (const guint8 *) self->text->str + places[i].start,
                               places[i].length);
        }
      gf_spool_append (self->spool, self->packed->data, self->packed->len);
      self->n_rows = self->row + 1;
      self->n_columns = MAX (self->n_columns, n_cells);
      self->n_cells += n_cells;
    }
  else
    {
      g_byte_array_set_size (self->packed, 0);
    }
  g_array_set_size (self->places, 0);
  g_string_truncate (self->text, 0);
}

/**
 * gf_grid_add:
 * @self: a grid
 * @row: from 0; a row above the last one goes under it, nothing is lost
 * @column: from 0
 * @text: the text of the cell, UTF-8
 * @length: its bytes
 *
 * Tells a cell. Blank cells need not be told; of a cell told twice the last text stays.
 */
void
gf_grid_add (GfGrid     *self,
             guint32     row,
             guint32     column,
             const char *text,
             gsize       length)
{
  if (length == 0)
    return;
  if (row >= GF_GRID_MOST_ROWS || column >= GF_GRID_MOST_COLUMNS || length > G_MAXINT32 ||
      self->n_cells > MOST_CELLS || self->n_long > MOST_LONG)
    {
      self->too_large = TRUE;
      return;
    }
  if (length > GF_GRID_MOST_TEXT)
    {
      if (self->error == NULL)
        self->error = gf_grid_new_text_error (row, column);
      return;
    }
  if (is_suspect (self, gf_spool_get_size (self->spool) + self->text->len))
    {
      self->suspect = TRUE;
      return;
    }
  if (length > LONG_CELL)
    self->n_long += length;

  if (row != self->told)
    {
      flush_row (self);
      self->told = row;
      self->row = MAX (row, self->n_rows);
    }
  if (column >= self->places->len)
    g_array_set_size (self->places, column + 1);

  Place *place = &g_array_index (self->places, Place, column);
  place->start = self->text->len;
  place->length = (guint32) length;
  g_string_append_len (self->text, text, (gssize) length);
}

/**
 * gf_grid_add_error:
 * @self: a grid
 * @row: from 0
 * @column: from 0
 * @text: what the cell says: #N/A, #DIV/0!
 * @length: its bytes
 *
 * Tells a cell whose formula has failed.
 */
void
gf_grid_add_error (GfGrid     *self,
                   guint32     row,
                   guint32     column,
                   const char *text,
                   gsize       length)
{
  GfGridError error = { row, column, NULL };

  gf_grid_add (self, row, column, text, length);
  if (self->n_errors++ >= MOST_ERRORS)
    return;
  error.text = g_strndup (text, length);
  g_array_append_val (self->errors, error);
}

/**
 * gf_grid_repeat_row:
 * @self: a grid
 * @row: the row told last
 * @times: how often it is there in all
 *
 * Tells that a row comes several times. Of an empty row nothing is kept.
 */
void
gf_grid_repeat_row (GfGrid  *self,
                    guint32  row,
                    guint32  times)
{
  if (times <= 1 || row != self->told || self->places->len == 0)
    return;

  guint32 n_cells = self->places->len;
  flush_row (self);
  if (self->packed->len == 0)
    return;
  if (times > GF_GRID_MOST_ROWS - row || (guint64) times * n_cells > MOST_CELLS / 10)
    {
      self->too_large = TRUE;
      return;
    }
  for (guint32 i = 1; i < times && !gf_grid_is_full (self); i++)
    {
      if (is_suspect (self, gf_spool_get_size (self->spool) + self->packed->len))
        {
          self->suspect = TRUE;
          return;
        }
      if (g_cancellable_is_cancelled (self->cancellable) || !gf_spool_check (self->spool, NULL))
        return;
      gf_spool_append (self->spool, self->packed->data, self->packed->len);
      self->n_rows++;
      self->n_cells += n_cells;
    }
  self->told = self->row = self->n_rows - 1;
}

/**
 * gf_grid_merge:
 * @self: a grid
 * @range: cells that are shown as one
 *
 * Tells joined cells.
 */
void
gf_grid_merge (GfGrid            *self,
               const GfGridRange *range)
{
  if (self->merges->len < MOST_MERGES && range->bottom >= range->top &&
      range->right >= range->left && range->right < GF_GRID_MOST_COLUMNS)
    g_array_append_vals (self->merges, range, 1);
}

/**
 * gf_grid_is_full:
 * @self: a grid
 *
 * Returns: whether no more cells are wanted: enough for a preview, too many, or one that is none
 */
gboolean
gf_grid_is_full (const GfGrid *self)
{
  return self->full || self->too_large || self->suspect || self->error != NULL || gf_spool_get_size (self->spool) >= self->enough;
}

/**
 * gf_grid_wants_merges:
 * @self: a grid
 *
 * Returns: whether joined cells are of use, though the grid is full: in a preview they are
 */
gboolean
gf_grid_wants_merges (const GfGrid *self)
{
  return !self->too_large && !self->suspect && self->error == NULL && self->enough > 1;
}

/**
 * gf_grid_finish:
 * @self: a grid
 * @error: where to put why the cells could not be kept
 *
 * Ends the telling.
 *
 * Returns: whether all was kept
 */
gboolean
gf_grid_finish (GfGrid  *self,
                GError **error)
{
  self->full = gf_grid_is_full (self);
  flush_row (self);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->suspect)
    return gf_grid_may_hold (self, G_MAXSIZE, error);
  if (self->too_large)
    {
      g_set_error (error, GF_TABLE_ERROR, GF_TABLE_ERROR_SIZE,
                   _("This sheet is larger than any spreadsheet can be. Save the part that holds "
                     "the customers as CSV and open that."));
      return FALSE;
    }
  self->bytes = gf_spool_finish (self->spool, error);

  return self->bytes != NULL;
}

/**
 * gf_grid_get_n_rows:
 * @self: a finished grid
 *
 * Returns: the rows down to the last cell, empty ones included
 */
guint32
gf_grid_get_n_rows (const GfGrid *self)
{
  return self->n_rows;
}

/**
 * gf_grid_get_n_columns:
 * @self: a finished grid
 *
 * Returns: the columns up to the last cell
 */
guint32
gf_grid_get_n_columns (const GfGrid *self)
{
  return self->n_columns;
}

/**
 * gf_grid_get_merges:
 * @self: a grid
 *
 * Returns: (transfer none) (element-type GfGridRange): the joined cells
 */
const GArray *
gf_grid_get_merges (const GfGrid *self)
{
  return self->merges;
}

/**
 * gf_grid_get_errors:
 * @self: a grid
 *
 * Returns: (transfer none) (element-type GfGridError): the first failed formulas
 */
const GArray *
gf_grid_get_errors (const GfGrid *self)
{
  return self->errors;
}

/**
 * gf_grid_count_errors:
 * @self: a grid
 *
 * Returns: how many formulas have failed
 */
gsize
gf_grid_count_errors (const GfGrid *self)
{
  return self->n_errors;
}

/**
 * gf_grid_walk_init:
 * @walk: (out): a walk
 * @self: a finished grid, which outlives it
 *
 * Stands before the first row.
 */
void
gf_grid_walk_init (GfGridWalk   *walk,
                   const GfGrid *self)
{
  gsize size;

  *walk = (GfGridWalk) { 0 };
  walk->at = g_bytes_get_data (self->bytes, &size);
  walk->end = walk->at + size;
  walk->cells = g_array_new (FALSE, FALSE, sizeof (GfGridCell));
}

static guint32
take_number (GfGridWalk *walk)
{
  guint32 number;

  memcpy (&number, walk->at, sizeof number);
  walk->at += sizeof number;

  return number;
}

/**
 * gf_grid_walk_next:
 * @walk: a walk
 *
 * Goes to the next row, whose number is then @walk->row - 1 and whose cells are in @walk->cells:
 * none when it is empty. The texts belong to the grid.
 *
 * Returns: whether there was one
 */
gboolean
gf_grid_walk_next (GfGridWalk *walk)
{
  g_array_set_size (walk->cells, 0);
  if (walk->n_blank == 0)
    {
      if (walk->at == walk->end)
        return FALSE;

      guint32 n_cells = take_number (walk);
      for (guint32 i = 0; i < n_cells; i++)
        {
          GfGridCell cell = { NULL, take_number (walk) };

          cell.text = (const char *) walk->at;
          walk->at += cell.length;
          g_array_append_val (walk->cells, cell);
        }
      if (n_cells == 0)
        walk->n_blank = take_number (walk);
    }
  if (walk->n_blank > 0 && walk->cells->len == 0)
    walk->n_blank--;
  walk->row++;

  return TRUE;
}

/**
 * gf_grid_walk_clear:
 * @walk: a walk
 *
 * Ends it.
 */
void
gf_grid_walk_clear (GfGridWalk *walk)
{
  g_array_unref (walk->cells);
}
