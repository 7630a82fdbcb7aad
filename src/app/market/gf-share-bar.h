/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-data-color.h"

G_BEGIN_DECLS

/* A share of something as a bar from 0. A share that is not known (NaN) leaves the ground empty, one above 1 fills it. */
#define GF_TYPE_SHARE_BAR (gf_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (GfShareBar, gf_share_bar, GF, SHARE_BAR, GtkWidget)

GtkWidget *gf_share_bar_new  (GfDataRole  role);
void       gf_share_bar_set  (GfShareBar *self,
                              double      share,
                              const char *name);

G_END_DECLS
