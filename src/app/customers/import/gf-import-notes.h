/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import-note.h"
#include "gf-import.h"

G_BEGIN_DECLS

/* What an import left otherwise than it was in the file, as records for lists and for the project. */

GListStore   *gf_import_notes_new       (const GfImport *import);
GfImportNote *gf_import_notes_make      (const char     *kind,
                                         gsize           row,
                                         const char     *column,
                                         const char     *text,
                                         const char     *message);
char         *gf_import_note_dup_title  (GfImportNote   *self);
const char   *gf_import_kind_get_title  (const char     *kind);
GBytes       *gf_import_notes_to_csv    (GListModel     *notes);

G_END_DECLS
