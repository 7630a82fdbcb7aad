/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds a sentence to a report. */
void _gf_tell (GPtrArray  *sentences,
               const char *format,
               ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
