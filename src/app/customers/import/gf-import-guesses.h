/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How a file is read: choices that begin with what was guessed. */
#define GF_TYPE_IMPORT_GUESSES (gf_import_guesses_get_type ())
G_DECLARE_FINAL_TYPE (GfImportGuesses, gf_import_guesses, GF, IMPORT_GUESSES, AdwBin)

void                   gf_import_guesses_set_options   (GfImportGuesses *self,
                                                        const GfImportOptions *options);
const GfImportOptions *gf_import_guesses_get_options   (GfImportGuesses *self);
void                   gf_import_guesses_set_import    (GfImportGuesses *self,
                                                        const GfImport  *import);
gboolean               gf_import_guesses_has_sheets    (GfImportGuesses *self);
void                   gf_import_guesses_set_names_row (GfImportGuesses *self,
                                                        guint            row);

G_END_DECLS
