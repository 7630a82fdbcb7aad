/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* The view of the step Review with the next date and the reviews held. */
#define GF_TYPE_REVIEWS_VIEW (gf_reviews_view_get_type ())
G_DECLARE_FINAL_TYPE (GfReviewsView, gf_reviews_view, GF, REVIEWS_VIEW, GfStepView)

void gf_reviews_view_save_calendar (GfReviewsView *self,
                                    GFile         *file);

G_END_DECLS
