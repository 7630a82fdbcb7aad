/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

#include "gf-profile.h"

G_BEGIN_DECLS

/* The profile as text on the left and as the page it becomes on the right. */
#define GF_TYPE_PROFILE_VIEW (gf_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (GfProfileView, gf_profile_view, GF, PROFILE_VIEW, GfStepView)

GfProfile *gf_profile_view_get_profile (GfProfileView *self);

G_END_DECLS
