/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-finding.h"
#include "gf-mining.h"
#include "gf-subgroups.h"

G_BEGIN_DECLS

/* Single conditions, before and after they are judged; internal to the mining. */
typedef struct
{
  GPtrArray *atoms;         /* GfAtoms, one a column */
  GPtrArray *pool;          /* GfCandidate: what combinations are made of */
  GArray *looks;            /* double: for each attribute number how many conditions were tried */
  double n_tests;
  guint n_subjects;
} GfTraits;

GListStore *gf_traits_find      (GfTraits              *self,
                                 GPtrArray             *columns,
                                 const GfBitset        *target,
                                 const GfMiningOptions *options,
                                 GCancellable          *cancellable,
                                 GfProgressFunc         progress,
                                 gpointer               progress_data,
                                 GError               **error);
void        gf_traits_clear     (GfTraits              *self);

GfSelector *gf_candidate_to_selector (const GfCandidate *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GfTraits, gf_traits_clear)

G_END_DECLS
