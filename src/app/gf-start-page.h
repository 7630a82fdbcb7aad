/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows before it has a project: the question, two buttons, recent projects, ways to
 * begin. */
#define GF_TYPE_START_PAGE (gf_start_page_get_type ())
G_DECLARE_FINAL_TYPE (GfStartPage, gf_start_page, GF, START_PAGE, AdwBin)

void gf_start_page_reload     (GfStartPage *self);
void gf_start_page_set_narrow (GfStartPage *self,
                               gboolean     narrow);

G_END_DECLS
