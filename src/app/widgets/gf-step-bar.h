/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The foot of every view: Back (flat), the hint, Next. Its buttons run win.step-back and
 * win.step-next. */
#define GF_TYPE_STEP_BAR (gf_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (GfStepBar, gf_step_bar, GF, STEP_BAR, GtkWidget)

void     gf_step_bar_set_back_label (GfStepBar  *self,
                                     const char *label);
void     gf_step_bar_set_next_label (GfStepBar  *self,
                                     const char *label);
void     gf_step_bar_set_hint       (GfStepBar  *self,
                                     const char *hint);
void     gf_step_bar_set_show_hint  (GfStepBar  *self,
                                     gboolean    show_hint);
void     gf_step_bar_set_show_stop  (GfStepBar  *self,
                                     gboolean    show_stop);
gboolean gf_step_bar_get_suggested  (GfStepBar  *self);
void     gf_step_bar_set_suggested  (GfStepBar  *self,
                                     gboolean    suggested);
gboolean gf_step_bar_is_pressed     (GfStepBar  *self);

G_END_DECLS
