/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-page.h"

G_BEGIN_DECLS

/* The step Test: see whether the profile works. */
#define GF_TYPE_TEST_PAGE (gf_test_page_get_type ())
G_DECLARE_FINAL_TYPE (GfTestPage, gf_test_page, GF, TEST_PAGE, GfStepPage)

G_END_DECLS
