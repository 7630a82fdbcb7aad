/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-import-note.h"

static const GfField fields[] = {
  GF_FIELD_STRING ("kind"),
  GF_FIELD_INT ("row", 0, G_MAXINT32, 0),
  GF_FIELD_STRING ("column"),
  GF_FIELD_STRING ("text"),
  GF_FIELD_STRING ("message"),
};

GF_DEFINE_RECORD (GfImportNote, gf_import_note, fields)
