/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* Asks for a format and the paper, then where to, and writes the page there. */
#define GF_TYPE_EXPORT_DIALOG (gf_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfExportDialog, gf_export_dialog, GF, EXPORT_DIALOG, AdwDialog)

AdwDialog *gf_export_dialog_new   (GfProject      *project,
                                   GfProfile      *profile);
void       gf_export_dialog_write (GfExportDialog *self,
                                   GFile          *file);

G_END_DECLS
