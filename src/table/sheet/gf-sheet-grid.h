/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The cells of one sheet as a reader of spreadsheets tells them: rows from above, within a row in
 * any order.
 *
 *   rows:    kept in a spool, for each the number of its cells, and for each cell its length and
 *            its text; empty rows only as a count, and none behind the last cell. Read them with
 *            gf_grid_walk()
 *   limits:  16,777,216 rows, 16,384 columns, 500 million cells, 1 MiB for a cell; beyond 64 MiB of
 *            text no more than two hundred times the file; a preview ends at 256 KiB of text
 *   merges:  the first 65,536 ranges that join cells
 *   errors:  cells such as #N/A: all counted, the first 1,000 kept
 *   cost:    O(text); no memory for what is empty
 */
#define GF_GRID_MOST_ROWS (1u << 24)
#define GF_GRID_MOST_COLUMNS 16384u
#define GF_GRID_MOST_TEXT (1u << 20)

typedef struct
{
  guint32 top, left, bottom, right;    /* from 0, inclusive */
} GfGridRange;

typedef struct
{
  guint32 row, column;                 /* from 0, in the sheet */
  char *text;
} GfGridError;

typedef struct
{
  const char *text;                    /* not closed by a NUL */
  guint32 length;
} GfGridCell;

typedef struct _GfGrid GfGrid;

GfGrid       *gf_grid_new          (gboolean          preview);
GfGrid       *gf_grid_new_look     (void);
void          gf_grid_free         (GfGrid           *self);
void          gf_grid_set_file     (GfGrid           *self,
                                    guint64           size,
                                    GCancellable     *cancellable);
void          gf_grid_add          (GfGrid           *self,
                                    guint32           row,
                                    guint32           column,
                                    const char       *text,
                                    gsize             length);
void          gf_grid_add_error    (GfGrid           *self,
                                    guint32           row,
                                    guint32           column,
                                    const char       *text,
                                    gsize             length);
void          gf_grid_repeat_row   (GfGrid           *self,
                                    guint32           row,
                                    guint32           times);
void          gf_grid_merge        (GfGrid           *self,
                                    const GfGridRange *range);
gboolean      gf_grid_is_full      (const GfGrid     *self);
gboolean      gf_grid_wants_merges (const GfGrid     *self);
gboolean      gf_grid_may_hold     (const GfGrid     *self,
                                    gsize             size,
                                    GError          **error);
GError       *gf_grid_new_text_error (guint32         row,
                                      guint32         column);
gboolean      gf_grid_finish       (GfGrid           *self,
                                    GError          **error);
guint32       gf_grid_get_n_rows   (const GfGrid     *self);
guint32       gf_grid_get_n_columns (const GfGrid    *self);
const GArray *gf_grid_get_merges   (const GfGrid     *self);
const GArray *gf_grid_get_errors   (const GfGrid     *self);
gsize         gf_grid_count_errors (const GfGrid     *self);

/* Goes over the rows from above. */
typedef struct
{
  const guint8 *at, *end;
  guint32 row;             /* the next */
  guint32 n_blank;         /* empty rows still to come before it */
  GArray *cells;           /* of GfGridCell */
} GfGridWalk;

void          gf_grid_walk_init    (GfGridWalk       *walk,
                                    const GfGrid     *self);
gboolean      gf_grid_walk_next    (GfGridWalk       *walk);
void          gf_grid_walk_clear   (GfGridWalk       *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfGrid, gf_grid_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfGridWalk, gf_grid_walk_clear)

G_END_DECLS
