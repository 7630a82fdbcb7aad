/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-page-layout.h"

G_BEGIN_DECLS

GBytes *gf_pdf_write           (GfPageLayout  *page,
                                GError       **error);
GBytes *gf_pdf_add_catalog     (GBytes        *pdf,
                                const char    *language,
                                const char * const *figures,
                                GError       **error);
GBytes *gf_png_write           (GfPageLayout  *page,
                                double         dpi,
                                GError       **error);
GBytes *gf_svg_write           (GfPageLayout  *page,
                                GError       **error);
GBytes *gf_html_write          (GfDocument    *document,
                                GfPaper        paper);
GBytes *gf_markdown_write      (GfDocument    *document);

G_END_DECLS
