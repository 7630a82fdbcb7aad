/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* "Who Brings, Who Costs": sentences on how much hangs on few customers. Hidden without any. */
#define GF_TYPE_BEST_SHARES (gf_best_shares_get_type ())
G_DECLARE_FINAL_TYPE (GfBestShares, gf_best_shares, GF, BEST_SHARES, AdwBin)

void gf_best_shares_set (GfBestShares       *self,
                         const char * const *sentences);

G_END_DECLS
