/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text view that is as high as its words, for editing in the midst of a page. A plain one asks for
 * the height it had when it was last drawn, and so for none in a list that gives rows their least. */
#define GF_TYPE_GROWING_TEXT (gf_growing_text_get_type ())
G_DECLARE_FINAL_TYPE (GfGrowingText, gf_growing_text, GF, GROWING_TEXT, GtkTextView)

G_END_DECLS
