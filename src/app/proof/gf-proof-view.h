/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* The view of the step Test that holds figures inside the profile against those outside. */
#define GF_TYPE_PROOF_VIEW (gf_proof_view_get_type ())
G_DECLARE_FINAL_TYPE (GfProofView, gf_proof_view, GF, PROOF_VIEW, GfStepView)

G_END_DECLS
