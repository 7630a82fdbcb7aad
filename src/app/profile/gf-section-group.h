/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-profile.h"

G_BEGIN_DECLS

/* A section of the profile: its title, a button that adds a line, and its lines. A section that the
 * profile does not have yet is shown empty, and made with its first line. */
#define GF_TYPE_SECTION_GROUP (gf_section_group_get_type ())
G_DECLARE_FINAL_TYPE (GfSectionGroup, gf_section_group, GF, SECTION_GROUP, GtkWidget)

GtkWidget *gf_section_group_new  (GfProfile      *profile,
                                  GfSectionKind   kind);
void       gf_section_group_sync (GfSectionGroup *self);
gboolean   gf_section_group_has_assumption
                                 (GfSectionGroup *self);

G_END_DECLS
