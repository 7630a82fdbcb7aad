/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-profile.h"

G_BEGIN_DECLS

/* One line of the profile, edited in place: its grade, its words, and what it rests on.
 *
 * The actions "row.remove", "row.up", "row.down" and "row.link" are its own; Alt+Up and Alt+Down
 * move it, Ctrl+L links evidence. */
#define GF_TYPE_STATEMENT_ROW (gf_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (GfStatementRow, gf_statement_row, GF, STATEMENT_ROW, GtkListBoxRow)

GtkWidget   *gf_statement_row_new           (GfProfileSection *section,
                                             GfStatement      *statement);
GfStatement *gf_statement_row_get_statement (GfStatementRow   *self);
void         gf_statement_row_focus_text    (GfStatementRow   *self);

G_END_DECLS
