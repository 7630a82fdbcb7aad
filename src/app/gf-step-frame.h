/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-step-view.h"

G_BEGIN_DECLS

/* The frame round the views of a step, or round one pushed view: header bar, pane, banner,
 * progress, step bar. It is made once, here; what differs from view to view it reads from the
 * visible #GfStepView.
 *
 *   +--------------------------------------------------------+
 *   | undo  start-tools |  switcher or title | tools  i  [|] |   header bar
 *   +--------------------------------------------------------+
 *   | (views, when narrow) (progress) (banner)               |
 *   +-----------------------------------------+--------------+
 *   | AdwViewStack of GfStepView              | pane         |
 *   +-----------------------------------------+--------------+
 *   | < Back               hint                      Next >  |   GfStepBar
 *   +--------------------------------------------------------+
 */
#define GF_TYPE_STEP_FRAME (gf_step_frame_get_type ())
G_DECLARE_FINAL_TYPE (GfStepFrame, gf_step_frame, GF, STEP_FRAME, AdwBin)

GtkWidget  *gf_step_frame_new             (void);

void        gf_step_frame_add_view        (GfStepFrame *self,
                                           GfStepView  *view);
guint       gf_step_frame_get_n_views     (GfStepFrame *self);
GfStepView *gf_step_frame_get_view        (GfStepFrame *self,
                                           guint        position);
GfStepView *gf_step_frame_find_view       (GfStepFrame *self,
                                           const char  *name);
int         gf_step_frame_get_position    (GfStepFrame *self);

GfStepView *gf_step_frame_get_visible_view (GfStepFrame *self);
void        gf_step_frame_set_visible_view (GfStepFrame *self,
                                            GfStepView  *view);

void        gf_step_frame_set_step        (GfStepFrame *self,
                                           const char  *step,
                                           const char  *title);
void        gf_step_frame_set_project     (GfStepFrame *self,
                                           GfProject   *project);
void        gf_step_frame_set_width_class (GfStepFrame *self,
                                           GfWidth      width);
void        gf_step_frame_set_walk        (GfStepFrame *self,
                                           const char  *back_label,
                                           const char  *next_label);

void        gf_step_frame_set_notice      (GfStepFrame *self,
                                           const char  *title,
                                           const char  *button_label,
                                           const char  *action_name);

gboolean    gf_step_frame_has_pane        (GfStepFrame *self);
gboolean    gf_step_frame_get_show_pane   (GfStepFrame *self);
void        gf_step_frame_set_show_pane   (GfStepFrame *self,
                                           gboolean     show_pane);
gboolean    gf_step_frame_show_about      (GfStepFrame *self);
GtkWidget  *gf_step_frame_get_area        (GfStepFrame *self,
                                           guint        area);

G_END_DECLS
