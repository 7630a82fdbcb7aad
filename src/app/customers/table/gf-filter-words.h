/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-row-filter.h"

G_BEGIN_DECLS

/* Conditions on customers as people say them. */

char *gf_row_filter_dup_words (GfRowFilter *filter,
                               GfTable     *table);

G_END_DECLS
