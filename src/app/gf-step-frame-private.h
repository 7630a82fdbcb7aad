/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gf-intro-card.h"
#include "gf-step-bar.h"
#include "gf-step-frame.h"

G_BEGIN_DECLS

struct _GfStepFrame
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwHeaderBar *header;
  GtkWidget *undo;
  AdwBin *start_tools;
  AdwBin *tools;
  GtkStack *title_stack;
  AdwWindowTitle *window_title;
  GtkWidget *switcher;
  GtkWidget *pane_toggle;
  GtkMenuButton *about;
  GtkWidget *narrow_switcher;
  GtkProgressBar *progress;
  AdwBanner *banner;
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split;
  AdwViewStack *stack;
  AdwWindowTitle *pane_title;
  GtkStack *pane_stack;
  GtkWidget *pane_toolbar;
  GfStepBar *bar;

  /* Owned references */
  GSignalGroup *view_signals;
  char *step;
  char *title;
  GtkPopover *about_popover;
  char *notice_title;
  char *notice_button;
  char *notice_action;

  guint busy_source;
  guint words_source;
  guint blue_source;
  guint pulse_source;
  guint reset_tick;
  GfWidth width;
  gboolean show_pane;
};

/* gf-step-frame-parts.c */
void         _gf_step_frame_update_title    (GfStepFrame *self);
void         _gf_step_frame_update_tools    (GfStepFrame *self);
void         _gf_step_frame_update_banner   (GfStepFrame *self);
void         _gf_step_frame_update_about    (GfStepFrame *self);
void         _gf_step_frame_update_hint     (GfStepFrame *self);
void         _gf_step_frame_update_progress (GfStepFrame *self);
void         _gf_step_frame_update_busy     (GfStepFrame *self);
void         _gf_step_frame_update_blue     (GfStepFrame *self);
GfIntroCard *_gf_step_frame_find_intro      (GfStepFrame *self,
                                             GfStepView  *only);

/* gf-step-frame-pane.c */
void         _gf_step_frame_show_pane       (GfStepFrame *self,
                                             gboolean     show_pane);
void         _gf_step_frame_reset_pane      (GfStepFrame *self);
void         _gf_step_frame_update_pane     (GfStepFrame *self);
void         _gf_step_frame_open_pane       (GfStepFrame *self);

G_END_DECLS
