/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-analysis.h"
#include "gf-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Before You Trust This": what would make the results wrong, each with its mend; hidden when there is
 * nothing to say. It looks in a thread and mends the project's table. */
#define GF_TYPE_BEST_NOTES (gf_best_notes_get_type ())
G_DECLARE_FINAL_TYPE (GfBestNotes, gf_best_notes, GF, BEST_NOTES, GtkBox)

void gf_best_notes_look       (GfBestNotes *self,
                               GfProject   *project,
                               GfAnalysis  *analysis);
void gf_best_notes_set_narrow (GfBestNotes *self,
                               gboolean     narrow);

G_END_DECLS
