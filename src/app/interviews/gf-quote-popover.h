/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gf-project.h"

G_BEGIN_DECLS

/* Which theme words belong to: type to find one, Enter takes it; a name that is none yet makes a new theme, after
 * asking what kind it is.
 *
 * Signals: "chosen" (GfTheme) and, for words that have a theme already, "removed". */
#define GF_TYPE_QUOTE_POPOVER (gf_quote_popover_get_type ())
G_DECLARE_FINAL_TYPE (GfQuotePopover, gf_quote_popover, GF, QUOTE_POPOVER, GtkPopover)

GtkWidget *gf_quote_popover_new      (void);
void       gf_quote_popover_open     (GfQuotePopover     *self,
                                      GfProject          *project,
                                      GfQuote            *quote,
                                      const GdkRectangle *words);

G_END_DECLS
