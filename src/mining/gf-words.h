/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-table.h"

G_BEGIN_DECLS

/* Figures as people read them, in the language of the locale. */

char *gf_words_dup_number  (double      value);
char *gf_words_dup_value   (double      value,
                            GfColumn   *column);
char *gf_words_dup_range   (double      from,
                            double      to,
                            GfColumn   *column);
char *gf_words_dup_percent (double      share);
char *gf_words_dup_interval (double     low,
                             double     high);
char *gf_words_dup_choice  (const char * const *values);
char *gf_words_dup_level  (const char *value);
char *gf_words_dup_lower   (const char *name);

G_END_DECLS
