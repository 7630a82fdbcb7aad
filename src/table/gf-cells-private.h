/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-cells.h"

G_BEGIN_DECLS

struct _GfCells
{
  gatomicrefcount ref_count;
  gsize n_rows;
  gsize n_texts;
  guint32 *codes;   /* NULL when plain */
  guint32 *ends;    /* n_texts + 1 */
  char *arena;
};

/* What finds a text again: all of it where it has at most 16 bytes, zeros behind; else a hash and its first
   eight. */
#define GF_CELLS_KEY 16

typedef struct
{
  guint64 words[2];
  guint32 length;   /* of the text */
} CellsKey;

/* A short text is known by its slot alone, which takes one look at memory. */
typedef struct
{
  guint64 words[2];
  guint32 length;
  guint32 text;     /* its number + 1, 0 is free */
} Slot;

/* Cells that wait to be given their codes: so many are looked up at once that memory is asked for
   all of them before the first answer is needed. Of those that are no longer than their key the text is the
   key. */
#define GF_CELLS_QUEUE 16
#define GF_CELLS_QUEUE_BYTES 512

typedef struct
{
  CellsKey keys[GF_CELLS_QUEUE];
  guint32 slots[GF_CELLS_QUEUE];     /* where to look first */
  guint16 starts[GF_CELLS_QUEUE];    /* of the longer texts */
  guint n;
  guint n_bytes;
  char text[GF_CELLS_QUEUE_BYTES];
} CellsQueue;

struct _GfCellsBuilder
{
  gsize n_rows;     /* with those that wait */
  gsize rows_size;
  gsize n_texts;
  gsize texts_size;
  gsize arena_length;
  gsize arena_size;
  guint32 *codes;
  guint32 *ends;
  Slot *slots;      /* open addressing */
  guint32 mask;
  char *arena;
  CellsQueue *queue;    /* NULL when plain */
  gboolean plain;
  gboolean never_plain;
};

gboolean _gf_cells_builder_append_text (GfCellsBuilder *self,
                                        const char     *text,
                                        gsize           length);
gboolean _gf_cells_builder_add_roomy   (GfCellsBuilder *self,
                                        const char     *text,
                                        gsize           length);

/* For tables that are built in parts. A builder is decided once it has seen enough cells to be plain
   or coded; a part behind it is begun like it, and appended when both are done, with the same
   numbers for the same texts as if all cells had been added to the first. */
gboolean        _gf_cells_builder_settle     (GfCellsBuilder       *self);
gboolean        _gf_cells_builder_is_decided (const GfCellsBuilder *self);
GfCellsBuilder *_gf_cells_builder_new_like   (const GfCellsBuilder *first);
gboolean        _gf_cells_builder_append     (GfCellsBuilder       *self,
                                              GfCellsBuilder       *next);
void            _gf_cells_builder_truncate   (GfCellsBuilder       *self,
                                              gsize                 n_rows);
const char     *_gf_cells_builder_get        (GfCellsBuilder       *self,
                                              gsize                 row,
                                              gsize                *length);
const char     *_gf_cells_builder_peek       (const GfCellsBuilder *self,
                                              gsize                *length);

G_END_DECLS
