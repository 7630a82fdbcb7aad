/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cells-private.h"

#include <string.h>

/**
 * gf_cells_ref:
 * @self: cells
 *
 * Returns: (transfer full): @self
 */
GfCells *
gf_cells_ref (GfCells *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * gf_cells_unref:
 * @self: (transfer full): cells
 *
 * Frees the texts with the last reference.
 */
void
gf_cells_unref (GfCells *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->codes);
  g_free (self->ends);
  g_free (self->arena);
  g_free (self);
}

/**
 * gf_cells_get_n_rows:
 * @self: cells
 *
 * Returns: the number of rows
 */
gsize
gf_cells_get_n_rows (const GfCells *self)
{
  return self->n_rows;
}

/**
 * gf_cells_get_n_texts:
 * @self: cells
 *
 * Returns: how many texts are kept: the distinct ones when coded, the rows when plain
 */
gsize
gf_cells_get_n_texts (const GfCells *self)
{
  return self->n_texts;
}

/**
 * gf_cells_get_codes:
 * @self: cells
 *
 * Returns: (nullable): the code of each row's text, %NULL when the texts are plain (code = row)
 */
const guint32 *
gf_cells_get_codes (const GfCells *self)
{
  return self->codes;
}

/**
 * gf_cells_get_text:
 * @self: cells
 * @code: a text's number
 * @length: (out) (optional): its bytes
 *
 * Returns: the text, closed by a NUL; valid as long as @self
 */
const char *
gf_cells_get_text (const GfCells *self,
                   gsize          code,
                   gsize         *length)
{
  guint32 start = self->ends[code];

  if (length != NULL)
    *length = self->ends[code + 1] - start - 1;

  return self->arena + start;
}

/**
 * gf_cells_find_byte:
 * @self: cells
 * @first: the number of a text
 * @byte: a byte, not 0
 *
 * Looks for a byte in the texts from @first on, much quicker than one by one.
 *
 * Returns: the number of the next text that has it, gf_cells_get_n_texts() if there is none
 */
