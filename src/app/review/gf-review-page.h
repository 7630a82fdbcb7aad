/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* The step Review: keep the profile alive. */
#define GF_TYPE_REVIEW_PAGE (gf_review_page_get_type ())
G_DECLARE_FINAL_TYPE (GfReviewPage, gf_review_page, GF, REVIEW_PAGE, GfStepPage)

G_END_DECLS
