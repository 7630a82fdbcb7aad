/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far two cuts of the same customers go together. */

double gf_cramers_v (const guint32 *a,
                     guint          n_a,
                     const guint32 *b,
                     guint          n_b,
                     gsize          n);

G_END_DECLS
