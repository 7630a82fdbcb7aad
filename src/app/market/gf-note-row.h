/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-market-note.h"

G_BEGIN_DECLS

/* A note about the market in a list: the claim, source and date, and what it does to what you believe. */
#define GF_TYPE_NOTE_ROW (gf_note_row_get_type ())
G_DECLARE_FINAL_TYPE (GfNoteRow, gf_note_row, GF, NOTE_ROW, AdwActionRow)

GtkWidget    *gf_note_row_new      (GfMarketNote *note);
GfMarketNote *gf_note_row_get_note (GfNoteRow    *self);

G_END_DECLS
