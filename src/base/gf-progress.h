/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GfProgressFunc:
 * @share: how much of the work is done, in 0..1
 * @user_data: what was given with the function
 *
 * Told from time to time how far long work has come, in the thread that does the work.
 */
typedef void (*GfProgressFunc) (double   share,
                                gpointer user_data);

G_END_DECLS
