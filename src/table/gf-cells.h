/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The texts of one column, exactly as they were read. Immutable once finished; no type is known
 * here.
 *
 *   arena:  the texts one behind the other, each closed by a NUL
 *   ends:   text i is arena[ends[i] .. ends[i + 1] - 1), without its NUL
 *   coded:  each distinct text is kept once, codes[row] says which; else text i is that of row i
 *   choice: a column that is mostly distinct in its first 8,192 cells is kept plain, all others
 *           coded
 *   cost:   reading a cell O(1); building O(1) a cell; changing one O(rows)
 *   owner:  atomic references; any thread may read
 *   limit:  4 GiB of distinct text a column
 */
typedef struct _GfCells GfCells;
typedef struct _GfCellsBuilder GfCellsBuilder;

/* What a text becomes: a new one, or NULL to leave it. */
typedef char *(*GfCellsMapFunc) (const char *text,
                                 gsize       length,
                                 gpointer    user_data);

GfCells       *gf_cells_ref               (GfCells       *self);
void           gf_cells_unref             (GfCells       *self);
gsize          gf_cells_get_n_rows        (const GfCells *self);
gsize          gf_cells_get_n_texts       (const GfCells *self);
const guint32 *gf_cells_get_codes         (const GfCells *self);
const char    *gf_cells_get_text          (const GfCells *self,
                                           gsize          code,
                                           gsize         *length);
gsize          gf_cells_find_byte         (const GfCells *self,
                                           gsize          first,
                                           char           byte);
const char    *gf_cells_get               (const GfCells *self,
                                           gsize          row,
                                           gsize         *length);
GfCells       *gf_cells_to_coded          (GfCells       *self);
GfCells       *gf_cells_set               (const GfCells *self,
                                           gsize          row,
                                           const char    *text);
GfCells       *gf_cells_append            (const GfCells *self,
                                           const char    *text);
GfCells       *gf_cells_remove            (const GfCells *self,
                                           gsize          row);

GfCells       *gf_cells_map               (const GfCells  *self,
                                           GfCellsMapFunc  map,
                                           gpointer        user_data);

GfCellsBuilder *gf_cells_builder_new      (void);
void            gf_cells_builder_free     (GfCellsBuilder *self);
gboolean        gf_cells_builder_add      (GfCellsBuilder *self,
                                           const char     *text,
                                           gsize           length);
guint32         gf_cells_builder_intern   (GfCellsBuilder *self,
                                           const char     *text,
                                           gsize           length);
gboolean        gf_cells_builder_pad      (GfCellsBuilder *self,
                                           gsize           n_rows);
GfCells        *gf_cells_builder_finish   (GfCellsBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfCells, gf_cells_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfCellsBuilder, gf_cells_builder_free)

G_END_DECLS
