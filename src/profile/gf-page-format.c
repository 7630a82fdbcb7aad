/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gf-page-format.h"

#include "gf-record.h"

GF_DEFINE_ENUM (GfPaper, gf_paper,
                { GF_PAPER_A4, "GF_PAPER_A4", "a4" },
                { GF_PAPER_LETTER, "GF_PAPER_LETTER", "letter" })

GF_DEFINE_ENUM (GfPageStyleId, gf_page_style_id,
                { GF_PAGE_STYLE_BRIEF, "GF_PAGE_STYLE_BRIEF", "brief" })
