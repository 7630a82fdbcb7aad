/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *_gf_encoding_guess_latin (const guint8 *bytes,
                                      gsize         length,
                                      double       *likeness);

G_END_DECLS
