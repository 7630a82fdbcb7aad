/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The paper of the page. */
typedef enum
{
  GF_PAPER_A4,
  GF_PAPER_LETTER,
} GfPaper;

#define GF_TYPE_PAPER (gf_paper_get_type ())
GType gf_paper_get_type (void) G_GNUC_CONST;

/* The style of the page. */
typedef enum
{
  GF_PAGE_STYLE_BRIEF,
} GfPageStyleId;

#define GF_TYPE_PAGE_STYLE_ID (gf_page_style_id_get_type ())
GType gf_page_style_id_get_type (void) G_GNUC_CONST;

G_END_DECLS
