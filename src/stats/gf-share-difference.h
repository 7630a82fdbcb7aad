/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How sure it is that one share is above another. Pure, thread safe, keeps no state. */

double gf_share_chance_above (gsize hits,
                              gsize rows,
                              gsize other_hits,
                              gsize other_rows);

G_END_DECLS
