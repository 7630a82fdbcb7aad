/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-page-layout.h"

G_BEGIN_DECLS

/* The page as it will be exported, drawn by the very function that draws the PDF. It is as high as
 * its width asks for, and tells a screen reader the text of the page. */
#define GF_TYPE_PAGE_PREVIEW (gf_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (GfPagePreview, gf_page_preview, GF, PAGE_PREVIEW, GtkWidget)

GtkWidget *gf_page_preview_new        (void);
void       gf_page_preview_set_layout (GfPagePreview *self,
                                       GfPageLayout  *layout);
const char *
           gf_page_preview_get_text   (GfPagePreview *self);

G_END_DECLS
