/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-project.h"

G_BEGIN_DECLS

/* Undo and redo over a whole project.
 *
 *   undo:  value, value, ... , value   the states before, oldest first
 *   tip:   value                       the state that the project was last seen in
 *   redo:  value, value, ...           the states undone, next last
 *
 * A value is the JSON tree of the project and a reference to its table. Going back applies a value
 * to the live records, so no change has to know how to take itself back. What changes in one turn
 * of the main loop is one step; further changes of the same field within a second join it, so that
 * a word typed or a slider dragged is one step too.
 */
#define GF_TYPE_HISTORY (gf_history_get_type ())
G_DECLARE_FINAL_TYPE (GfHistory, gf_history, GF, HISTORY, GObject)

GfHistory *gf_history_new          (GfProject *project);

gboolean   gf_history_get_can_undo (GfHistory *self);
gboolean   gf_history_get_can_redo (GfHistory *self);
void       gf_history_undo         (GfHistory *self);
void       gf_history_redo         (GfHistory *self);

void       gf_history_commit       (GfHistory *self);
void       gf_history_clear        (GfHistory *self);

G_END_DECLS
