/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv    gf_name_dup_words (const char         *name);
int      gf_words_find     (const char * const *words,
                            const char * const *phrases);

G_END_DECLS
