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

/* Where a text is, beside its hash, so that finding it again takes two looks at memory. */
typedef struct
{
  guint32 hash;
  guint32 text;     /* its number + 1, 0 is free */
  guint32 start;
  guint32 length;
} Slot;

struct _GfCellsBuilder
{
  gsize n_rows;
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
  gboolean plain;
  gboolean never_plain;
};

gboolean _gf_cells_builder_append_text (GfCellsBuilder *self,
                                        const char     *text,
                                        gsize           length);

G_END_DECLS
