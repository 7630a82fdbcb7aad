/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-encoding.h"

G_BEGIN_DECLS

/* The length of the valid UTF-8 sequence at @p: 0 when invalid, -1 when it goes on behind @n
   bytes. */
int _gf_utf8_sequence_length (const guint8 *p,
                              gsize         n);

G_END_DECLS
