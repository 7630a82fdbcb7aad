/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Independent pieces of work on several processors. */

/**
 * GfParallelFunc:
 * @index: which piece, from 0
 * @user_data: what was given with the function
 *
 * Does one piece of the work, in any thread.
 */
typedef void (*GfParallelFunc) (guint    index,
                                gpointer user_data);

guint gf_parallel_choose_threads (guint          wanted);
void  gf_parallel_for            (guint          n_pieces,
                                  guint          n_threads,
                                  GfParallelFunc function,
                                  gpointer       user_data);

G_END_DECLS