gsize
gf_cells_find_byte (const GfCells *self,
                    gsize          first,
                    char           byte)
{
  if (first >= self->n_texts)
    return self->n_texts;

  guint32 start = self->ends[first];
  const char *found = memchr (self->arena + start, byte, self->ends[self->n_texts] - start);

  if (found == NULL)
    return self->n_texts;

  /* It is most likely near: the steps double until it is passed, then halve. */
  gsize place = (gsize) (found - self->arena);
  gsize low = first, step = 1;
  while (low + step < self->n_texts && self->ends[low + step] <= place)
    {
      low += step;
      step *= 2;
    }
  gsize high = MIN (low + step, self->n_texts);
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (self->ends[middle] <= place)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * gf_cells_get:
 * @self: cells
 * @row: a row
 * @length: (out) (optional): its bytes
 *
 * Returns: the text of the cell, closed by a NUL; valid as long as @self
 */
const char *
gf_cells_get (const GfCells *self,
              gsize          row,
              gsize         *length)
{
  return gf_cells_get_text (self, self->codes != NULL ? self->codes[row] : row, length);
}

/**
 * gf_cells_to_coded:
 * @self: cells
 *
 * Gives the same texts with each distinct one kept once.
 *
 * Returns: (transfer full): @self when it is so already
 */
GfCells *
gf_cells_to_coded (GfCells *self)
{
  if (self->codes != NULL)
    return gf_cells_ref (self);

  GfCellsBuilder *builder = gf_cells_builder_new ();

  builder->never_plain = TRUE;
  for (gsize row = 0; row < self->n_rows; row++)
    {
      gsize length;
      const char *text = gf_cells_get (self, row, &length);

      gf_cells_builder_add (builder, text, length);
    }

  return gf_cells_builder_finish (builder);
}

/* A builder over the same cells, with room for one more. */
static GfCellsBuilder *
reopen (const GfCells *self,
        gsize          more_text)
{
  GfCellsBuilder *builder = g_new0 (GfCellsBuilder, 1);

  builder->plain = self->codes == NULL;
  builder->n_rows = self->n_rows;
  builder->n_texts = self->n_texts;
  builder->texts_size = self->n_texts + 2;
  builder->arena_length = self->ends[self->n_texts];
  builder->arena_size = builder->arena_length + more_text + 1 + GF_CELLS_KEY;
  builder->arena = g_malloc (builder->arena_size);
  memcpy (builder->arena, self->arena, builder->arena_length);
  builder->ends = g_new (guint32, builder->texts_size);
  memcpy (builder->ends, self->ends, (self->n_texts + 1) * sizeof (guint32));
  if (!builder->plain)
    {
      builder->rows_size = self->n_rows + 1;
      builder->codes = g_new (guint32, builder->rows_size);
      if (self->n_rows > 0)
        memcpy (builder->codes, self->codes, self->n_rows * sizeof (guint32));
    }

  return builder;
}

/* Whether the places in the arena can still be told when a text is added. */
static gboolean
has_room (const GfCells *self,
          gsize          length)
{
  return (gsize) self->ends[self->n_texts] + length + 1 <= G_MAXUINT32;
}

/* The code of a text in a coded builder without a hash: looked for one by one, else added. */
static guint32
find_or_append (GfCellsBuilder *builder,
                const char     *text,
                gsize           length)
{
  for (gsize i = 0; i < builder->n_texts; i++)
    if (builder->ends[i + 1] - builder->ends[i] == length + 1 &&
        memcmp (builder->arena + builder->ends[i], text, length) == 0)
      return (guint32) i;

  _gf_cells_builder_append_text (builder, text, length);

  return (guint32) builder->n_texts - 1;
}

/**
 * gf_cells_set:
 * @self: cells
 * @row: a row
 * @text: (nullable): what it shall say, %NULL as ""
 *
 * Gives the cells with one of them changed.
 *
 * Returns: (transfer full) (nullable): new cells; %NULL when there is no room, as they would hold more than 4 GiB
 */
GfCells *
gf_cells_set (const GfCells *self,
              gsize          row,
              const char    *text)
{
  g_return_val_if_fail (row < self->n_rows, NULL);

  gsize length = text != NULL ? strlen (text) : 0;

  if (text == NULL)
    text = "";
  if (!has_room (self, length))
    return NULL;
  if (self->codes != NULL)
    {
      GfCellsBuilder *builder = reopen (self, length);

      builder->codes[row] = find_or_append (builder, text, length);
      return gf_cells_builder_finish (builder);
    }

  GfCells *cells = g_new0 (GfCells, 1);
  gsize start = self->ends[row], end = self->ends[row + 1];
  gsize tail = self->ends[self->n_texts] - end;

  g_atomic_ref_count_init (&cells->ref_count);
  cells->n_rows = self->n_rows;
  cells->n_texts = self->n_texts;
  cells->arena = g_malloc (start + length + 1 + tail);
  memcpy (cells->arena, self->arena, start);
  memcpy (cells->arena + start, text, length + 1);
  memcpy (cells->arena + start + length + 1, self->arena + end, tail);
  cells->ends = g_new (guint32, self->n_texts + 1);
  for (gsize i = 0; i <= self->n_texts; i++)
    cells->ends[i] = i <= row ? self->ends[i]
                              : (guint32) (self->ends[i] - (end - start) + length + 1);

  return cells;
}

/**
 * gf_cells_append:
 * @self: cells
 * @text: (nullable): what the new last cell says, %NULL as ""
 *
 * Gives the cells with one more.
 *
 * Returns: (transfer full) (nullable): new cells; %NULL when there is no room, as they would hold more than 4 GiB
 */
GfCells *
gf_cells_append (const GfCells *self,
                 const char    *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (text == NULL)
    text = "";
  if (!has_room (self, length))
    return NULL;

  GfCellsBuilder *builder = reopen (self, length);
  if (builder->plain)
    _gf_cells_builder_append_text (builder, text, length);
  else
    builder->codes[builder->n_rows] = find_or_append (builder, text, length);
  builder->n_rows++;

  return gf_cells_builder_finish (builder);
}

/**
 * gf_cells_remove:
 * @self: cells
 * @row: a row
 *
 * Gives the cells without one.
 *
 * Returns: (transfer full): new cells
 */
GfCells *
gf_cells_remove (const GfCells *self,
                 gsize          row)
{
  g_return_val_if_fail (row < self->n_rows, NULL);

  GfCells *cells = g_new0 (GfCells, 1);

  g_atomic_ref_count_init (&cells->ref_count);
  cells->n_rows = self->n_rows - 1;
  if (self->codes != NULL)
    {
      gsize size = self->ends[self->n_texts];

      cells->n_texts = self->n_texts;
      cells->codes = g_new (guint32, self->n_rows);
      memcpy (cells->codes, self->codes, row * sizeof (guint32));
      memcpy (cells->codes + row, self->codes + row + 1, (cells->n_rows - row) * sizeof (guint32));
      cells->ends = g_memdup2 (self->ends, (self->n_texts + 1) * sizeof (guint32));
      cells->arena = g_memdup2 (self->arena, MAX (size, 1));
      return cells;
    }

  gsize start = self->ends[row], end = self->ends[row + 1];
  gsize tail = self->ends[self->n_texts] - end;

  cells->n_texts = self->n_texts - 1;
  cells->arena = g_malloc (start + tail + 1);
  memcpy (cells->arena, self->arena, start);
  memcpy (cells->arena + start, self->arena + end, tail);
  cells->ends = g_new (guint32, self->n_texts);
  for (gsize i = 0; i <= cells->n_texts; i++)
    cells->ends[i] = i <= row ? self->ends[i] : self->ends[i + 1] - (guint32) (end - start);

  return cells;
}

/**
 * gf_cells_map:
 * @self: cells
 * @map: (scope call): says what a text becomes
 * @user_data: for @map
 *
 * Gives cells with other texts. Each distinct text that is kept is asked for once; of those that
 * become others nothing stays in the new cells.
 *
 * Returns: (transfer full): new cells
 */
GfCells *
gf_cells_map (const GfCells  *self,
              GfCellsMapFunc  map,
              gpointer        user_data)
{
  g_return_val_if_fail (self != NULL && map != NULL, NULL);

  g_autofree char **others = g_new0 (char *, self->n_texts + 1);
  GfCellsBuilder *builder = gf_cells_builder_new ();

  for (gsize i = 0; i < self->n_texts; i++)
    {
      gsize length;
      const char *text = gf_cells_get_text (self, i, &length);

      others[i] = map (text, length, user_data);
    }
  for (gsize row = 0; row < self->n_rows; row++)
    {
      gsize code = self->codes != NULL ? self->codes[row] : row;
      gsize length;
      const char *text = gf_cells_get_text (self, code, &length);

      if (others[code] != NULL)
        gf_cells_builder_add (builder, others[code], strlen (others[code]));
      else
        gf_cells_builder_add (builder, text, length);
    }
  for (gsize i = 0; i < self->n_texts; i++)
    g_free (others[i]);

  return gf_cells_builder_finish (builder);
}
