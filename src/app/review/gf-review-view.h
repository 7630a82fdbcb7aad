/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-review.h"
#include "gf-step-view.h"

G_BEGIN_DECLS

/* One review, to type in: who was there, what was said, what was decided. */
#define GF_TYPE_REVIEW_VIEW (gf_review_view_get_type ())
G_DECLARE_FINAL_TYPE (GfReviewView, gf_review_view, GF, REVIEW_VIEW, GfStepView)

GfStepView *gf_review_view_new (GfReview *review);

G_END_DECLS
