/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

G_BEGIN_DECLS

/* A list of customers while the import sheet is open: a file, or cells from the clipboard.
 *
 *   begin:   its beginning is read at once, for the preview, then all of it, so that counts and
 *            problems are those of the whole before anything is imported
 *   again:   other options stop what is being read and begin anew; the last result stays until
 *            there is another
 *   threads: all reading is done in threads, all signals come in the main one
 */
#define GF_TYPE_IMPORT_READING (gf_import_reading_get_type ())
G_DECLARE_FINAL_TYPE (GfImportReading, gf_import_reading, GF, IMPORT_READING, GObject)

GfImportReading *gf_import_reading_new        (GFile                 *file,
                                               GBytes                *bytes);
GFile           *gf_import_reading_get_file   (GfImportReading       *self);
const char      *gf_import_reading_get_name   (GfImportReading       *self);
void             gf_import_reading_start      (GfImportReading       *self,
                                               const GfImportOptions *options);
void             gf_import_reading_stop       (GfImportReading       *self);
GfImport        *gf_import_reading_get_import (GfImportReading       *self);
const GError    *gf_import_reading_get_error  (GfImportReading       *self);
gboolean         gf_import_reading_is_done    (GfImportReading       *self);
double           gf_import_reading_get_share  (GfImportReading       *self);

G_END_DECLS
