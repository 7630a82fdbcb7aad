/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

#define GF_TYPE_PROFILE_PAGE (gf_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (GfProfilePage, gf_profile_page, GF, PROFILE_PAGE, GfStepPage)

G_END_DECLS
