/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-traits.h"

G_BEGIN_DECLS

/* Several conditions together, judged; internal to the mining. */

GListStore *gf_combinations_find (const GfTraits        *traits,
                                  const GfBitset        *target,
                                  const GfMiningOptions *options,
                                  double                *n_tests,
                                  GCancellable          *cancellable,
                                  GfProgressFunc         progress,
                                  gpointer               progress_data,
                                  GError               **error);

G_END_DECLS
