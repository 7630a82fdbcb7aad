/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text view that is as high as its text, for a page that scrolls as a whole. The toolkit's own lays its lines out
 * while it is given its size, and what it asks for then is not heard; this one asks again afterwards. */
#define GF_TYPE_GROWING_TEXT (gf_growing_text_get_type ())
G_DECLARE_FINAL_TYPE (GfGrowingText, gf_growing_text, GF, GROWING_TEXT, GtkTextView)

G_END_DECLS
