/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "gf-document.h"
#include "gf-page-format.h"

G_BEGIN_DECLS

/* One page, measured and placed: what preview, PDF, PNG and SVG all draw.
 *
 *   units:     points (1/72 inch), origin at the top left, resolution independent
 *   rule:      the same document, style and paper give the same page
 *   threads:   make and draw a page in one thread at a time
 */
typedef struct _GfPageLayout GfPageLayout;

#define GF_TYPE_PAGE_LAYOUT (gf_page_layout_get_type ())
GType               gf_page_layout_get_type     (void) G_GNUC_CONST;

GfPageLayout       *gf_page_layout_new          (GfDocument    *document,
                                                 GfPageStyleId  style,
                                                 GfPaper        paper);
GfPageLayout       *gf_page_layout_ref          (GfPageLayout *self);
void                gf_page_layout_unref        (GfPageLayout *self);

void                gf_page_layout_draw         (GfPageLayout *self,
                                                 cairo_t      *cr);
void                gf_page_layout_get_size     (const GfPageLayout *self,
                                                 double             *width,
                                                 double             *height);
GfDocument         *gf_page_layout_get_document (const GfPageLayout *self);
gboolean            gf_page_layout_fits         (const GfPageLayout *self);
const char * const *gf_page_layout_get_left_out (const GfPageLayout *self);
char               *gf_page_layout_dup_left_out_sentence (const GfPageLayout *self);
gboolean            gf_page_layout_accent_darkened (const GfPageLayout *self,
                                                    char              **used);
char               *gf_page_layout_dup_text     (const GfPageLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GfPageLayout, gf_page_layout_unref)

G_END_DECLS
