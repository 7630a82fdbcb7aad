/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-notes.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What an import left otherwise than it was: by row, column and reason, filtered by kind, by column
 * and by words, and saved as CSV as far as it is shown. */
#define GF_TYPE_NOTE_LIST (gf_note_list_get_type ())
G_DECLARE_FINAL_TYPE (GfNoteList, gf_note_list, GF, NOTE_LIST, AdwBin)

GtkWidget *gf_note_list_new  (void);
void       gf_note_list_show (GfNoteList *self,
                              GListModel *notes,
                              guint64     n_all);
void       gf_note_list_save (GfNoteList *self,
                              GtkWidget  *widget);

G_END_DECLS
