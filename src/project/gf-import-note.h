/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-record.h"

G_BEGIN_DECLS

/* One thing that the import of the customers left otherwise than it was in the file.
 *
 *   kind     text: what it is, as a word for programs: “not-a-number”, “merged”, “personal”
 *   row      number: data rows from 1; 0 for the file or a column
 *   column   text: the name of the column, "" for none
 *   text     text: the cell or the record as it was written, "" for none
 *   message  text: what was done about it, for people
 */
#define GF_TYPE_IMPORT_NOTE (gf_import_note_get_type ())
GF_DECLARE_RECORD (GfImportNote, gf_import_note, GF, IMPORT_NOTE)

GF_RECORD_STRING (GfImportNote, gf_import_note, kind, "kind")
GF_RECORD_INT (GfImportNote, gf_import_note, row, "row")
GF_RECORD_STRING (GfImportNote, gf_import_note, column, "column")
GF_RECORD_STRING (GfImportNote, gf_import_note, text, "text")
GF_RECORD_STRING (GfImportNote, gf_import_note, message, "message")

G_END_DECLS
