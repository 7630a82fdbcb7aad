/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* A new segment, or one that there is: its name, its sentence, and the conditions that say which
 * customers belong to it, with how many they are while one chooses.
 *
 *   signal "removed": the user wants it away; whoever opened the dialog takes it out
 */
#define GF_TYPE_SEGMENT_DIALOG (gf_segment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GfSegmentDialog, gf_segment_dialog, GF, SEGMENT_DIALOG, AdwDialog)

AdwDialog *gf_segment_dialog_new (GfProject *project,
                                  GfSegment *segment);

G_END_DECLS
