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

/* Takes eight bytes at a time; the last ones overlap with those before, so that no byte is read singly. */
static guint64
hash_long (const char *text,
           gsize       length)
{
  guint64 h = (length + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  const char *last = text + length - 8;

  for (; text < last; text += 8)
    {
      h = (h ^ load_8 (text)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      h ^= h >> 32;
    }

  return (h ^ load_8 (last)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
}

/* The key of a text, which is there with GF_CELLS_KEY bytes if it is @roomy. */
static inline CellsKey
make_key (const char *text,
          gsize       length,
          gboolean    roomy)
{
  /* So many bytes of ones in front of as many of zeros. */
  static const guint8 masks[2 * GF_CELLS_KEY] = { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
                                                  255, 255, 255 };
  CellsKey key = { { 0, 0 }, (guint32) length };

  if (length > GF_CELLS_KEY)
    {
      key.words[0] = hash_long (text, length);
      key.words[1] = load_8 (text);
    }
  else if (roomy)
    {
      guint64 mask[2];

      memcpy (mask, masks + GF_CELLS_KEY - length, sizeof mask);
      memcpy (key.words, text, sizeof key.words);
      key.words[0] &= mask[0];
      key.words[1] &= mask[1];
    }
  else if (length > 0)
    {
      memcpy (key.words, text, length);
    }

  return key;
}

/* Multiplying carries what differs upwards only, so the upper half is brought down in between. */
static inline guint32
hash_key (const CellsKey *key)
{
  guint64 h = (key->words[0] ^ key->length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) +
              (key->words[1] ^ key->words[1] >> 32) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  h = (h ^ h >> 32) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);

  return (guint32) (h >> 32);
}

static void
grow_slots (GfCellsBuilder *self)
{
  gsize old_size = self->slots == NULL ? 0 : (gsize) self->mask + 1;
  gsize size = self->slots == NULL ? 256 : old_size * 2;
  Slot *old = self->slots;

  self->slots = g_new0 (Slot, size);
  self->mask = (guint32) (size - 1);
  for (gsize slot = 0; slot < old_size; slot++)
    if (old[slot].text != 0)
      {
        const CellsKey key = { { old[slot].words[0], old[slot].words[1] }, old[slot].length };
        guint32 i = hash_key (&key) & self->mask;

        while (self->slots[i].text != 0)
          i = (i + 1) & self->mask;
        self->slots[i] = old[slot];
      }
  g_free (old);
}

static inline gboolean
append_text (GfCellsBuilder *self,
             const char     *text,
             gsize           length,
             gboolean        roomy)
{
  gsize needed = self->arena_length + length + 1;

  if (needed > G_MAXUINT32)
    return FALSE;
  if (needed + GF_CELLS_KEY > self->arena_size)
    {
      self->arena_size = MAX (needed + needed / 2, 4096);
      self->arena = g_realloc (self->arena, self->arena_size);
    }
  if (self->n_texts + 2 > self->texts_size)
    {
      self->texts_size = MAX (self->texts_size + self->texts_size / 2, 256);
      self->ends = g_renew (guint32, self->ends, self->texts_size);
    }

  /* A copy of fixed size is quicker; what is too much of it is written over. */
  char *to = self->arena + self->arena_length;
  if (roomy && length <= GF_CELLS_KEY)
    memcpy (to, text, GF_CELLS_KEY);
  else
    memcpy (to, text, length);
  to[length] = '\0';
  self->ends[self->n_texts] = (guint32) self->arena_length;
  self->arena_length = needed;
  self->ends[++self->n_texts] = (guint32) needed;

  return TRUE;
}

gboolean
_gf_cells_builder_append_text (GfCellsBuilder *self,
                               const char     *text,
                               gsize           length)
{
  return append_text (self, text, length, FALSE);
}

/* Finds the text with a key, or adds it; its slot is looked for from @slot on. */
static inline gboolean
intern_at (GfCellsBuilder *self,
           const CellsKey *key,
           guint32         slot,
           const char     *text,
           guint32        *code)
{
  gsize length = key->length;

  for (slot &= self->mask; self->slots[slot].text != 0; slot = (slot + 1) & self->mask)
    {
      const Slot *found = &self->slots[slot];

      if (found->words[0] == key->words[0] && found->words[1] == key->words[1] && found->length == key->length &&
          (length <= GF_CELLS_KEY || memcmp (self->arena + self->ends[found->text - 1], text, length) == 0))
        {
          *code = found->text - 1;
          return TRUE;
        }
    }

  if (!_gf_cells_builder_append_text (self, text, length))
    return FALSE;
  *code = (guint32) self->n_texts - 1;
  self->slots[slot] = (Slot) { { key->words[0], key->words[1] }, key->length, *code + 1 };
  if (self->n_texts * 3 > (gsize) self->mask * 2)
    grow_slots (self);

  return TRUE;
}

static gboolean
intern (GfCellsBuilder *self,
        const char     *text,
        gsize           length,
        guint32        *code)
{
  CellsKey key = make_key (text, length, FALSE);

  return intern_at (self, &key, hash_key (&key), text, code);
}

static inline const char *
get_queued (const CellsQueue *queue,
            guint             i)
{
  return queue->keys[i].length <= GF_CELLS_KEY ? (const char *) queue->keys[i].words : queue->text + queue->starts[i];
}

/* Gives the cells that wait their codes. By now their slots are on their way from memory; the longer texts that
   those name are asked for before the first is compared. Returns whether there was room for them. */
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
  for (guint i = 0; i < queue->n && queue->n_bytes > 0; i++)
    {
      const Slot *slot = &self->slots[queue->slots[i] & self->mask];

      if (queue->keys[i].length > GF_CELLS_KEY && slot->text != 0)
        __builtin_prefetch (self->arena + self->ends[slot->text - 1]);
    }
  for (guint i = 0; i < queue->n; i++)
    if (!intern_at (self, &queue->keys[i], queue->slots[i], get_queued (queue, i), &self->codes[first + i]))
      return FALSE;
  queue->n = queue->n_bytes = 0;

  return TRUE;
}

/* Lets a cell wait if it is short enough for the queue. */
static inline gboolean
enqueue (GfCellsBuilder *self,
         const char     *text,
         gsize           length,
         gboolean        roomy)
{
  CellsQueue *queue = self->queue;
  guint i = queue->n;

  if (i == GF_CELLS_QUEUE)
    return FALSE;
  if (length > GF_CELLS_KEY)
    {
      if (length > GF_CELLS_QUEUE_BYTES - queue->n_bytes)
        return FALSE;
      queue->starts[i] = (guint16) queue->n_bytes;
      memcpy (queue->text + queue->n_bytes, text, length);
      queue->n_bytes += (guint) length;
    }
  queue->keys[i] = make_key (text, length, roomy);
  queue->slots[i] = hash_key (&queue->keys[i]);
  __builtin_prefetch (&self->slots[queue->slots[i] & self->mask]);
  queue->n++;
  self->n_rows++;

  return TRUE;
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
  self->queue = g_new0 (CellsQueue, 1);

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

static inline gboolean
add_cell (GfCellsBuilder *self,
          const char     *text,
          gsize           length,
          gboolean        roomy)
{
  if (self->n_rows >= G_MAXUINT32 - 1)
    return FALSE;
  if (self->plain)
    {
      self->n_rows++;
      return append_text (self, text, length, roomy);
    }

  if (!enqueue (self, text, length, roomy) &&
      (!_gf_cells_builder_settle (self) ||
       (!enqueue (self, text, length, roomy) && !add_now (self, text, length))))
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
  return add_cell (self, text, length, FALSE);
}

/* The same, quicker, with a text behind which there is room: GF_CELLS_KEY bytes from its start on can be read,
   whatever they are. */
gboolean
_gf_cells_builder_add_roomy (GfCellsBuilder *self,
                             const char     *text,
                             gsize           length)
{
  return add_cell (self, text, length, TRUE);
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
      self->queue = g_new0 (CellsQueue, 1);
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
      *length = queue->keys[queue->n - 1].length;
      return get_queued (queue, queue->n - 1);
    }

  gsize text = self->plain ? self->n_rows - 1 : self->codes[self->n_rows - 1];

  *length = self->ends[text + 1] - self->ends[text] - 1;

  return self->arena + self->ends[text];
}
