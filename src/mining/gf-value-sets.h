/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-atoms.h"

G_BEGIN_DECLS

/* Levels of one column that say the same of the hits, put together: "Germany or France". Internal to the
 * mining. */
GArray *gf_value_set_grow      (const GfAtoms  *atoms,
                                guint           level,
                                const GfBitset *among,
                                const GfBitset *target,
                                gsize           min_rows);
GArray *gf_value_set_grow_counted (const GfAtoms *atoms,
                                   guint          level,
                                   gsize          min_rows);
double  gf_value_set_log_looks (guint           n_levels,
                                guint           n_merged);

G_END_DECLS
