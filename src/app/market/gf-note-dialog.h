/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* A note about the market, new or there already. Nothing is recorded before Add or Save is pressed; then it is one
 * step of undo. */
#define GF_TYPE_NOTE_DIALOG (gf_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfNoteDialog, gf_note_dialog, GF, NOTE_DIALOG, AdwDialog)

AdwDialog *gf_note_dialog_new (GfProject    *project,
                               GfMarketNote *note);

G_END_DECLS
