/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-cells-private.h"

#include <string.h>

/* After this many cells a column decides between codes and plain text. */
#define SAMPLE 8192

static inline guint64
load_8 (const char *s)
{
  guint64 word;

  memcpy (&word, s, 8);

  return word;
}

static inline guint64
load_4 (const char *s)
{
  guint32 word;

  memcpy (&word, s, 4);

  return word;
}

/* Cells are short: comparing them here is quicker than calling memcmp(). */
static inline gboolean
is_same_text (const char *a,
              const char *b,
              gsize       n)
{
  if (n >= 8)
    {
      gsize last = n - 8;

      for (gsize i = 0; i < last; i += 8)
        if (load_8 (a + i) != load_8 (b + i))
          return FALSE;

      return load_8 (a + last) == load_8 (b + last);
    }
  if (n >= 4)
    return load_4 (a) == load_4 (b) && load_4 (a + n - 4) == load_4 (b + n - 4);

  return n == 0 || (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
}

/* Takes eight bytes at a time; the last ones overlap with those before, so that no byte is read
   singly. */
static inline guint32
hash_text (const char *s,
           gsize       n)
{
  guint64 h = (n + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 w = 0;

  if (n >= 8)
    {
      const char *last = s + n - 8;

      for (; s < last; s += 8)
        {
          h = (h ^ load_8 (s)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
          h ^= h >> 32;
        }
      w = load_8 (last);
    }
  else if (n >= 4)
    {
      w = load_4 (s) | load_4 (s + n - 4) << 32;
    }
  else if (n > 0)
    {
      w = (guint64) (guchar) s[0] | (guint64) (guchar) s[n / 2] << 8 |
          (guint64) (guchar) s[n - 1] << 16;
    }
  h = (h ^ w) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return (guint32) (h ^ (h >> 29));
}

static void
grow_slots (GfCellsBuilder *self)
{
  guint32 old_size = self->slots == NULL ? 0 : self->mask + 1;
  guint32 size = self->slots == NULL ? 256 : old_size * 4;
  Slot *old = self->slots;

  self->slots = g_new0 (Slot, size);
  self->mask = size - 1;
  for (guint32 slot = 0; slot < old_size; slot++)
    if (old[slot].text != 0)
      {
        guint32 i = old[slot].hash & self->mask;

        while (self->slots[i].text != 0)
          i = (i + 1) & self->mask;
        self->slots[i] = old[slot];
      }
  g_free (old);
}

gboolean
_gf_cells_builder_append_text (GfCellsBuilder *self,
                               const char     *text,
                               gsize           length)
{
  gsize needed = self->arena_length + length + 1;

  if (needed > G_MAXUINT32)
    return FALSE;
  if (needed > self->arena_size)
    {
      self->arena_size = MAX (needed + needed / 2, 4096);
      self->arena = g_realloc (self->arena, self->arena_size);
    }
  if (self->n_texts + 2 > self->texts_size)
    {
      self->texts_size = MAX (self->texts_size + self->texts_size / 2, 256);
      self->ends = g_renew (guint32, self->ends, self->texts_size);
    }

  memcpy (self->arena + self->arena_length, text, length);
  self->arena[self->arena_length + length] = '\0';
  self->ends[self->n_texts] = (guint32) self->arena_length;
  self->arena_length = needed;
  self->ends[++self->n_texts] = (guint32) needed;

  return TRUE;
}

static gboolean
intern_hashed (GfCellsBuilder *self,
               guint32         hash,
               const char     *text,
               gsize           length,
               guint32        *code)
{
  guint32 i;

  for (i = hash & self->mask; self->slots[i].text != 0; i = (i + 1) & self->mask)
    {
      const Slot *slot = &self->slots[i];

      if (slot->hash == hash && slot->length == length &&
          is_same_text (self->arena + slot->start, text, length))
        {
          *code = slot->text - 1;
          return TRUE;
        }
    }

  if (!_gf_cells_builder_append_text (self, text, length))
    return FALSE;
  *code = (guint32) self->n_texts - 1;
  self->slots[i] = (Slot) { hash, *code + 1, self->ends[*code], (guint32) length };
  if (self->n_texts * 2 > self->mask)
    grow_slots (self);

  return TRUE;
}

static gboolean
intern (GfCellsBuilder *self,
        const char     *text,
        gsize           length,
        guint32        *code)
{
  return intern_hashed (self, hash_text (text, length), text, length, code);
}

/* Gives the cells that wait their codes. By now their slots are on their way from memory; the
   texts that those name are asked for before the first is compared. Returns whether there was room
   for them. */
gboolean
_gf_cells_builder_settle (GfCellsBuilder *self)
{
  CellsQueue *queue = self->queue;

  if (queue == NULL || queue->n == 0)
    return TRUE;

  gsize first = self->n_rows - queue->n;

  if (self->n_rows > self->rows_size)
    {
      self->rows_size = MAX (self->rows_size + self->rows_size / 2, MAX (self->n_rows, 256));
      self->codes = g_renew (guint32, self->codes, self->rows_size);
    }
  for (guint i = 0; i < queue->n; i++)
    {
      const Slot *slot = &self->slots[queue->hashes[i] & self->mask];

      if (slot->text != 0)
        __builtin_prefetch (self->arena + slot->start);
    }
  for (guint i = 0; i < queue->n; i++)
    if (!intern_hashed (self, queue->hashes[i], queue->text + queue->starts[i],
                        (gsize) (queue->starts[i + 1] - queue->starts[i]), &self->codes[first + i]))
      return FALSE;
  queue->n = 0;

  return TRUE;
}

/* Lets a cell wait that is short enough. */
static void
enqueue (GfCellsBuilder *self,
         const char     *text,
         gsize           length)
{
  CellsQueue *queue = self->queue;
  guint32 hash = hash_text (text, length);
  guint16 start = queue->n == 0 ? 0 : queue->starts[queue->n];

  __builtin_prefetch (&self->slots[hash & self->mask]);
  queue->hashes[queue->n] = hash;
  queue->starts[queue->n] = start;
  memcpy (queue->text + start, text, length);
  queue->starts[++queue->n] = (guint16) (start + length);
  self->n_rows++;
}

static gboolean
has_room (const CellsQueue *queue,
          gsize             length)
{
  return queue->n < GF_CELLS_QUEUE &&
         length <= GF_CELLS_QUEUE_BYTES - (queue->n == 0 ? 0u : queue->starts[queue->n]);
}

static gboolean
add_now (GfCellsBuilder *self,
         const char     *text,
         gsize           length)
{
  guint32 code;

  if (!intern (self, text, length, &code))
    return FALSE;
  if (self->n_rows == self->rows_size)
    {
      self->rows_size = MAX (self->rows_size + self->rows_size / 2, 256);
      self->codes = g_renew (guint32, self->codes, self->rows_size);
    }
  self->codes[self->n_rows++] = code;

  return TRUE;
}

/* Whether the cells so far hardly come again: more than half of all are distinct, or nearly all of
   those that are filled. */
static gboolean
is_mostly_distinct (const GfCellsBuilder *self)
{
  gsize n_empty = 0;
  guint32 empty = G_MAXUINT32;

  if (self->n_texts > self->n_rows / 2)
    return TRUE;

  for (guint32 text = 0; text < self->n_texts && empty == G_MAXUINT32; text++)
    if (self->ends[text + 1] - self->ends[text] == 1)
      empty = text;
  for (gsize row = 0; row < self->n_rows; row++)
    n_empty += self->codes[row] == empty;

  gsize n_filled = self->n_rows - n_empty;

  return n_filled >= SAMPLE / 4 && self->n_texts * 4 > n_filled * 3;
}

/* Writes the coded cells out as plain ones. */
static gboolean
turn_plain (GfCellsBuilder *self)
{
  GfCellsBuilder coded = *self;
  gboolean fits = TRUE;

  self->codes = NULL;
  self->rows_size = 0;
  self->arena = NULL;
  self->ends = NULL;
  self->arena_length = self->arena_size = self->n_texts = self->texts_size = 0;
  self->slots = NULL;
  self->mask = 0;
  self->queue = NULL;
  self->plain = TRUE;
  for (gsize row = 0; row < coded.n_rows && fits; row++)
    {
      guint32 code = coded.codes[row];

      fits = _gf_cells_builder_append_text (self, coded.arena + coded.ends[code],
                          coded.ends[code + 1] - coded.ends[code] - 1);
    }

  g_free (coded.codes);
  g_free (coded.arena);
  g_free (coded.ends);
  g_free (coded.slots);
  g_free (coded.queue);

  return fits;
}

/**
 * gf_cells_builder_new:
 *
 * Makes a builder of a column.
 *
 * Returns: (transfer full): the builder
 */
GfCellsBuilder *
gf_cells_builder_new (void)
{
  GfCellsBuilder *self = g_new0 (GfCellsBuilder, 1);

  grow_slots (self);
  self->queue = g_new (CellsQueue, 1);
  self->queue->n = 0;

  return self;
}

/**
 * gf_cells_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees the builder and what it holds.
 */
void
gf_cells_builder_free (GfCellsBuilder *self)
{
  g_free (self->codes);
  g_free (self->ends);
  g_free (self->slots);
  g_free (self->arena);
  g_free (self->queue);
  g_free (self);
}

/**
 * gf_cells_builder_add:
 * @self: a builder
 * @text: the text of the next cell, valid UTF-8 without a NUL inside; need not be closed by one
 * @length: its bytes
 *
 * Adds a cell.
 *
 * Returns: %FALSE when the column would hold more than 4 GiB of text or 4 thousand million rows, at the latest
 *   some cells later
 */
gboolean
gf_cells_builder_add (GfCellsBuilder *self,
                      const char     *text,
                      gsize           length)
{
  if (self->n_rows >= G_MAXUINT32 - 1)
    return FALSE;
  if (self->plain)
    {
      self->n_rows++;
      return _gf_cells_builder_append_text (self, text, length);
    }

  if (!has_room (self->queue, length) && !_gf_cells_builder_settle (self))
    return FALSE;
  if (has_room (self->queue, length))
    enqueue (self, text, length);
  else if (!add_now (self, text, length))
    return FALSE;

  if (self->n_rows == SAMPLE && !self->never_plain)
    {
      if (!_gf_cells_builder_settle (self))
        return FALSE;
      if (is_mostly_distinct (self))
        return turn_plain (self);
    }

  return TRUE;
}

/**
 * gf_cells_builder_intern:
 * @self: a builder to which no cells are added
 * @text: a text
 * @length: its bytes
 *
 * Gives a text its number without adding a row: the same for the same text, in the order of their
 * first coming.
 *
 * Returns: the number; that of the last text when there is no room for more
 */
guint32
gf_cells_builder_intern (GfCellsBuilder *self,
                         const char     *text,
                         gsize           length)
{
  guint32 code = 0;

  if (!intern (self, text, length, &code))
    code = (guint32) self->n_texts - 1;

  return code;
}

/**
 * gf_cells_builder_pad:
 * @self: a builder
 * @n_rows: how many rows there should be
 *
 * Adds empty cells until there are @n_rows.
 *
 * Returns: as gf_cells_builder_add()
 */
gboolean
gf_cells_builder_pad (GfCellsBuilder *self,
                      gsize           n_rows)
{
  while (self->n_rows < n_rows)
    if (!gf_cells_builder_add (self, "", 0))
      return FALSE;

  return TRUE;
}

/**
 * gf_cells_builder_finish:
 * @self: (transfer full): a builder
 *
 * Turns the builder into cells.
 *
 * Returns: (transfer full): the cells
 */
GfCells *
gf_cells_builder_finish (GfCellsBuilder *self)
{
  GfCells *cells = g_new0 (GfCells, 1);

  _gf_cells_builder_settle (self);
  g_atomic_ref_count_init (&cells->ref_count);
  g_clear_pointer (&self->slots, g_free);
  cells->n_rows = self->n_rows;
  cells->n_texts = self->n_texts;
  if (!self->plain)
    cells->codes = g_renew (guint32, g_steal_pointer (&self->codes), MAX (self->n_rows, 1));
  cells->ends = g_renew (guint32, g_steal_pointer (&self->ends), self->n_texts + 1);
  if (self->n_texts == 0)
    cells->ends[0] = 0;
  cells->arena = g_realloc (g_steal_pointer (&self->arena), MAX (self->arena_length, 1));
  gf_cells_builder_free (self);

  return cells;
}

/* Whether the builder will stay plain or coded. */
gboolean
_gf_cells_builder_is_decided (const GfCellsBuilder *self)
{
  return self->plain || self->never_plain || self->n_rows >= SAMPLE;
}

/* A builder without cells that is plain or coded for good, as @first is. */
GfCellsBuilder *
_gf_cells_builder_new_like (const GfCellsBuilder *first)
{
  GfCellsBuilder *self = g_new0 (GfCellsBuilder, 1);

  self->plain = first->plain;
  self->never_plain = !first->plain;
  if (!self->plain)
    {
      grow_slots (self);
      self->queue = g_new (CellsQueue, 1);
      self->queue->n = 0;
    }

  return self;
}

static gboolean
append_plain (GfCellsBuilder       *self,
              const GfCellsBuilder *next)
{
  gsize length = self->arena_length + next->arena_length;

  if (length > G_MAXUINT32)
    return FALSE;

  if (length > self->arena_size)
    self->arena = g_realloc (self->arena, self->arena_size = length);
  if (self->n_texts + next->n_texts + 1 > self->texts_size)
    {
      self->texts_size = self->n_texts + next->n_texts + 1;
      self->ends = g_renew (guint32, self->ends, self->texts_size);
    }
  if (next->arena_length > 0)
    memcpy (self->arena + self->arena_length, next->arena, next->arena_length);
  self->ends[self->n_texts] = (guint32) self->arena_length;
  for (gsize i = 1; i <= next->n_texts; i++)
    self->ends[self->n_texts + i] = next->ends[i] + (guint32) self->arena_length;
  self->arena_length = length;
  self->n_texts += next->n_texts;

  return TRUE;
}

static gboolean
append_coded (GfCellsBuilder       *self,
              const GfCellsBuilder *next)
{
  g_autofree guint32 *codes = g_new (guint32, MAX (next->n_texts, 1));

  for (gsize i = 0; i < next->n_texts; i++)
    if (!intern (self, next->arena + next->ends[i], next->ends[i + 1] - next->ends[i] - 1,
                 &codes[i]))
      return FALSE;

  if (self->n_rows + next->n_rows > self->rows_size)
    {
      self->rows_size = self->n_rows + next->n_rows;
      self->codes = g_renew (guint32, self->codes, self->rows_size);
    }
  for (gsize row = 0; row < next->n_rows; row++)
    self->codes[self->n_rows + row] = codes[next->codes[row]];

  return TRUE;
}

/* Adds all cells of @next, which was begun like @self and is freed. Returns whether there was room
   for them. */
gboolean
_gf_cells_builder_append (GfCellsBuilder *self,
                          GfCellsBuilder *next)
{
  gboolean fits = _gf_cells_builder_settle (self) && _gf_cells_builder_settle (next) &&
                  self->n_rows + next->n_rows < G_MAXUINT32 - 1 &&
                  (self->plain ? append_plain (self, next) : append_coded (self, next));

  if (fits)
    self->n_rows += next->n_rows;
  gf_cells_builder_free (next);

  return fits;
}

/* Takes the last rows away, and the texts that only they had. No cell can be added after that. */
void
_gf_cells_builder_truncate (GfCellsBuilder *self,
                            gsize           n_rows)
{
  _gf_cells_builder_settle (self);
  g_clear_pointer (&self->slots, g_free);
  if (self->plain)
    {
      self->n_texts = n_rows;
    }
  else
    {
      /* Codes are given in the order of first coming: the texts to go are the last ones. */
      guint32 n_texts = 0;

      for (gsize row = 0; row < n_rows; row++)
        n_texts = MAX (n_texts, self->codes[row] + 1);
      self->n_texts = n_texts;
    }
  self->n_rows = n_rows;
  self->arena_length = self->n_texts > 0 ? self->ends[self->n_texts] : 0;
}

/* The text of a cell. */
const char *
_gf_cells_builder_get (GfCellsBuilder *self,
                       gsize           row,
                       gsize          *length)
{
  _gf_cells_builder_settle (self);

  gsize text = self->plain ? row : self->codes[row];

  *length = self->ends[text + 1] - self->ends[text] - 1;

  return self->arena + self->ends[text];
}

/* The text of the cell added last; there is one. It lets no cell wait less. */
const char *
_gf_cells_builder_peek (const GfCellsBuilder *self,
                        gsize                *length)
{
  const CellsQueue *queue = self->queue;

  if (queue != NULL && queue->n > 0)
    {
      *length = (gsize) (queue->starts[queue->n] - queue->starts[queue->n - 1]);
      return queue->text + queue->starts[queue->n - 1];
    }

  gsize text = self->plain ? self->n_rows - 1 : self->codes[self->n_rows - 1];

  *length = self->ends[text + 1] - self->ends[text] - 1;

  return self->arena + self->ends[text];
}
