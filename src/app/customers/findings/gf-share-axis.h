/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The axis over a list of #GfIntervalBar: the base rate as "all: 10 %" and at most three shares beside it. */
#define GF_TYPE_SHARE_AXIS (gf_share_axis_get_type ())
G_DECLARE_FINAL_TYPE (GfShareAxis, gf_share_axis, GF, SHARE_AXIS, GtkWidget)

double gf_share_axis_choose_maximum (double       highest);
double gf_share_axis_choose_step    (double       maximum);

void   gf_share_axis_set_scale      (GfShareAxis *self,
                                     double       base,
                                     double       maximum);

G_END_DECLS
