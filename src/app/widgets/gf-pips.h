/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A score of 1 to 5 as five pips; 0 is "not known yet" and shows a question mark. It is named "4
 * of 5". */
#define GF_TYPE_PIPS (gf_pips_get_type ())
G_DECLARE_FINAL_TYPE (GfPips, gf_pips, GF, PIPS, GtkWidget)

#define GF_PIPS_MAXIMUM 5

GtkWidget *gf_pips_new       (void);
guint      gf_pips_get_value (GfPips *self);
void       gf_pips_set_value (GfPips *self,
                              guint   value);

G_END_DECLS
