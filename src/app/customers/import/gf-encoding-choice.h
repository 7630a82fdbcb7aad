/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A drop-down of the encodings that files are read in, under the scripts they are for; it can be
 * searched. */

GtkWidget  *gf_encoding_choice_new (void);
const char *gf_encoding_choice_get (GtkDropDown *choice);
void        gf_encoding_choice_set (GtkDropDown *choice,
                                    const char  *encoding);

G_END_DECLS
