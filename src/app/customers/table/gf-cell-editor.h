/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-column.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where to go on after a cell was typed. */
typedef enum
{
  GF_CELL_STAY,
  GF_CELL_NEXT,        /* Tab */
  GF_CELL_PREVIOUS,    /* Shift+Tab */
  GF_CELL_BELOW,       /* Enter */
} GfCellMove;

/* An entry over a cell. Enter, Tab and a click elsewhere take what it says, Escape does not. What the
 * column cannot read is refused with the reason, and the entry stays; a click elsewhere gives it up.
 *
 * On the way to the next cell the entry stays open and keeps what is typed, also for cells behind that one,
 * until gf_cell_editor_open() brings it there, or gf_cell_editor_close() says that there is none.
 *
 *   "typed"    what the cell shall say, and where to go on (#GfCellMove)
 *   "refused"  why what was typed was given up
 *   "left"     Escape gave up what was typed
 */
#define GF_TYPE_CELL_EDITOR (gf_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (GfCellEditor, gf_cell_editor, GF, CELL_EDITOR, GtkPopover)

GtkWidget *gf_cell_editor_new     (void);
void       gf_cell_editor_open    (GfCellEditor *self,
                                   GfColumn     *column,
                                   const char   *text,
                                   int           width,
                                   int           height);
void       gf_cell_editor_replace (GfCellEditor *self,
                                   const char   *text);
void       gf_cell_editor_close   (GfCellEditor *self);

G_END_DECLS
